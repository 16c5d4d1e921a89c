#pragma once
// The font files compiled into the program: subsets of Inter (OFL) and Phosphor (MIT) that tools/bake_fonts.py makes at
// build time. The spans live as long as the program, so ImGui is given them with FontDataOwnedByAtlas = false.

#include <cstdint>
#include <span>

namespace atlas::view {

enum class FontFile : std::uint8_t { InterRegular, InterSemiBold, IconsRegular, IconsFill, IconsBold };

[[nodiscard]] std::span<const unsigned char> font_file(FontFile file);

}
