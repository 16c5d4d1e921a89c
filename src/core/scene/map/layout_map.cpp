// The map room: order of drawing, the view at each width, the surface that answers to the hand.

#include "core/base/elementary.hpp"
#include "core/base/messages.hpp"
#include "core/scene/later.hpp"
#include "core/scene/layout.hpp"
#include "core/scene/layout_memo.hpp"
#include "core/scene/map/layout_map_view.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

// In a map of less height the pins shrink: at full size they would hide the country.
constexpr float k_full_pins_px = 230.0f, k_pins_least = 0.55f;

MapStyle style_of(Breakpoint breakpoint) {
    MapStyle style;
    switch (breakpoint) {
    case Breakpoint::Wide:
        break;
    case Breakpoint::Medium:
        style.pin_radius = 9.0f;
        style.margins = {12.0f, 60.0f, 10.0f, 70.0f, 0.75f};
        style.insets = {70.0f, 72.0f, 6.0f, 12.0f, 12.0f, false};
        break;
    case Breakpoint::Compact:
        style.pin_radius = 8.0f;
        style.margins = {6.0f, 10.0f, 6.0f, 10.0f, 0.42f};
        style.insets = {52.0f, 60.0f, 5.0f, 10.0f, 10.0f, false};
        style.labels = LabelRule::SelectedOnly;
        style.label_all_zoom = 2.5;
        style.has_scale_bar = style.has_legend = false;
        break;
    case Breakpoint::Mobile:
        style.pin_radius = 9.0f;
        style.ghost_radius = 2.5f;
        style.margins = {6.0f, 30.0f, 6.0f, 136.0f, 0.3f};
        style.insets = {54.0f, 61.0f, 5.0f, 10.0f, 8.0f, true};
        style.labels = LabelRule::SelectedOnly;
        style.label_all_zoom = 3.0;
        style.button_px = 40.0f;
        style.is_phone = true;
        style.has_scale_bar = style.has_legend = false;
        break;
    case Breakpoint::Kiosk:
        style.pin_radius = 15.0f;
        style.ghost_radius = 4.0f;
        style.hit_radius = 28.0f;
        style.label_px = 16.0f;
        style.selected_px = 18.0f;
        style.margins = {26.0f, 120.0f, 20.0f, 60.0f, 0.97f};
        style.insets = {112.0f, 126.0f, 8.0f, 150.0f, 24.0f, false};
        style.button_px = 0.0f; // any touch starts the visit
        break;
    }
    return style;
}

// A low room has no place for insets of full size above each other.
void fit_to_room(const Rect& room, MapStyle& style) {
    InsetStyle& insets = style.insets;
    const float spare = room.h - 2 * insets.edge;
    if (spare >= insets.stack_height()) return;
    const float scale = std::max(0.5f, spare / insets.stack_height());
    insets.height *= scale;
    insets.width *= std::max(scale, 0.8f);
}

constexpr float k_below_px = 36.0f; // between the sheet and the end of the insets below it, without these

// A tall room on a phone: the sheet ends where the base map does, the insets stand below it, in two rows if they fit.
void line_up_insets(const MapGeometry& map, Rect& room, MapStyle& style) {
    InsetStyle& insets = style.insets;
    insets.is_at_top = false;
    style.margins = {16.0f, 16.0f, 16.0f, 16.0f, 0.5f};
    style.has_scale_bar = style.has_legend = true;
    if (insets.count == 0) return;
    insets.is_below = true;
    constexpr float lowest_px = 80.0f;
    const float edge_px = insets.left, sheet_m = static_cast<float>(map.sheet_m);
    const float px_per_m = (room.w - 32.0f) / static_cast<float>(map.ground.frame.width_m());
    const auto width_of = [&](int columns) {
        insets.columns = columns;
        return (room.w - 2 * insets.left - static_cast<float>(columns - 1) * insets.gap) / static_cast<float>(columns);
    };
    const int half = (insets.count + 1) / 2;
    insets.width = width_of(half);
    const auto rows = static_cast<float>(insets.rows());
    insets.height =
        std::min(insets.width, (room.h - sheet_m * px_per_m - k_below_px - (rows - 1.0f) * insets.gap) / rows);
    // No wider than what the maps of their neighbours cover, in the middle of the room.
    insets.width = std::min(insets.width, insets.height * 0.9f);
    insets.left = (room.w - static_cast<float>(half) * insets.width - static_cast<float>(half - 1) * insets.gap) * 0.5f;
    if (insets.height < lowest_px) {
        insets.left = edge_px;
        insets.width = width_of(insets.count);
        insets.height = insets.width * 1.15f;
    }
    room.h = std::min(room.h - insets.stack_height() - 2 * insets.edge, sheet_m * px_per_m);
}

// The frame stands in the middle of what the insets leave free; in a narrow room they may lie over its west.
void centre_beside_insets(const MapBounds& frame, const Rect& room, MapStyle& style) {
    Margins& margins = style.margins;
    const float width = room.w - margins.left - margins.right, height = room.h - margins.top - margins.bottom;
    const float scale =
        std::min(width / static_cast<float>(frame.width_m()), height / static_cast<float>(frame.height_m()));
    const float spare = width - scale * static_cast<float>(frame.width_m());
    if (spare < 1.0f) return;
    const float taken = style.insets.count == 0 ? 0.0f : style.insets.left + 1.65f * style.insets.width;
    const float middle = (taken + room.w) * 0.5f;
    const float left = middle - (width - spare) * 0.5f - margins.left;
    margins.align = std::clamp(left / spare, 0.0f, 1.0f);
}

void ask_for_motion(const LayoutInput& input, Scene& scene) {
    if (is_flying(input.ui()) || transition_part(input) < 1.0f) scene.ask_frame(0.0);
}

std::string surface_value(const LayoutInput& input, const PinSet& set) {
    const auto shown = static_cast<std::int64_t>(input.result.shown_count);
    std::string value = say_count(Plural::Clusters, input.lang(), shown);
    value += ", " + format_date(input.state().date, input.lang(), DateStyle::Long);
    if (set.homeless > 0) value += ", " + say_count(Plural::MapHomeless, input.lang(), set.homeless);
    return value;
}

void add_surface(const LayoutInput& input, const MapView& view, const PinSet& set, Pen& pen) {
    Node node;
    node.key = {NodeKind::MapSurface};
    node.id = node_id(input.snapshot, node.key);
    node.name = say(Msg::MapName, input.lang());
    node.value = surface_value(input, set);
    node.hint = say(Msg::MapHint, input.lang());
    node.zone = Zone::Map;
    node.role = Role::Surface;
    node.rect = view.room;
    node.cursor = input.ui().area.is_on ? Cursor::Default : Cursor::Grab;
    node.drag.kind = DragKind::Camera;
    pen.node(node);
    Panel panel;
    panel.zone = Zone::Map;
    panel.name = say(Msg::MapName, input.lang());
    panel.rect = {view.room.x, view.room.y, view.room.w, view.floor_px - view.room.y};
    panel.wheel = Wheel::ZoomMap;
    pen.panel(panel);
    const AreaChoice& area = input.ui().area;
    pen.scene().map = {view.room, view.to_screen, view.ground, true, area.is_on, area.corner};
}

}

LngLat MapView::place_under(Point at) const {
    return ground->projection.unproject({to_screen.x_of(at.x), to_screen.y_of(at.y)});
}

MapBounds MapView::window(float margin_px) const {
    return {to_screen.x_of(room.x - margin_px), to_screen.y_of(room.bottom() + margin_px),
            to_screen.x_of(room.right() + margin_px), to_screen.y_of(room.y - margin_px)};
}

MapView make_map_view(const LayoutInput& input, const Rooms& rooms) {
    MapView view;
    view.room = rooms.main;
    // The list on a phone keeps the map as a band above it.
    if (rooms.breakpoint == Breakpoint::Mobile && input.state().view == View::List)
        view.room.h = rooms.timeline.is_empty() ? view.room.h : rooms.timeline.y - view.room.y;
    view.ground = &input.geometry.ground;
    view.style = style_of(rooms.breakpoint);
    if (input.environment.parts.insets) view.style.insets.count = static_cast<int>(input.geometry.inset_count());
    if (view.style.insets.count == 0) {
        view.style.margins.left = view.style.margins.right;
        view.style.margins.align = 0.5f;
    }
    view.style.pin_radius *= std::clamp(view.room.h / k_full_pins_px, k_pins_least, 1.0f);
    view.floor_px = view.room.bottom();
    fit_to_room(view.room, view.style);
    if (rooms.breakpoint == Breakpoint::Wide) centre_beside_insets(view.ground->frame, view.room, view.style);
    if (rooms.breakpoint == Breakpoint::Mobile && view.room.h > view.room.w)
        line_up_insets(input.geometry, view.room, view.style);
    if (view.style.insets.is_below)
        view.floor_px = std::min(view.floor_px, view.room.bottom() + view.style.insets.stack_height() + k_below_px);
    view.framing = frame_ground(*view.ground, view.room, view.style.margins);
    view.eye = seen_camera(*view.ground, input.session);
    view.to_screen = camera_affine(*view.ground, view.framing, view.eye);
    view.step = 4.0 * logarithm_of_two(std::clamp(view.eye.zoom, k_zoom_min, k_zoom_max));
    view.day = last_day(input.state().date);
    const NodeKey hovered = node_key(input.snapshot, input.ui().hover);
    if (hovered.kind == NodeKind::Pin || hovered.kind == NodeKind::PinTip) view.hovered = hovered.index;
    return view;
}

MapMemo& map_memo(const LayoutInput& input) {
    if (!input.memo.map) input.memo.map = std::make_shared<MapMemo>();
    return *input.memo.map;
}

namespace {

void draw_map(const LayoutInput& input, const MapView& view, MapMemo& memo, Pen& pen) {
    PinSet& set = pins_now(input, memo);
    pen.clip(view.room);
    draw_base(input, view, memo, pen);
    const PinsOnScreen pins = pins_on_screen(input, view, memo);
    draw_later_links(input, view, pins, pen);
    draw_pins(input, view, set, pins, pen);
    draw_later_changes(input, view, pins, pen);
    pen.unclip();
    draw_insets(input, view, set, pen);
    draw_chrome(input, view, set, pen);
}

bool is_too_small(const MapView& view) {
    return view.room.w < 8.0f || view.room.h < 8.0f;
}

}

void layout_map(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    const MapView view = make_map_view(input, rooms);
    if (is_too_small(view)) return;
    MapMemo& memo = map_memo(input);
    add_surface(input, view, pins_now(input, memo), pen);
    ask_for_motion(input, pen.scene());
    draw_map(input, view, memo, pen);
    draw_area_choice(input, view, pen);
}

void draw_map_on_paper(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    MapView view = make_map_view(input, rooms);
    if (is_too_small(view)) return;
    view.style.button_px = 0.0f;
    view.style.labels = LabelRule::All;
    view.style.has_scale_bar = view.style.has_legend = true;
    draw_map(input, view, map_memo(input), pen);
}

}
