#include "core/scene/natural_height.hpp"

#include "core/scene/layout.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace atlas {

namespace {

constexpr float k_tall_px = 4096.0f; // nothing is left out for want of height
constexpr float k_map_ratio = 0.94f; // of a country as high as wide, beside its insets
constexpr float k_map_least_px = 320.0f, k_map_most_px = 640.0f;

// A phone's sheet takes a share of the room between header and tabs; nothing: the panel grows with the window.
std::optional<PhoneSheet> sheet_of(const LayoutInput& input, const Panel& panel) {
    if (panel.zone == Zone::Card) return PhoneSheet::Card;
    if (input.state().view == View::List) return PhoneSheet::List;
    return std::nullopt;
}

// What a panel shows, and all that stands above and below it.
float height_for(const LayoutInput& input, const Rooms& rooms, const Panel& panel) {
    const float content = panel.natural_height_px;
    const auto sheet = rooms.breakpoint == Breakpoint::Mobile ? sheet_of(input, panel) : std::nullopt;
    if (!sheet) return content + input.environment.height_px - panel.rect.h;
    const float share = input.ui().sheet_slides[static_cast<std::size_t>(*sheet)].share;
    return content / share + rooms.header.h + rooms.tab_bar.h;
}

// A compact window's card is a small one over the map, of its own size.
bool counts(const LayoutInput& input, const Rooms& rooms, const Panel& panel) {
    if (panel.natural_height_px <= 0.0f) return false;
    if (panel.zone == Zone::Card) return rooms.breakpoint != Breakpoint::Compact;
    const View view = input.state().view;
    return panel.zone == Zone::View && view != View::Map && view != View::Timeline;
}

}

float natural_height(const LayoutInput& input, const Scene& scene) {
    Environment tall = input.environment;
    tall.height_px = k_tall_px;
    const Rooms rooms = arrange(input.session, tall);
    const float map = std::clamp(rooms.main.w * k_map_ratio, k_map_least_px, k_map_most_px);
    const float around = rooms.header.h + rooms.tab_bar.h + rooms.timeline.h;
    float height = around + map;
    for (const Panel& panel : scene.panels)
        if (counts(input, rooms, panel)) height = std::max(height, height_for(input, rooms, panel));
    return std::min(std::ceil(height), k_natural_most_px);
}

}
