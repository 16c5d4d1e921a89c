#pragma once
// What the page tells about itself, as JSON: {width, height, pixelRatio, textScale, gestures, mode, prefersDark,
// prefersContrast, reducedMotion, fullscreen, coarse, accent}. Missing or impossible values keep their old meaning.

#include "core/state/ui.hpp"

#include <string_view>

namespace atlas::web {

[[nodiscard]] Environment read_environment(std::string_view json, Environment base);

}
