#include "core/base/order.hpp"
#include "core/scene/strip/timeline_parts.hpp"

#include "core/base/messages.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

struct Tick {
    Glyph glyph = Glyph::Merger;
    std::size_t count = 0;
    Plural words = Plural::TimelineMergers;
};

constexpr std::size_t k_names_in_tooltip = 8;

// One row of ticks of one year: "◆2", or "× 2 △"; returns nothing, adds one node.
void put_row(const LayoutInput& input, Pen& pen, Point at, const std::vector<Tick>& ticks, Node node) {
    const Type type{11.0f, FontWeight::Regular, Ink::Text2};
    const auto width = [&](const Tick& tick) {
        return tick.count == 1 ? 9.0f : 9.0f + text_width(std::to_string(tick.count), type.size_px, type.weight);
    };
    float total = -3.0f;
    for (const Tick& tick : ticks) total += width(tick) + 3.0f;
    if (total <= 0.0f) return;
    float x = at.x - total * 0.5f;
    std::vector<std::string> words;
    node.rect = {x - 2.0f, at.y - 7.0f, total + 4.0f, 14.0f};
    if (is_hovered(input, node.id)) pen.rect(node.rect, Ink::Hover, 3.0f);
    for (const Tick& tick : ticks) {
        draw_glyph(pen, {x + 4.0f, at.y}, tick.glyph);
        if (tick.count > 1) pen.text({x + 9.0f, std::round(at.y + 4.0f)}, std::to_string(tick.count), type);
        x += width(tick) + 3.0f;
        words.push_back(say_count(tick.words, input.lang(), static_cast<std::int64_t>(tick.count)));
    }
    node.name = say(Msg::TimelineInYear, input.lang(), {node.name, join(words)});
    node.zone = Zone::Timeline;
    node.role = Role::Image;
    node.hit_radius_px = 10.0f;
    node.cursor = Cursor::Default;
    pen.node(std::move(node));
}

Node tick_node(int year, std::string_view row, std::string hint) {
    Node node;
    node.id = "timeline/" + std::string(row) + "/" + std::to_string(year);
    node.name = std::to_string(year);
    node.hint = std::move(hint);
    return node;
}

}

void put_year_ticks(const LayoutInput& input, Pen& pen, const TimeAxis& axis, float y) {
    for (const YearEvents& year : time_memo(input).years) {
        const float x = axis.x(year.year + 0.5);
        if (x < axis.x0 || x > axis.x1) continue;
        std::vector<std::string> mergers;
        for (std::size_t i = 0; i < year.mergers.size() && i < k_names_in_tooltip; ++i)
            mergers.push_back(
                merger_words(input.snapshot, input.snapshot.events[year.mergers[i]], input.lang(), k_names_in_tooltip));
        if (!year.mergers.empty())
            put_row(input, pen, {x, y}, {{Glyph::Merger, year.mergers.size()}},
                    tick_node(year.year, "mergers", join(mergers, " · ")));
        std::vector<Tick> second;
        if (!year.entered.empty()) second.push_back({Glyph::Entry, year.entered.size(), Plural::TimelineEntries});
        if (!year.ended.empty()) second.push_back({Glyph::End, year.ended.size(), Plural::TimelineEnds});
        std::vector<ClusterIndex> named = year.entered;
        named.insert(named.end(), year.ended.begin(), year.ended.end());
        put_row(input, pen, {x, y + 14.0f}, second,
                tick_node(year.year, "labels", cluster_names(input.snapshot, named, input.lang(), k_names_in_tooltip)));
    }
}

// The other date starts at the printed list of 2007, or at the first date when the handle stands there already.
Action compare_action(const LayoutInput& input) {
    if (input.state().compare) return act::SetCompare{};
    for (const Roster& roster : input.snapshot.rosters)
        if (last_day(roster.date) < last_day(input.state().date)) return act::SetCompare{roster.date};
    const auto steps = input.index.labels.steps();
    return act::SetCompare{steps.empty() ? input.state().date : partial(steps.front().from)};
}

std::string date_in_words(const LayoutInput& input, PartialDate date) {
    const Lang lang = input.lang();
    const Date day = last_day(date);
    std::vector<std::string> parts{format_date(date, lang, DateStyle::Long)};
    if (const Phase* phase = phase_in_force(input.snapshot, day))
        parts.push_back(say(Msg::PhaseNumber, lang, {roman(phase->number)}));
    const bool is_shown = date == input.state().date;
    const std::uint32_t count = is_shown ? input.result.total : input.index.labels.count_at(day);
    parts.push_back(say_count(Plural::Clusters, lang, count));
    return join(parts);
}

namespace {

struct Handle {
    PartialDate date;
    bool is_compare = false;
    std::string letter; // A or B when two dates are compared
    float x = 0.0f;
};

std::vector<Handle> handles_of(const LayoutInput& input, const TimeAxis& axis) {
    const State& state = input.state();
    const auto x = [&](PartialDate date) { return std::clamp(axis.x(year_of(last_day(date))), axis.x0, axis.x1); };
    std::vector<Handle> handles;
    if (state.compare) handles.push_back({*state.compare, true, "A", x(*state.compare)});
    handles.push_back({state.date, false, state.compare ? "B" : "", x(state.date)});
    if (state.compare && last_day(state.date) < last_day(*state.compare))
        std::swap(handles[0].letter, handles[1].letter);
    return handles;
}

Drag drag_of(const LayoutInput& input, const HandleStyle& style, bool is_compare) {
    // Between the first and the last date that update() accepts, so that the handle stays under the finger.
    const Date first = time_memo(input).first, last = time_memo(input).last;
    Drag drag;
    drag.kind = is_compare ? DragKind::CompareDate : DragKind::Date;
    drag.x0_px = style.axis.x(year_of(first));
    drag.x1_px = style.axis.x(year_of(last));
    drag.value0 = first.days;
    drag.value1 = last.days;
    return drag;
}

Node slider_node(const LayoutInput& input, const HandleStyle& style, const Handle& handle) {
    const Lang lang = input.lang();
    Node node;
    node.id = style.id_prefix + (handle.is_compare ? "compare" : "date");
    node.name = say(handle.is_compare ? Msg::TimelineCompareDate : Msg::TimelineDate, lang);
    node.value = date_in_words(input, handle.date);
    node.hint = say(Msg::TimelineDateHint, lang);
    node.zone = style.zone;
    node.role = Role::Slider;
    const float half = std::max(k_least_target_px * 0.5f, 11.0f * style.scale);
    node.rect = {handle.x - half, style.top, 2 * half, style.bottom - style.top};
    node.number = last_day(handle.date).days;
    node.number_min = time_memo(input).first.days;
    node.number_max = time_memo(input).last.days;
    node.cursor = Cursor::ResizeHorizontal;
    node.drag = drag_of(input, style, handle.is_compare);
    return node;
}

void draw_handle(Pen& pen, const HandleStyle& style, const Handle& handle) {
    const float s = style.scale, x = std::round(handle.x), y = style.top;
    const bool has_letter = !handle.letter.empty();
    const Ink ink = has_letter ? Ink::Accent : Ink::Handle;
    pen.rect({x - 1.0f * s, y + 4.0f, 2.0f * s, style.bottom - y - 4.0f}, ink);
    if (has_letter) {
        pen.rect({x - 9.0f * s, y - 3.0f, 18.0f * s, 17.0f * s}, ink, 4.0f);
        pen.text({x, std::round(y + 9.5f * s)}, handle.letter,
                 {11.0f * s, FontWeight::SemiBold, Ink::OnAccent, Align::Centre});
        return;
    }
    pen.polygon({{x - 7 * s, y}, {x + 7 * s, y}, {x + 7 * s, y + 7 * s}, {x, y + 14 * s}, {x - 7 * s, y + 7 * s}}, ink);
}

// Zoomed time may not show the date; its slider then waits at the edge, unseen.
bool is_on_axis(const TimeAxis& axis, PartialDate date) {
    const double year = year_of(last_day(date));
    return axis.year0 <= year && year <= axis.year1;
}

void put_track(const LayoutInput& input, Pen& pen, const HandleStyle& style, const std::vector<Handle>& handles) {
    if (style.track.is_empty()) return;
    // A press moves the nearer handle: the track is cut in the middle between two.
    float cut = style.track.right();
    std::vector<Handle> sorted = handles;
    sort_stable(sorted, [](const Handle& a, const Handle& b) { return a.x < b.x; });
    if (sorted.size() == 2) cut = std::clamp((sorted[0].x + sorted[1].x) * 0.5f, style.track.x, style.track.right());
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const float left = i == 0 ? style.track.x : cut, right = i + 1 == sorted.size() ? style.track.right() : cut;
        Node node;
        node.id = style.id_prefix + (sorted[i].is_compare ? "track-compare" : "track");
        node.zone = style.zone;
        node.role = Role::Surface;
        node.rect = {left, style.track.y, right - left, style.track.h};
        node.cursor = Cursor::ResizeHorizontal;
        node.drag = drag_of(input, style, sorted[i].is_compare);
        pen.node(std::move(node));
    }
}

}

void put_date_handles(const LayoutInput& input, Pen& pen, const HandleStyle& style) {
    const std::vector<Handle> handles = handles_of(input, style.axis);
    put_track(input, pen, style, handles);
    if (handles.size() == 2 && style.tint.ink != Ink::None) {
        const float left = std::min(handles[0].x, handles[1].x), right = std::max(handles[0].x, handles[1].x);
        pen.add(rec::RectFill{{left, style.top, right - left, style.bottom - style.top}, 0.0f, style.tint});
    }
    for (const Handle& handle : handles) {
        if (is_on_axis(style.axis, handle.date)) draw_handle(pen, style, handle);
        pen.node(slider_node(input, style, handle));
    }
}

}
