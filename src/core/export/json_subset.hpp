#pragma once
// The clusters shown as a snapshot of their own: what this atlas, or another, can load again. Records are copied as
// they were written, unknown fields included; only lists of clusters lose the members that stay behind. The families of
// the clusters (all that merged, joined, split or shared a label) come along, so that the lineage stays whole.
// Published counts do not: they count clusters that are not in the file.

#include "core/read/reading.hpp"

#include <string>
#include <string_view>

namespace atlas {

// Nothing for an empty result: a snapshot has at least one cluster.
[[nodiscard]] std::string snapshot_subset(const Reading& input, std::string_view address);
// Per cluster: 1 if it is shown or of the family of one that is.
[[nodiscard]] std::vector<std::uint8_t> shown_families(const Reading& input);

}
