// The phone's views, at the bottom where the thumb is (mobile.png).

#include "core/base/messages.hpp"
#include "core/scene/view_traits.hpp"
#include "core/state/names.hpp"
#include "core/state/views.hpp"
#include "core/ui/parts.hpp"

#include <algorithm>
#include <vector>

namespace atlas {

namespace {

// What keeps the phases stands side by side.
std::vector<View> tabs(const Snapshot& snapshot) {
    std::vector<View> views = views_of(snapshot);
    std::stable_partition(views.begin(), views.end(), [](View view) { return traits_of(view).has_strip; });
    return views;
}

float word_width(const LayoutInput& input, View view, float size_px) {
    return text_width(say(traits_of(view).label, input.lang()), size_px, FontWeight::SemiBold);
}

float words_width(const LayoutInput& input, const std::vector<View>& views, float size_px) {
    float width = 0.0f;
    for (const View view : views) width += word_width(input, view, size_px);
    return width;
}

// The largest at which all of them stand apart.
float words_px(const LayoutInput& input, const std::vector<View>& views, float room_px) {
    constexpr float largest = 11.0f, smallest = 9.5f, apart = 8.0f;
    float px = largest;
    while (px > smallest && words_width(input, views, px) + apart * static_cast<float>(views.size()) > room_px)
        px -= 0.5f;
    return px;
}

void put_tab(const LayoutInput& input, Pen& pen, const Rect& rect, View view, float size_px) {
    const bool is_current = input.state().view == view;
    const ViewTraits& look = traits_of(view);
    const Ink ink = is_current ? Ink::Text : Ink::Text2;
    const Type type{size_px, is_current ? FontWeight::SemiBold : FontWeight::Regular, ink, Align::Centre};
    const float middle = rect.centre().x;
    const float mark = std::min(56.0f, rect.w);
    if (is_current) pen.rect({middle - mark * 0.5f, rect.y, mark, 3.0f}, Ink::Text, 1.5f);
    pen.icon({middle, rect.y + 23.0f}, look.icon, 22.0f, ink, is_current ? IconStyle::Fill : IconStyle::Regular);
    Node node;
    node.id = "tabbar/" + std::string(word_of(view));
    node.name = say(look.label, input.lang());
    node.zone = Zone::TabBar;
    node.role = Role::Tab;
    node.rect = rect;
    node.selected = is_current;
    node.action = act::SetView{view};
    pen.text({middle, rect.y + 48.0f}, ellipsis(node.name, type, rect.w), type);
    pen.node(std::move(node));
}

}

void layout_tab_bar(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    const Rect& room = rooms.tab_bar;
    pen.rect(room, Ink::Panel);
    pen.horizontal(room.x, room.y, room.w);
    const std::vector<View> views = tabs(input.snapshot);
    const float size = words_px(input, views, room.w);
    const float spare = (room.w - words_width(input, views, size)) / static_cast<float>(views.size());
    float x = room.x;
    for (const View view : views) { // long words have more room than short ones
        const float width = word_width(input, view, size) + spare;
        put_tab(input, pen, {x, room.y, width, room.h}, view, size);
        x += width;
    }
    pen.panel({Zone::TabBar, {}, std::string(say(Msg::Views, input.lang())), room, 0.0f, Wheel::Page});
}

}
