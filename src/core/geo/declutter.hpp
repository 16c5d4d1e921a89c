#pragma once
// Pins that would cover each other fan out round their place: groups of near seats take fixed slots, then groups move
// apart as rigid bodies (design.md §3). No randomness: the result depends on the set of pins, not on their order, and
// every pin keeps its own place. O(n²) per pass, meant for up to a few hundred pins; larger sets are folded first
// (spatial_index.hpp). Units: px at the zoom step for which it is computed.

#include "core/base/geometry.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace atlas {

struct SeatOnScreen {
    std::string_view id; // unique; breaks every tie
    Point at;
};

struct FannedPin { // in the order of the input; offsets are from the seat
    Point offset;
    Point hub;              // where the group's leaders meet
    float column_px = 0.0f; // west (< 0) or east of the group's middle: labels go to that side
    std::uint16_t group_size = 1;
    std::uint16_t group = 0;
};

inline constexpr float k_group_distance_in_radii = 1.9f;
inline constexpr float k_pin_gap_px = 4.0f; // wanted between two discs of different groups

// Groups stay inside the walls, if there are any.
[[nodiscard]] std::vector<FannedPin> fan_out(std::span<const SeatOnScreen> seats, float radius_px,
                                             const Rect& walls = {});

}
