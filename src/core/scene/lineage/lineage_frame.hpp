#pragma once
// Where things are in the lineage view: head (title, phases, years), body (the lanes, scrolled), the time axis, and the
// heights of rows. Only the groups are walked to place everything; lanes inside a group have equal heights, so the
// visible ones are found by arithmetic: a frame costs what is on screen, whatever the number of lanes.

#include "core/scene/layout.hpp"
#include "core/scene/strip/timeline_parts.hpp"

namespace atlas {

inline constexpr std::string_view k_lane_scroll = "lanes";

// Where the lanes' names stand: in columns left and right, or over the bars (narrow windows).
enum class NamePlace : std::uint8_t { Columns, OverBars };

struct LaneFrame {
    Rect head, body, compare;
    TimeAxis axis;
    NamePlace names = NamePlace::Columns;
    float row_px = 12.5f, bar_px = 7.0f, group_px = 22.0f, code_px = 20.0f;
    float left_px = 0.0f;  // right edge of the left names
    float right_px = 0.0f; // left edge of the right names
    float top_px = 0.0f;   // scroll offset

    [[nodiscard]] float x(Date date) const { return axis.x(year_of(date)); }
};

// A group as placed; y in px of the window, scroll included.
struct PlacedGroup {
    const LaneGroup* group = nullptr;
    std::string toggle; // key of Ui::collapsed_groups
    bool is_collapsed = false;
    float head_y = 0.0f, lanes_y = 0.0f, bottom = 0.0f;
};

struct LaneStack {
    std::vector<PlacedGroup> groups;
    float content_px = 0.0f;
};

[[nodiscard]] LaneFrame lane_frame(const LayoutInput& input, const Rooms& rooms);
[[nodiscard]] LaneStack stack_lanes(const LayoutInput& input, const LaneOrder& order, const LaneFrame& frame);
// The head of a group; it sticks to the top while any of its lanes is in sight.
[[nodiscard]] Rect head_bar(const LaneFrame& frame, const PlacedGroup& placed);
// Centre of a lane's bar, on screen or not.
[[nodiscard]] float lane_y(const LaneFrame& frame, const LaneStack& stack, const LaneOrder& order, std::uint32_t lane);
[[nodiscard]] std::string group_title(const LayoutInput& input, const LaneGroup& group);

// The lanes themselves: bars, flows, marks, names, group heads. Adds a node for each organisation on screen.
void put_lanes(const LayoutInput& input, Pen& pen, const LaneFrame& frame, const LaneOrder& order,
               const LaneStack& stack);
// What the organisation's node says: name, label, where it came from and went.
[[nodiscard]] Node organisation_node(const LayoutInput& input, ClusterIndex cluster);
void layout_compare(const LayoutInput& input, const Rect& room, Pen& pen);

}
