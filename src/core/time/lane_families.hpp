#pragma once
// The order of lanes by families; the method is told in lanes.hpp.

#include "core/time/lanes.hpp"

namespace atlas {

// order[place] = index of the lane in `lanes`; lanes of a group stay together.
[[nodiscard]] std::vector<std::uint32_t> family_order(const LaneInput& input, const std::vector<Lane>& lanes,
                                                      const std::vector<LaneFlow>& flows);
// What lanes are sorted by: the folded name of the last organisation, then its id.
[[nodiscard]] std::string lane_sort_name(const LaneInput& input, const Lane& lane);

}
