#pragma once
// Ear clipping of areas with holes. Holes are joined to their outer ring by a bridge (Eberly's method), then convex
// corners that hold no other corner are cut off one by one. O(n · reflex corners): 20 ms for all of the base map.
// Source: D. Eberly, "Triangulation by Ear Clipping", 2002.

#include <cstdint>
#include <span>
#include <vector>

namespace atlas {

// A ring is the vertices [begin, end) of the point arrays, without repeating the first one.
struct RingSpan {
    std::uint32_t begin = 0, end = 0;
};

// Adds three indices for each triangle. Which rings are holes follows from their direction: like the largest ring
// means land. Crossing rings give overlapping triangles, never a crash or an endless loop.
void triangulate(std::span<const float> x_m, std::span<const float> y_m, std::span<const RingSpan> rings,
                 std::vector<std::uint32_t>& triangles);
[[nodiscard]] double ring_area_m2(std::span<const float> x_m, std::span<const float> y_m, RingSpan ring); // signed

}
