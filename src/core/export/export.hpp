#pragma once
// The current result as a file: one function per format, all from the same LayoutInput. `kind` is "csv" (comma),
// "csv-fr" (semicolon, byte order mark), "json" (a snapshot subset that the loader accepts), "geojson", "svg" (the map
// sheet), "changes.csv", "citation", "sentence"; anything else gives an empty text. `address` is the page's own address
// with the permalink; may be empty.

#include "core/export/glyph_outline.hpp"
#include "core/scene/layout.hpp"

#include <array>
#include <string>
#include <string_view>

namespace atlas {

using IconFonts = std::array<FontBytes, 3>; // by IconStyle

// Without the icon fonts a picture has no icons; the core has no font files of its own.
[[nodiscard]] std::string export_text(std::string_view kind, const LayoutInput& input, std::string_view address,
                                      const IconFonts& fonts = {});

}
