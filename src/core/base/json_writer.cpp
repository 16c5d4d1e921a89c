#include "core/base/json_writer.hpp"

#include "core/base/decimal.hpp"
#include "core/base/text.hpp"

namespace atlas {

namespace {

void append_escaped(std::string& out, unsigned char c) {
    static constexpr char k_hex[] = "0123456789abcdef";
    out += "\\u00";
    out += k_hex[c >> 4];
    out += k_hex[c & 15];
}

}

void append_json_string(std::string& out, std::string_view value) {
    out += '"';
    for (std::size_t i = 0; i < value.size();) {
        const std::size_t begin = i;
        const char32_t c = decode_utf8(value, i);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += static_cast<char>(c);
        } else if (c == '\n') {
            out += "\\n";
        } else if (c < 0x20 || c == 0x7F) {
            append_escaped(out, static_cast<unsigned char>(c));
        } else if (c == '/' && begin > 0 && value[begin - 1] == '<') {
            out += "\\/";
        } else {
            append_utf8(out, c);
        }
    }
    out += '"';
}

void JsonWriter::separate() {
    if (m_after_key) {
        m_after_key = false;
        return;
    }
    if (m_has_members.empty()) return;
    if (m_has_members.back()) m_out += ',';
    m_has_members.back() = true;
}

JsonWriter& JsonWriter::begin_object() {
    separate();
    m_out += '{';
    m_has_members.push_back(false);
    return *this;
}

JsonWriter& JsonWriter::end_object() {
    m_out += '}';
    if (!m_has_members.empty()) m_has_members.pop_back();
    return *this;
}

JsonWriter& JsonWriter::begin_array() {
    separate();
    m_out += '[';
    m_has_members.push_back(false);
    return *this;
}

JsonWriter& JsonWriter::end_array() {
    m_out += ']';
    if (!m_has_members.empty()) m_has_members.pop_back();
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    append_json_string(m_out, name);
    m_out += ':';
    m_after_key = true;
    return *this;
}

JsonWriter& JsonWriter::string(std::string_view value) {
    separate();
    append_json_string(m_out, value);
    return *this;
}

JsonWriter& JsonWriter::number(double value) {
    return raw(shortest_number(value));
}
JsonWriter& JsonWriter::integer(std::int64_t value) {
    return raw(std::to_string(value));
}
JsonWriter& JsonWriter::boolean(bool value) {
    return raw(value ? "true" : "false");
}
JsonWriter& JsonWriter::null() {
    return raw("null");
}

JsonWriter& JsonWriter::raw(std::string_view json) {
    separate();
    m_out += json;
    return *this;
}

}
