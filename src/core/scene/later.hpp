#pragma once
// Rooms that are shown only when somebody opens them. A browser fetches their code then, or as soon as somebody touches
// the atlas: tools/dist/split.mjs cuts the module along the functions that later.def lists. Until the code is there
// (Environment::is_whole), a room says that it is loading and the Scene that it waits.

#include "core/scene/filters/filter_parts.hpp"
#include "core/scene/layout.hpp"
#include "core/scene/map/layout_map_view.hpp"

namespace atlas {

enum class LaterRoom : std::uint8_t {
#define ATLAS_LATER_ROOM(room, function) room,
#include "core/scene/later.def"
};

void layout_later(LaterRoom room, const LayoutInput& input, const Rooms& rooms, Pen& pen);

// Parts of the first rooms that nobody sees before touching the atlas; left out until their code is there.
float put_later_suggestions(const Column& column, float y);
void add_later_region(const LayoutInput& input, const MapMesh& mesh, const MapSpot& spot, Pen& pen);
void draw_later_links(const LayoutInput& input, const MapView& view, const PinsOnScreen& pins, Pen& pen);
void draw_later_changes(const LayoutInput& input, const MapView& view, const PinsOnScreen& pins, Pen& pen);
void layout_later_compare_bar(const LayoutInput& input, const Rect& rect, Pen& pen);

}
