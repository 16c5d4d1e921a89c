#pragma once
// The small recurring parts of the interface (docs/tokens.json "size"): buttons, chips, facet rows,
// domain discs, pins, phase bands, timeline glyphs. Each draws and, if it can be used, adds its node. Sizes in CSS px.

#include "core/base/messages.hpp"
#include "core/ui/layout_input.hpp"
#include "core/ui/pen.hpp"

namespace atlas {

struct DomainLook {
    Ink ink = Ink::DomainOther;
    Icon icon = Icon::Tree;
};
// What the domain asks for; else a colour and icon that no other asks for, while there are any.
[[nodiscard]] DomainLook domain_look(const Snapshot& snapshot, DomainIndex domain);
// The colours of their own that domains ask for; of two that share a place, the first one's.
[[nodiscard]] std::vector<HostColour> domain_colours(const Snapshot& snapshot);

enum class PinState : std::uint8_t { Normal, Absent, Hovered, Selected };
void draw_pin(Pen& pen, Point at, float radius, DomainLook look, PinState state);
void draw_domain_disc(Pen& pen, Point at, float radius, DomainLook look);
void draw_rubber_band(Pen& pen, const Rect& band); // over everything, while an area is being drawn

enum class ButtonLook : std::uint8_t { Primary, Outline, Soft, Bare, Icon };
struct Button {
    std::string id = {}, label = {}, hint = {};
    Icon icon = Icon::None;
    ButtonLook look = ButtonLook::Outline;
    Zone zone = Zone::View;
    Action action = act::Dismiss{};
    std::optional<bool> pressed = {};
    bool disabled = false;
    IconStyle icon_style = IconStyle::Regular; // filled while it is pressed
};
[[nodiscard]] float button_width(const Button& button);
// Draws at the given rect, hover and focus included, and adds the node. Icon look: the label is the name only.
void put_button(const LayoutInput& input, Pen& pen, const Rect& rect, const Button& button);

// A removable chip; returns its width.
float put_chip(const LayoutInput& input, Pen& pen, Point at, const Button& chip);

// The focus ring is drawn once, by layout(), over everything, for the node that Ui::focus names.
[[nodiscard]] bool is_hovered(const LayoutInput& input, std::string_view node_id);
[[nodiscard]] bool is_focused(const LayoutInput& input, std::string_view node_id);

enum class Glyph : std::uint8_t { Merger, End, Entry, Renaming, Absent };
void draw_glyph(Pen& pen, Point at, Glyph glyph, float scale = 1.0f);

// Time axis of strip, label bars and figures: years (with fraction) <-> px.
struct TimeAxis {
    float x0 = 0.0f, x1 = 1.0f;
    double year0 = 0.0, year1 = 1.0;
    [[nodiscard]] float x(double year) const {
        return x0 + static_cast<float>((year - year0) / (year1 - year0)) * (x1 - x0);
    }
    [[nodiscard]] double year(float px) const {
        return year0 + static_cast<double>((px - x0) / (x1 - x0)) * (year1 - year0);
    }
};
[[nodiscard]] double year_of(Date date); // 2023-07-02 -> 2023.5

}
