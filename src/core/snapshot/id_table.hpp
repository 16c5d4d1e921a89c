// The identifiers of one list of the file, sorted, to turn references into indices. Views into the document.
#pragma once

#include "core/snapshot/report.hpp"

#include <optional>

namespace atlas {

class IdTable {
public:
    // `list` is the file's name for the list; reports identifiers that are taken. Other faults are the reader's.
    void build(JsonValue list, std::string_view name, std::string_view id_field, Report& report);
    std::optional<std::uint32_t> find(std::string_view id) const;
    std::string_view name() const { return m_name; }

private:
    struct Entry {
        std::string_view id;
        std::uint32_t index = 0;
    };
    std::string_view m_name;
    std::vector<Entry> m_entries;
};

// 1 to 64 of a-z, 0-9 and . + - : safe in a permalink, a file name and a URL.
bool is_id(std::string_view text);

}
