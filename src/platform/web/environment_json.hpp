#pragma once
// What the page tells about itself, as JSON: {width, height, pixelRatio, gestures, mode, whole, attract, prefersDark,
// prefersContrast, reducedMotion, fullscreen, coarse, address, report, title, logo, parts: {header, …}, locked:
// {regions: [ids], …}, colours: {text: 0xRRGGBB, …}}. Missing or impossible values keep their old meaning.

#include "core/state/ui.hpp"

#include <string_view>

namespace atlas::web {

[[nodiscard]] Environment read_environment(std::string_view json, Environment base);

}
