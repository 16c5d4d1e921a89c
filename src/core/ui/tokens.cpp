#include "core/ui/tokens.hpp"

#include "core/base/elementary.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace atlas {

namespace {

struct TokenRow {
    Ink ink;
    std::uint32_t rgb[3]; // light, dark, contrast
};

// In the order of Ink, which the tests check. The ramp is the land's own straw going brown: it grows steadily darker
// (lighter on dark land), which is what a colour-blind eye and a grey print keep of it.
constexpr TokenRow k_tokens[] = {
    {Ink::None, {0x000000, 0x000000, 0x000000}},
    {Ink::Page, {0xFFFFFF, 0x0C1217, 0xFFFFFF}},
    {Ink::Panel, {0xFFFFFF, 0x12191F, 0xFFFFFF}},
    {Ink::Raised, {0xFFFFFF, 0x19222A, 0xFFFFFF}},
    {Ink::Sunken, {0xF3F6F7, 0x19222A, 0xFFFFFF}},
    {Ink::Hover, {0xEDF2F5, 0x212C35, 0xE6E6E6}},
    {Ink::Shadow, {0x000000, 0x000000, 0x000000}},
    {Ink::Text, {0x14202B, 0xEEF3F6, 0x000000}},
    {Ink::Text2, {0x45525E, 0xBAC6CF, 0x000000}},
    {Ink::Text3, {0x5F6C77, 0x94A2AD, 0x2B2B2B}},
    {Ink::OnMap, {0x14202B, 0xEEF3F6, 0x000000}},
    {Ink::Halo, {0xFDFDFB, 0x1F2A34, 0xFFFFFF}},
    {Ink::MapText2, {0x45525E, 0xBAC6CF, 0x000000}},
    {Ink::Hair, {0xDCE2E6, 0x2A353E, 0x000000}},
    {Ink::Control, {0x8A96A0, 0x7A8894, 0x000000}},
    {Ink::Accent, {0x123F63, 0x9CCDF2, 0x00319C}},
    {Ink::OnAccent, {0xFFFFFF, 0x0C1217, 0xFFFFFF}},
    {Ink::AccentSoft, {0xE1ECF4, 0x1C3345, 0xFFFFFF}},
    {Ink::Focus, {0x0B5FFF, 0x7DB8FF, 0xC4006A}},
    {Ink::Error, {0xB3261E, 0xFF8A80, 0xB3261E}},
    {Ink::Sea, {0xE3ECF0, 0x0B1217, 0xFFFFFF}},
    {Ink::Graticule, {0xD5E1E7, 0x18232B, 0xFFFFFF}},
    {Ink::CoastGlow, {0xD3E1E8, 0x121D25, 0xFFFFFF}},
    {Ink::Land, {0xFDFDFB, 0x1F2A34, 0xFFFFFF}},
    {Ink::LandHover, {0xF6F2E6, 0x263746, 0xFFF8D0}},
    {Ink::LandSelected, {0xFAEFCB, 0x274257, 0xFFF3A6}},
    {Ink::Neighbour, {0xEFF1F0, 0x141D24, 0xE9E9E9}},
    {Ink::NeighbourLine, {0xD3D9DB, 0x22303A, 0x767676}},
    {Ink::Coast, {0x738795, 0x657B8B, 0x000000}},
    {Ink::RegionLine, {0x8694A0, 0x647785, 0x000000}},
    {Ink::DepartmentLine, {0xE1E6E8, 0x2B3742, 0xC9C9C9}},
    {Ink::SelectedRegionLine, {0x123F63, 0x9CCDF2, 0x00319C}},
    {Ink::Leader, {0x7B8A95, 0x6B7C88, 0x7B8A95}},
    {Ink::Ghost, {0xA9B4BC, 0x64727D, 0x767676}},
    {Ink::PinCase, {0xFFFFFF, 0x0F161C, 0xFFFFFF}},
    {Ink::PinIcon, {0xFFFFFF, 0x0F161C, 0xFFFFFF}},
    {Ink::BandOdd, {0xEEF2F4, 0x1A242C, 0xFFFFFF}},
    {Ink::BandEven, {0xE3E9ED, 0x222E37, 0xE6E6E6}},
    {Ink::Hatch, {0xC3CDD4, 0x40505C, 0x5A5A5A}},
    {Ink::BarEmpty, {0xDDE4E8, 0x2A363F, 0xD0D0D0}},
    {Ink::Step, {0x123F63, 0x9CCDF2, 0x00319C}},
    {Ink::Handle, {0x14202B, 0xEEF3F6, 0x000000}},
    {Ink::Ramp1, {0xF4E4C1, 0x443B2A, 0xE2E2E2}},
    {Ink::Ramp2, {0xE6C894, 0x65532F, 0xC2C2C2}},
    {Ink::Ramp3, {0xD1A462, 0x886D3A, 0x9F9F9F}},
    {Ink::Ramp4, {0xAF7B3C, 0xAE8A48, 0x7B7B7B}},
    {Ink::Ramp5, {0x83531C, 0xD9B062, 0x565656}},
    {Ink::DomainAgri, {0x6F9019, 0xA5E89A, 0x5F7F00}},
    {Ink::DomainHealth, {0xC65B86, 0xD0738F, 0xB8266B}},
    {Ink::DomainEnergy, {0x9A5A0C, 0xEAC150, 0x7A3E00}},
    {Ink::DomainWater, {0x0A6E68, 0x5FC2B4, 0x00554F}},
    {Ink::DomainDigital, {0x2B3A75, 0xA2A6F8, 0x16205A}},
    {Ink::DomainMobility, {0x2F86D6, 0x3C97DB, 0x1F72C9}},
    {Ink::DomainAero, {0x74309C, 0xEFC4FA, 0x560F80}},
    {Ink::DomainIndustry, {0x6A230D, 0xF0834C, 0x4A1405}},
    {Ink::DomainOther, {0x494C4F, 0xE5EBF1, 0x8B8B8B}},
    {Ink::PaperWhite, {0xFFFFFF, 0xFFFFFF, 0xFFFFFF}},
    {Ink::PaperBlack, {0x000000, 0x000000, 0x000000}},
};
static_assert(std::size(k_tokens) == static_cast<std::size_t>(Ink::Count));

constexpr Rgb from_hex(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16 & 0xFF), static_cast<std::uint8_t>(hex >> 8 & 0xFF),
            static_cast<std::uint8_t>(hex & 0xFF)};
}

Rgb token(Ink ink, Palette palette) {
    const auto row = static_cast<std::size_t>(ink) < std::size(k_tokens) ? static_cast<std::size_t>(ink) : 0;
    return from_hex(k_tokens[row].rgb[static_cast<std::size_t>(palette)]);
}

double linear(std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : power((c + 0.055) / 1.055, 2.4);
}

double luminance(Rgb c) {
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

std::uint8_t mix(std::uint8_t a, std::uint8_t b, double share_of_b) {
    return static_cast<std::uint8_t>(std::lround(a + (b - a) * share_of_b));
}

Rgb mix(Rgb a, Rgb b, double share_of_b) {
    return {mix(a.r, b.r, share_of_b), mix(a.g, b.g, share_of_b), mix(a.b, b.b, share_of_b)};
}

constexpr double k_text_contrast = 4.5;

// The host's colour, moved towards the text colour as far as it takes to be read as a link on every panel surface.
Rgb readable_accent(Rgb wanted, Palette palette) {
    const Rgb text = token(Ink::Text, palette);
    for (int step = 0; step < 20; ++step) {
        const Rgb accent = mix(wanted, text, step * 0.05);
        if (contrast_ratio(accent, token(Ink::Panel, palette)) >= k_text_contrast &&
            contrast_ratio(accent, token(Ink::Sunken, palette)) >= k_text_contrast)
            return accent;
    }
    return text;
}

Rgb text_on(Rgb ground) {
    constexpr Rgb k_white{255, 255, 255}, k_black{12, 18, 23};
    return contrast_ratio(k_white, ground) >= contrast_ratio(k_black, ground) ? k_white : k_black;
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

Rgb colour_of(Ink ink, Palette palette, std::uint32_t accent_rgb) {
    // Who asked for high contrast gets it, whatever colour the page likes.
    if (accent_rgb == 0 || palette == Palette::Contrast) return token(ink, palette);
    switch (ink) {
    case Ink::Accent:
    case Ink::SelectedRegionLine:
    case Ink::Step:
        return readable_accent(from_hex(accent_rgb), palette);
    case Ink::OnAccent:
        return text_on(readable_accent(from_hex(accent_rgb), palette));
    case Ink::AccentSoft:
        return mix(token(Ink::Panel, palette), readable_accent(from_hex(accent_rgb), palette),
                   palette == Palette::Dark ? 0.2 : 0.12);
    default:
        return token(ink, palette);
    }
}

float shadow_opacity(Palette palette) {
    return palette == Palette::Dark ? 0x55 / 255.0f : 0x14 / 255.0f;
}

double contrast_ratio(Rgb a, Rgb b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

}
