#include "core/scene/lineage/lineage_frame.hpp"

#include "core/base/messages.hpp"
#include "core/scene/layout.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr float k_head = 100.0f, k_head_narrow = 92.0f, k_compare = 112.0f, k_compare_middle = 92.0f,
                k_compare_phone = 118.0f;
constexpr float k_wide = 1000.0f, k_narrow = 700.0f, k_phone = 500.0f;
constexpr float k_margin_bottom = 16.0f;

float compare_px(float width) {
    return width < k_phone ? k_compare_phone : width < k_wide ? k_compare_middle : k_compare;
}

std::string_view toggle_prefix(LaneGrouping grouping) {
    switch (grouping) {
    case LaneGrouping::Domain:
        return "domain/";
    case LaneGrouping::Region:
        return "region/";
    case LaneGrouping::Entry:
        break;
    }
    return "entry/";
}

void set_columns(LaneFrame& frame, const Rect& room) {
    if (room.w < k_narrow) {
        frame.names = NamePlace::OverBars;
        frame.row_px = 27.0f;
        frame.axis.x0 = room.x + 14.0f;
        frame.axis.x1 = room.right() - 14.0f;
        return;
    }
    const bool is_wide = room.w >= k_wide;
    frame.axis.x0 = room.x + (is_wide ? 240.0f : 190.0f);
    frame.axis.x1 = room.right() - (is_wide ? 178.0f : 130.0f);
}

}

LaneFrame lane_frame(const LayoutInput& input, const Rooms& rooms) {
    const Rect& room = rooms.main;
    const bool is_narrow = room.w < k_narrow;
    LaneFrame frame;
    const float compare = input.state().compare && input.result.changes ? compare_px(room.w) : 0.0f;
    const float head = is_narrow ? k_head_narrow : k_head;
    frame.head = {room.x, room.y, room.w, head};
    frame.compare = {room.x, room.bottom() - compare, room.w, compare};
    frame.body = {room.x, room.y + head, room.w, std::max(0.0f, room.h - head - compare)};
    set_columns(frame, room);
    if (input.environment.coarse_pointer && frame.names == NamePlace::Columns) frame.row_px = 20.0f;
    const TimeAxis all = time_axis(input, 0.0f, 1.0f);
    const bool is_zoomed = input.ui().lane_to_year > input.ui().lane_from_year;
    frame.axis.year0 = is_zoomed ? input.ui().lane_from_year : all.year0;
    frame.axis.year1 = is_zoomed ? input.ui().lane_to_year : all.year1;
    frame.left_px = frame.axis.x0 - 16.0f;
    frame.right_px = std::clamp(frame.x(time_memo(input).today) + 12.0f, frame.axis.x0, frame.axis.x1 + 10.0f);
    frame.top_px = scroll_of(input.ui(), k_lane_scroll);
    return frame;
}

LaneStack stack_lanes(const LayoutInput& input, const LaneOrder& order, const LaneFrame& frame) {
    LaneStack stack;
    const std::vector<std::string>& collapsed = input.ui().collapsed_groups;
    float y = 4.0f;
    for (const LaneGroup& group : order.groups) {
        PlacedGroup placed;
        placed.group = &group;
        placed.toggle = std::string(toggle_prefix(input.ui().lane_grouping)) + group.key;
        placed.is_collapsed = std::find(collapsed.begin(), collapsed.end(), placed.toggle) != collapsed.end();
        placed.head_y = y;
        // A collapsed group has head and bars on one line.
        placed.lanes_y = placed.is_collapsed ? y : y + frame.group_px;
        y = placed.is_collapsed ? y + frame.code_px
                                : placed.lanes_y + static_cast<float>(group.count) * frame.row_px + 6.0f;
        placed.bottom = y;
        stack.groups.push_back(std::move(placed));
    }
    stack.content_px = y + k_margin_bottom;
    const float most = std::max(0.0f, stack.content_px - frame.body.h);
    const float offset = frame.body.y - std::min(frame.top_px, most);
    for (PlacedGroup& placed : stack.groups) {
        placed.head_y += offset;
        placed.lanes_y += offset;
        placed.bottom += offset;
    }
    return stack;
}

Rect head_bar(const LaneFrame& frame, const PlacedGroup& placed) {
    const float height = placed.is_collapsed ? frame.code_px : frame.group_px;
    const float y = std::round(std::max(placed.head_y, std::min(frame.body.y, placed.bottom - height)));
    return {frame.body.x, y, frame.body.w, height};
}

float lane_y(const LaneFrame& frame, const LaneStack& stack, const LaneOrder& order, std::uint32_t lane) {
    const PlacedGroup& placed = stack.groups[order.lanes[lane].group];
    if (placed.is_collapsed) return placed.head_y + frame.code_px * 0.5f;
    const float row = placed.lanes_y + static_cast<float>(lane - placed.group->first) * frame.row_px;
    return frame.names == NamePlace::OverBars ? row + frame.row_px - 6.0f : row + frame.row_px * 0.5f;
}

std::string group_title(const LayoutInput& input, const LaneGroup& group) {
    const Lang lang = input.lang();
    if (group.key.empty()) return std::string(say(Msg::LineageUnknownGroup, lang));
    switch (input.ui().lane_grouping) {
    case LaneGrouping::Domain:
        if (const auto domain = input.snapshot.find_domain(group.key))
            return input.snapshot.domains[*domain].name.in(lang);
        break;
    case LaneGrouping::Region:
        if (const auto region = input.snapshot.find_region(group.key))
            return input.snapshot.regions[*region].name.in(lang);
        break;
    case LaneGrouping::Entry:
        for (const Phase& phase : input.snapshot.phases)
            if (std::to_string(phase.number) == group.key)
                return say(Msg::LineagePhaseGroup, lang, {roman(phase.number)});
        break;
    }
    return group.key;
}

}
