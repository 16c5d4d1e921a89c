#pragma once
// Colour roles. Scenes name roles, never colours: the theme turns them into sRGB at paint time, exports and contrast
// tests use the same table (tokens.hpp).

#include <cmath>
#include <cstdint>

namespace atlas {

enum class Ink : std::uint8_t {
    None,
    Page,
    Panel,
    Raised,
    Sunken,
    Hover,
    Shadow,
    Text,
    Text2,
    Text3,
    OnMap,
    Halo,
    MapText2,
    Hair,
    Control,
    Accent,
    OnAccent,
    AccentSoft,
    Focus,
    Error,
    Sea,
    Graticule,
    CoastGlow,
    Land,
    LandHover,
    LandSelected,
    Neighbour,
    NeighbourLine,
    Coast,
    RegionLine,
    DepartmentLine,
    SelectedRegionLine,
    Leader,
    Ghost,
    PinCase,
    PinIcon,
    BandOdd,
    BandEven,
    Hatch,
    BarEmpty,
    Step,
    Handle,
    Ramp1,
    Ramp2,
    Ramp3,
    Ramp4,
    Ramp5, // choropleth, light to strong
    DomainAgri,
    DomainHealth,
    DomainEnergy,
    DomainWater,
    DomainDigital,
    DomainMobility,
    DomainAero,
    DomainIndustry,
    DomainOther, // a snapshot’s own domain beyond the eight
    PaperWhite,
    PaperBlack, // of codes that machines read: the same in every theme
    Count
};

struct Paint {
    Ink ink = Ink::None;
    std::uint8_t alpha = 255;
    bool operator==(const Paint&) const = default;
};

inline Paint faded(Ink ink, float opacity) {
    return {ink, static_cast<std::uint8_t>(std::lround(opacity * 255.0f))};
}

}
