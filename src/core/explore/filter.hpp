#pragma once
// Which clusters are asked for. Facet values are the snapshot's own ids; lists are kept sorted and unique so that equal
// meaning is equal value.

#include "core/geo/lng_lat.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atlas {

// Within a facet values are OR, across facets AND. What makes each one what it is: facet_traits.hpp.
enum class Facet : std::uint8_t {
    Region,     // code of the seat's region
    Covered,    // code of a region the cluster acts in
    Department, // department code of the seat
    Domain,
    Sector,
    Term,    // length of the label held at the date
    Class,   // class of 2005-2010
    Roster,  // "2007", "2023", "2026": the printed lists; at most one value
    Entry,   // number of the phase of the first label
    Status,  // "labelled", "ended", "merged" at the date
    Theme,   // theme of a story about the cluster
    Stories, // "with", "without"; at most one value
    Count
};
inline constexpr std::size_t k_facet_count = static_cast<std::size_t>(Facet::Count);

struct Filter {
    std::string text; // as typed; folded by the search
    std::array<std::vector<std::string>, k_facet_count> values;
    std::vector<LngLat> area; // geographic selection, a closed ring without its last point; empty: none

    [[nodiscard]] const std::vector<std::string>& of(Facet facet) const {
        return values[static_cast<std::size_t>(facet)];
    }
    std::vector<std::string>& of(Facet facet) { return values[static_cast<std::size_t>(facet)]; }
    [[nodiscard]] bool is_empty() const;
    bool operator==(const Filter&) const = default;
};

// Sorted, without repetition; a facet that takes one value keeps the last one given.
void set_values(Filter& filter, Facet facet, std::vector<std::string> values);
void toggle_value(Filter& filter, Facet facet, std::string_view value);

}
