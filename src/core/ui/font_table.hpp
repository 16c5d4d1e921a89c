#pragma once
// The table that tools/bake_fonts.py writes at build time; read it through font_metrics.hpp. Lengths in font units.

#include <array>
#include <cstdint>
#include <span>

namespace atlas {

struct FontTable {
    std::span<const char16_t> code_points;                  // ascending
    std::array<std::span<const std::uint16_t>, 2> advances; // by FontWeight, one for each code point
    std::uint16_t units_per_em, ascent, descent, cap_height;
};

extern const FontTable k_font_table;

}
