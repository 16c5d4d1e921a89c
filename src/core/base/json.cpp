#include "core/base/json.hpp"

#include <algorithm>

namespace atlas {

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

JsonValue JsonValue::parent() const {
    if (!exists() || m_document->m_nodes[m_index].parent == JsonDocument::k_none) return {};
    return {m_document, m_document->m_nodes[m_index].parent};
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
    std::vector<std::string> steps;
    JsonValue parent = this->parent();
    for (JsonValue value = *this; parent.exists(); value = parent, parent = parent.parent()) {
        std::string step = "/";
        if (parent.is(JsonKind::Array)) {
            std::size_t place = 0;
            for (JsonValue at = parent.first(); at.m_index != value.m_index; at = at.next()) ++place;
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
