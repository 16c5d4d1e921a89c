#include "view/inspector/windows.hpp"

#include "core/ui/colours.hpp"
#include "imgui.h"

namespace atlas::view {

namespace {

Rgb from_floats(const float (&rgb)[3]) {
    const auto byte = [](float part) { return static_cast<std::uint8_t>(part * 255.0f + 0.5f); };
    return {byte(rgb[0]), byte(rgb[1]), byte(rgb[2])};
}

}

void show_inks(const Environment& environment, ColourTheme theme, InkChanges& changes) {
    if (ImGui::Button("The theme's own")) changes.fill(std::nullopt);
    const Colours colours = colours_of(palette_of(theme, environment), own_colours(environment));
    for (std::size_t i = 1; i < changes.size(); ++i) {
        const auto ink = static_cast<Ink>(i);
        const Rgb now = changes[i].value_or(colours.of(ink));
        float rgb[3] = {static_cast<float>(now.r) / 255.0f, static_cast<float>(now.g) / 255.0f,
                        static_cast<float>(now.b) / 255.0f};
        if (ImGui::ColorEdit3(ink_name(ink).data(), rgb)) changes[i] = from_floats(rgb);
    }
}

}
