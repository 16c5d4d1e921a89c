#pragma once
// What stands on one lane: labels cut where the name or the term changes, times without a label, and the marks of what
// happened. O(labels * (names + terms)) per lane.

#include "core/time/lanes.hpp"

namespace atlas {

[[nodiscard]] std::vector<LaneBar> lane_bars(const LaneInput& input, const std::vector<ClusterIndex>& chain);

// Events by organisation, so that a lane needs not look through all of them.
class LaneEvents {
public:
    explicit LaneEvents(const Snapshot& snapshot);
    [[nodiscard]] std::vector<LaneMark> marks(const LaneInput& input, const std::vector<ClusterIndex>& chain) const;

private:
    std::vector<std::vector<EventIndex>> m_events; // per cluster, as source or target
};

}
