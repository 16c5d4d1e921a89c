#pragma once
// Text widths as the canvas draws them: the advances of the baked Inter subset, so that layout needs no font library.
// Unit: em, i.e. multiply by the CSS font size in px. Digits are tabular. What the subset lacks is measured by
// foreign_text.hpp; here it has the advance of '?'. Source: tools/bake_fonts.py, at build time. Cost: a binary search.
// The baked files are one em high (ascent + descent = 1), so ImGui's font size is the CSS font size.

#include "core/ui/record.hpp"

namespace atlas {

[[nodiscard]] float advance_em(FontWeight weight, char32_t code_point);
[[nodiscard]] bool has_glyph(char32_t code_point);
[[nodiscard]] float ascent_em();
[[nodiscard]] float descent_em(); // positive, below the baseline
[[nodiscard]] float cap_height_em();

}
