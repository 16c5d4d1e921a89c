#include "core/snapshot/id_table.hpp"

#include "core/base/order.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr std::size_t k_max_id = 64;

bool is_id_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '+';
}

}

bool is_id(std::string_view text) {
    return !text.empty() && text.size() <= k_max_id && std::all_of(text.begin(), text.end(), is_id_character);
}

void IdTable::build(JsonValue list, std::string_view name, std::string_view id_field, Report& report) {
    m_name = name;
    struct Found {
        std::string_view id;
        std::uint32_t index;
        JsonValue at;
    };
    std::vector<Found> found;
    std::uint32_t index = 0;
    for (JsonValue record = list.first(); record.exists(); record = record.next(), ++index) {
        const JsonValue id = record.find(id_field);
        if (id.is(JsonKind::String)) found.push_back({id.text(), index, id});
    }
    sort_stable(found, [](const Found& a, const Found& b) { return a.id != b.id ? a.id < b.id : a.index < b.index; });
    for (const Found& entry : found) {
        if (!m_entries.empty() && m_entries.back().id == entry.id) {
            report.error(entry.at, Msg::IdTaken, {entry.id.substr(0, k_max_id)});
        } else {
            m_entries.push_back({entry.id, entry.index});
        }
    }
}

std::optional<std::uint32_t> IdTable::find(std::string_view id) const {
    const auto place = std::lower_bound(m_entries.begin(), m_entries.end(), id,
                                        [](const Entry& entry, std::string_view wanted) { return entry.id < wanted; });
    if (place == m_entries.end() || place->id != id) return std::nullopt;
    return place->index;
}

}
