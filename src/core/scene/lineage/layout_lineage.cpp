#include "core/scene/layout.hpp"
#include "core/scene/lineage/lineage_frame.hpp"
#include "core/scene/time_memo.hpp"

#include "core/base/messages.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

Msg grouping_word(LaneGrouping grouping) {
    switch (grouping) {
    case LaneGrouping::Domain:
        return Msg::LineageByDomain;
    case LaneGrouping::Region:
        return Msg::LineageByRegion;
    case LaneGrouping::Entry:
        break;
    }
    return Msg::LineageByEntry;
}

Button head_button(const LayoutInput& input, std::string_view id, Msg label, Icon icon) {
    Button button;
    button.id = "lineage/" + std::string(id);
    button.label = say(label, input.lang());
    button.icon = icon;
    button.zone = Zone::Timeline;
    return button;
}

// From the right: collapse, compare, group. Returns the left end.
float put_head_buttons(const LayoutInput& input, Pen& pen, const LaneFrame& frame) {
    const bool is_narrow = frame.names == NamePlace::OverBars;
    Button close = head_button(input, "close", Msg::LineageClose, Icon::Expand);
    close.action = act::SetView{View::Map};
    Button compare = head_button(input, "compare-toggle", Msg::TimelineCompare, Icon::Compare);
    compare.pressed = input.state().compare.has_value();
    compare.action = compare_action(input);
    Button group = head_button(input, "group-by", Msg::LineageGroupBy, Icon::Group);
    group.label = say(Msg::LineageGroupBy, input.lang(), {say(grouping_word(input.ui().lane_grouping), input.lang())});
    group.hint = say(Msg::LineageGroupByHint, input.lang());
    const auto next = (static_cast<int>(input.ui().lane_grouping) + 1) % 3;
    group.action = act::GroupLanes{static_cast<LaneGrouping>(next)};
    float x = frame.head.right() - (is_narrow ? 10.0f : 20.0f);
    std::vector<Button> buttons{close, compare, group};
    if (is_narrow) buttons.erase(buttons.begin()); // the tabs lead back
    for (Button& button : buttons) {
        if (is_narrow) button.look = ButtonLook::Icon;
        const float width = is_narrow ? 36.0f : button_width(button);
        x -= width;
        put_button(
            input, pen,
            {std::round(x), frame.head.y + (is_narrow ? 4.0f : 12.0f), std::round(width), is_narrow ? 36.0f : 30.0f},
            button);
        x -= 8.0f;
    }
    return x;
}

void draw_legend(const LayoutInput& input, Pen& pen, Point at, float right) {
    const Lang lang = input.lang();
    const Type type{11.0f, FontWeight::Regular, Ink::Text2};
    struct Item {
        Msg words;
        int glyph; // Glyph, or -1 half tint, -2 short label
    };
    const Item items[] = {{Msg::LineageFormer, -1},
                          {Msg::LineageShort, -2},
                          {Msg::LineageMerger, static_cast<int>(Glyph::Merger)},
                          {Msg::LineageRenaming, static_cast<int>(Glyph::Renaming)},
                          {Msg::LineageEnd, static_cast<int>(Glyph::End)},
                          {Msg::LineageAbsent, static_cast<int>(Glyph::Absent)}};
    const std::string year = std::to_string(civil(time_memo(input).today).year);
    for (const Item& item : items) {
        const std::string words = say(item.words, lang, {year});
        const float width = (item.glyph < 0 ? 19.0f : 11.0f) + text_width(words, type.size_px, type.weight);
        if (at.x + width > right) return;
        if (item.glyph < 0) {
            const Rect sample{at.x, std::round(at.y - 7.5f), 14.0f, 7.0f};
            pen.rect(sample, Ink::DomainDigital, 0.0f, item.glyph == -1 ? 0.5f : 1.0f);
            if (item.glyph == -2) pen.hatch(sample, Ink::Panel, 4.0f, 1.3f);
            pen.add(rec::RectFrame{sample, 0.0f, 1.0f, {Ink::DomainDigital}});
            at.x += 19.0f;
        } else {
            draw_glyph(pen, {at.x + 3.0f, at.y - 4.0f}, static_cast<Glyph>(item.glyph), item.glyph == 4 ? 0.85f : 1.0f);
            at.x += 11.0f;
        }
        at.x += pen.text(at, words, type) + 16.0f;
    }
}

void put_title(const LayoutInput& input, Pen& pen, const LaneFrame& frame, const LaneOrder& order) {
    const Lang lang = input.lang();
    const bool is_narrow = frame.names == NamePlace::OverBars;
    std::uint32_t organisations = 0;
    for (const LaneGroup& group : order.groups) organisations += group.labels;
    const auto steps = input.index.labels.steps();
    const std::string since = steps.empty() ? std::string() : std::to_string(civil(steps.front().from).year);
    const std::string count =
        say(Plural::LineageCount, lang, organisations, {format_number(organisations, lang), since});
    const float right = put_head_buttons(input, pen, frame);
    const Point at{frame.head.x + (is_narrow ? 14.0f : 20.0f), frame.head.y + (is_narrow ? 29.0f : 34.0f)};
    const Type title{is_narrow ? 16.0f : 22.0f, FontWeight::SemiBold};
    float x = at.x + pen.text(at, say(Msg::LineageTitle, lang), title) + 12.0f;
    const Type small{12.0f, FontWeight::Regular, Ink::Text2};
    if (x + text_width(count, small.size_px, small.weight) < right) x += pen.text({x, at.y}, count, small) + 28.0f;
    if (!is_narrow) draw_legend(input, pen, {x, at.y - 1.0f}, right);
    Node heading;
    heading.id = "lineage/title";
    heading.name = say(Msg::LineageTitle, lang);
    heading.value = count;
    heading.zone = Zone::Timeline;
    heading.role = Role::Heading;
    heading.level = 2;
    heading.rect = {at.x, at.y - 22.0f, 120.0f, 28.0f};
    heading.cursor = Cursor::Default;
    pen.node(std::move(heading));
}

void put_zoom(const LayoutInput& input, Pen& pen, const LaneFrame& frame, float y) {
    if (frame.names == NamePlace::OverBars) return;
    const TimeAxis all = time_axis(input, 0.0f, 1.0f);
    const double from = frame.axis.year0, to = frame.axis.year1;
    const double middle = std::clamp(year_of(last_day(input.state().date)), from, to);
    const auto zoomed = [&](double factor) {
        const double left = std::max(all.year0, middle - (middle - from) * factor);
        return act::ZoomLanes{left, std::min(all.year1, std::max(left + 1.0, middle + (to - middle) * factor))};
    };
    struct Step {
        const char* id;
        Msg words;
        Icon icon;
        act::ZoomLanes goal;
    };
    float x = frame.head.right() - 20.0f - 3 * 28.0f;
    for (const Step& step : {Step{"zoom-in", Msg::LineageZoomIn, Icon::ZoomIn, zoomed(0.6)},
                             Step{"zoom-out", Msg::LineageZoomOut, Icon::ZoomOut, zoomed(1.7)},
                             Step{"zoom-all", Msg::LineageZoomAll, Icon::Home, {all.year0, all.year1}}}) {
        Button button = head_button(input, step.id, step.words, step.icon);
        button.look = ButtonLook::Icon;
        button.action = step.goal;
        put_button(input, pen, {x, y, 28.0f, 28.0f}, button);
        x += 28.0f;
    }
}

int year_stride(const TimeAxis& axis) {
    const double px_per_year = static_cast<double>(axis.x1 - axis.x0) / (axis.year1 - axis.year0);
    for (const int stride : {1, 2, 5, 10})
        if (px_per_year * stride > 44.0) return stride;
    return 20;
}

void draw_years(const LayoutInput& input, Pen& pen, const LaneFrame& frame, float baseline) {
    const int stride = year_stride(frame.axis);
    const int last = civil(time_memo(input).today).year + 1;
    for (int year = static_cast<int>(std::ceil(frame.axis.year0));
         year <= std::min(last, static_cast<int>(frame.axis.year1)); ++year) {
        if (year % stride != 0) continue;
        const float x = std::round(frame.axis.x(year));
        if (x < frame.head.x + 18.0f) continue;
        const auto is_covered = [&](PartialDate date) { return std::fabs(frame.x(last_day(date)) - x) < 26.0f; };
        if (is_covered(input.state().date) || (input.state().compare && is_covered(*input.state().compare))) continue;
        pen.text({x, baseline}, std::to_string(year), {11.0f, FontWeight::Regular, Ink::Text2, Align::Centre});
    }
}

void draw_grid(const LayoutInput& input, Pen& pen, const LaneFrame& frame) {
    const int stride = year_stride(frame.axis);
    for (int year = static_cast<int>(std::ceil(frame.axis.year0)); year <= static_cast<int>(frame.axis.year1); ++year)
        if (year % stride == 0 && year <= civil(time_memo(input).today).year + 1)
            pen.rect({std::round(frame.axis.x(year)), frame.body.y, 1.0f, frame.body.h}, Ink::Hair, 0.0f, 0.8f);
    const float today = frame.x(time_memo(input).today);
    if (today > frame.axis.x0 && today < frame.axis.x1)
        pen.dashed({today, frame.body.y}, {today, frame.body.bottom()}, 1.2f, Ink::Text, 3.0f, 3.0f);
}

// Lines of the handles over the lanes; their tags stand in the head, where they are dragged.
void draw_handle_lines(const LayoutInput& input, Pen& pen, const LaneFrame& frame) {
    const State& state = input.state();
    const auto x_of = [&](PartialDate date) { return frame.x(last_day(date)); };
    const bool is_pair = state.compare.has_value();
    if (is_pair) {
        const float a = std::clamp(std::min(x_of(state.date), x_of(*state.compare)), frame.axis.x0, frame.axis.x1);
        const float b = std::clamp(std::max(x_of(state.date), x_of(*state.compare)), frame.axis.x0, frame.axis.x1);
        pen.rect({a, frame.body.y, b - a, frame.body.h}, Ink::Accent, 0.0f, 0.055f);
    }
    const auto draw = [&](PartialDate date) {
        const float x = x_of(date);
        if (x >= frame.axis.x0 && x <= frame.axis.x1)
            pen.rect({std::round(x) - 1.0f, frame.body.y, 2.0f, frame.body.h}, is_pair ? Ink::Accent : Ink::Handle);
    };
    draw(state.date);
    if (is_pair) draw(*state.compare);
}

void put_head(const LayoutInput& input, Pen& pen, const LaneFrame& frame, const LaneOrder& order) {
    const bool is_narrow = frame.names == NamePlace::OverBars;
    const float bands = frame.head.y + (is_narrow ? 44.0f : 52.0f);
    pen.rect(frame.head, Ink::Panel);
    pen.panel({Zone::Timeline, {}, std::string(say(Msg::TimelineZone, input.lang())), frame.head});
    put_title(input, pen, frame, order);
    put_phase_bands(input, pen, frame.axis,
                    {is_narrow ? BandLook::Numbers : BandLook::OneLine, bands, 24.0f, 1.0f, Zone::Timeline});
    draw_years(input, pen, frame, frame.head.bottom() - 7.0f);
    put_zoom(input, pen, frame, bands - 2.0f);
    HandleStyle handles;
    handles.axis = frame.axis;
    handles.top = bands + 26.0f;
    handles.bottom = frame.head.bottom();
    handles.track = {frame.axis.x0, bands + 24.0f, frame.axis.x1 - frame.axis.x0, frame.head.bottom() - bands - 24.0f};
    put_date_handles(input, pen, handles);
}

void put_surface(Pen& pen, const LaneFrame& frame) {
    Node node;
    node.id = "lineage/surface";
    node.zone = Zone::View;
    node.role = Role::Surface;
    node.rect = frame.body;
    node.cursor = Cursor::Grab;
    node.drag = {DragKind::LaneTime, frame.axis.x0, frame.axis.x1, frame.axis.year0, frame.axis.year1};
    pen.node(std::move(node));
}

}

void layout_lineage(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    const LaneFrame frame = lane_frame(input, rooms);
    const LaneOrder& order = time_memo(input).order(input, input.ui().lane_grouping);
    const LaneStack stack = stack_lanes(input, order, frame);
    pen.rect(rooms.main, Ink::Panel);
    Panel panel;
    panel.zone = Zone::View;
    panel.scroll_name = k_lane_scroll;
    panel.name = say(Msg::LineageTitle, input.lang());
    panel.rect = frame.body;
    panel.content_height_px = stack.content_px;
    panel.wheel = Wheel::ZoomLanes;
    pen.panel(std::move(panel));
    put_surface(pen, frame);
    pen.clip(frame.body);
    draw_grid(input, pen, frame);
    put_lanes(input, pen, frame, order, stack);
    draw_handle_lines(input, pen, frame);
    pen.unclip();
    put_head(input, pen, frame, order);
    pen.horizontal(frame.body.x, frame.body.y - 1.0f, frame.body.w);
    if (!frame.compare.is_empty()) layout_compare(input, frame.compare, pen);
}

}
