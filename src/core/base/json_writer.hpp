// Writes JSON text piece by piece, without recursion and without a document in memory. Commas are placed by the writer;
// the caller opens and closes in order. Numbers are finite by contract (others are written as null), strings are valid
// UTF-8 or are made so, and `</` never appears, so that the text can stand inside an HTML script element.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atlas {

class JsonWriter {
public:
    JsonWriter& begin_object();
    JsonWriter& end_object();
    JsonWriter& begin_array();
    JsonWriter& end_array();
    JsonWriter& key(std::string_view name);
    JsonWriter& string(std::string_view value);
    JsonWriter& number(double value); // shortest form that reads back as the same double
    JsonWriter& integer(std::int64_t value);
    JsonWriter& boolean(bool value);
    JsonWriter& null();
    JsonWriter& raw(std::string_view json); // JSON already, copied as it is

    const std::string& text() const { return m_out; }
    std::string take() { return std::move(m_out); }

private:
    void separate();
    std::string m_out;
    std::vector<bool> m_has_members; // of each open container
    bool m_after_key = false;
};

void append_json_string(std::string& out, std::string_view value);

}
