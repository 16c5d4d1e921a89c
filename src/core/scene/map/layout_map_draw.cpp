// Draws what layout_map_pins.cpp has placed: ghosts, leaders, pins, counted pins, labels, and their nodes.

#include "core/base/elementary.hpp"
#include "core/base/messages.hpp"
#include "core/scene/layout_memo.hpp"
#include "core/scene/map/layout_map_view.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr float k_selected_grows = 2.0f, k_hovered_grows = 1.0f;

void draw_one(const LayoutInput& input, const MapView& view, const MapPin& pin, Pen& pen) {
    const PinState state = pin_state(input, view, pin.cluster, pin.is_absent);
    float radius = view.style.pin_radius * pin.scale;
    if (state == PinState::Selected) radius += k_selected_grows;
    if (state == PinState::Hovered) radius += k_hovered_grows;
    const DomainLook look = domain_look(input.snapshot, input.snapshot.clusters[pin.cluster].domain);
    draw_pin(pen, pin.at, radius, look, state);
}

void draw_ghosts(const LayoutInput& input, const MapView& view, const PinSet& set, Pen& pen) {
    const auto dot = [&](Point at) {
        if (!view.room.contains(at)) return;
        pen.disc(at, view.style.ghost_radius + 1.0f, Ink::Land);
        pen.disc(at, view.style.ghost_radius, Ink::Ghost);
    };
    if (set.ghost_crowd.size() > 0) {
        constexpr double cell_px = 16.0;
        const double across = set.ghost_crowd.cell_m(0) * view.px_per_m() / cell_px;
        const int level = std::clamp(static_cast<int>(logarithm_of_two(std::max(1.0, across))), 0, k_index_levels);
        for (const SpatialIndex::Cell& cell : set.ghost_crowd.cells(level, view.window(4.0f))) {
            const Metres at = set.ghost_crowd.mean_of(cell);
            dot(view.to_screen.to_screen(at.x_m, at.y_m));
        }
        return;
    }
    (void)input;
    for (const MapPlace& place : set.ghosts)
        if (place.territory == k_main_territory) dot(view.to_screen.to_screen(place.at.x_m, place.at.y_m));
}

// From the place to the fanned-out pins: only what is not hidden under the disc.
void draw_leaders(const MapView& view, const std::vector<MapPin>& pins, Pen& pen) {
    for (const MapPin& pin : pins) {
        const bool is_group = pin.group_size >= 2;
        const Point from = is_group ? pin.hub : pin.seat;
        if (distance_px(from, pin.at) > std::max(4.0f, view.style.pin_radius) && pin.scale >= 1.0f)
            pen.line(from, pin.at, 1.0f, Ink::Leader);
    }
    for (const MapPin& pin : pins) {
        if (pin.group_size < 4 || pin.is_leaving) continue;
        pen.disc(pin.hub, 3.2f, Ink::Land);
        pen.disc(pin.hub, 2.2f, Ink::OnMap);
    }
}

bool is_emphasised(const LayoutInput& input, const MapView& view, const MapPin& pin) {
    const PinState state = pin_state(input, view, pin.cluster, pin.is_absent);
    return state == PinState::Selected || state == PinState::Hovered;
}

std::string count_text(std::uint32_t count) {
    if (count < 1000) return std::to_string(count);
    if (count < 1000000) return std::to_string(count / 1000) + "k";
    return std::to_string(count / 1000000) + "M";
}

void draw_folded(const LayoutInput& input, const MapView& view, const FoldedPin& fold, Pen& pen) {
    const std::string id = "map/fold/" + std::to_string(fold.column) + "." + std::to_string(fold.row);
    const float radius = view.style.pin_radius + 3.0f;
    const bool is_hot = is_hovered(input, id);
    pen.disc(fold.at, radius + 1.5f, Ink::PinCase);
    pen.disc(fold.at, radius, is_hot ? Ink::Text : Ink::Accent);
    const float size = view.style.pin_radius * 1.1f;
    const Type type{size, FontWeight::SemiBold, is_hot ? Ink::Panel : Ink::OnAccent, Align::Centre};
    pen.text({fold.at.x, fold.at.y + size * 0.36f}, count_text(fold.count), type);
    Node node;
    node.id = id;
    node.name = say_count(Plural::Clusters, input.lang(), fold.count);
    node.zone = Zone::Map;
    node.rect = {fold.at.x - radius, fold.at.y - radius, 2 * radius, 2 * radius};
    node.hit_radius_px = view.style.hit_radius;
    if (view.eye.zoom < k_zoom_max * 0.99) {
        node.hint = say(Msg::MapFoldHint, input.lang());
        node.action = act::ZoomAbout{fold.place, 2.5, true};
    } else { // as close as it gets: they become the result, and then all have room
        const Projection& ground = view.ground->projection;
        const LngLat a = ground.unproject({fold.bounds.min_x_m, fold.bounds.min_y_m});
        const LngLat b = ground.unproject({fold.bounds.max_x_m, fold.bounds.min_y_m});
        const LngLat c = ground.unproject({fold.bounds.max_x_m, fold.bounds.max_y_m});
        const LngLat d = ground.unproject({fold.bounds.min_x_m, fold.bounds.max_y_m});
        node.hint = say(Msg::MapFoldFilterHint, input.lang());
        node.action = act::SetArea{{a, b, c, d}};
    }
    pen.node(std::move(node));
}

bool names_all(const MapView& view) {
    return view.style.labels == LabelRule::All || view.eye.zoom >= view.style.label_all_zoom;
}

// Labels are placed once for each zoom step; only the home step knows the screen's furniture, so that panning never
// makes a name jump from one side of its pin to the other.
LabelsKey labels_key(const LayoutInput& input, const MapView& view, int step) {
    LabelsKey key;
    key.step = step;
    key.label_px = view.style.label_px;
    key.selected = input.state().selected;
    if (step == 0) {
        key.width_px = view.room.w;
        key.height_px = view.room.h;
    }
    key.names_all = names_all(view);
    key.has_choropleth = input.ui().choropleth;
    key.lang = input.lang();
    key.compare = input.state().compare;
    return key;
}

const std::vector<LabelSpot>& labels_of(const LayoutInput& input, const MapView& view, PinSet& set) {
    const int step = static_cast<int>(std::lround(view.step));
    const Fan& fan = fan_at(input, view, set, step);
    const LabelsKey key = labels_key(input, view, step);
    const bool is_known = set.labels_key == key && set.labels.size() == set.pins.size();
    if (input.memo.noted(MemoEntry::Labels, is_known)) return set.labels;
    Camera camera = home_camera(*view.ground);
    camera.zoom = power_of_two(step / 4.0);
    const Affine affine = camera_affine(*view.ground, view.framing, camera);
    std::vector<LabelWish> wishes;
    for (std::size_t i = 0; i < set.pins.size(); ++i) {
        const Cluster& cluster = input.snapshot.clusters[set.pins[i].cluster];
        const Point seat = affine.to_screen(set.pins[i].at.x_m, set.pins[i].at.y_m);
        const FannedPin& pin = fan.pins[i];
        const bool is_selected = cluster.id == input.state().selected;
        const bool is_named = is_selected || names_all(view);
        wishes.push_back({is_named ? map_name(cluster, view.day) : std::string(),
                          {seat.x + pin.offset.x, seat.y + pin.offset.y},
                          pin.column_px,
                          pin.group_size,
                          is_selected});
    }
    LabelRoom room{{}, {}, view.style.pin_radius, view.style.label_px, view.style.selected_px};
    if (step == 0) {
        room.bounds = view.room;
        room.blockers = chrome_rects(input, view, set);
    }
    std::vector<ClusterIndex> clusters;
    std::vector<Point> pins;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        clusters.push_back(set.pins[i].cluster);
        pins.push_back(wishes[i].pin);
    }
    for (const ChangeMark& mark : change_marks(input, clusters, pins, affine, view.style.pin_radius))
        room.blockers.push_back(Rect{mark.at.x, mark.at.y, 0, 0}.inset(0.5f - mark.radius));
    set.labels = place_labels(wishes, room);
    set.labels_key = key;
    return set.labels;
}

struct LabelDrawing {
    Rect box;
    std::string text;
    Type type;
};

// Leaders first, under the pins; the names themselves go on top.
std::vector<LabelDrawing> prepare_labels(const LayoutInput& input, const MapView& view, PinSet& set,
                                         const std::vector<MapPin>& pins, Pen& pen) {
    std::vector<LabelDrawing> drawings;
    const std::vector<LabelSpot>& spots = labels_of(input, view, set);
    const std::vector<Rect> furniture = chrome_rects(input, view, set);
    const Rect seen{view.room.x - 200.0f, view.room.y - 20.0f, view.room.w + 400.0f, view.room.h + 40.0f};
    for (const MapPin& pin : pins) {
        if (pin.is_leaving || pin.index >= spots.size() || !spots[pin.index].is_placed || pin.scale < 1.0f) continue;
        const LabelSpot& spot = spots[pin.index];
        const Rect box{pin.at.x + spot.box.x, pin.at.y + spot.box.y, spot.box.w, spot.box.h};
        const bool is_hidden =
            std::any_of(furniture.begin(), furniture.end(), [&](const Rect& r) { return r.overlaps(box); });
        if (is_hidden || !box.overlaps(seen)) continue;
        const Cluster& cluster = input.snapshot.clusters[pin.cluster];
        const bool is_selected = cluster.id == input.state().selected;
        const float size = is_selected ? view.style.selected_px : view.style.label_px;
        const FontWeight weight = is_selected ? FontWeight::SemiBold : FontWeight::Regular;
        if (spot.has_leader)
            pen.line(pin.at, {pin.at.x + spot.leader_end.x, pin.at.y + spot.leader_end.y}, 1.0f, Ink::Leader);
        drawings.push_back({box, map_name(cluster, view.day), {size, weight, Ink::OnMap, Align::Left, Ink::Halo}});
    }
    return drawings;
}

void draw_label(const LabelDrawing& label, Pen& pen) {
    pen.text({label.box.x, label.box.y + label.type.size_px * 0.93f}, label.text, label.type);
}

// In a crowd only pins with two free cells to the east are named.
void draw_crowd_names(const LayoutInput& input, const MapView& view, const PinsOnScreen& screen, Pen& pen) {
    std::vector<Rect> taken;
    for (const FoldedPin& fold : screen.folded)
        taken.push_back(Rect{fold.at.x, fold.at.y, 0, 0}.inset(-view.style.pin_radius - 6.0f));
    for (const MapPin& pin : screen.pins)
        taken.push_back(Rect{pin.at.x, pin.at.y, 0, 0}.inset(-view.style.pin_radius - 3.0f));
    for (const MapPin& pin : screen.pins) {
        const Cluster& cluster = input.snapshot.clusters[pin.cluster];
        const Type type{view.style.label_px, FontWeight::Regular, Ink::OnMap, Align::Left, Ink::Halo};
        const std::string name = map_name(cluster, view.day);
        const Rect box{pin.at.x + view.style.pin_radius + 4.0f, pin.at.y - type.size_px / 2,
                       text_width(name, type.size_px, type.weight), type.size_px + 2};
        if (std::any_of(taken.begin(), taken.end(), [&](const Rect& r) { return r.overlaps(box); })) continue;
        pen.text({box.x, box.y + type.size_px * 0.93f}, name, type);
    }
}

std::vector<Rect> taken_by(const MapView& view, const PinsOnScreen& screen, const std::vector<LabelDrawing>& labels,
                           std::vector<Rect> taken) {
    for (const MapPin& pin : screen.pins)
        taken.push_back(Rect{pin.at.x, pin.at.y, 0, 0}.inset(-view.style.pin_radius - 3.0f));
    for (const LabelDrawing& label : labels) taken.push_back(label.box.inset(-3.0f));
    return taken;
}

}

PinState pin_state(const LayoutInput& input, const MapView& view, ClusterIndex cluster, bool is_absent) {
    if (input.state().selected == input.snapshot.clusters[cluster].id) return PinState::Selected;
    if (view.hovered == cluster) return PinState::Hovered;
    return is_absent ? PinState::Absent : PinState::Normal;
}

void add_pin_node(const LayoutInput& input, const MapView& view, ClusterIndex cluster, Point at, float radius,
                  Pen& pen) {
    const Cluster& what = input.snapshot.clusters[cluster];
    Node node;
    node.key = {NodeKind::Pin, cluster};
    node.id = node_id(input.snapshot, node.key);
    node.name = what.name;
    node.zone = Zone::Map;
    node.rect = {at.x - radius, at.y - radius, 2 * radius, 2 * radius};
    node.hit_radius_px = view.style.hit_radius;
    node.selected = input.state().selected == what.id;
    node.action = act::Select{what.id};
    pen.node(std::move(node));
}

void draw_pins(const LayoutInput& input, const MapView& view, PinSet& set, const PinsOnScreen& screen, Pen& pen) {
    draw_ghosts(input, view, set, pen);
    draw_leaders(view, screen.pins, pen);
    const std::vector<LabelDrawing> labels =
        set.is_crowd() ? std::vector<LabelDrawing>{} : prepare_labels(input, view, set, screen.pins, pen);
    if (view.style.has_legend)
        draw_place_names(input, view, taken_by(view, screen, labels, chrome_rects(input, view, set)), pen);
    for (const FoldedPin& fold : screen.folded) draw_folded(input, view, fold, pen);
    for (const MapPin& pin : screen.pins)
        if (!is_emphasised(input, view, pin)) draw_one(input, view, pin, pen);
    for (const LabelDrawing& label : labels) draw_label(label, pen);
    if (set.is_crowd()) draw_crowd_names(input, view, screen, pen);
    for (const MapPin& pin : screen.pins)
        if (is_emphasised(input, view, pin)) draw_one(input, view, pin, pen);
    for (const MapPin& pin : screen.pins)
        if (!pin.is_leaving && view.room.contains(pin.at))
            add_pin_node(input, view, pin.cluster, pin.at, view.style.pin_radius, pen);
}

}
