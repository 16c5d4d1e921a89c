#include "view/inspector/windows.hpp"

#include "imgui.h"

namespace atlas::view {

namespace {

constexpr const char* k_names[] = { // in the order of Ink
    "None",
    "Page",
    "Panel",
    "Raised",
    "Sunken",
    "Hover",
    "Shadow",
    "Text",
    "Text2",
    "Text3",
    "OnMap",
    "Halo",
    "MapText2",
    "Hair",
    "Control",
    "Accent",
    "OnAccent",
    "AccentSoft",
    "Focus",
    "Error",
    "Sea",
    "Graticule",
    "CoastGlow",
    "Land",
    "LandHover",
    "LandSelected",
    "Neighbour",
    "NeighbourLine",
    "Coast",
    "RegionLine",
    "DepartmentLine",
    "SelectedRegionLine",
    "Leader",
    "Ghost",
    "PinCase",
    "PinIcon",
    "BandOdd",
    "BandEven",
    "Hatch",
    "BarEmpty",
    "Step",
    "Handle",
    "Ramp1",
    "Ramp2",
    "Ramp3",
    "Ramp4",
    "Ramp5",
    "DomainAgri",
    "DomainHealth",
    "DomainEnergy",
    "DomainWater",
    "DomainDigital",
    "DomainMobility",
    "DomainAero",
    "DomainIndustry",
    "DomainOther",
    "PaperWhite",
    "PaperBlack"};
static_assert(std::size(k_names) == static_cast<std::size_t>(Ink::Count));

Rgb from_floats(const float (&rgb)[3]) {
    const auto byte = [](float part) { return static_cast<std::uint8_t>(part * 255.0f + 0.5f); };
    return {byte(rgb[0]), byte(rgb[1]), byte(rgb[2])};
}

}

void show_inks(const Environment& environment, ColourTheme theme, InkChanges& changes) {
    if (ImGui::Button("The theme's own")) changes.fill(std::nullopt);
    const Palette palette = palette_of(theme, environment);
    for (std::size_t i = 1; i < std::size(k_names); ++i) {
        const Rgb now = changes[i].value_or(colour_of(static_cast<Ink>(i), palette, environment.accent_rgb));
        float rgb[3] = {static_cast<float>(now.r) / 255.0f, static_cast<float>(now.g) / 255.0f,
                        static_cast<float>(now.b) / 255.0f};
        if (ImGui::ColorEdit3(k_names[i], rgb)) changes[i] = from_floats(rgb);
    }
}

}
