// The parts of the country that the map file sets apart, each in its own box at its own scale, with its own scale bar.

#include "core/base/messages.hpp"
#include "core/scene/later.hpp"
#include "core/scene/map/layout_map_view.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr float k_own_scale_from_px = 68.0f; // narrower boxes have no room for a scale bar with its number

struct Inset {
    Rect rect;
    const TerritoryMap& map;
    Affine to_screen;
    std::string name;
    float name_px = 11.0f;
};

bool has_own_scale(const Rect& rect) {
    return rect.w >= k_own_scale_from_px;
}

Affine fit_territory(const MapBounds& land, const Rect& rect, float name_px) {
    const float top = 5.0f, bottom = has_own_scale(rect) ? 2 * name_px + 8.0f : name_px + 6.0f;
    const double scale = std::min(static_cast<double>(rect.w - 14.0f) / std::max(land.width_m(), 1.0),
                                  static_cast<double>(rect.h - top - bottom) / std::max(land.height_m(), 1.0));
    const double x = static_cast<double>(rect.centre().x) - scale * (land.min_x_m + land.max_x_m) / 2.0;
    const double middle = static_cast<double>(rect.y + top + (rect.h - top - bottom) / 2.0f);
    return {scale, -scale, x, middle + scale * (land.min_y_m + land.max_y_m) / 2.0};
}

Inset make_inset(const LayoutInput& input, const MapView& view, std::size_t index) {
    const TerritoryMap& map = input.geometry.territories[index + 1];
    const Rect rect = inset_rects(view)[index];
    const float name_px = view.style.label_px;
    const std::string& full = map.name.in(input.lang());
    const float most = rect.w - 6.0f;
    const bool fits = text_width(full, name_px, FontWeight::Regular) <= most;
    std::string name = fits ? full : ellipsis(map.short_name.in(input.lang()), {name_px}, most);
    return {rect, map, fit_territory(map.bounds, rect, name_px), std::move(name), name_px};
}

void draw_land(const LayoutInput& input, const Inset& inset, const PinSet& set, Pen& pen) {
    const int level = detail_level(inset.to_screen.scale_x);
    for (const MapMesh& mesh : inset.map.neighbours) pen.add(rec::Mesh{&mesh, inset.to_screen, {Ink::Neighbour}});
    const RegionInks inks(input, set);
    for (const MapMesh& mesh : inset.map.regions) {
        pen.add(rec::Mesh{&mesh, inset.to_screen, {inks.of(mesh.code)}});
        add_later_region(input, mesh, {inset.to_screen, inset.rect}, pen);
    }
    for (const MapLines& lines : inset.map.lines[level]) {
        if (lines.kind == BorderKind::Subdivision) continue;
        const bool foreign = lines.kind == BorderKind::Neighbour || lines.kind == BorderKind::NeighbourCoast;
        pen.add(
            rec::Lines{&lines, inset.to_screen, foreign ? 0.8f : 1.0f, {foreign ? Ink::NeighbourLine : Ink::Coast}});
    }
}

int round_km(double most_km) {
    double power = 1.0;
    while (power * 10.0 <= most_km) power *= 10.0;
    const double times = most_km / power;
    return static_cast<int>(power * (times >= 5.0 ? 5.0 : times >= 2.0 ? 2.0 : 1.0));
}

void draw_own_scale(const LayoutInput& input, const Inset& inset, Pen& pen) {
    if (!has_own_scale(inset.rect)) return;
    const int km = round_km(static_cast<double>(inset.rect.w) * 0.32 / (inset.to_screen.scale_x * 1000.0));
    const float width = static_cast<float>(km * 1000.0 * inset.to_screen.scale_x);
    const float x = inset.rect.x + 7.0f, y = inset.rect.bottom() - inset.name_px - 12.0f;
    pen.horizontal(x, y, width, Ink::MapText2);
    pen.vertical(x, y - 3.0f, 4.0f, Ink::MapText2);
    pen.vertical(x + width - 1.0f, y - 3.0f, 4.0f, Ink::MapText2);
    const Type type{inset.name_px * 0.91f, FontWeight::Regular, Ink::MapText2, Align::Left, Ink::Sea};
    pen.text({x + width + 4.0f, y + 3.0f}, say(Msg::MapKilometres, input.lang(), {std::to_string(km)}), type);
}

// Pins of a territory; several near each other fan out as on the map, inside the box.
void draw_inset_pins(const LayoutInput& input, const MapView& view, const Inset& inset, const PinSet& set, Pen& pen) {
    std::vector<const MapPlace*> here;
    std::vector<SeatOnScreen> seats;
    for (const MapPlace& place : set.in_insets) {
        if (place.territory != inset.map.territory || here.size() >= 24) continue;
        here.push_back(&place);
        seats.push_back(
            {input.snapshot.clusters[place.cluster].id, inset.to_screen.to_screen(place.at.x_m, place.at.y_m)});
    }
    for (const MapPlace& ghost : set.ghosts)
        if (ghost.territory == inset.map.territory)
            pen.disc(inset.to_screen.to_screen(ghost.at.x_m, ghost.at.y_m), view.style.ghost_radius, Ink::Ghost);
    const std::vector<FannedPin> fan = fan_out(seats, view.style.pin_radius, inset.rect);
    for (std::size_t i = 0; i < here.size(); ++i) {
        const Cluster& cluster = input.snapshot.clusters[here[i]->cluster];
        const Point at{seats[i].at.x + fan[i].offset.x, seats[i].at.y + fan[i].offset.y};
        const PinState state = pin_state(input, view, here[i]->cluster, here[i]->is_absent);
        draw_pin(pen, at, view.style.pin_radius, domain_look(input.snapshot, cluster.domain), state);
        add_pin_node(input, view, here[i]->cluster, at, view.style.pin_radius, pen);
    }
}

void draw_inset(const LayoutInput& input, const MapView& view, std::size_t index, const PinSet& set, Pen& pen) {
    const Inset inset = make_inset(input, view, index);
    const auto here = std::count_if(set.in_insets.begin(), set.in_insets.end(),
                                    [&](const MapPlace& p) { return p.territory == inset.map.territory; });
    Node node;
    node.id = "map/inset/" + std::to_string(index);
    node.name = inset.map.name.in(input.lang());
    node.value = say_count(Plural::Clusters, input.lang(), here);
    node.zone = Zone::Map;
    node.role = Role::Image;
    node.rect = inset.rect;
    node.covers = true;
    pen.node(std::move(node));
    pen.rect(inset.rect, Ink::Sea);
    pen.clip(inset.rect);
    draw_land(input, inset, set, pen);
    pen.unclip();
    draw_own_scale(input, inset, pen);
    const Type type{inset.name_px, FontWeight::Regular, Ink::MapText2, Align::Centre, Ink::Sea};
    pen.text({inset.rect.centre().x, inset.rect.bottom() - 5.0f}, inset.name, type);
    pen.frame(inset.rect, Ink::RegionLine, 2.0f);
    draw_inset_pins(input, view, inset, set, pen);
}

}

std::vector<Rect> inset_rects(const MapView& view) {
    const InsetStyle& style = view.style.insets;
    const float top = style.is_at_top ? view.room.y + style.edge : view.floor_px - style.edge - style.stack_height();
    std::vector<Rect> rects;
    for (int i = 0; i < style.count; ++i) {
        const auto column = static_cast<float>(i % style.columns), row = static_cast<float>(i / style.columns);
        rects.push_back({view.room.x + style.left + column * (style.width + style.gap),
                         top + row * (style.height + style.gap), style.width, style.height});
    }
    return rects;
}

void draw_insets(const LayoutInput& input, const MapView& view, PinSet& set, Pen& pen) {
    for (std::size_t i = 0; i < inset_rects(view).size(); ++i) draw_inset(input, view, i, set, pen);
}

}
