#include "core/scene/lineage/lineage_frame.hpp"

#include "core/base/messages.hpp"
#include "core/scene/lineage/lane_painter.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

// Per cluster: 1 if it or something that came of it passes the filter; all of them without a filter.
std::vector<std::uint8_t> matching(const LayoutInput& input) {
    std::vector<std::uint8_t> lit(input.snapshot.clusters.size(), 1);
    if (input.state().filter.is_empty()) return lit;
    lit = input.result.passes;
    lit.resize(input.snapshot.clusters.size(), 0);
    const auto flows = input.index.lineage.flows();
    for (auto flow = flows.rbegin(); flow != flows.rend(); ++flow)
        if (lit[flow->to]) lit[flow->from] = 1;
    return lit;
}

std::vector<std::uint8_t> lit_clusters(const LayoutInput& input) {
    std::vector<std::uint8_t> lit = matching(input);
    if (const auto selected = input.snapshot.find_cluster(input.state().selected)) {
        const std::vector<std::uint8_t> kin = input.index.lineage.kin(*selected);
        for (std::size_t i = 0; i < lit.size(); ++i) lit[i] = kin[i];
    }
    return lit;
}

struct Range {
    std::uint32_t first = 0, last = 0; // lanes [first, last)
};

Range visible_lanes(const LaneFrame& frame, const PlacedGroup& placed) {
    if (placed.is_collapsed || placed.bottom < frame.body.y || placed.lanes_y > frame.body.bottom()) return {};
    const float rows = static_cast<float>(placed.group->count);
    const float from = std::clamp(std::floor((frame.body.y - placed.lanes_y) / frame.row_px), 0.0f, rows);
    const float to = std::clamp(std::ceil((frame.body.bottom() - placed.lanes_y) / frame.row_px), 0.0f, rows);
    return {placed.group->first + static_cast<std::uint32_t>(from),
            placed.group->first + static_cast<std::uint32_t>(to)};
}

bool is_in_sight(const LaneFrame& frame, const PlacedGroup& placed) {
    return placed.bottom > frame.body.y && placed.head_y < frame.body.bottom();
}

Rect hot_rect(const LaneFrame& frame, const Rect& bar) {
    const float title_px = frame.names == NamePlace::Columns ? frame.axis.x0 - frame.body.x + 60.0f : bar.w;
    return {bar.x + 4.0f, bar.y + 1.0f, title_px - 8.0f, bar.h - 2.0f};
}

std::string head_id(const PlacedGroup& placed) {
    return "lineage/group/" + placed.toggle;
}

std::string count_words(const LayoutInput& input, const LaneGroup& group) {
    const Lang lang = input.lang();
    return say(Msg::LineageGroupCount, lang,
               {say_count(Plural::LineageLabels, lang, group.labels), format_number(group.today, lang),
                std::to_string(civil(time_memo(input).today).year)});
}

// In reading order: before the lanes of the group, although it is drawn over them.
void put_head_node(const LayoutInput& input, Pen& pen, const LaneFrame& frame, const PlacedGroup& placed) {
    if (!is_in_sight(frame, placed)) return;
    Node node;
    node.id = head_id(placed);
    node.name = group_title(input, *placed.group);
    node.value = count_words(input, *placed.group);
    node.zone = Zone::View;
    node.rect = hot_rect(frame, head_bar(frame, placed));
    node.expanded = !placed.is_collapsed;
    node.action = act::ToggleLaneGroup{placed.toggle};
    pen.node(std::move(node));
}

void draw_group_head(const LayoutInput& input, Pen& pen, const LaneFrame& frame, const PlacedGroup& placed) {
    if (!is_in_sight(frame, placed)) return;
    const Rect bar = head_bar(frame, placed);
    const bool is_stuck = bar.y > placed.head_y + 0.5f;
    if (is_stuck) pen.rect(bar, Ink::Panel);
    const Rect hot = hot_rect(frame, bar);
    if (is_hovered(input, head_id(placed))) pen.rect(hot, Ink::Hover, 4.0f);
    const float middle = bar.y + bar.h * 0.5f;
    pen.icon({bar.x + 12.0f, middle}, placed.is_collapsed ? Icon::Next : Icon::Expand, 11.0f, Ink::Text2,
             IconStyle::Bold);
    float x = bar.x + 22.0f;
    if (const auto domain = input.ui().lane_grouping == LaneGrouping::Domain
                                ? input.snapshot.find_domain(placed.group->key)
                                : std::optional<DomainIndex>()) {
        draw_domain_disc(pen, {x + 4.0f, middle}, 8.0f, domain_look(input.snapshot, *domain));
        x += 18.0f;
    }
    const Type type{12.0f, FontWeight::SemiBold};
    const std::string title = group_title(input, *placed.group);
    pen.text({x, std::round(middle + 4.3f)}, ellipsis(title, type, hot.right() - x), type);
    if (placed.is_collapsed && frame.names == NamePlace::Columns)
        pen.text({frame.right_px, std::round(middle + 4.0f)}, count_words(input, *placed.group),
                 {11.0f, FontWeight::Regular, Ink::Text2});
}

}

void put_lanes(const LayoutInput& input, Pen& pen, const LaneFrame& frame, const LaneOrder& order,
               const LaneStack& stack) {
    const std::vector<std::uint8_t> lit = lit_clusters(input);
    std::vector<ChangeKind> changes;
    if (input.result.changes) changes = change_kinds(*input.result.changes, input.snapshot.clusters.size());
    LanePainter painter({input, pen, frame, order, stack, lit, changes});
    std::vector<Range> ranges;
    for (const PlacedGroup& placed : stack.groups) {
        if (placed.is_collapsed && placed.bottom > frame.body.y && placed.head_y < frame.body.bottom())
            painter.draw_code(placed);
        const Range range = visible_lanes(frame, placed);
        if (range.first < range.last) ranges.push_back(range);
    }
    const auto each_lane = [&](auto draw) {
        for (const Range& range : ranges)
            for (std::uint32_t lane = range.first; lane < range.last; ++lane) draw(lane);
    };
    each_lane([&](std::uint32_t lane) { painter.draw_row(lane); });
    each_lane([&](std::uint32_t lane) { painter.draw_bars(lane); });
    if (!ranges.empty()) painter.draw_flows(ranges.front().first, ranges.back().last);
    for (const PlacedGroup& placed : stack.groups) {
        put_head_node(input, pen, frame, placed);
        const Range range = visible_lanes(frame, placed);
        for (std::uint32_t lane = range.first; lane < range.last; ++lane) painter.draw_marks_and_names(lane);
    }
    for (const PlacedGroup& placed : stack.groups) draw_group_head(input, pen, frame, placed);
}

}
