#pragma once
// Questions that update() asks of snapshot and result.

#include "core/explore/result.hpp"

namespace atlas {

// The cluster `step` places from `selected` in the result, wrapping round; the first or last one if it is not in it.
[[nodiscard]] std::string neighbour_in_result(const Snapshot& snapshot, const Result& result,
                                              const std::string& selected, int step);
[[nodiscard]] std::vector<LngLat> seats_of(const Snapshot& snapshot, const Result& result);

}
