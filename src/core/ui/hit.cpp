#include "core/ui/hit.hpp"

#include <algorithm>

namespace atlas {

const Panel* panel_at(const Scene& scene, Point at) {
    for (auto panel = scene.panels.rbegin(); panel != scene.panels.rend(); ++panel)
        if (panel->rect.contains(at)) return &*panel;
    return nullptr;
}

namespace {

bool is_plain(const Node& node) {
    return node.hit_radius_px <= 0.0f && node.role != Role::Surface && !node.area &&
           (node.action || node.drag.kind != DragKind::None || !node.href.empty());
}

}

namespace {

bool is_inside(const NodeArea& area, Point at) {
    return contains(*area.mesh, {area.to_screen.x_of(at.x), area.to_screen.y_of(at.y)});
}

}

bool is_covered(const Scene& scene, Point at) {
    return std::any_of(scene.nodes.begin(), scene.nodes.end(),
                       [&](const Node& node) { return node.covers && node.rect.contains(at); });
}

const Node* hit(const Scene& scene, Point at) {
    const Panel* panel = panel_at(scene, at);
    if (panel == nullptr) return nullptr;
    const bool is_on_head = at.y < panel->rect.y + panel->fixed_top_px;
    for (auto node = scene.nodes.rbegin(); node != scene.nodes.rend(); ++node) {
        if (is_on_head && !node->is_fixed) continue; // scrolled away under the head
        if (node->zone == panel->zone && is_plain(*node) && node->rect.contains(at)) return &*node;
    }
    const Node* nearest = nullptr;
    float nearest_px = 0.0f;
    for (const Node& node : scene.nodes) {
        if (node.zone != panel->zone || node.hit_radius_px <= 0.0f) continue;
        const float distance = distance_px(node.rect.centre(), at);
        if (distance > node.hit_radius_px || (nearest != nullptr && distance >= nearest_px)) continue;
        nearest = &node;
        nearest_px = distance;
    }
    if (nearest != nullptr) return nearest;
    for (auto node = scene.nodes.rbegin(); node != scene.nodes.rend(); ++node) {
        if (node->zone != panel->zone || !node->rect.contains(at)) continue;
        if (node->area && is_inside(*node->area, at)) return &*node;
        if (node->covers) break;
    }
    for (auto node = scene.nodes.rbegin(); node != scene.nodes.rend(); ++node)
        if (node->zone == panel->zone && node->role == Role::Surface && node->rect.contains(at)) return &*node;
    return nullptr;
}

Drag drag_at(const Scene& scene, const Node* node) {
    if (node == nullptr) return {};
    if (node->drag.kind != DragKind::None) return node->drag;
    if (node->hit_radius_px <= 0.0f && node->role != Role::Row && !node->area) return {};
    for (const Node& surface : scene.nodes)
        if (surface.zone == node->zone && surface.role == Role::Surface) return surface.drag;
    return {};
}

}
