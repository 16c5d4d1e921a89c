#include "core/scene/later.hpp"

#include "core/base/messages.hpp"
#include "core/scene/layout.hpp"
#include "core/scene/lineage/compare_parts.hpp"

namespace atlas {

namespace later {

// Nobody calls these but through the pointers below, so that no compiler draws their code into its callers.
void lineage(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    layout_lineage(input, rooms, pen);
}
void list(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    layout_list(input, rooms, pen);
}
void stories(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    layout_stories(input, rooms, pen);
}
void figures(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    layout_figures(input, rooms, pen);
}
void card(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    layout_card(input, rooms, pen);
}
void tooltip(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    layout_tooltip(input, rooms, pen);
}
void sheet(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    layout_sheet(input, rooms, pen);
}
void kiosk(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    layout_kiosk(input, rooms, pen);
}
float suggestions(const Column& column, float y) {
    return put_suggestions(column, y);
}
void links(const LayoutInput& input, const MapView& view, const PinsOnScreen& pins, Pen& pen) {
    draw_links(input, view, pins, pen);
}
void changes(const LayoutInput& input, const MapView& view, const PinsOnScreen& pins, Pen& pen) {
    draw_changes(input, view, pins, pen);
}
void compare_bar(const LayoutInput& input, const Rect& rect, Pen& pen) {
    layout_compare_bar(input, rect, pen);
}

}

namespace {

using LayoutRoom = void (*)(const LayoutInput&, const Rooms&, Pen&);
constexpr LayoutRoom k_rooms[] = {later::lineage, later::list,    later::stories, later::figures,
                                  later::card,    later::tooltip, later::sheet,   later::kiosk}; // by LaterRoom

// volatile: read at each call, never known beforehand
float (*volatile put_suggestions_now)(const Column&, float) = later::suggestions;
void (*volatile draw_links_now)(const LayoutInput&, const MapView&, const PinsOnScreen&, Pen&) = later::links;
void (*volatile draw_changes_now)(const LayoutInput&, const MapView&, const PinsOnScreen&, Pen&) = later::changes;
void (*volatile layout_compare_bar_now)(const LayoutInput&, const Rect&, Pen&) = later::compare_bar;

bool is_here(const LayoutInput& input, Pen& pen) {
    pen.scene().waits |= !input.environment.is_whole;
    return input.environment.is_whole;
}

Rect place_of(LaterRoom room, const Rooms& rooms) {
    if (room == LaterRoom::Tooltip) return {};
    return room == LaterRoom::Card ? rooms.card : rooms.main;
}

void say_loading(const LayoutInput& input, const Rect& rect, Pen& pen) {
    if (rect.is_empty()) return;
    pen.rect(rect, Ink::Panel);
    const Type type{13.0f, FontWeight::Regular, Ink::Text2, Align::Centre};
    pen.text({rect.centre().x, rect.centre().y + 4.5f}, say(Msg::Loading, input.lang()), type);
}

}

void layout_later(LaterRoom room, const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    if (is_here(input, pen))
        k_rooms[static_cast<std::size_t>(room)](input, rooms, pen);
    else
        say_loading(input, place_of(room, rooms), pen);
}

float put_later_suggestions(const Column& column, float y) {
    const bool is_asked = !column.input.state().filter.text.empty();
    return is_asked && is_here(column.input, column.pen) ? put_suggestions_now(column, y) : y;
}

void draw_later_links(const LayoutInput& input, const MapView& view, const PinsOnScreen& pins, Pen& pen) {
    if (!input.state().selected.empty() && is_here(input, pen)) draw_links_now(input, view, pins, pen);
}

void draw_later_changes(const LayoutInput& input, const MapView& view, const PinsOnScreen& pins, Pen& pen) {
    if (input.state().compare && is_here(input, pen)) draw_changes_now(input, view, pins, pen);
}

void layout_later_compare_bar(const LayoutInput& input, const Rect& rect, Pen& pen) {
    if (is_here(input, pen)) layout_compare_bar_now(input, rect, pen);
}

}
