#pragma once
// The map with title, date, legend and source line at any size: what SVG and PNG exports and the printed page show. The
// same drawing as on screen, without buttons and without anything that moves.

#include "core/scene/layout.hpp"

namespace atlas {

[[nodiscard]] Scene layout_map_sheet(const LayoutInput& input, float width_px, float height_px);

}
