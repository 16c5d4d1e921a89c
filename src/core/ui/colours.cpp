#include "core/ui/colours.hpp"

#include <algorithm>
#include <bitset>
#include <cmath>

namespace atlas {

namespace {

constexpr std::size_t k_inks = static_cast<std::size_t>(Ink::Count);
using InkSet = std::bitset<k_inks>;

// In the order of repair: a ground that is itself drawn on another one comes before what stands on it.
constexpr ContrastRule k_rules[] = {
    {Ink::Accent, Ink::Panel, 4.5},
    {Ink::Accent, Ink::Sunken, 4.5},
    {Ink::Accent, Ink::Raised, 4.5},
    {Ink::OnAccent, Ink::Accent, 4.5},
    {Ink::Text, Ink::Page, 4.5},
    {Ink::Text, Ink::Panel, 4.5},
    {Ink::Text, Ink::Raised, 4.5},
    {Ink::Text, Ink::Sunken, 4.5},
    {Ink::Text, Ink::Hover, 4.5},
    {Ink::Text, Ink::AccentSoft, 4.5},
    {Ink::Text, Ink::BandOdd, 4.5},
    {Ink::Text, Ink::BandEven, 4.5},
    {Ink::Text2, Ink::Panel, 4.5},
    {Ink::Text2, Ink::Raised, 4.5},
    {Ink::Text2, Ink::Sunken, 4.5},
    {Ink::Text2, Ink::Hover, 4.5},
    {Ink::Text2, Ink::AccentSoft, 4.5},
    {Ink::Text2, Ink::BandOdd, 4.5},
    {Ink::Text2, Ink::BandEven, 4.5},
    {Ink::Text3, Ink::Panel, 4.5},
    {Ink::Text3, Ink::Raised, 4.5},
    {Ink::Text3, Ink::Sunken, 4.5},
    {Ink::OnMap, Ink::Land, 4.5},
    {Ink::OnMap, Ink::Sea, 4.5},
    {Ink::OnMap, Ink::LandSelected, 4.5},
    {Ink::OnMap, Ink::LandHover, 4.5},
    {Ink::OnMap, Ink::Neighbour, 4.5},
    {Ink::OnMap, Ink::Halo, 4.5},
    {Ink::MapText2, Ink::Sea, 4.5},
    {Ink::MapText2, Ink::Neighbour, 4.5},
    {Ink::MapText2, Ink::Halo, 4.5},
    {Ink::Error, Ink::Panel, 4.5},
    {Ink::Error, Ink::Raised, 4.5},
    {Ink::Control, Ink::Panel, 3.0},
    {Ink::Coast, Ink::Sea, 3.0},
    {Ink::Coast, Ink::Land, 3.0},
    {Ink::RegionLine, Ink::Land, 3.0},
    {Ink::Focus, Ink::Panel, 3.0},
    {Ink::Focus, Ink::Land, 3.0},
    {Ink::Focus, Ink::Sea, 3.0},
    {Ink::Focus, Ink::LandSelected, 3.0},
    {Ink::Step, Ink::Panel, 3.0},
    {Ink::Handle, Ink::Panel, 3.0},
    {Ink::Leader, Ink::Land, 3.0},
    {Ink::SelectedRegionLine, Ink::Land, 3.0},
    {Ink::DomainAgri, Ink::Land, 3.0},
    {Ink::DomainAgri, Ink::Sea, 3.0},
    {Ink::DomainAgri, Ink::Panel, 3.0},
    {Ink::DomainAgri, Ink::LandSelected, 3.0},
    {Ink::DomainAgri, Ink::PinIcon, 3.0},
    {Ink::DomainHealth, Ink::Land, 3.0},
    {Ink::DomainHealth, Ink::Sea, 3.0},
    {Ink::DomainHealth, Ink::Panel, 3.0},
    {Ink::DomainHealth, Ink::LandSelected, 3.0},
    {Ink::DomainHealth, Ink::PinIcon, 3.0},
    {Ink::DomainEnergy, Ink::Land, 3.0},
    {Ink::DomainEnergy, Ink::Sea, 3.0},
    {Ink::DomainEnergy, Ink::Panel, 3.0},
    {Ink::DomainEnergy, Ink::LandSelected, 3.0},
    {Ink::DomainEnergy, Ink::PinIcon, 3.0},
    {Ink::DomainWater, Ink::Land, 3.0},
    {Ink::DomainWater, Ink::Sea, 3.0},
    {Ink::DomainWater, Ink::Panel, 3.0},
    {Ink::DomainWater, Ink::LandSelected, 3.0},
    {Ink::DomainWater, Ink::PinIcon, 3.0},
    {Ink::DomainDigital, Ink::Land, 3.0},
    {Ink::DomainDigital, Ink::Sea, 3.0},
    {Ink::DomainDigital, Ink::Panel, 3.0},
    {Ink::DomainDigital, Ink::LandSelected, 3.0},
    {Ink::DomainDigital, Ink::PinIcon, 3.0},
    {Ink::DomainMobility, Ink::Land, 3.0},
    {Ink::DomainMobility, Ink::Sea, 3.0},
    {Ink::DomainMobility, Ink::Panel, 3.0},
    {Ink::DomainMobility, Ink::LandSelected, 3.0},
    {Ink::DomainMobility, Ink::PinIcon, 3.0},
    {Ink::DomainAero, Ink::Land, 3.0},
    {Ink::DomainAero, Ink::Sea, 3.0},
    {Ink::DomainAero, Ink::Panel, 3.0},
    {Ink::DomainAero, Ink::LandSelected, 3.0},
    {Ink::DomainAero, Ink::PinIcon, 3.0},
    {Ink::DomainIndustry, Ink::Land, 3.0},
    {Ink::DomainIndustry, Ink::Sea, 3.0},
    {Ink::DomainIndustry, Ink::Panel, 3.0},
    {Ink::DomainIndustry, Ink::LandSelected, 3.0},
    {Ink::DomainIndustry, Ink::PinIcon, 3.0},
    {Ink::DomainOther, Ink::Land, 3.0},
    {Ink::DomainOther, Ink::Sea, 3.0},
    {Ink::DomainOther, Ink::Panel, 3.0},
    {Ink::DomainOther, Ink::LandSelected, 3.0},
    {Ink::DomainOther, Ink::PinIcon, 3.0},
};

std::uint8_t mix(std::uint8_t a, std::uint8_t b, double share_of_b) {
    return static_cast<std::uint8_t>(std::lround(a + (b - a) * share_of_b));
}

Rgb mix(Rgb a, Rgb b, double share_of_b) {
    return {mix(a.r, b.r, share_of_b), mix(a.g, b.g, share_of_b), mix(a.b, b.b, share_of_b)};
}

constexpr Rgb k_black{0, 0, 0}, k_white{255, 255, 255}, k_nearly_black{12, 18, 23};

Rgb text_on(Rgb ground) {
    return contrast_ratio(k_white, ground) >= contrast_ratio(k_nearly_black, ground) ? k_white : k_nearly_black;
}

class Mixer {
public:
    explicit Mixer(Palette palette) : m_palette(palette) {
        for (std::size_t i = 0; i < k_inks; ++i) m_colours.rgb[i] = colour_of(static_cast<Ink>(i), palette);
    }

    void take(std::span<const HostColour> host) {
        for (const HostColour& colour : host)
            for (std::size_t i = 1; i < k_inks; ++i)
                if (ink_name(static_cast<Ink>(i)) == colour.token) set(static_cast<Ink>(i), from_hex(colour.rgb));
    }
    [[nodiscard]] bool is_changed() const { return m_given.any(); }

    // The rest of what one colour of the host stands for, then every rule.
    void settle() {
        hold(Ink::Accent);
        if (has(Ink::Accent)) follow_accent();
        for (const ContrastRule& rule : k_rules) hold(rule.ink);
    }
    Colours take_colours() { return std::move(m_colours); }

private:
    [[nodiscard]] bool has(Ink ink) const { return m_given[static_cast<std::size_t>(ink)]; }
    Rgb& at(Ink ink) { return m_colours.rgb[static_cast<std::size_t>(ink)]; }
    void set(Ink ink, Rgb rgb) {
        at(ink) = rgb;
        m_given.set(static_cast<std::size_t>(ink));
    }
    void follow_accent() {
        const Rgb accent = at(Ink::Accent);
        for (const Ink ink : {Ink::SelectedRegionLine, Ink::Step})
            if (!has(ink)) at(ink) = accent;
        if (!has(Ink::OnAccent)) at(Ink::OnAccent) = text_on(accent);
        if (!has(Ink::AccentSoft))
            at(Ink::AccentSoft) = mix(at(Ink::Panel), accent, m_palette == Palette::Dark ? 0.2 : 0.12);
    }
    // How far a colour of this ink is from breaking a rule; below 1 it breaks one.
    [[nodiscard]] double margin(Ink ink, Rgb rgb) const {
        double least = 21.0;
        for (const ContrastRule& rule : k_rules)
            if (rule.ink == ink) least = std::min(least, contrast_ratio(rgb, m_colours.of(rule.ground)) / rule.least);
        return least;
    }
    void hold(Ink ink) {
        const Rgb wanted = at(ink);
        if (margin(ink, wanted) >= 1.0) return;
        for (int step = 1; step <= 20; ++step)
            for (const Rgb end : {k_black, k_white})
                if (const Rgb moved = mix(wanted, end, step * 0.05); margin(ink, moved) >= 1.0) {
                    at(ink) = moved;
                    if (has(ink)) m_colours.repaired.push_back(ink);
                    return;
                }
        m_colours.is_refused = true;
    }

    Palette m_palette;
    Colours m_colours;
    InkSet m_given;
};

}

std::span<const ContrastRule> contrast_rules() {
    return k_rules;
}

std::vector<HostColour> own_colours(const Environment& environment) {
    std::vector<HostColour> all = environment.domain_colours;
    all.insert(all.end(), environment.colours.begin(), environment.colours.end());
    return all;
}

Colours colours_of(Palette palette, std::span<const HostColour> host) {
    Mixer mixer(palette);
    if (palette != Palette::Contrast) mixer.take(host);
    if (mixer.is_changed()) mixer.settle();
    Colours colours = mixer.take_colours();
    if (!colours.is_refused) return colours;
    Colours own = Mixer(palette).take_colours();
    own.is_refused = true;
    return own;
}

}
