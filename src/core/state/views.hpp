#pragma once
// The rooms that a snapshot can fill: one that it has nothing for is not offered, and no state leads there.

#include "core/snapshot/snapshot.hpp"
#include "core/state/state.hpp"

#include <vector>

namespace atlas {

[[nodiscard]] bool has_view(const Snapshot& snapshot, View view);
[[nodiscard]] std::vector<View> views_of(const Snapshot& snapshot); // in their order

}
