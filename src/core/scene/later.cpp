#include "core/scene/later.hpp"

#include "core/base/messages.hpp"
#include "core/scene/layout.hpp"
#include "core/scene/lineage/compare_parts.hpp"

namespace atlas {

namespace {

using LayoutRoom = void(const LayoutInput&, const Rooms&, Pen&);

struct LaterTable {
    LayoutRoom* rooms[0
#define ATLAS_LATER_ROOM(room, function) +1
#include "core/scene/later.def"
    ];                                                                  // by LaterRoom
#define ATLAS_LATER_PART(function) decltype(&atlas::function) function; // NOLINT(bugprone-macro-parentheses): a name
#include "core/scene/later.def"
};

constexpr LaterTable k_table{
    {
#define ATLAS_LATER_ROOM(room, function) function,
#include "core/scene/later.def"
    },
#define ATLAS_LATER_PART(function) function,
#include "core/scene/later.def"
};

// volatile: read at each call, never known beforehand, so that no compiler draws the code into its callers
const LaterTable* volatile later = &k_table;

bool is_here(const LayoutInput& input, Pen& pen) {
    pen.scene().waits |= !input.environment.is_whole;
    return input.environment.is_whole;
}

Rect place_of(LaterRoom room, const Rooms& rooms) {
    if (room == LaterRoom::Tooltip) return {};
    return room == LaterRoom::Card || room == LaterRoom::Profile ? rooms.card : rooms.main;
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
        later->rooms[static_cast<std::size_t>(room)](input, rooms, pen);
    else
        say_loading(input, place_of(room, rooms), pen);
}

float put_later_suggestions(const Column& column, float y) {
    const bool is_asked = !column.input.state().filter.text.empty();
    return is_asked && is_here(column.input, column.pen) ? later->put_suggestions(column, y) : y;
}

// A map without them is whole: nobody waits.
void add_later_region(const LayoutInput& input, const MapMesh& mesh, const MapSpot& spot, Pen& pen) {
    if (input.environment.is_whole) later->add_region(input, mesh, spot, pen);
}

void draw_later_links(const LayoutInput& input, const MapView& view, const PinsOnScreen& pins, Pen& pen) {
    if (!input.state().selected.empty() && is_here(input, pen)) later->draw_links(input, view, pins, pen);
}

void draw_later_changes(const LayoutInput& input, const MapView& view, const PinsOnScreen& pins, Pen& pen) {
    if (input.state().compare && is_here(input, pen)) later->draw_changes(input, view, pins, pen);
}

void layout_later_compare_bar(const LayoutInput& input, const Rect& rect, Pen& pen) {
    if (is_here(input, pen)) later->layout_compare_bar(input, rect, pen);
}

}
