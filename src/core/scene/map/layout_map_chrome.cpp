// What lies over the map: zoom and other buttons, scale bar, legend.

#include "core/base/messages.hpp"
#include "core/scene/map/layout_map_view.hpp"
#include "core/scene/strip/timeline_parts.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr float k_edge_px = 12.0f, k_legend_px = 22.0f;
constexpr float k_low_room_px = 300.0f, k_lowest_room_px = 190.0f; // too low for all tools, for one more
constexpr double k_button_zoom = 1.681792830507429;                // 2^(3/4): three zoom steps

struct ScaleBar {
    int km = 100;
    float width = 0.0f;
    Point at; // left end of the line
};

ScaleBar scale_bar(const MapView& view) {
    const double most_km = 72.0 * static_cast<double>(view.style.label_px / 11.0f) / (view.px_per_m() * 1000.0);
    ScaleBar bar;
    for (const int km : {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000})
        if (km <= most_km) bar.km = km;
    bar.width = static_cast<float>(bar.km * 1000.0 * view.px_per_m());
    const InsetStyle& insets = view.style.insets;
    if (insets.is_below) {
        bar.at = {view.room.x + 16.0f, view.room.bottom() - 12.0f};
        return bar;
    }
    const float y = view.room.bottom() - 20.0f;
    if (insets.count == 0)
        bar.at = {view.room.x + insets.left, y};
    else // beside the last inset, which often stands alone in its row
        bar.at = {inset_rects(view).back().right() + insets.gap + 6.0f, y};
    return bar;
}

void draw_scale_bar(const LayoutInput& input, const MapView& view, Pen& pen) {
    if (!view.style.has_scale_bar) return;
    const ScaleBar bar = scale_bar(view);
    pen.horizontal(bar.at.x, bar.at.y, bar.width, Ink::MapText2);
    pen.vertical(bar.at.x, bar.at.y - 3.0f, 4.0f, Ink::MapText2);
    pen.vertical(bar.at.x + bar.width - 1.0f, bar.at.y - 3.0f, 4.0f, Ink::MapText2);
    const float size = view.style.label_px;
    const Type type{size, FontWeight::Regular, Ink::MapText2, Align::Centre, Ink::Neighbour};
    pen.text({bar.at.x + bar.width / 2, bar.at.y - 6.0f},
             say(Msg::MapKilometres, input.lang(), {std::to_string(bar.km)}), type);
    const Type note{size, FontWeight::Regular, Ink::MapText2, Align::Left, Ink::Neighbour};
    if (view.style.insets.is_below) {
        pen.text({view.room.x + view.style.insets.left, inset_rects(view).front().y - 7.0f},
                 say(Msg::MapScalesDiffer, input.lang()), note);
        return;
    }
    if (view.style.insets.count == 0) return;
    const float note_y = view.room.bottom() - view.style.insets.edge - view.style.insets.height + size;
    const std::vector<std::string> lines =
        wrap(say(Msg::MapScalesDiffer, input.lang()), note, view.style.insets.width + 10.0f);
    for (std::size_t i = 0; i < lines.size(); ++i)
        pen.text({bar.at.x - 6.0f, note_y + static_cast<float>(i) * (size + 2.0f)}, lines[i], note);
}

struct Tool {
    const char* id;
    Icon icon;
    Msg name;
    Action action;
    std::string own_name = {}; // of this map
    IconStyle style = IconStyle::Regular;
};

void put_tools(const LayoutInput& input, const Rect& group, const std::vector<Tool>& tools, Pen& pen) {
    pen.raised(group, 6.0f);
    const float size = group.w;
    for (std::size_t i = 0; i < tools.size(); ++i) {
        const Tool& tool = tools[i];
        const Rect rect{group.x, group.y + size * static_cast<float>(i), size, size};
        Button button;
        button.id = tool.id;
        button.label = button.hint = tool.own_name.empty() ? std::string(say(tool.name, input.lang())) : tool.own_name;
        button.icon = tool.icon;
        button.icon_style = tool.style;
        button.look = ButtonLook::Icon;
        button.zone = Zone::Map;
        button.action = tool.action;
        if (tool.name == Msg::MapChoropleth) button.pressed = input.ui().choropleth;
        if (tool.name == Msg::MapArea) button.pressed = input.ui().area.is_on;
        put_button(input, pen, rect.inset(2.0f), button);
        if (i > 0) pen.horizontal(rect.x + 6.0f, rect.y, size - 12.0f);
    }
}

// What stands in the strip and beside the map where there is room for them, as far as the host shows it.
std::vector<Tool> phone_tools(const LayoutInput& input) {
    const Parts& parts = input.environment.parts;
    std::vector<Tool> tools;
    if (parts.filters) tools.push_back({"map/filters", Icon::Filter, Msg::Filters, act::OpenSheet{Sheet::Filters, {}}});
    if (!parts.strip) return tools;
    const bool is_running = input.ui().playback == Playback::Running;
    tools.push_back({"map/play",
                     is_running ? Icon::Pause : Icon::Play,
                     is_running ? Msg::TimelinePause : Msg::TimelinePlay,
                     act::Play{is_running ? Playback::Stopped : Playback::Running},
                     {},
                     IconStyle::Fill});
    tools.push_back({"map/compare", Icon::Compare, Msg::TimelineCompare, compare_action(input)});
    return tools;
}

Tool area_tool(const LayoutInput& input) {
    return {"map/area", Icon::Area, Msg::MapArea, act::ChooseArea{!input.ui().area.is_on}};
}

std::vector<Tool> map_tools(const LayoutInput& input, const MapView& view) {
    if (view.style.button_px <= 0.0f || view.room.h < k_lowest_room_px) return {};
    if (view.room.h < k_low_room_px) // what has no other way in
        return input.environment.parts.filters ? std::vector<Tool>{area_tool(input)} : std::vector<Tool>{};
    if (view.style.is_phone) {
        std::vector<Tool> tools = phone_tools(input);
        if (input.environment.parts.filters) tools.push_back(area_tool(input));
        return tools;
    }
    std::vector<Tool> tools{{"map/fit", Icon::Fit, Msg::MapFit, act::FitResult{}},
                            {"map/choropleth", Icon::Choropleth, Msg::MapChoropleth, act::ToggleChoropleth{}}};
    if (input.environment.parts.filters) tools.push_back(area_tool(input));
    return tools;
}

Rect tools_rect(const MapView& view, std::size_t count) {
    const Rect zoom = zoom_rect(view);
    return {zoom.x, zoom.bottom() + 8.0f, zoom.w, zoom.w * static_cast<float>(count)};
}

void draw_buttons(const LayoutInput& input, const MapView& view, Pen& pen) {
    if (view.style.button_px <= 0.0f) return;
    const LngLat middle = view.place_under(view.framing.anchor);
    put_tools(input, zoom_rect(view),
              {{"map/zoom-in", Icon::ZoomIn, Msg::MapZoomIn, act::ZoomAbout{middle, k_button_zoom, true}},
               {"map/zoom-out", Icon::ZoomOut, Msg::MapZoomOut, act::ZoomAbout{middle, 1.0 / k_button_zoom, true}},
               {"map/home", Icon::Home, Msg::MapHome, act::Home{}, input.geometry.home_name.in(input.lang())}},
              pen);
    const std::vector<Tool> tools = map_tools(input, view);
    if (!tools.empty()) put_tools(input, tools_rect(view, tools.size()), tools, pen);
}

// --- legend ---

enum class Sign : std::uint8_t { Pin, Hollow, Ghost, Ramp, None };

struct LegendItem {
    Sign sign = Sign::Pin;
    std::string text;
    int ramp_class = 0;
};

std::string ramp_text(const Ramp& ramp, int which) {
    const std::uint32_t first = static_cast<std::uint32_t>(which - 1) * ramp.width + 1;
    const std::uint32_t last = std::min(first + ramp.width - 1, ramp.most);
    return first == last ? std::to_string(first) : std::to_string(first) + "–" + std::to_string(last);
}

std::vector<LegendItem> legend_items(const LayoutInput& input, const PinSet& set) {
    const Lang lang = input.lang();
    std::vector<LegendItem> items;
    if (input.ui().choropleth) {
        items.push_back({Sign::None, std::string(say(Msg::LegendPerRegion, lang))});
        const Ramp ramp = ramp_of(set);
        for (int i = 0; i <= ramp.classes; ++i) items.push_back({Sign::Ramp, i == 0 ? "0" : ramp_text(ramp, i), i});
        return items;
    }
    const std::string year = std::to_string(set.roster_year);
    if (set.is_all_on_roster && !input.result.shown.empty())
        items.push_back({Sign::Pin, say(Msg::LegendOnList, lang, {year})});
    else
        items.push_back({Sign::Pin, say(Msg::LegendLabelled, lang, {format_date(input.state().date, lang)})});
    if (set.has_absent) items.push_back({Sign::Hollow, say(Msg::LegendAbsent, lang, {year})});
    if (!set.ghosts.empty()) items.push_back({Sign::Ghost, std::string(say(Msg::LegendOutside, lang))});
    if (set.homeless > 0) items.push_back({Sign::None, say_count(Plural::MapHomeless, lang, set.homeless)});
    return items;
}

Type legend_type() {
    return {11.0f, FontWeight::Regular, Ink::Text2};
}

float sign_width(Sign sign) {
    return sign == Sign::None ? 0.0f : sign == Sign::Ramp ? 20.0f : 14.0f;
}

float item_width(const LegendItem& item) {
    return sign_width(item.sign) + text_width(item.text, legend_type().size_px, legend_type().weight) +
           (item.sign == Sign::Ramp ? 10.0f : 16.0f);
}

void draw_sign(const LegendItem& item, Point at, Pen& pen) {
    const DomainLook look{Ink::DomainDigital, Icon::Cpu};
    switch (item.sign) {
    case Sign::Pin:
        draw_pin(pen, at, 6.0f, look, PinState::Normal);
        break;
    case Sign::Hollow:
        draw_pin(pen, at, 6.0f, look, PinState::Absent);
        break;
    case Sign::Ghost:
        pen.disc(at, 3.0f, Ink::Ghost);
        break;
    case Sign::Ramp: {
        const Rect swatch{at.x - 5.0f, at.y - 5.0f, 18.0f, 10.0f};
        pen.rect(swatch, ramp_ink(item.ramp_class));
        pen.frame(swatch, Ink::Coast, 0.0f);
        break;
    }
    case Sign::None:
        break;
    }
}

}

Rect zoom_rect(const MapView& view) {
    const float size = view.style.button_px;
    if (size <= 0.0f) return {};
    return {view.room.right() - k_edge_px - size, view.room.y + k_edge_px, size, 3 * size};
}

Rect legend_rect(const LayoutInput& input, const MapView& view, const PinSet& set) {
    if (!view.style.has_legend) return {};
    float width = 8.0f;
    for (const LegendItem& item : legend_items(input, set)) width += item_width(item);
    float first_x = view.room.x + 110.0f; // right of the scale bar
    if (!view.style.insets.is_below)
        for (const Rect& inset : inset_rects(view)) first_x = std::max(first_x, inset.right() + 8.0f);
    const float y = view.room.bottom() - k_legend_px - 5.0f;
    // West of the land that the map file names if there is room, else in the corner.
    const float corner_x = view.room.right() - 8.0f - width;
    float x = corner_x;
    if (const auto& end_m = input.geometry.legend_end_m) {
        const Affine home = camera_affine(*view.ground, view.framing, home_camera(*view.ground));
        const float end_x = home.to_screen(*end_m, 0.0).x - 14.0f;
        if (end_x - width >= first_x) x = std::min(end_x - width, corner_x);
    }
    return x < first_x ? Rect{} : Rect{x, y, width, k_legend_px};
}

void draw_legend(const LayoutInput& input, const Rect& rect, const PinSet& set, Pen& pen) {
    if (rect.is_empty()) return;
    pen.rect(rect, Ink::Panel, 4.0f, 0.9f);
    std::string spoken;
    float x = rect.x + 12.0f;
    for (const LegendItem& item : legend_items(input, set)) {
        draw_sign(item, {x, rect.centre().y}, pen);
        pen.text({x + sign_width(item.sign) - 2.0f, rect.centre().y + 4.0f}, item.text, legend_type());
        x += item_width(item);
        spoken += (spoken.empty() ? "" : ", ") + item.text;
    }
    Node node;
    node.id = "map/legend";
    node.covers = true;
    node.name = say(Msg::LegendName, input.lang());
    node.value = spoken;
    node.zone = Zone::Map;
    node.role = Role::Text;
    node.rect = rect;
    node.cursor = Cursor::Default;
    pen.node(std::move(node));
}

// Everything that a name must not run into.
std::vector<Rect> chrome_rects(const LayoutInput& input, const MapView& view, const PinSet& set) {
    std::vector<Rect> rects;
    for (const Rect& inset : inset_rects(view)) rects.push_back(inset.inset(-2.0f));
    if (view.style.button_px > 0.0f) rects.push_back(zoom_rect(view).inset(-4.0f));
    if (const std::size_t tools = map_tools(input, view).size(); tools > 0)
        rects.push_back(tools_rect(view, tools).inset(-4.0f));
    const Rect legend = legend_rect(input, view, set);
    if (!legend.is_empty()) rects.push_back(legend.inset(-2.0f));
    if (view.style.has_scale_bar && !view.style.insets.is_below) {
        const ScaleBar bar = scale_bar(view);
        const InsetStyle& insets = view.style.insets;
        const float top = view.room.bottom() - insets.edge - (insets.count == 0 ? 24.0f : insets.height);
        const float least = insets.count == 0 ? 0.0f : insets.width; // of the note below the bar
        rects.push_back({bar.at.x - 8.0f, top, std::max(bar.width, least) + 12.0f, view.room.bottom() - top});
    }
    return rects;
}

void draw_chrome(const LayoutInput& input, const MapView& view, const PinSet& set, Pen& pen) {
    draw_scale_bar(input, view, pen);
    draw_legend(input, legend_rect(input, view, set), set, pen);
    draw_buttons(input, view, pen);
}

}
