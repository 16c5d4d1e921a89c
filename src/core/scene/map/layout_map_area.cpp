// An area on its way: the corner that is set, the other one under the pointer or the arrows, what lies between.

#include "core/scene/map/layout_map_view.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr float k_arm_px = 14.0f, k_gap_px = 4.0f, k_mark_px = 5.0f;

Point on_screen(const MapView& view, LngLat place) {
    const Metres at = view.ground->projection.project(place);
    return view.to_screen.to_screen(at.x_m, at.y_m);
}

// Legible on whatever it lies over.
void draw_cross(Pen& pen, Point at) {
    const auto arms = [&](float thickness, float more, Ink ink) {
        const float from = k_gap_px - more, to = k_arm_px + more;
        for (const float side : {-1.0f, 1.0f}) {
            pen.line({at.x + side * from, at.y}, {at.x + side * to, at.y}, thickness, ink);
            pen.line({at.x, at.y + side * from}, {at.x, at.y + side * to}, thickness, ink);
        }
    };
    arms(5.0f, 1.5f, Ink::PinCase);
    arms(2.0f, 0.0f, Ink::Text);
}

}

void draw_area_choice(const LayoutInput& input, const MapView& view, Pen& pen) {
    const AreaChoice& area = input.ui().area;
    if (!area.is_on) return;
    const Point cursor = on_screen(view, area.cursor);
    pen.clip(view.room);
    if (area.corner) {
        const Point corner = on_screen(view, *area.corner);
        draw_rubber_band(pen, {std::min(corner.x, cursor.x), std::min(corner.y, cursor.y),
                               std::fabs(corner.x - cursor.x), std::fabs(corner.y - cursor.y)});
        pen.disc(corner, k_mark_px + 1.5f, Ink::PinCase);
        pen.disc(corner, k_mark_px, Ink::Text);
    }
    if (area.is_by_keys) draw_cross(pen, cursor);
    pen.unclip();
}

}
