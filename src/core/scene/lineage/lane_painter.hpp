#pragma once
// One lane at a time: row tint, bars, flows, marks, names. What is narrower than a pixel is folded into its neighbour.

#include "core/scene/lineage/lineage_frame.hpp"
#include "core/time/changes.hpp"

namespace atlas {

struct LaneContext {
    const LayoutInput& input;
    Pen& pen;
    const LaneFrame& frame;
    const LaneOrder& order;
    const LaneStack& stack;
    const std::vector<std::uint8_t>& lit;   // per cluster: drawn at full strength
    const std::vector<ChangeKind>& changes; // per cluster; empty: no two dates are compared
};

class LanePainter {
public:
    explicit LanePainter(const LaneContext& context);

    void draw_row(std::uint32_t lane); // the tint under a selected or hovered lane
    void draw_bars(std::uint32_t lane);
    void draw_flows(std::uint32_t first, std::uint32_t last); // those that touch or pass over the lanes [first, last)
    void draw_marks_and_names(std::uint32_t lane);
    void draw_code(const PlacedGroup& placed); // a collapsed group as a bar code

private:
    struct Look {
        Ink ink = Ink::Text2;
        float strength = 1.0f;
    };
    Look look_of(ClusterIndex cluster) const;
    void draw_bar(const LaneBar& bar, float left, float right, float y);
    void draw_flow(const LaneFlow& flow);
    void draw_mark(const LaneMark& mark, float y);
    void draw_change(const Lane& lane, float y);
    void draw_names(std::uint32_t lane, float y);
    void draw_names_over(const Lane& lane, float y);
    void put_nodes(std::uint32_t lane, float y);
    [[nodiscard]] float clamped(float x) const;
    [[nodiscard]] bool is_on_axis(float x) const;
    [[nodiscard]] std::string_view first_name(const Lane& lane) const;
    [[nodiscard]] std::string left_name(const Lane& lane, const Type& type, float room) const;
    [[nodiscard]] bool is_lit(const Lane& lane) const;

    LaneContext m_c;
    const LineageMemo& m_memo;
    std::optional<ClusterIndex> m_selected;
    NodeKey m_hovered;
};

}
