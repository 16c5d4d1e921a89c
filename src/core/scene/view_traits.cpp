#include "core/scene/view_traits.hpp"

#include "core/scene/later.hpp"
#include "core/state/names.hpp"

namespace atlas {

namespace {

template<LaterRoom room>
void later_room(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    layout_later(room, input, rooms, pen);
}

// On phones the list is a sheet over the map.
void list_room(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    if (rooms.breakpoint == Breakpoint::Mobile && !rooms.timeline.is_empty()) layout_map(input, rooms, pen);
    layout_later(LaterRoom::List, input, rooms, pen);
}

constexpr ViewTraits k_views[] = {
    {.icon = Icon::Map, .label = Msg::ViewMap, .has_strip = true, .layout = layout_map},
    {.icon = Icon::Lineage,
     .label = Msg::ViewTimeline,
     .has_filters = false,
     .has_card = false,
     .layout = later_room<LaterRoom::Lineage>},
    {.icon = Icon::List, .label = Msg::ViewList, .has_strip = true, .layout = list_room},
    {.icon = Icon::Stories, .label = Msg::ViewStories, .layout = later_room<LaterRoom::Stories>},
    {.icon = Icon::Figures, .label = Msg::ViewFigures, .has_filters = false, .layout = later_room<LaterRoom::Figures>},
    {.icon = Icon::Understand,
     .label = Msg::ViewUnderstand,
     .has_filters = false,
     .layout = later_room<LaterRoom::Understand>},
};
static_assert(std::size(k_views) == k_words<View>.size());

}

const ViewTraits& traits_of(View view) {
    return k_views[static_cast<std::size_t>(view)];
}

}
