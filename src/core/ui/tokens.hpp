#pragma once
// The three themes' colours (design tokens): Ink -> sRGB. The one table for canvas, SVG, contrast tests and the twin.

#include "core/state/ui.hpp"
#include "core/ui/ink.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace atlas {

struct Rgb {
    std::uint8_t r = 0, g = 0, b = 0;
    bool operator==(const Rgb&) const = default;
};

// Colours that stand in for the theme’s own, by Ink.
using InkChanges = std::array<std::optional<Rgb>, static_cast<std::size_t>(Ink::Count)>;

enum class Palette : std::uint8_t { Light, Dark, Contrast };

[[nodiscard]] Palette palette_of(ColourTheme theme, const Environment& environment);
[[nodiscard]] Rgb colour_of(Ink ink, Palette palette);
[[nodiscard]] std::string_view ink_name(Ink ink);         // "land-hover": --atlas-land-hover on the host's page
[[nodiscard]] constexpr Rgb from_hex(std::uint32_t rgb) { // 0xRRGGBB
    return {static_cast<std::uint8_t>(rgb >> 16 & 0xFF), static_cast<std::uint8_t>(rgb >> 8 & 0xFF),
            static_cast<std::uint8_t>(rgb & 0xFF)};
}
[[nodiscard]] float shadow_opacity(Palette palette);
[[nodiscard]] double contrast_ratio(Rgb a, Rgb b); // WCAG 2

}
