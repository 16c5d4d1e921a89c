#pragma once
// Visvalingam's line simplification: the weight of a vertex is the area of the triangle that vanishes with it, made
// monotonic, so that keeping what weighs at least W gives nested levels of detail. Ends weigh infinity; shared border
// lines are simplified once, so neighbouring areas never part. O(n²) for a line of n vertices, n being a few hundred.
// Source: Visvalingam & Whyatt, "Line generalisation by repeated elimination of points", 1993.

#include <span>
#include <vector>

namespace atlas {

[[nodiscard]] std::vector<double> vertex_weights_m2(std::span<const float> x_m, std::span<const float> y_m);

}
