#pragma once
// The outline of one glyph of a TrueType font as SVG path data: icons in exported pictures must not depend on a font
// that the reader lacks. Reads simple glyphs (the icon fonts have no others) through cmap format 4; every offset is
// checked, so a damaged font gives an empty path. Source: OpenType specification, tables head, loca, glyf, cmap.

#include "core/base/geometry.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace atlas {

using FontBytes = std::span<const unsigned char>;

// The icon drawn with its centre at `centre`; the icons' design square is one em wide, its middle 0.4375 em high.
[[nodiscard]] std::string icon_path(FontBytes font, char16_t code_point, Point centre, float size_px);

// "12.5", never "-0" or "1e-7": up to two decimals, which is a fiftieth of a px on paper.
void append_coordinate(std::string& out, double value);

}
