// The themes' colours against the contrasts that the design states and against WCAG 2, and the domain colours as the
// three common kinds of colour blindness see them (Machado 2009, difference in OKLab).
#include "core/ui/colours.hpp"
#include "random_state.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

using namespace atlas;

namespace {

constexpr std::array k_palettes{Palette::Light, Palette::Dark, Palette::Contrast};
constexpr std::array k_domains{Ink::DomainAgri,    Ink::DomainHealth,   Ink::DomainEnergy, Ink::DomainWater,
                               Ink::DomainDigital, Ink::DomainMobility, Ink::DomainAero,   Ink::DomainIndustry};
constexpr std::array k_ramp{Ink::Ramp1, Ink::Ramp2, Ink::Ramp3, Ink::Ramp4, Ink::Ramp5};

double contrast(Ink a, Ink b, Palette palette) {
    return contrast_ratio(colour_of(a, palette), colour_of(b, palette));
}

Colours with(Palette palette, const std::vector<HostColour>& host) {
    return colours_of(palette, host);
}

using Vec3 = std::array<double, 3>;
using Mat3 = std::array<Vec3, 3>;

Vec3 multiply(const Mat3& m, const Vec3& v) {
    Vec3 out{};
    for (std::size_t i = 0; i < 3; ++i) out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    return out;
}

constexpr std::array<Mat3, 4> k_vision{{
    {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},  // deutan
    {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}, // protan
    {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}, // tritan
}};

Vec3 linear(Rgb colour) {
    const auto channel = [](std::uint8_t v) {
        const double c = v / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return {channel(colour.r), channel(colour.g), channel(colour.b)};
}

Vec3 oklab_as_seen(Rgb colour, const Mat3& vision) {
    Vec3 seen = multiply(vision, linear(colour));
    for (double& c : seen) c = std::clamp(c, 0.0, 1.0);
    static constexpr Mat3 k_lms{{{0.4122214708, 0.5363325363, 0.0514459929},
                                 {0.2119034982, 0.6806995451, 0.1073969566},
                                 {0.0883024619, 0.2817188376, 0.6299787005}}};
    static constexpr Mat3 k_lab{{{0.2104542553, 0.7936177850, -0.0040720468},
                                 {1.9779984951, -2.4285922050, 0.4505937099},
                                 {0.0259040371, 0.7827717662, -0.8086757660}}};
    Vec3 lms = multiply(k_lms, seen);
    for (double& c : lms) c = std::cbrt(std::max(0.0, c));
    return multiply(k_lab, lms);
}

double difference(Ink a, Ink b, Palette palette, const Mat3& vision) {
    const Vec3 p = oklab_as_seen(colour_of(a, palette), vision), q = oklab_as_seen(colour_of(b, palette), vision);
    return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

double closest_domains(Palette palette, const Mat3& vision) {
    double closest = 1.0;
    for (std::size_t i = 0; i < k_domains.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            closest = std::min(closest, difference(k_domains[i], k_domains[j], palette, vision));
    return closest;
}

}

TEST_CASE("contrast ratio agrees with WCAG's own examples") {
    CHECK(contrast_ratio({255, 255, 255}, {0, 0, 0}) == doctest::Approx(21.0));
    CHECK(contrast_ratio({119, 119, 119}, {255, 255, 255}) == doctest::Approx(4.48).epsilon(0.002));
    CHECK(contrast_ratio({0, 0, 0}, {0, 0, 0}) == doctest::Approx(1.0));
}

TEST_CASE("every ink has its own row: colours that the design names are where they belong") {
    CHECK(colour_of(Ink::Text, Palette::Light) == Rgb{0x14, 0x20, 0x2B});
    CHECK(colour_of(Ink::Sea, Palette::Dark) == Rgb{0x0B, 0x12, 0x17});
    CHECK(colour_of(Ink::LandSelected, Palette::Contrast) == Rgb{0xFF, 0xF3, 0xA6});
    CHECK(colour_of(Ink::Handle, Palette::Light) == Rgb{0x14, 0x20, 0x2B});
    CHECK(colour_of(Ink::DomainIndustry, Palette::Dark) == Rgb{0xF0, 0x83, 0x4C});
}

TEST_CASE("contrasts are those that the design states") {
    struct Stated {
        Ink a, b;
        double light, dark, high;
    };
    constexpr Stated k_stated[] = {
        {Ink::Text, Ink::Panel, 16.52, 15.86, 21},
        {Ink::Text, Ink::Sunken, 15.21, 14.41, 21},
        {Ink::Text, Ink::Hover, 14.65, 12.72, 16.83},
        {Ink::Text, Ink::AccentSoft, 13.77, 11.68, 21},
        {Ink::Text2, Ink::Panel, 8.01, 10.19, 21},
        {Ink::Text2, Ink::Hover, 7.1, 8.17, 16.83},
        {Ink::Text3, Ink::Panel, 5.55, 6.78, 14.16},
        {Ink::Text3, Ink::Sunken, 5.11, 6.16, 14.16},
        {Ink::OnMap, Ink::Land, 16.22, 13.05, 21},
        {Ink::OnMap, Ink::Sea, 13.78, 16.88, 21},
        {Ink::MapText2, Ink::Sea, 6.68, 10.84, 21},
        {Ink::MapText2, Ink::Neighbour, 7.06, 9.8, 17.3},
        {Ink::Control, Ink::Panel, 3.02, 4.88, 21},
        {Ink::Accent, Ink::Panel, 10.96, 10.49, 10.94},
        {Ink::OnAccent, Ink::Accent, 10.96, 11.15, 10.94},
        {Ink::Focus, Ink::LandSelected, 4.46, 5.08, 5.24},
        {Ink::Error, Ink::Panel, 6.54, 7.77, 6.54},
        {Ink::Coast, Ink::Sea, 3.11, 4.28, 21},
        {Ink::RegionLine, Ink::Land, 3.05, 3.14, 21},
        {Ink::DomainAgri, Ink::Land, 3.63, 10.15, 4.64},
        {Ink::DomainHealth, Ink::Panel, 4.01, 5.51, 5.95},
        {Ink::DomainMobility, Ink::Sea, 3.18, 5.97, 4.87},
        {Ink::DomainAero, Ink::LandSelected, 6.91, 6.96, 10.49},
    };
    for (const Stated& s : k_stated) {
        CAPTURE(static_cast<int>(s.a));
        CAPTURE(static_cast<int>(s.b));
        CHECK(contrast(s.a, s.b, Palette::Light) == doctest::Approx(s.light).epsilon(0.003));
        CHECK(contrast(s.a, s.b, Palette::Dark) == doctest::Approx(s.dark).epsilon(0.003));
        CHECK(contrast(s.a, s.b, Palette::Contrast) == doctest::Approx(s.high).epsilon(0.003));
    }
}

TEST_CASE("text reads at 4.5 and graphics at 3, on every ground they are drawn on") {
    for (const Palette palette : k_palettes)
        for (const ContrastRule& rule : contrast_rules()) {
            CAPTURE(static_cast<int>(palette));
            CAPTURE(ink_name(rule.ink));
            CAPTURE(ink_name(rule.ground));
            CHECK(contrast(rule.ink, rule.ground, palette) >= rule.least);
        }
}

TEST_CASE("domain colours: 3:1 on the map, on panels and under their icons") {
    for (const Palette palette : k_palettes)
        for (std::size_t i = 0; i <= k_domains.size(); ++i) {
            const Ink domain = i < k_domains.size() ? k_domains[i] : Ink::DomainOther;
            CAPTURE(static_cast<int>(palette));
            CAPTURE(static_cast<int>(domain));
            for (const Ink ground : {Ink::Land, Ink::Sea, Ink::Panel, Ink::LandSelected, Ink::PinIcon})
                CHECK(contrast(domain, ground, palette) >= 3.0);
        }
}

TEST_CASE("domain colours stay apart for colour-blind eyes, as far as the design states") {
    constexpr double k_stated[3][4] = {
        {0.144, 0.073, 0.052, 0.090}, {0.119, 0.074, 0.075, 0.061}, {0.137, 0.087, 0.048, 0.082}};
    for (std::size_t palette = 0; palette < 3; ++palette)
        for (std::size_t vision = 0; vision < 4; ++vision) {
            CAPTURE(palette);
            CAPTURE(vision);
            CHECK(closest_domains(k_palettes[palette], k_vision[vision]) ==
                  doctest::Approx(k_stated[palette][vision]).epsilon(0.015));
            for (const Ink domain : k_domains)
                CHECK(difference(Ink::DomainOther, domain, k_palettes[palette], k_vision[vision]) >= 0.06);
        }
}

TEST_CASE("the choropleth ramp runs one way in lightness for every eye and on paper") {
    for (const Palette palette : k_palettes)
        for (const Mat3& vision : k_vision) {
            const double land = oklab_as_seen(colour_of(Ink::Land, palette), vision)[0];
            double previous = land;
            for (const Ink ink : k_ramp) {
                const double lightness = oklab_as_seen(colour_of(ink, palette), vision)[0];
                CAPTURE(static_cast<int>(palette));
                CAPTURE(static_cast<int>(ink));
                CHECK(std::abs(lightness - land) - std::abs(previous - land) >= 0.05);
                previous = lightness;
            }
            CHECK(difference(Ink::Ramp1, Ink::Sea, palette, vision) >= 0.04);
        }
}

TEST_CASE("a host's accent stays readable, whatever it is") {
    for (const std::uint32_t accent :
         {0xFFFF00u, 0xFFFFFFu, 0x000001u, 0xFF0000u, 0x00FF00u, 0x0000FFu, 0x808080u, 0xE1ECF4u, 0xF28C28u, 0x12191Fu})
        for (const Palette palette : {Palette::Light, Palette::Dark}) {
            CAPTURE(accent);
            CAPTURE(static_cast<int>(palette));
            const Colours colours = with(palette, {{"accent", accent}});
            const auto held = [&](Ink a, Ink b) { return contrast_ratio(colours.of(a), colours.of(b)); };
            CHECK_FALSE(colours.is_refused);
            CHECK(held(Ink::Accent, Ink::Panel) >= 4.5);
            CHECK(held(Ink::Accent, Ink::Sunken) >= 4.5);
            CHECK(held(Ink::OnAccent, Ink::Accent) >= 4.5);
            CHECK(held(Ink::Text, Ink::AccentSoft) >= 4.5);
            CHECK(held(Ink::Text2, Ink::AccentSoft) >= 4.5);
        }
    const Colours purple = with(Palette::Light, {{"accent", 0x7A1FA2}});
    CHECK(purple.of(Ink::Accent) == Rgb{0x7A, 0x1F, 0xA2});
    CHECK(purple.of(Ink::Step) == Rgb{0x7A, 0x1F, 0xA2});
    CHECK(purple.repaired.empty());
    CHECK(with(Palette::Contrast, {{"accent", 0xFFFF00}}).rgb == with(Palette::Contrast, {}).rgb);
    const Colours yellow = with(Palette::Light, {{"accent", 0xFFFF00}});
    CHECK(yellow.of(Ink::Text) == colour_of(Ink::Text, Palette::Light));
    CHECK(std::find(yellow.repaired.begin(), yellow.repaired.end(), Ink::Accent) != yellow.repaired.end());
}

TEST_CASE("a host's palette is shown as it is, repaired, or refused; never unreadable") {
    const Colours night = with(Palette::Dark, {{"panel", 0x101820}, {"text", 0xFFFFFF}, {"sea", 0x001018}});
    CHECK(night.of(Ink::Panel) == Rgb{0x10, 0x18, 0x20});
    CHECK(night.of(Ink::Sea) == Rgb{0x00, 0x10, 0x18});
    CHECK(night.repaired.empty());
    // grey text on a grey panel moves until it reads
    const Colours grey = with(Palette::Light, {{"text", 0x999999}, {"text-2", 0xAAAAAA}});
    CHECK(grey.repaired == std::vector<Ink>{Ink::Text, Ink::Text2});
    CHECK_FALSE(grey.is_refused);
    // text can't read on black and on white at once
    const Colours split = with(Palette::Light, {{"panel", 0x000000}, {"sunken", 0xFFFFFF}});
    CHECK(split.is_refused);
    CHECK(split.rgb == with(Palette::Light, {}).rgb);
    CHECK(with(Palette::Light, {{"no-such-ink", 0xFF0000}}).rgb == with(Palette::Light, {}).rgb);
    test::Random random{20261127};
    int refused = 0;
    for (int i = 0; i < 400; ++i) {
        std::vector<HostColour> host;
        for (int n = 1 + static_cast<int>(random.below(5)); n > 0; --n) {
            const auto ink = static_cast<Ink>(1 + random.below(static_cast<std::size_t>(Ink::Count) - 1));
            host.push_back({std::string(ink_name(ink)), static_cast<std::uint32_t>(random.below(0x1000000))});
        }
        const Palette palette = i % 2 == 0 ? Palette::Light : Palette::Dark;
        const Colours colours = with(palette, host);
        refused += colours.is_refused ? 1 : 0;
        for (const ContrastRule& rule : contrast_rules()) {
            CAPTURE(i);
            CAPTURE(ink_name(rule.ink));
            CAPTURE(ink_name(rule.ground));
            CHECK(contrast_ratio(colours.of(rule.ink), colours.of(rule.ground)) >= rule.least);
        }
    }
    CHECK(refused < 400);
}

TEST_CASE("every ink has a name of its own, as a CSS property can be called") {
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < static_cast<std::size_t>(Ink::Count); ++i) {
        const std::string_view name = ink_name(static_cast<Ink>(i));
        CHECK(names.insert(name).second);
        CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == name.npos);
    }
}

TEST_CASE("the palette follows the choice first and the system second") {
    Environment environment;
    CHECK(palette_of(ColourTheme::Auto, environment) == Palette::Light);
    environment.prefers_dark = true;
    CHECK(palette_of(ColourTheme::Auto, environment) == Palette::Dark);
    CHECK(palette_of(ColourTheme::Light, environment) == Palette::Light);
    environment.prefers_contrast = true;
    CHECK(palette_of(ColourTheme::Auto, environment) == Palette::Contrast);
    CHECK(palette_of(ColourTheme::Dark, environment) == Palette::Dark);
}
