#include "core/scene/layout.hpp"
#include "core/scene/strip/timeline_parts.hpp"

#include "core/base/messages.hpp"
#include "core/scene/later.hpp"
#include "core/scene/lineage/compare_parts.hpp"

#include <cmath>

namespace atlas {

namespace {

constexpr float k_left = 136.0f; // play button, date, buttons

std::string count_in_words(const LayoutInput& input) {
    return say_count(Plural::Clusters, input.lang(), input.result.total);
}

int phase_number(const LayoutInput& input) {
    const Phase* phase = phase_in_force(input.snapshot, last_day(input.state().date));
    return phase ? phase->number : 0;
}

void put_play(const LayoutInput& input, Pen& pen, Point centre, float radius) {
    const bool is_running = input.ui().playback == Playback::Running;
    const std::string id = "timeline/play";
    pen.disc(centre, radius, Ink::Accent);
    if (is_hovered(input, id)) pen.ring(centre, radius + 3.0f, 1.5f, Ink::Accent);
    const float size = std::round(radius * 0.9f);
    pen.icon({centre.x + (is_running ? 0.0f : radius * 0.05f), centre.y}, is_running ? Icon::Pause : Icon::Play, size,
             Ink::OnAccent, IconStyle::Fill);
    Node node;
    node.id = id;
    node.name = say(is_running ? Msg::TimelinePause : Msg::TimelinePlay, input.lang());
    node.zone = Zone::Timeline;
    node.rect = {centre.x - radius, centre.y - radius, 2 * radius, 2 * radius};
    node.selected = is_running;
    node.action = act::Play{is_running ? Playback::Stopped : Playback::Running};
    pen.node(std::move(node));
    if (is_running) pen.scene().ask_frame(std::max(1.0, input.ui().playback_next_ms - input.ui().now_ms));
}

// The date in words, over which the page lays a real date input. The slider is what says it: this has no name.
void put_date(const LayoutInput& input, Pen& pen, Point at, Type type, float max_px) {
    const std::string words = format_date(input.state().date, input.lang());
    // A date with its day is longer than most.
    if (text_width(words, type.size_px, type.weight) > max_px) type.size_px = std::floor(type.size_px * 0.93f);
    const std::string id = "timeline/date-input";
    const float width = std::min(max_px, text_width(words, type.size_px, type.weight));
    const Rect rect{at.x - 3.0f, at.y - type.size_px - 1.0f, width + 6.0f, type.size_px + 7.0f};
    if (is_hovered(input, id)) pen.rect(rect, Ink::Hover, 4.0f);
    pen.text(at, ellipsis(words, type, max_px), type);
    Node node;
    node.id = id;
    node.zone = Zone::Timeline;
    node.role = Role::Surface;
    node.rect = rect;
    node.cursor = Cursor::Text;
    pen.node(std::move(node));
}

void put_phase_link(const LayoutInput& input, Pen& pen, Point at, const Type& type) {
    const int number = phase_number(input);
    if (number == 0) return;
    const std::string words = say(Msg::PhaseNumber, input.lang(), {roman(number)});
    const std::string id = "timeline/phase-card";
    const float width = pen.text(at, words, type);
    const bool is_hot = is_hovered(input, id);
    pen.horizontal(at.x, std::round(at.y + 2.0f), width, is_hot ? Ink::Text : Ink::Control);
    Node node;
    node.id = id;
    node.name = words;
    node.hint = say(Msg::TimelinePhaseOpen, input.lang());
    node.zone = Zone::Timeline;
    const float height = std::max(k_least_target_px, type.size_px + 9.0f);
    node.rect = {at.x - 4.0f, at.y - type.size_px - 3.0f, width + 8.0f, height};
    node.action = act::OpenSheet{Sheet::Phase, about::Phase{number}};
    pen.node(std::move(node));
}

Button speed_button(const LayoutInput& input) {
    const double speed = input.ui().playback_speed;
    const std::string words = "×" + format_number(speed, input.lang(), speed < 1.0 ? 1 : 0);
    Button button;
    button.id = "timeline/speed";
    button.label = words;
    button.hint = say(Msg::TimelineSpeed, input.lang(), {words});
    button.look = ButtonLook::Bare;
    button.zone = Zone::Timeline;
    button.action = act::SetPlaybackSpeed{speed >= 4.0 ? 0.5 : speed * 2.0};
    return button;
}

void put_buttons(const LayoutInput& input, Pen& pen, const Rect& room) {
    Button compare;
    compare.id = "timeline/compare-toggle";
    compare.label = say(Msg::TimelineCompare, input.lang());
    compare.icon = Icon::Compare;
    compare.zone = Zone::Timeline;
    compare.pressed = input.state().compare.has_value();
    compare.action = compare_action(input);
    Button lineage;
    lineage.id = "timeline/lineage";
    lineage.label = say(Msg::TimelineLineage, input.lang());
    lineage.icon = Icon::Lineage;
    lineage.zone = Zone::Timeline;
    lineage.action = act::SetView{View::Timeline};
    put_button(input, pen, {room.x + 16.0f, room.bottom() - 72.0f, 100.0f, 28.0f}, compare);
    if (input.environment.parts.rooms)
        put_button(input, pen, {room.x + 16.0f, room.bottom() - 38.0f, 100.0f, 28.0f}, lineage);
}

void draw_legend(const LayoutInput& input, Pen& pen, Point at) {
    struct Item {
        Glyph glyph;
        Msg words;
    };
    for (const Item& item : {Item{Glyph::Merger, Msg::TimelineMerger}, Item{Glyph::End, Msg::TimelineEnd},
                             Item{Glyph::Entry, Msg::TimelineEntry}}) {
        draw_glyph(pen, {at.x, at.y - 4.0f}, item.glyph);
        at.x += 7.0f;
        at.x += pen.text(at, say(item.words, input.lang()), {11.0f, FontWeight::Regular, Ink::Text3}) + 12.0f;
    }
}

void layout_tall(const LayoutInput& input, const Rect& room, Pen& pen) {
    const TimeAxis axis = time_axis(input, room.x + k_left, room.right() - 18.0f);
    const float below_axis = room.bottom() - 26.0f;
    HandleStyle handles;
    handles.axis = axis;
    handles.top = room.y + 4.0f;
    handles.bottom = below_axis;
    handles.track = {axis.x0, room.y + 48.0f, axis.x1 - axis.x0, room.h - 50.0f};
    handles.tint = faded(Ink::Accent, 0.055f);
    put_phase_bands(input, pen, axis, {BandLook::TwoLines, room.y + 10.0f, 36.0f, 1.0f, Zone::Timeline});
    const Plot plot{axis, room.y + 72.0f, room.bottom() - 57.0f, 1.0f};
    const auto steps = input.index.labels.steps();
    if (!steps.empty())
        pen.text({axis.x(year_of(steps.front().from)) - 4.0f, plot.top + 29.0f},
                 say(Msg::TimelineLabelled, input.lang()), {11.0f, FontWeight::Regular, Ink::Text3});
    draw_year_axis(input, pen, {axis, room.bottom() - 22.0f, room.bottom() - 6.0f, 1.0f});
    draw_legend(input, pen, {axis.x(axis.year0) + 24.0f, room.bottom() - 6.0f});
    put_step_line(input, pen, plot);
    put_year_ticks(input, pen, axis, room.bottom() - 43.0f);
    put_date_handles(input, pen, handles);

    put_play(input, pen, {room.x + 36.0f, room.y + 34.0f}, 20.0f);
    put_date(input, pen, {room.x + 64.0f, room.y + 31.0f}, {13.0f, FontWeight::SemiBold}, 88.0f);
    put_phase_link(input, pen, {room.x + 64.0f, room.y + 47.0f}, {11.0f, FontWeight::Regular, Ink::Text2});
    put_button(input, pen, {room.x + 18.0f, room.y + 58.0f, 36.0f, 24.0f}, speed_button(input));
    put_buttons(input, pen, room);
}

// Time in one row: by phase, or by year where the snapshot has no phases.
void put_time_scale(const LayoutInput& input, Pen& pen, const TimeAxis& axis, const BandStyle& style) {
    if (phase_bands(input.snapshot, axis).empty())
        return draw_year_axis(input, pen, {axis, style.y + 4.0f, style.y + 20.0f, style.scale});
    put_phase_bands(input, pen, axis, style);
}

// One row: list and other views, and windows of middle width.
void layout_slim(const LayoutInput& input, const Rect& room, Pen& pen) {
    const TimeAxis axis = time_axis(input, room.x + 140.0f, room.right() - 18.0f);
    put_play(input, pen, {room.x + 36.0f, room.y + 28.0f}, 16.0f);
    put_date(input, pen, {room.x + 60.0f, room.y + 26.0f}, {13.0f, FontWeight::SemiBold}, 88.0f);
    pen.text({room.x + 60.0f, room.y + 42.0f}, count_in_words(input), {11.0f, FontWeight::Regular, Ink::Text2});
    put_time_scale(input, pen, axis, {BandLook::TwoLines, room.y + 10.0f, 36.0f, 1.0f, Zone::Timeline});
    HandleStyle handles;
    handles.axis = axis;
    handles.top = room.y + 3.0f;
    handles.bottom = room.y + 50.0f;
    handles.track = {axis.x0, room.y, axis.x1 - axis.x0, room.h};
    handles.tint = faded(Ink::Accent, 0.055f);
    put_date_handles(input, pen, handles);
}

// The published numbers under the bands, as far as there is room.
void draw_numbers(const LayoutInput& input, Pen& pen, const TimeAxis& axis, float y) {
    float reached = -1.0e9f;
    int last = -1;
    for (const PublishedCount& count : input.snapshot.counts) {
        if (count.kind == CountKind::Derived || count.value == last) continue;
        const float x = axis.x(year_of(count.date));
        const std::string words = last < 0 ? say_count(Plural::Clusters, input.lang(), count.value)
                                           : format_number(count.value, input.lang());
        const bool is_newest = &count == &input.snapshot.counts.back();
        const Type type{11.0f, is_newest ? FontWeight::SemiBold : FontWeight::Regular,
                        is_newest ? Ink::Text : Ink::Text2};
        const float width = text_width(words, type.size_px, type.weight);
        const float left = last < 0 ? x : x - width * 0.5f;
        if (left < reached + 10.0f) continue;
        pen.text({left, y}, words, type);
        reached = left + width;
        last = count.value;
    }
}

void layout_compact(const LayoutInput& input, const Rect& room, Pen& pen) {
    const TimeAxis axis = time_axis(input, room.x + 52.0f, room.right() - 13.0f);
    put_play(input, pen, {room.x + 30.0f, room.y + 29.0f}, 18.0f);
    put_time_scale(input, pen, axis, {BandLook::OneLine, room.y + 11.0f, 22.0f, 1.0f, Zone::Timeline});
    draw_numbers(input, pen, axis, room.y + 49.0f);
    HandleStyle handles;
    handles.axis = axis;
    handles.top = room.y + 3.0f;
    handles.bottom = room.y + 36.0f;
    handles.track = {axis.x0, room.y + 33.0f, axis.x1 - axis.x0, room.h - 33.0f};
    put_date_handles(input, pen, handles);
}

void layout_segments(const LayoutInput& input, const Rect& room, Pen& pen) {
    const std::vector<Band> bands = phase_bands(input.snapshot, time_axis(input, 0.0f, 1.0f));
    if (bands.empty()) return layout_compact(input, room, pen);
    const float width = (room.w - 28.0f + 2.0f) / static_cast<float>(bands.size());
    for (std::size_t i = 0; i < bands.size(); ++i) {
        // Each segment is a band of its own axis: equal widths, whatever the years.
        const float left = room.x + 14.0f + width * static_cast<float>(i);
        const Rect rect{std::round(left), room.y + 7.0f, std::round(width - 3.0f), 30.0f};
        put_phase_segment(input, pen, bands[i], rect, i);
    }
    Node node;
    node.id = "timeline/date";
    node.name = say(Msg::TimelineDate, input.lang());
    node.value = date_in_words(input, input.state().date);
    node.hint = say(Msg::TimelineDateHint, input.lang());
    node.zone = Zone::Timeline;
    node.role = Role::Slider;
    node.rect = {room.x + 10.0f, room.y + 3.0f, room.w - 20.0f, room.h - 6.0f};
    node.number = last_day(input.state().date).days;
    node.number_min = time_memo(input).first.days;
    node.number_max = time_memo(input).today.days;
    pen.node(std::move(node));
}

void layout_kiosk_strip(const LayoutInput& input, const Rect& room, Pen& pen) {
    constexpr float k_scale = 1.5f;
    const float s = std::min(k_scale, room.h / 154.0f);
    const TimeAxis axis = time_axis(input, room.x + 300.0f, room.right() - 54.0f);
    put_phase_bands(input, pen, axis, {BandLook::TwoLines, room.y + 22.0f * s / k_scale, 42.0f * s, s, Zone::Timeline});
    const Plot plot{axis, room.y + 84.0f * s, room.y + 114.0f * s, s};
    draw_year_axis(input, pen, {axis, room.bottom() - 34.0f * s / k_scale, room.bottom() - 14.0f * s / k_scale, s});
    put_step_line(input, pen, plot);
    HandleStyle handles;
    handles.axis = axis;
    handles.top = room.y + 8.0f;
    handles.bottom = room.bottom() - 44.0f * s / k_scale;
    handles.scale = s;
    handles.track = {axis.x0, room.y + 60.0f * s, axis.x1 - axis.x0, room.h - 60.0f * s};
    put_date_handles(input, pen, handles);
    put_play(input, pen, {room.x + 120.0f, room.y + 62.0f * s}, 44.0f * s / k_scale);
    put_date(input, pen, {room.x + 183.0f, room.y + 60.0f * s}, {22.0f * s / k_scale, FontWeight::SemiBold}, 130.0f);
    put_phase_link(input, pen, {room.x + 183.0f, room.y + 76.0f * s},
                   {18.0f * s / k_scale, FontWeight::Regular, Ink::Text2});
}

}

void layout_timeline(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    Rect room = rooms.timeline;
    if (room.is_empty()) return;
    if (input.state().compare && rooms.breakpoint != Breakpoint::Kiosk) {
        const float bar = compare_bar_height(rooms.breakpoint);
        layout_later_compare_bar(input, {room.x, room.y, room.w, bar}, pen);
        room.y += bar;
        room.h -= bar;
    }
    pen.rect(room, Ink::Panel);
    pen.horizontal(room.x, room.y, room.w);
    pen.panel({Zone::Timeline, {}, std::string(say(Msg::TimelineZone, input.lang())), room});
    constexpr float k_tall = 130.0f;
    if (rooms.breakpoint == Breakpoint::Kiosk) return layout_kiosk_strip(input, room, pen);
    if (rooms.breakpoint == Breakpoint::Mobile) return layout_segments(input, room, pen);
    if (rooms.breakpoint == Breakpoint::Compact) return layout_compact(input, room, pen);
    if (room.h >= k_tall) return layout_tall(input, room, pen);
    layout_slim(input, room, pen);
}

}
