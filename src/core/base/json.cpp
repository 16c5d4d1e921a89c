#include "core/base/json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace atlas {

namespace {

bool is_json_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_number_character(char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

// Something wrong that is visible without parsing.
JsonProblem inspect_bytes(std::string_view source, const JsonLimits& limits) {
    if (source.size() > limits.bytes) return {JsonFault::TooLarge, 0, limits.bytes, {}};
    if (std::all_of(source.begin(), source.end(), is_json_space)) return {JsonFault::Empty, 0, 0, {}};
    const auto byte = [&](std::size_t i) { return i < source.size() ? static_cast<unsigned char>(source[i]) : 1; };
    const bool marked = (byte(0) == 0xFF && byte(1) == 0xFE) || (byte(0) == 0xFE && byte(1) == 0xFF);
    if (marked || byte(0) == 0 || byte(1) == 0) return {JsonFault::Utf16, 0, 0, {}};
    const std::size_t invalid = invalid_utf8_at(source);
    if (invalid < source.size()) return {JsonFault::InvalidUtf8, invalid, 0, {}};
    return {};
}

}

// The lexer hands its text over character by character. std::string appends them by a call each; this one does not,
// which makes reading a file in wasm faster by about a third.
class TokenText {
public:
    using value_type = char; // what nlohmann's templates ask of a string, no more
    void clear() { m_size = 0; }
    void push_back(char c) {
        if (m_size == m_bytes.size()) m_bytes.resize(m_bytes.size() * 2);
        m_bytes[m_size++] = c;
    }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] std::string_view view() const { return {m_bytes.data(), m_size}; }
    [[nodiscard]] const char* data() { // ends with a zero, as numbers are read
        push_back('\0');
        --m_size;
        return m_bytes.data();
    }

private:
    std::vector<char> m_bytes = std::vector<char>(1024);
    std::size_t m_size = 0;
};

using Parser = nlohmann::basic_json<std::map, std::vector, TokenText>;

// Receives the SAX events of nlohmann's parser and fills the arena.
class JsonBuilder {
public:
    JsonBuilder(JsonDocument& document, const JsonLimits& limits) : m_document(document), m_limits(limits) {}

    void run(std::size_t skip);

    bool null() { return add(JsonKind::Null, token_begin() + 4) != nullptr; }
    bool boolean(bool value);
    bool number_integer(Parser::number_integer_t value) { return add_number(static_cast<double>(value)); }
    bool number_unsigned(Parser::number_unsigned_t value) { return add_number(static_cast<double>(value)); }
    bool number_float(double value, const TokenText&) { return add_number(value); }
    bool string(const TokenText& value);
    bool binary(const Parser::binary_t&) { return false; }
    bool key(const TokenText& value);
    bool start_object(std::size_t) { return open(JsonKind::Object); }
    bool start_array(std::size_t) { return open(JsonKind::Array); }
    bool end_object() { return !has_duplicate_key() && close(); }
    bool end_array() { return close(); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error);

private:
    using Node = JsonDocument::Node;
    struct Stored {
        std::uint32_t place = 0;
        std::uint32_t size = 0;
        bool in_pool = false;
        std::size_t end = 0; // of the token
    };

    bool fail(JsonFault fault, std::size_t at, std::size_t limit = 0, std::string detail = {});
    std::size_t token_begin();
    std::size_t number_end();
    std::size_t string_end();
    Node* add(JsonKind kind, std::size_t end);
    bool add_number(double value);
    bool open(JsonKind kind);
    bool close();
    bool store(const TokenText& value, Stored& out);
    std::string_view key_of(const Node& node) const;
    bool has_duplicate_key();
    bool has_twin_among_few() const;

    JsonDocument& m_document;
    JsonLimits m_limits;
    std::size_t m_begin = 0; // where the lexer started
    std::size_t m_done = 0;  // behind the last token
    std::vector<std::uint32_t> m_open;
    std::vector<std::uint32_t> m_last; // last child of each open container
    Stored m_key;
    bool m_has_key = false;
    static constexpr std::size_t k_few = 16;
    std::vector<std::uint32_t> m_members; // scratch of has_duplicate_key
};

bool JsonBuilder::fail(JsonFault fault, std::size_t at, std::size_t limit, std::string detail) {
    if (m_document.m_problem.fault == JsonFault::None) m_document.m_problem = {fault, at, limit, std::move(detail)};
    return false;
}

std::size_t JsonBuilder::token_begin() {
    const std::string_view source = m_document.m_source;
    while (m_done < source.size() && (is_json_space(source[m_done]) || source[m_done] == ',' || source[m_done] == ':'))
        ++m_done;
    return m_done;
}

JsonDocument::Node* JsonBuilder::add(JsonKind kind, std::size_t end) {
    const std::size_t begin = token_begin();
    auto& nodes = m_document.m_nodes;
    if (nodes.size() >= m_limits.values) {
        fail(JsonFault::TooManyValues, begin, m_limits.values);
        return nullptr;
    }
    const std::uint32_t index = static_cast<std::uint32_t>(nodes.size());
    Node& node = nodes.emplace_back();
    node.begin = static_cast<std::uint32_t>(begin);
    node.end = static_cast<std::uint32_t>(end);
    node.kind = static_cast<std::uint32_t>(kind) & 0xF;
    if (m_has_key) {
        node.key = m_key.place;
        node.key_size = m_key.size & 0xFFFFFF;
        node.key_in_pool = m_key.in_pool;
        m_has_key = false;
    }
    m_done = end;
    if (m_open.empty()) return &node;
    node.parent = m_open.back();
    Node& parent = nodes[node.parent];
    (m_last.back() == JsonDocument::k_none ? parent.first : nodes[m_last.back()].next) = index;
    ++parent.count;
    m_last.back() = index;
    return &node;
}

bool JsonBuilder::boolean(bool value) {
    Node* node = add(JsonKind::Bool, token_begin() + (value ? 4 : 5));
    if (node != nullptr) node->is_true = value;
    return node != nullptr;
}

// The events carry no places: the builder walks the source behind the lexer. Nothing follows a leading zero but . e or
// E.
std::size_t JsonBuilder::number_end() {
    const std::string_view source = m_document.m_source;
    std::size_t end = token_begin();
    if (source[end] == '-') ++end;
    if (source.substr(end, 1) == "0" && end + 1 < source.size() && source[end + 1] >= '0' && source[end + 1] <= '9')
        return end + 1;
    while (end < source.size() && is_number_character(source[end])) ++end;
    return end;
}

// Behind the closing quotation mark: the first one before which the number of backslashes is even.
std::size_t JsonBuilder::string_end() {
    const std::string_view source = m_document.m_source;
    const std::size_t begin = token_begin();
    for (std::size_t end = source.find('"', begin + 1);; end = source.find('"', end + 1)) {
        std::size_t backslashes = 0;
        while (source[end - 1 - backslashes] == '\\') ++backslashes;
        if (backslashes % 2 == 0) return end + 1;
    }
}

bool JsonBuilder::add_number(double value) {
    Node* node = add(JsonKind::Number, number_end());
    if (node == nullptr) return false;
    node->first = static_cast<std::uint32_t>(m_document.m_numbers.size());
    m_document.m_numbers.push_back(value);
    return true;
}

// The token is in the source as it is unless it was escaped, and escapes always shorten.
bool JsonBuilder::store(const TokenText& value, Stored& out) {
    const std::size_t begin = token_begin();
    if (value.size() > m_limits.string_bytes) return fail(JsonFault::StringTooLong, begin, m_limits.string_bytes);
    if (value.view().find('\0') != std::string_view::npos) return fail(JsonFault::NulCharacter, begin);
    out.end = string_end();
    out.size = static_cast<std::uint32_t>(value.size());
    out.in_pool = out.end - begin != value.size() + 2;
    out.place = static_cast<std::uint32_t>(out.in_pool ? m_document.m_pool.size() : begin + 1);
    if (out.in_pool) m_document.m_pool += value.view();
    return true;
}

bool JsonBuilder::string(const TokenText& value) {
    Stored stored;
    if (!store(value, stored)) return false;
    Node* node = add(JsonKind::String, stored.end);
    if (node == nullptr) return false;
    node->first = stored.place;
    node->count = stored.size;
    node->text_in_pool = stored.in_pool;
    return true;
}

bool JsonBuilder::key(const TokenText& value) {
    if (!store(value, m_key)) return false;
    m_has_key = true;
    m_done = m_key.end;
    return true;
}

bool JsonBuilder::open(JsonKind kind) {
    if (m_open.size() >= m_limits.depth) return fail(JsonFault::TooDeep, token_begin(), m_limits.depth);
    if (add(kind, token_begin() + 1) == nullptr) return false;
    m_open.push_back(static_cast<std::uint32_t>(m_document.m_nodes.size() - 1));
    m_last.push_back(JsonDocument::k_none);
    return true;
}

bool JsonBuilder::close() {
    m_done = token_begin() + 1;
    m_document.m_nodes[m_open.back()].end = static_cast<std::uint32_t>(m_done);
    m_open.pop_back();
    m_last.pop_back();
    return true;
}

std::string_view JsonBuilder::key_of(const Node& node) const {
    const std::string_view from = node.key_in_pool ? std::string_view(m_document.m_pool) : m_document.m_source;
    return from.substr(node.key, node.key_size);
}

bool JsonBuilder::has_twin_among_few() const {
    const auto& nodes = m_document.m_nodes;
    for (std::size_t i = 1; i < m_members.size(); ++i) {
        const std::string_view name = key_of(nodes[m_members[i]]);
        for (std::size_t j = 0; j < i; ++j)
            if (key_of(nodes[m_members[j]]) == name) return true;
    }
    return false;
}

bool JsonBuilder::has_duplicate_key() {
    const auto& nodes = m_document.m_nodes;
    m_members.clear();
    for (std::uint32_t i = nodes[m_open.back()].first; i != JsonDocument::k_none; i = nodes[i].next)
        m_members.push_back(i);
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        const int order = key_of(nodes[a]).compare(key_of(nodes[b]));
        return order != 0 ? order < 0 : a < b;
    };
    if (m_members.size() <= k_few && !has_twin_among_few()) return false;
    std::sort(m_members.begin(), m_members.end(), before);
    for (std::size_t i = 1; i < m_members.size(); ++i) {
        const std::string_view name = key_of(nodes[m_members[i]]);
        if (name != key_of(nodes[m_members[i - 1]])) continue;
        fail(JsonFault::DuplicateKey, nodes[m_members[i]].begin, 0, std::string(name.substr(0, 60)));
        return true;
    }
    return false;
}

bool JsonBuilder::parse_error(std::size_t read, const std::string&, const nlohmann::detail::exception& error) {
    const std::string_view source = m_document.m_source;
    if (error.id == 406) return fail(JsonFault::NumberRange, token_begin());
    const std::size_t behind = std::clamp<std::size_t>(m_begin + read, 1, source.size());
    const std::size_t begin = token_begin();
    const char last = source[behind - 1];
    const bool in_string = begin < behind && source[begin] == '"';
    if (in_string && static_cast<unsigned char>(last) < 0x20) return fail(JsonFault::ControlCharacter, behind - 1);
    const bool all_read = behind == source.size();
    const bool finished = all_read && (last == '}' || last == ']' || is_json_space(last));
    if (all_read && (finished ? begin >= source.size() : true)) return fail(JsonFault::UnexpectedEnd, source.size());
    if (in_string && behind - begin > 1) return fail(JsonFault::BadEscape, behind - 1);
    std::size_t next = begin < behind ? begin : behind - 1;
    decode_utf8(source, next);
    return fail(JsonFault::UnexpectedCharacter, begin, 0, std::string(source.substr(begin, next - begin)));
}

void JsonBuilder::run(std::size_t skip) {
    const std::string_view source = m_document.m_source;
    m_begin = m_done = skip;
    m_document.m_nodes.reserve(std::min(m_limits.values, source.size() / 24 + 16));
    const char* const begin = source.data() + skip;
    const char* const end = source.data() + source.size();
    using Input = decltype(nlohmann::detail::input_adapter(begin, end));
    // What nlohmann::basic_json::sax_parse calls for JSON; that one brings the binary formats along.
    nlohmann::detail::parser<Parser, Input> parser(nlohmann::detail::input_adapter(begin, end), nullptr, false);
    const bool done = parser.sax_parse(this, false);
    if (!done) {
        fail(JsonFault::UnexpectedCharacter, m_done);
        return;
    }
    if (token_begin() < source.size()) fail(JsonFault::TrailingCharacters, m_done);
}

JsonDocument::JsonDocument(std::string_view source, const JsonLimits& limits) : m_source(source) {
    m_problem = inspect_bytes(source, limits);
    if (!ok()) return;
    m_has_byte_order_mark = source.substr(0, 3) == "\xEF\xBB\xBF";
    JsonBuilder(*this, limits).run(m_has_byte_order_mark ? 3 : 0);
}

JsonValue JsonDocument::root() const {
    return ok() && !m_nodes.empty() ? JsonValue(this, 0) : JsonValue();
}

JsonKind JsonValue::kind() const {
    return exists() ? static_cast<JsonKind>(m_document->m_nodes[m_index].kind) : JsonKind::Missing;
}

bool JsonValue::boolean() const {
    return is(JsonKind::Bool) && m_document->m_nodes[m_index].is_true;
}

double JsonValue::number() const {
    return is(JsonKind::Number) ? m_document->m_numbers[m_document->m_nodes[m_index].first] : 0;
}

std::string_view JsonValue::text() const {
    if (!is(JsonKind::String)) return {};
    const auto& node = m_document->m_nodes[m_index];
    return (node.text_in_pool ? std::string_view(m_document->m_pool) : m_document->m_source)
        .substr(node.first, node.count);
}

std::string_view JsonValue::key() const {
    if (!exists() || m_document->m_nodes[m_index].key == JsonDocument::k_none) return {};
    const auto& node = m_document->m_nodes[m_index];
    return (node.key_in_pool ? std::string_view(m_document->m_pool) : m_document->m_source)
        .substr(node.key, node.key_size);
}

std::size_t JsonValue::size() const {
    return is(JsonKind::Array) || is(JsonKind::Object) ? m_document->m_nodes[m_index].count : 0;
}

JsonValue JsonValue::first() const {
    if (size() == 0) return {};
    return {m_document, m_document->m_nodes[m_index].first};
}

JsonValue JsonValue::next() const {
    if (!exists() || m_document->m_nodes[m_index].next == JsonDocument::k_none) return {};
    return {m_document, m_document->m_nodes[m_index].next};
}

JsonValue JsonValue::find(std::string_view name) const {
    if (!is(JsonKind::Object)) return {};
    JsonValue member = first();
    while (member.exists() && member.key() != name) member = member.next();
    return member;
}

std::size_t JsonValue::begin_offset() const {
    return exists() ? m_document->m_nodes[m_index].begin : 0;
}
std::size_t JsonValue::end_offset() const {
    return exists() ? m_document->m_nodes[m_index].end : 0;
}

std::string_view JsonValue::source() const {
    return exists() ? m_document->m_source.substr(begin_offset(), end_offset() - begin_offset()) : std::string_view();
}

std::string JsonValue::pointer() const {
    if (!exists()) return {};
    std::vector<std::string> steps;
    const auto& nodes = m_document->m_nodes;
    for (std::uint32_t i = m_index; nodes[i].parent != JsonDocument::k_none; i = nodes[i].parent) {
        std::string step = "/";
        const JsonValue value(m_document, i);
        if (nodes[i].key == JsonDocument::k_none) {
            std::size_t place = 0;
            for (std::uint32_t at = nodes[nodes[i].parent].first; at != i; at = nodes[at].next) ++place;
            step += std::to_string(place);
        }
        for (const char c : value.key()) step += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
        steps.push_back(std::move(step));
    }
    std::string out;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) out += *step;
    return out;
}

TextPosition position_of(std::string_view source, std::size_t offset) {
    const std::string_view before = source.substr(0, std::min(offset, source.size()));
    const std::size_t line_begin = before.rfind('\n') + 1; // npos + 1 is 0
    return {static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1,
            static_cast<int>(count_code_points(before.substr(line_begin))) + 1};
}

}
