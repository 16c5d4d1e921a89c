#pragma once
// A Scene as an SVG picture: the same records as the canvas, so the same picture, but for ever sharp. Text stays text
// (with fallback fonts, held to its width), icons become outlines, meshes become the outlines of their areas, so that
// nothing depends on the reader's machine and no seam shows between triangles. SVG 1.1, well-formed whatever the texts
// hold.

#include "core/export/glyph_outline.hpp"
#include "core/ui/scene.hpp"
#include "core/ui/tokens.hpp"

#include <array>
#include <span>

namespace atlas {

struct SvgInput {
    const Scene& scene;
    float width_px = 0.0f, height_px = 0.0f;
    Palette palette = Palette::Light;
    std::vector<HostColour> own_colours{}; // of the data and the host
    std::array<FontBytes, 3> icon_fonts{}; // by IconStyle; without them icons are left out
    std::string title, description, lang;
};

[[nodiscard]] std::string svg_of(const SvgInput& input);

}
