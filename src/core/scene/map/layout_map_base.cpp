// Sea, land and lines of the map, from the back to the front (design.md §3).

#include "core/base/messages.hpp"
#include "core/scene/later.hpp"
#include "core/scene/map/layout_map_view.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr float k_strip_px = 4.0f; // of a fade
constexpr int k_fade_strips = 24;

bool is_in(const MapBounds& window, const MapBounds& box) {
    return box.min_x_m <= window.max_x_m && box.max_x_m >= window.min_x_m && box.min_y_m <= window.max_y_m &&
           box.max_y_m >= window.min_y_m;
}

void add_graticule_line(const Projection& projection, LngLat from, LngLat to, MapLines& lines) {
    constexpr int parts = 24;
    for (int i = 0; i <= parts; ++i) {
        const double t = static_cast<double>(i) / parts;
        const Metres at = projection.project(
            {from.lng_deg + (to.lng_deg - from.lng_deg) * t, from.lat_deg + (to.lat_deg - from.lat_deg) * t});
        lines.x_m.push_back(static_cast<float>(at.x_m));
        lines.y_m.push_back(static_cast<float>(at.y_m));
    }
    lines.starts.push_back(static_cast<std::uint32_t>(lines.x_m.size()));
}

MapLines make_graticule(const MapGeometry& map) {
    const auto [west, south, east, north] = map.graticule.box;
    const double step = map.graticule.step_deg, last = east < west ? east + 360.0 : east;
    const Projection& projection = map.ground.projection;
    MapLines lines;
    lines.starts.push_back(0);
    for (double lng = west; lng <= last; lng += step) add_graticule_line(projection, {lng, south}, {lng, north}, lines);
    for (double lat = south; lat <= north; lat += step) add_graticule_line(projection, {west, lat}, {last, lat}, lines);
    return lines;
}

bool is_one_of(const std::vector<std::string_view>& codes, std::string_view code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

struct Painting {
    const LayoutInput& input;
    const MapView& view;
    Pen& pen;
    std::vector<std::string_view> highlighted;
    int level = 0;

    void lines(const MapLines& what, float thickness, Paint paint) {
        pen.add(rec::Lines{&what, view.to_screen, thickness, paint});
    }
    void lines(const TerritoryMap& map, BorderKind kind, float thickness, Paint paint) {
        for (const MapLines& what : map.lines[level])
            if (what.kind == kind) lines(what, thickness, paint);
    }
};

void fill_regions(Painting& painting, const TerritoryMap& map, const PinSet& set, const MapBounds& window) {
    const RegionInks inks(painting.input, set);
    for (const MapMesh& mesh : map.regions) {
        if (!is_in(window, mesh.bounds)) continue;
        painting.pen.add(rec::Mesh{&mesh, painting.view.to_screen, {inks.of(mesh.code)}});
        add_later_region(painting.input, mesh, {painting.view.to_screen, painting.view.room}, painting.pen);
    }
}

// Department lines are hairs: below half a pixel per kilometre they would be a grey veil.
float subdivision_opacity(double px_per_m) {
    return std::clamp(static_cast<float>((px_per_m - 1.2e-4) / 1.6e-4), 0.0f, 1.0f);
}

void outline_highlighted(Painting& painting, const TerritoryMap& map) {
    if (painting.highlighted.empty()) return;
    for (const MapLines& lines : map.lines[painting.level]) {
        if (lines.kind == BorderKind::Subdivision) continue;
        const bool left = is_one_of(painting.highlighted, lines.left),
                   right = is_one_of(painting.highlighted, lines.right);
        if (left != right) painting.lines(lines, 1.6f, {Ink::SelectedRegionLine});
    }
}

// Strips from the land towards the outside, ever less clear, then sea as far as the room goes.
struct Fading {
    Rect strip; // the first, on the land's side
    Point step;
    Rect beyond;
};

void fade_out(const Fading& fading, Pen& pen) {
    Rect strip = fading.strip;
    for (int i = 0; i < k_fade_strips; ++i, strip.x += fading.step.x, strip.y += fading.step.y)
        pen.rect(strip, Ink::Sea, 0.0f, static_cast<float>(i + 1) / k_fade_strips);
    pen.rect(fading.beyond, Ink::Sea);
}

// Where the base map ends inside the room, the land goes over into sea rather than stopping at a ruler's line.
void fade_at_frame(const MapBounds& cover, const MapView& view, Pen& pen) {
    constexpr float part = k_strip_px, fade = k_strip_px * k_fade_strips;
    const Rect& room = view.room;
    const Point low = view.to_screen.to_screen(cover.min_x_m, cover.max_y_m);
    const Point high = view.to_screen.to_screen(cover.max_x_m, cover.min_y_m);
    const float left = low.x - room.x, right = room.right() - high.x;
    const float above = low.y - room.y, below = room.bottom() - high.y;
    if (left > 0.0f)
        fade_out({{low.x + fade - part, room.y, part, room.h}, {-part, 0.0f}, {room.x, room.y, left, room.h}}, pen);
    if (right > 0.0f)
        fade_out({{high.x - fade, room.y, part, room.h}, {part, 0.0f}, {high.x, room.y, right, room.h}}, pen);
    if (above > 0.0f)
        fade_out({{room.x, low.y + fade - part, room.w, part}, {0.0f, -part}, {room.x, room.y, room.w, above}}, pen);
    if (below > 0.0f)
        fade_out({{room.x, high.y - fade, room.w, part}, {0.0f, part}, {room.x, high.y, room.w, below}}, pen);
}

}

void draw_base(const LayoutInput& input, const MapView& view, MapMemo& memo, Pen& pen) {
    if (memo.graticule.starts.empty()) memo.graticule = make_graticule(input.geometry);
    const TerritoryMap& map = input.geometry.main();
    const MapBounds window = view.window(2.0f);
    Painting painting{input, view, pen, highlighted_regions(input), detail_level(view.px_per_m())};
    pen.rect(view.room, Ink::Sea);
    painting.lines(memo.graticule, 0.7f, {Ink::Graticule});
    for (const MapMesh& mesh : map.neighbours)
        if (is_in(window, mesh.bounds)) pen.add(rec::Mesh{&mesh, view.to_screen, {Ink::Neighbour}});
    painting.lines(map, BorderKind::Neighbour, 0.8f, {Ink::NeighbourLine});
    painting.lines(map, BorderKind::NeighbourCoast, 0.8f, {Ink::NeighbourLine});
    fade_at_frame(input.geometry.cover, view, pen);
    painting.lines(map, BorderKind::Coast, 5.0f, {Ink::CoastGlow});
    fill_regions(painting, map, *memo.now, window);
    const float hair = subdivision_opacity(view.px_per_m());
    if (hair > 0.0f) painting.lines(map, BorderKind::Subdivision, 0.7f, faded(Ink::DepartmentLine, hair));
    painting.lines(map, BorderKind::Region, 1.0f, {Ink::RegionLine});
    painting.lines(map, BorderKind::Frontier, 1.0f, {Ink::Coast});
    painting.lines(map, BorderKind::Coast, 1.0f, {Ink::Coast});
    outline_highlighted(painting, map);
}

namespace {

bool put_name(std::string_view name, Point at, const Type& type, std::vector<Rect>& taken, const Rect& room, Pen& pen) {
    const float width = text_width(name, type.size_px, type.weight);
    const Rect box{at.x - width / 2 - 4, at.y - type.size_px, width + 8, type.size_px + 6};
    const Rect inside = room.inset(4.0f);
    if (box.x < inside.x || box.right() > inside.right() || box.y < inside.y || box.bottom() > inside.bottom())
        return false;
    for (const Rect& other : taken)
        if (box.overlaps(other)) return false;
    pen.text({at.x, at.y}, name, type);
    taken.push_back(box);
    return true;
}

// As the data call the region, else as the map does.
const std::string& name_of(const LayoutInput& input, std::string_view code) {
    if (const auto region = input.snapshot.find_region(code))
        return input.snapshot.regions[*region].name.in(input.lang());
    static const std::string nothing;
    const std::vector<MapArea>& areas = input.geometry.regions;
    const auto area = std::find_if(areas.begin(), areas.end(), [&](const MapArea& each) { return each.code == code; });
    return area == areas.end() ? nothing : area->name.in(input.lang());
}

}

// Countries always, regions from twice the home scale on; only where nothing else is.
void draw_place_names(const LayoutInput& input, const MapView& view, const std::vector<Rect>& blocked, Pen& pen) {
    std::vector<Rect> taken = blocked;
    const float size = view.style.label_px;
    if (view.eye.zoom >= 1.9) {
        const Type type{size, FontWeight::SemiBold, Ink::MapText2, Align::Centre, Ink::Halo};
        for (const MapMesh& mesh : input.geometry.main().regions) {
            const std::string& name = name_of(input, mesh.code);
            if (name.empty()) continue;
            const Point at = view.to_screen.to_screen(mesh.centre.x_m, mesh.centre.y_m);
            for (const float dy : {0.0f, 30.0f, -30.0f, 60.0f, -60.0f})
                if (put_name(name, {at.x, at.y + dy}, type, taken, view.room, pen)) break;
        }
    }
    const Type type{size, FontWeight::Regular, Ink::MapText2, Align::Centre};
    for (const MapLabel& label : input.geometry.labels) {
        const Metres place = input.geometry.project(k_main_territory, label.place);
        const Point at = view.to_screen.to_screen(place.x_m, place.y_m);
        put_name(label.name.in(input.lang()), at, type, taken, view.room, pen);
    }
}

}
