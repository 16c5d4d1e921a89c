// What ties the selected cluster to other places: arcs from its predecessors' seats and to its successors', and lines
// to the partners it shares a story with.

#include "core/scene/map/layout_map_view.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr std::size_t k_links_at_most = 60;

struct Linking {
    const LayoutInput& input;
    const MapView& view;
    const PinsOnScreen& screen;
    Pen& pen;
    ClusterIndex selected = 0;
    Point here;
    std::vector<ClusterIndex> drawn;

    // Its pin if it is on the map, else its place.
    std::optional<Point> at(ClusterIndex cluster) const {
        for (const MapPin& pin : screen.pins)
            if (pin.cluster == cluster) return pin.at;
        const std::optional<MapPlace> place = place_of(input, cluster, view.day);
        if (!place || place->territory != k_main_territory) return std::nullopt;
        return view.to_screen.to_screen(place->at.x_m, place->at.y_m);
    }
    bool is_pin(ClusterIndex cluster) const {
        return std::any_of(screen.pins.begin(), screen.pins.end(),
                           [&](const MapPin& pin) { return pin.cluster == cluster; });
    }
    bool is_new(ClusterIndex cluster) {
        if (cluster == selected || drawn.size() >= k_links_at_most) return false;
        if (std::find(drawn.begin(), drawn.end(), cluster) != drawn.end()) return false;
        drawn.push_back(cluster);
        return true;
    }
    // Bent to the left of its direction, so that arcs both ways do not lie on each other.
    void arc(Point from, Point to) {
        const float dx = to.x - from.x, dy = to.y - from.y;
        if (std::hypot(dx, dy) < 2 * view.style.pin_radius) return;
        const float bend = 0.18f;
        const Point a{from.x + dx * 0.3f + dy * bend, from.y + dy * 0.3f - dx * bend};
        const Point b{from.x + dx * 0.7f + dy * bend, from.y + dy * 0.7f - dx * bend};
        pen.bezier(from, a, b, to, 4.0f, Ink::Land);
        pen.bezier(from, a, b, to, 1.8f, Ink::Accent);
    }
    // Who has no pin gets a mark where its line ends: a ring in its colour, a dot for who never held the label.
    void end_mark(ClusterIndex cluster, Point seat) {
        if (is_pin(cluster) || !view.room.contains(seat)) return;
        const Cluster& organisation = input.snapshot.clusters[cluster];
        pen.disc(seat, 5.5f, Ink::PinCase);
        if (organisation.labels.empty())
            pen.disc(seat, 3.0f, Ink::Leader);
        else
            pen.ring(seat, 4.0f, 1.5f, domain_look(input.snapshot, organisation.domain).ink);
        add_pin_node(input, view, cluster, seat, 5.0f, pen);
        pen.scene().nodes.back().hit_radius_px = 12.0f; // 24 px across
    }
    void lineage() {
        for (const Event& event : input.snapshot.events) {
            if (event.kind == EventKind::Renamed || event.kind == EventKind::Delabelled) continue;
            const bool to_here = std::find(event.to.begin(), event.to.end(), selected) != event.to.end();
            const bool from_here = std::find(event.from.begin(), event.from.end(), selected) != event.from.end();
            if (to_here)
                for (const ClusterIndex cluster : event.from) link(cluster, true);
            if (from_here)
                for (const ClusterIndex cluster : event.to) link(cluster, false);
        }
    }
    void link(ClusterIndex cluster, bool comes_here) {
        if (!is_new(cluster)) return;
        const std::optional<Point> there = at(cluster);
        if (!there) return;
        if (comes_here)
            arc(*there, here);
        else
            arc(here, *there);
        end_mark(cluster, *there);
    }
    void partners() {
        for (const Story& story : input.snapshot.stories) {
            if (std::find(story.clusters.begin(), story.clusters.end(), selected) == story.clusters.end()) continue;
            for (const ClusterIndex partner : story.clusters) {
                if (!is_new(partner)) continue;
                const std::optional<Point> there = at(partner);
                if (!there) continue;
                pen.dashed(here, *there, 1.2f, Ink::Leader, 3.0f, 4.0f);
                end_mark(partner, *there);
            }
        }
    }
};

}

void draw_links(const LayoutInput& input, const MapView& view, const PinsOnScreen& screen, Pen& pen) {
    const auto selected = input.snapshot.find_cluster(input.state().selected);
    if (!selected || transition_part(input) < 1.0f) return;
    Linking linking{input, view, screen, pen, *selected, {}, {}};
    const std::optional<Point> here = linking.at(*selected);
    if (!here) return;
    linking.here = *here;
    linking.lineage();
    linking.partners();
    linking.end_mark(*selected, *here);
}

}
