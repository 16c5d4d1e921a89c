#pragma once
// Names and lineage of one cluster in words, oldest first. O(events).

#include "core/read/reading.hpp"

#include <optional>
#include <string>
#include <vector>

namespace atlas {

// A body that the cluster came from is a branch; one that joined it later does not change what it is.
enum class LineageMark : std::uint8_t { Start, Branch, Node, Joined, Left };

struct LineageRow {
    Date when;
    std::string year, text, aside, hint;
    LineageMark mark = LineageMark::Node;
    std::optional<ClusterIndex> target; // the other body, when it is one
    bool is_merger = false;
};

[[nodiscard]] std::vector<LineageRow> lineage_rows(const Reading& input, ClusterIndex cluster);
[[nodiscard]] std::string lineage_row_words(const LineageRow& row, Lang lang); // "2006 : Mov’eo, fusion"

}
