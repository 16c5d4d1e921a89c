#include "core/ui/parts.hpp"

#include "core/ui/tokens.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace atlas {

namespace {

// In the order of Look.
constexpr std::array<DomainLook, k_look_count> k_looks{{{Ink::DomainAgri, Icon::Plant},
                                                        {Ink::DomainHealth, Icon::Heartbeat},
                                                        {Ink::DomainEnergy, Icon::Lightning},
                                                        {Ink::DomainWater, Icon::Drop},
                                                        {Ink::DomainDigital, Icon::Cpu},
                                                        {Ink::DomainMobility, Icon::Car},
                                                        {Ink::DomainAero, Icon::Airplane},
                                                        {Ink::DomainIndustry, Icon::Factory}}};

// A domain that asks for no colour takes one that no other asks for, in their order, while there are any.
std::size_t colour_left_for(const Snapshot& snapshot, DomainIndex domain) {
    std::array<bool, k_look_count> is_taken{};
    std::size_t place = 0; // among those that ask for none
    for (std::size_t i = 0; i < snapshot.domains.size(); ++i) {
        if (const auto& colour = snapshot.domains[i].colour)
            is_taken[static_cast<std::size_t>(*colour)] = true;
        else if (i < domain)
            ++place;
    }
    const auto left = static_cast<std::size_t>(std::count(is_taken.begin(), is_taken.end(), false));
    if (left == 0) return domain % k_look_count;
    place %= left;
    std::size_t look = 0;
    while (is_taken[look] || place-- > 0) ++look;
    return look;
}

constexpr float k_icon_ratio = 1.25f;

struct ButtonInks {
    Ink fill = Ink::None, line = Ink::None, text = Ink::Text;
};

ButtonInks inks_of(const Button& button, bool is_hot) {
    if (button.disabled) return {Ink::Sunken, Ink::None, Ink::Text3};
    const bool is_down = button.pressed.value_or(false);
    switch (button.look) {
    case ButtonLook::Primary:
        return {Ink::Accent, Ink::None, Ink::OnAccent};
    case ButtonLook::Soft:
        return {Ink::AccentSoft, Ink::None, Ink::Text};
    case ButtonLook::Outline:
        if (is_down) return {Ink::AccentSoft, Ink::Accent, Ink::Text};
        return {is_hot ? Ink::Hover : Ink::Raised, Ink::Hair, Ink::Text};
    case ButtonLook::Bare:
        return {is_hot ? Ink::Hover : Ink::None, Ink::None, Ink::Accent};
    case ButtonLook::Icon:
        return {is_down  ? Ink::AccentSoft
                : is_hot ? Ink::Hover
                         : Ink::None,
                Ink::None, is_hot ? Ink::Text : Ink::Text2};
    }
    return {};
}

Type label_type(const Button& button, Ink ink) {
    const bool is_strong = button.look == ButtonLook::Primary;
    return {is_strong ? 13.0f : 12.0f, is_strong ? FontWeight::SemiBold : FontWeight::Regular, ink};
}

Node button_node(const Button& button, const Rect& rect) {
    Node node;
    node.id = button.id;
    node.name = button.label;
    node.hint = button.hint;
    node.zone = button.zone;
    node.role = Role::Button;
    node.rect = rect;
    node.checked = button.pressed;
    node.disabled = button.disabled;
    if (!button.disabled) node.action = button.action;
    return node;
}

}

DomainLook domain_look(const Snapshot& snapshot, DomainIndex domain) {
    if (domain >= snapshot.domains.size()) return {Ink::DomainOther, Icon::Factory};
    const Domain& what = snapshot.domains[domain];
    const std::size_t colour = what.colour ? static_cast<std::size_t>(*what.colour) : colour_left_for(snapshot, domain);
    return {k_looks[colour].ink, k_looks[what.icon ? static_cast<std::size_t>(*what.icon) : colour].icon};
}

std::vector<HostColour> domain_colours(const Snapshot& snapshot) {
    std::vector<HostColour> colours;
    for (DomainIndex i = 0; i < snapshot.domains.size(); ++i) {
        const std::string token(ink_name(domain_look(snapshot, i).ink));
        const auto has_token = [&](const HostColour& colour) { return colour.token == token; };
        if (snapshot.domains[i].rgb && std::none_of(colours.begin(), colours.end(), has_token))
            colours.push_back({token, *snapshot.domains[i].rgb});
    }
    return colours;
}

void draw_pin(Pen& pen, Point at, float radius, DomainLook look, PinState state) {
    const float icon_px = std::round(radius * k_icon_ratio);
    if (state == PinState::Absent) {
        pen.disc(at, radius + 1.5f, Ink::PinCase);
        pen.disc(at, radius, Ink::Land);
        pen.ring(at, radius - 0.75f, 1.5f, look.ink);
        pen.icon(at, look.icon, icon_px, look.ink, IconStyle::Fill);
        return;
    }
    if (state == PinState::Selected) {
        pen.disc(at, radius + 5.5f, Ink::PinCase);
        pen.ring(at, radius + 4.2f, 2.0f, Ink::Text);
    }
    if (state == PinState::Hovered) {
        pen.disc(at, radius + 3.0f, Ink::PinCase);
        pen.ring(at, radius + 2.0f, 1.5f, Ink::Text2);
    }
    pen.disc(at, radius + 1.5f, Ink::PinCase);
    pen.disc(at, radius, look.ink);
    pen.icon(at, look.icon, icon_px, Ink::PinIcon, IconStyle::Fill);
}

void draw_domain_disc(Pen& pen, Point at, float radius, DomainLook look) {
    pen.disc(at, radius, look.ink);
    pen.icon(at, look.icon, std::round(radius * k_icon_ratio), Ink::PinIcon, IconStyle::Fill);
}

void draw_rubber_band(Pen& pen, const Rect& band) {
    pen.rect(band, Ink::Accent, 0.0f, 0.12f);
    pen.frame(band, Ink::Accent, 0.0f, 1.5f);
}

float button_width(const Button& button) {
    const Type type = label_type(button, Ink::Text);
    const float padding = button.look == ButtonLook::Primary ? 14.0f : 12.0f;
    const float icon = button.icon == Icon::None ? 0.0f : 18.0f;
    return text_width(button.label, type.size_px, type.weight) + 2 * padding + icon;
}

void put_button(const LayoutInput& input, Pen& pen, const Rect& rect, const Button& button) {
    const bool is_hot = is_hovered(input, button.id);
    const ButtonInks inks = inks_of(button, is_hot);
    constexpr float radius = 6.0f;
    if (inks.fill != Ink::None) pen.rect(rect, inks.fill, radius);
    if (inks.line != Ink::None) pen.frame(rect, inks.line, radius);
    const Point middle = rect.centre();
    if (button.look == ButtonLook::Icon) {
        pen.icon(middle, button.icon, 18.0f, inks.text,
                 button.pressed.value_or(false) ? IconStyle::Fill : button.icon_style);
    } else {
        const Type type = label_type(button, inks.text);
        const float icon = button.icon == Icon::None ? 0.0f : 18.0f;
        float x = middle.x - (text_width(button.label, type.size_px, type.weight) + icon) * 0.5f;
        if (icon > 0.0f) pen.icon({x + 6.0f, middle.y}, button.icon, 14.0f, inks.text);
        x += icon;
        pen.text({x, std::round(middle.y + type.size_px * 0.36f)}, button.label, type);
    }
    pen.node(button_node(button, rect));
}

float put_chip(const LayoutInput& input, Pen& pen, Point at, const Button& chip) {
    const Type type{12.0f};
    constexpr float height = 28.0f;
    const Rect rect{at.x, at.y, text_width(chip.label, type.size_px, type.weight) + 34.0f, height};
    pen.rect(rect, Ink::AccentSoft, height * 0.5f);
    if (is_hovered(input, chip.id)) pen.frame(rect, Ink::Accent, height * 0.5f);
    pen.text({rect.x + 12.0f, rect.y + height * 0.5f + 4.3f}, chip.label, type);
    pen.icon({rect.right() - 14.0f, rect.y + height * 0.5f}, Icon::Close, 12.0f, Ink::Text2, IconStyle::Bold);
    pen.node(button_node(chip, rect));
    return rect.w;
}

bool is_hovered(const LayoutInput& input, std::string_view node_id) {
    return input.ui().hover == node_id;
}

bool is_focused(const LayoutInput& input, std::string_view node_id) {
    return input.ui().focus == node_id;
}

void draw_glyph(Pen& pen, Point at, Glyph glyph, float scale) {
    const float x = at.x, y = at.y, s = scale;
    switch (glyph) {
    case Glyph::Merger:
        pen.polygon({{x, y - 4 * s}, {x + 3.4f * s, y}, {x, y + 4 * s}, {x - 3.4f * s, y}}, Ink::Text);
        break;
    case Glyph::End:
        pen.line({x - 2.4f * s, y - 2.6f * s}, {x + 2.4f * s, y + 2.6f * s}, 1.4f * s, Ink::Text2);
        pen.line({x - 2.4f * s, y + 2.6f * s}, {x + 2.4f * s, y - 2.6f * s}, 1.4f * s, Ink::Text2);
        break;
    case Glyph::Entry:
        pen.add(rec::Polyline{
            {{x, y - 3.2f * s}, {x + 3 * s, y + 2.6f * s}, {x - 3 * s, y + 2.6f * s}}, 1.3f * s, {Ink::Text2}, true});
        break;
    case Glyph::Renaming:
        pen.ring(at, 2.5f * s, 1.3f * s, Ink::Text2);
        break;
    case Glyph::Absent:
        pen.frame({x - 4 * s, y - 4 * s, 8 * s, 8 * s}, Ink::Text2, 1.5f, 1.5f);
        break;
    }
}

double year_of(Date date) {
    const CivilDate day = civil(date);
    const double start = from_civil(day.year, 1, 1).days, end = from_civil(day.year + 1, 1, 1).days;
    return day.year + (date.days - start) / (end - start);
}

}
