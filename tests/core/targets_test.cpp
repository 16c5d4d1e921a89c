// What can be pressed is 24 px wide and high, or stands so far from the rest as if it were (WCAG 2.5.8).
#include "support/stage.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace atlas;

namespace {

constexpr float k_least_px = 24.0f;

struct Target {
    const Node* node = nullptr;
    Rect rect;
    [[nodiscard]] bool is_small() const { return std::min(rect.w, rect.h) < k_least_px - 0.01f; }
};

std::vector<Target> targets_of(const Scene& scene) {
    std::vector<Target> targets;
    for (const Node& node : scene.nodes) {
        const bool is_used = (node.action && node.role != Role::Surface) || node.role == Role::Slider;
        // A lane is as thin as all lanes of twenty years must be; pins, list and search open the same cards.
        // A region of the map is as large as it is (WCAG 2.5.8, essential); search and card open the same profile.
        if (!is_used || node.id.starts_with("lineage/") || node.area) continue;
        const Point middle = node.rect.centre();
        const float w = std::max(node.rect.w, 2 * node.hit_radius_px),
                    h = std::max(node.rect.h, 2 * node.hit_radius_px);
        targets.push_back({&node, {middle.x - w * 0.5f, middle.y - h * 0.5f, w, h}});
    }
    return targets;
}

float distance(Point from, const Rect& to) {
    const float x = std::clamp(from.x, to.x, to.right()), y = std::clamp(from.y, to.y, to.bottom());
    return std::hypot(from.x - x, from.y - y);
}

// A circle of 24 px round the middle of a small one touches no other target, nor the circle of another small one.
bool has_room(const Target& small, const std::vector<Target>& all) {
    const Point middle = small.rect.centre();
    return std::none_of(all.begin(), all.end(), [&](const Target& other) {
        if (other.node == small.node || other.node->zone != small.node->zone) return false;
        const Point there = other.rect.centre();
        if (other.is_small()) return std::hypot(middle.x - there.x, middle.y - there.y) < k_least_px - 0.01f;
        return distance(middle, other.rect) < k_least_px * 0.5f;
    });
}

}

TEST_CASE("targets are 24 px or have the room of 24 px, in every view, on every size") {
    const std::pair<float, float> k_sizes[] = {
        {1280.0f, 800.0f}, {1000.0f, 700.0f}, {640.0f, 420.0f}, {390.0f, 844.0f}, {320.0f, 480.0f}};
    std::size_t count = 0;
    for (const auto& size : k_sizes)
        for (const View view : {View::Map, View::Timeline, View::List, View::Stories, View::Figures})
            for (const bool is_busy : {false, true}) {
                const float width = size.first;
                Stage stage(Lang::Fr, width, size.second);
                stage.environment.coarse_pointer = width < 560.0f;
                stage.send(act::SetView{view});
                if (is_busy) {
                    stage.send(act::Select{"nextmove"});
                    stage.send(act::SetCompare{parse_partial_date("2010")});
                    stage.send(act::ToggleFacet{Facet::Domain, "mobility"});
                }
                for (const Sheet sheet : {Sheet::None, Sheet::Help, Sheet::Share, Sheet::Export, Sheet::Filters}) {
                    if (sheet != Sheet::None && (view != View::Map || is_busy)) continue; // they lie over any view
                    stage.send(act::OpenSheet{sheet, {}});
                    const std::vector<Target> targets = targets_of(stage.show());
                    count += targets.size();
                    for (const Target& target : targets) {
                        if (!target.is_small()) continue;
                        CAPTURE(width);
                        CAPTURE(static_cast<int>(view));
                        CAPTURE(target.node->id);
                        CAPTURE(target.rect.w);
                        CAPTURE(target.rect.h);
                        CHECK(has_room(target, targets));
                    }
                }
            }
    CHECK(count > 3000); // so many that a scene without any would be noticed
}
