// Two dates compared, on the map: each pin that changed carries the mark of its change, and who is gone stands at its
// place as a small disc with a mark of its own. The marks are those of the comparison's band, which is their legend.

#include "core/scene/lineage/compare_parts.hpp"
#include "core/scene/map/layout_map_view.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr float k_badge_px = 6.0f, k_gone_px = 5.0f;

void draw_badge(Pen& pen, Point at, ChangeKind kind, float radius) {
    pen.disc(at, radius + 1.0f, Ink::PinCase);
    pen.disc(at, radius, Ink::Panel);
    pen.ring(at, radius - 0.5f, 1.0f, Ink::Text2);
    draw_change_mark(pen, at, kind, kind == ChangeKind::Entered ? 0.8f : 0.75f);
}

bool has_pin_node(const Scene& scene, ClusterIndex cluster) {
    return std::any_of(scene.nodes.begin(), scene.nodes.end(), [&](const Node& node) {
        return node.key == NodeKey{NodeKind::Pin, cluster};
    });
}

// Beside the pins and the marks before it, not under them: pushed out of the nearest one.
Point beside(Point at, const std::vector<Point>& pins, const std::vector<ChangeMark>& marks, float radius) {
    const auto push = [&](Point from, float apart) {
        const float distance = distance_px(at, from);
        if (distance >= apart) return;
        const Point way =
            distance > 0.5f ? Point{(at.x - from.x) / distance, (at.y - from.y) / distance} : Point{0.8f, 0.6f};
        at = {from.x + way.x * apart, from.y + way.y * apart};
    };
    for (int pass = 0; pass < 4; ++pass) {
        for (const Point pin : pins) push(pin, radius + k_gone_px + 2.0f);
        for (const ChangeMark& mark : marks) push(mark.at, mark.radius + k_gone_px + 2.0f);
    }
    return at;
}

Point badge_place(Point pin, float radius) {
    return {pin.x + radius * 0.8f, pin.y - radius * 0.8f};
}

bool is_told(ChangeKind kind) {
    return kind != ChangeKind::None && kind != ChangeKind::Continued;
}

}

std::vector<ChangeMark> change_marks(const LayoutInput& input, const std::vector<ClusterIndex>& clusters,
                                     const std::vector<Point>& pins, const Affine& to_screen, float pin_radius) {
    std::vector<ChangeMark> marks;
    if (!input.result.changes) return marks;
    const std::vector<ChangeKind> kinds = change_kinds(*input.result.changes, input.snapshot.clusters.size());
    std::vector<std::uint8_t> is_pin(kinds.size(), 0);
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        is_pin[clusters[i]] = 1;
        const ChangeKind kind = kinds[clusters[i]];
        if (is_told(kind)) marks.push_back({clusters[i], badge_place(pins[i], pin_radius), kind, k_badge_px, false});
    }
    for (ClusterIndex cluster = 0; cluster < kinds.size(); ++cluster) {
        const bool is_gone = kinds[cluster] == ChangeKind::Left || kinds[cluster] == ChangeKind::Merged;
        if (!is_gone || is_pin[cluster] || input.result.holds[cluster]) continue;
        const std::optional<MapPlace> place = place_of(input, cluster, input.result.changes->earlier);
        if (!place || place->territory != k_main_territory) continue;
        const Point at = beside(to_screen.to_screen(place->at.x_m, place->at.y_m), pins, marks, pin_radius);
        marks.push_back({cluster, at, kinds[cluster], k_gone_px, true});
    }
    return marks;
}

void draw_changes(const LayoutInput& input, const MapView& view, const PinsOnScreen& screen, Pen& pen) {
    if (!input.result.changes || !screen.folded.empty()) return;
    std::vector<ClusterIndex> clusters;
    std::vector<Point> pins;
    for (const MapPin& pin : screen.pins) {
        if (pin.is_leaving || pin.scale < 1.0f) continue;
        clusters.push_back(pin.cluster);
        pins.push_back(pin.at);
    }
    for (const ChangeMark& mark : change_marks(input, clusters, pins, view.to_screen, view.style.pin_radius)) {
        if (!view.room.contains(mark.at)) continue;
        draw_badge(pen, mark.at, mark.kind, mark.radius);
        if (!mark.is_gone || has_pin_node(pen.scene(), mark.cluster)) continue;
        add_pin_node(input, view, mark.cluster, mark.at, mark.radius, pen);
        pen.scene().nodes.back().hit_radius_px = std::max(12.0f, mark.radius + 3.0f); // 24 px across
    }
}

}
