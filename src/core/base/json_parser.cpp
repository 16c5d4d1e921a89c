// The bytes to the arena of a JsonDocument, by the public SAX interface of nlohmann's parser. Its events carry no
// places: the builder watches how far the parser has walked.

#include "core/base/json.hpp"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

namespace atlas {

namespace {

using Parser = nlohmann::json;

constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

bool is_json_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
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

// Reads for the parser, and writes down how far it has come.
class Walk {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Walk(const char* at, const char*& reached) : m_at(at), m_reached(&reached) {}
    reference operator*() const { return *m_at; }
    Walk& operator++() {
        *m_reached = ++m_at;
        return *this;
    }
    Walk operator++(int) {
        const Walk before = *this;
        ++*this;
        return before;
    }
    bool operator==(const Walk& other) const { return m_at == other.m_at; }

private:
    const char* m_at;
    const char** m_reached;
};

std::size_t digits_of(std::uint64_t value) {
    std::size_t count = 1;
    for (; value >= 10; value /= 10) ++count;
    return count;
}

}

class JsonBuilder {
public:
    JsonBuilder(JsonDocument& document, const JsonLimits& limits) : m_document(document), m_limits(limits) {}

    void run(std::size_t skip);

    // The events of nlohmann's json_sax.
    bool null() { return add(JsonKind::Null, walked()) != nullptr; }
    bool boolean(bool value);
    bool number_integer(Parser::number_integer_t value);
    bool number_unsigned(Parser::number_unsigned_t value);
    bool number_float(double value, const std::string& text) { return add_number(value, text.size()); }
    bool string(const std::string& value);
    bool binary(const Parser::binary_t&) { return false; }
    bool key(const std::string& value);
    bool start_object(std::size_t) { return open(JsonKind::Object); }
    bool start_array(std::size_t) { return open(JsonKind::Array); }
    bool end_object() { return !has_duplicate_key() && close(); }
    bool end_array() { return close(); }
    bool parse_error(std::size_t read, const std::string&, const Parser::exception& error);

private:
    using Node = JsonDocument::Node;
    struct Stored {
        std::uint32_t place = 0;
        std::uint32_t size = 0;
        bool in_pool = false;
    };

    bool fail(JsonFault fault, std::size_t at, std::size_t limit = 0, std::string detail = {});
    std::size_t walked() const { return static_cast<std::size_t>(m_reached - m_document.m_source.data()); }
    std::size_t token_begin();
    Node* add(JsonKind kind, std::size_t end);
    bool add_number(double value, std::size_t size);
    bool open(JsonKind kind);
    bool close();
    bool store(const std::string& value, Stored& out);
    std::string_view key_of(const Node& node) const;
    bool has_duplicate_key();
    bool has_twin_among_few() const;

    JsonDocument& m_document;
    JsonLimits m_limits;
    const char* m_reached = nullptr; // behind the last character that the parser has read
    std::size_t m_done = 0;          // behind the last token
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

// Between two events stand only spaces, commas and colons.
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
    Node* node = add(JsonKind::Bool, walked());
    if (node != nullptr) node->is_true = value;
    return node != nullptr;
}

// A number ends where the parser has read one character too many, or the bytes end. Its length tells where; JSON
// writes a whole number in one way only.
bool JsonBuilder::add_number(double value, std::size_t size) {
    Node* node = add(JsonKind::Number, token_begin() + size);
    if (node == nullptr) return false;
    node->first = static_cast<std::uint32_t>(m_document.m_numbers.size());
    m_document.m_numbers.push_back(value);
    return true;
}

bool JsonBuilder::number_integer(Parser::number_integer_t value) { // with a minus sign, "-0" too
    return add_number(static_cast<double>(value), 1 + digits_of(0 - static_cast<std::uint64_t>(value)));
}

bool JsonBuilder::number_unsigned(Parser::number_unsigned_t value) {
    return add_number(static_cast<double>(value), digits_of(value));
}

// The token is in the source as it is unless it was escaped, and escapes always shorten.
bool JsonBuilder::store(const std::string& value, Stored& out) {
    const std::size_t begin = token_begin();
    if (value.size() > m_limits.string_bytes) return fail(JsonFault::StringTooLong, begin, m_limits.string_bytes);
    if (value.find('\0') != std::string::npos) return fail(JsonFault::NulCharacter, begin);
    out.size = static_cast<std::uint32_t>(value.size());
    out.in_pool = walked() - begin != value.size() + 2;
    out.place = static_cast<std::uint32_t>(out.in_pool ? m_document.m_pool.size() : begin + 1);
    if (out.in_pool) m_document.m_pool += value;
    return true;
}

bool JsonBuilder::string(const std::string& value) {
    Stored stored;
    if (!store(value, stored)) return false;
    Node* node = add(JsonKind::String, walked());
    if (node == nullptr) return false;
    node->first = stored.place;
    node->count = stored.size;
    node->text_in_pool = stored.in_pool;
    return true;
}

bool JsonBuilder::key(const std::string& value) {
    if (!store(value, m_key)) return false;
    m_has_key = true;
    m_done = walked();
    return true;
}

bool JsonBuilder::open(JsonKind kind) {
    if (m_open.size() >= m_limits.depth) return fail(JsonFault::TooDeep, token_begin(), m_limits.depth);
    if (add(kind, walked()) == nullptr) return false;
    m_open.push_back(static_cast<std::uint32_t>(m_document.m_nodes.size() - 1));
    m_last.push_back(JsonDocument::k_none);
    return true;
}

bool JsonBuilder::close() {
    m_done = walked();
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

bool JsonBuilder::parse_error(std::size_t read, const std::string&, const Parser::exception& error) {
    const std::string_view source = m_document.m_source;
    const std::size_t begin = token_begin();
    if (error.id == 406) return fail(JsonFault::NumberRange, begin);
    const std::size_t behind = std::clamp<std::size_t>(read, 1, source.size());
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
    m_done = skip;
    m_document.m_nodes.reserve(std::min(m_limits.values, source.size() / 24 + 16));
    m_reached = source.data();
    const Walk begin(source.data(), m_reached), end(source.data() + source.size(), m_reached);
    if (!Parser::sax_parse(begin, end, this, Parser::input_format_t::json, false)) return;
    // checked here, because the parser takes a zero byte for the end
    while (m_done < source.size() && is_json_space(source[m_done])) ++m_done;
    if (m_done < source.size()) fail(JsonFault::TrailingCharacters, m_done);
}

JsonDocument::JsonDocument(std::string_view source, const JsonLimits& limits) : m_source(source) {
    m_problem = inspect_bytes(source, limits);
    if (!ok()) return;
    m_has_byte_order_mark = source.starts_with(k_byte_order_mark);
    JsonBuilder(*this, limits).run(m_has_byte_order_mark ? k_byte_order_mark.size() : 0);
}

}
