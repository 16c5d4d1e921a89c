#pragma once
// Which source says what of a cluster.

#include "core/snapshot/snapshot.hpp"

#include <string>
#include <vector>

namespace atlas {

struct SourceUse {
    SourceIndex source = 0;
    std::vector<std::string> parts; // "siège", "label"
};

// In the order in which the card tells the parts. O(events + stories).
[[nodiscard]] std::vector<SourceUse> source_uses(const Snapshot& snapshot, ClusterIndex cluster, Lang lang);

}
