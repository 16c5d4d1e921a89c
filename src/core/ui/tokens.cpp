#include "core/ui/tokens.hpp"

#include "core/base/elementary.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace atlas {

namespace {

struct TokenRow {
    Ink ink;
    std::string_view name; // of the host's --atlas-… property
    std::uint32_t rgb[3];  // light, dark, contrast
};

// In the order of Ink, which the tests check. The ramp is the land's own straw going brown: it grows steadily darker
// (lighter on dark land), which is what a colour-blind eye and a grey print keep of it.
constexpr TokenRow k_tokens[] = {
    {Ink::None, "none", {0x000000, 0x000000, 0x000000}},
    {Ink::Page, "page", {0xFFFFFF, 0x0C1217, 0xFFFFFF}},
    {Ink::Panel, "panel", {0xFFFFFF, 0x12191F, 0xFFFFFF}},
    {Ink::Raised, "raised", {0xFFFFFF, 0x19222A, 0xFFFFFF}},
    {Ink::Sunken, "sunken", {0xF3F6F7, 0x19222A, 0xFFFFFF}},
    {Ink::Hover, "hover", {0xEDF2F5, 0x212C35, 0xE6E6E6}},
    {Ink::Shadow, "shadow", {0x000000, 0x000000, 0x000000}},
    {Ink::Text, "text", {0x14202B, 0xEEF3F6, 0x000000}},
    {Ink::Text2, "text-2", {0x45525E, 0xBAC6CF, 0x000000}},
    {Ink::Text3, "text-3", {0x5D6A75, 0x94A2AD, 0x2B2B2B}},
    {Ink::OnMap, "on-map", {0x14202B, 0xEEF3F6, 0x000000}},
    {Ink::Halo, "halo", {0xFDFDFB, 0x1F2A34, 0xFFFFFF}},
    {Ink::MapText2, "map-text-2", {0x45525E, 0xBAC6CF, 0x000000}},
    {Ink::Hair, "hair", {0xDCE2E6, 0x2A353E, 0x000000}},
    {Ink::Control, "control", {0x8A96A0, 0x7A8894, 0x000000}},
    {Ink::Accent, "accent", {0x123F63, 0x9CCDF2, 0x00319C}},
    {Ink::OnAccent, "on-accent", {0xFFFFFF, 0x0C1217, 0xFFFFFF}},
    {Ink::AccentSoft, "accent-soft", {0xE1ECF4, 0x1C3345, 0xFFFFFF}},
    {Ink::Focus, "focus", {0x0B5FFF, 0x7DB8FF, 0xC4006A}},
    {Ink::Error, "error", {0xB3261E, 0xFF8A80, 0xB3261E}},
    {Ink::Sea, "sea", {0xE3ECF0, 0x0B1217, 0xFFFFFF}},
    {Ink::Graticule, "graticule", {0xD5E1E7, 0x18232B, 0xFFFFFF}},
    {Ink::CoastGlow, "coast-glow", {0xD3E1E8, 0x121D25, 0xFFFFFF}},
    {Ink::Land, "land", {0xFDFDFB, 0x1F2A34, 0xFFFFFF}},
    {Ink::LandHover, "land-hover", {0xF6F2E6, 0x263746, 0xFFF8D0}},
    {Ink::LandSelected, "land-selected", {0xFAEFCB, 0x274257, 0xFFF3A6}},
    {Ink::Neighbour, "neighbour", {0xEFF1F0, 0x141D24, 0xE9E9E9}},
    {Ink::NeighbourLine, "neighbour-line", {0xD3D9DB, 0x22303A, 0x767676}},
    {Ink::Coast, "coast", {0x738795, 0x657B8B, 0x000000}},
    {Ink::RegionLine, "region-line", {0x8694A0, 0x647785, 0x000000}},
    {Ink::DepartmentLine, "department-line", {0xE1E6E8, 0x2B3742, 0xC9C9C9}},
    {Ink::SelectedRegionLine, "selected-region-line", {0x123F63, 0x9CCDF2, 0x00319C}},
    {Ink::Leader, "leader", {0x7A8893, 0x6B7C88, 0x7B8A95}},
    {Ink::Ghost, "ghost", {0x7F878D, 0x66747E, 0x767676}},
    {Ink::PinCase, "pin-case", {0xFFFFFF, 0x0F161C, 0xFFFFFF}},
    {Ink::PinIcon, "pin-icon", {0xFFFFFF, 0x0F161C, 0xFFFFFF}},
    {Ink::BandOdd, "band-odd", {0xEEF2F4, 0x1A242C, 0xFFFFFF}},
    {Ink::BandEven, "band-even", {0xE3E9ED, 0x222E37, 0xE6E6E6}},
    {Ink::Hatch, "hatch", {0xC3CDD4, 0x40505C, 0x8C8C8C}},
    {Ink::BarEmpty, "bar-empty", {0x8C959C, 0x5E6972, 0x8C8C8C}},
    {Ink::Step, "step", {0x123F63, 0x9CCDF2, 0x00319C}},
    {Ink::Handle, "handle", {0x14202B, 0xEEF3F6, 0x000000}},
    {Ink::Ramp1, "ramp-1", {0xF4E4C1, 0x443B2A, 0xE2E2E2}},
    {Ink::Ramp2, "ramp-2", {0xE6C894, 0x65532F, 0xC2C2C2}},
    {Ink::Ramp3, "ramp-3", {0xD1A462, 0x886D3A, 0x9F9F9F}},
    {Ink::Ramp4, "ramp-4", {0xAF7B3C, 0xAE8A48, 0x7B7B7B}},
    {Ink::Ramp5, "ramp-5", {0x83531C, 0xD9B062, 0x565656}},
    {Ink::DomainAgri, "domain-agri", {0x6F9019, 0xA5E89A, 0x5F7F00}},
    {Ink::DomainHealth, "domain-health", {0xC65B86, 0xD0738F, 0xB8266B}},
    {Ink::DomainEnergy, "domain-energy", {0x9A5A0C, 0xEAC150, 0x7A3E00}},
    {Ink::DomainWater, "domain-water", {0x0A6E68, 0x5FC2B4, 0x00554F}},
    {Ink::DomainDigital, "domain-digital", {0x2B3A75, 0xA2A6F8, 0x16205A}},
    {Ink::DomainMobility, "domain-mobility", {0x2F86D6, 0x3C97DB, 0x1F72C9}},
    {Ink::DomainAero, "domain-aero", {0x74309C, 0xEFC4FA, 0x560F80}},
    {Ink::DomainIndustry, "domain-industry", {0x6A230D, 0xF0834C, 0x4A1405}},
    {Ink::DomainOther, "domain-other", {0x494C4F, 0xE5EBF1, 0x8B8B8B}},
    {Ink::PaperWhite, "paper-white", {0xFFFFFF, 0xFFFFFF, 0xFFFFFF}},
    {Ink::PaperBlack, "paper-black", {0x000000, 0x000000, 0x000000}},
};
static_assert(std::size(k_tokens) == static_cast<std::size_t>(Ink::Count));

double linear(std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : power((c + 0.055) / 1.055, 2.4);
}

double luminance(Rgb c) {
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

}

Palette palette_of(ColourTheme theme, const Environment& environment) {
    switch (theme) {
    case ColourTheme::Light:
        return Palette::Light;
    case ColourTheme::Dark:
        return Palette::Dark;
    case ColourTheme::Contrast:
        return Palette::Contrast;
    case ColourTheme::Auto:
        break;
    }
    if (environment.prefers_contrast) return Palette::Contrast;
    return environment.prefers_dark ? Palette::Dark : Palette::Light;
}

Rgb colour_of(Ink ink, Palette palette) {
    const auto row = static_cast<std::size_t>(ink) < std::size(k_tokens) ? static_cast<std::size_t>(ink) : 0;
    return from_hex(k_tokens[row].rgb[static_cast<std::size_t>(palette)]);
}

std::string_view ink_name(Ink ink) {
    return k_tokens[static_cast<std::size_t>(ink)].name;
}

float shadow_opacity(Palette palette) {
    return palette == Palette::Dark ? 0x55 / 255.0f : 0x14 / 255.0f;
}

double contrast_ratio(Rgb a, Rgb b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

}
