#pragma once
// How tall a box of this width would show what is open without anything inside having to scroll: what a frame asks of
// the page that holds it. Follows from the width and from what is shown, never from the height of now, so that a page
// that gives it is not asked again.

#include "core/ui/layout_input.hpp"
#include "core/ui/scene.hpp"

namespace atlas {

inline constexpr float k_natural_most_px = 2400.0f; // longer lists scroll

// `scene`: laid out from `input`.
[[nodiscard]] float natural_height(const LayoutInput& input, const Scene& scene);

}
