#pragma once
// The theme's colours with the host's own among them, held to the contrasts that reading needs: a colour that can't be
// read on its grounds moves towards black or white as far as it takes; where no such move helps, the host's colours are
// refused together. Who asked for high contrast gets the theme's, whatever the host likes.

#include "core/ui/tokens.hpp"

#include <span>
#include <vector>

namespace atlas {

struct ContrastRule {
    Ink ink, ground;
    double least; // WCAG 2: 4.5 text, 3 graphics
};

struct Colours {
    std::array<Rgb, static_cast<std::size_t>(Ink::Count)> rgb{};
    std::vector<Ink> repaired; // the host's, moved; the theme's own follow its grounds unsaid
    bool is_refused = false;   // the theme's own are shown

    [[nodiscard]] Rgb of(Ink ink) const { return rgb[static_cast<std::size_t>(ink)]; }
};

[[nodiscard]] std::span<const ContrastRule> contrast_rules();
// Those of the snapshot's domains and the host's, in this order.
[[nodiscard]] std::vector<HostColour> own_colours(const Environment& environment);
// Unknown tokens count for nothing. Cost: some hundred contrasts, nothing without host colours.
[[nodiscard]] Colours colours_of(Palette palette, std::span<const HostColour> host);

}
