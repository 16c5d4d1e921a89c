#pragma once
// The order of names and of the list's rows. Words are compared folded, so that É stands with E; accents, then bytes,
// decide between equals, so that the order is total. French and English agree on this for the names of the atlas.

#include "core/explore/result.hpp"

namespace atlas {

// < 0, 0, > 0. Digits compare as numbers: "Axe 2" before "Axe 10".
[[nodiscard]] int collate(std::string_view a, std::string_view b);

enum class SortColumn : std::uint8_t { Name, Domain, Seat, Region, Since, Term, Stories };

struct SortOrder {
    SortColumn column = SortColumn::Name;
    bool is_descending = false;
    Lang lang;
};
// result.shown in the order of the list; unknown values come last in both directions, equals by name.
[[nodiscard]] std::vector<ClusterIndex> sorted_rows(const Snapshot& snapshot, const SnapshotIndex& index,
                                                    const Result& result, const SortOrder& order);

}
