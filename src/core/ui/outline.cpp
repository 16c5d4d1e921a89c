#include "core/ui/outline.hpp"

#include "core/base/json_writer.hpp"
#include "core/base/messages.hpp"
#include "core/read/wording.hpp"

#include <array>
#include <cmath>

namespace atlas {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Zone::Count)> k_zones{
    "header", "filters", "map", "timeline", "view", "card", "sheet", "compare", "tabbar"};
constexpr std::array<std::string_view, 15> k_roles{"button",  "checkbox", "tab",   "link",    "slider",
                                                   "search",  "heading",  "text",  "row",     "columnheader",
                                                   "surface", "status",   "radio", "article", "image"};
constexpr std::array<std::string_view, 6> k_cursors{"default", "pointer", "grab", "ew-resize", "ns-resize", "text"};
constexpr std::array<std::string_view, 4> k_wheels{"page", "scroll", "map", "lanes"};

template<std::size_t N, typename E>
std::string_view word(const std::array<std::string_view, N>& words, E value) {
    return words[static_cast<std::size_t>(value)];
}

// Tenths of a px are finer than anybody sees and keep the text stable from frame to frame.
void write_rect(JsonWriter& json, const Rect& rect) {
    json.key("rect").begin_array();
    for (const float value : {rect.x, rect.y, rect.w, rect.h})
        json.number(std::round(static_cast<double>(value) * 10.0) / 10.0);
    json.end_array();
}

void write_text(JsonWriter& json, std::string_view key, const std::string& value) {
    if (!value.empty()) json.key(key).string(value);
}

void write_flag(JsonWriter& json, std::string_view key, const std::optional<bool>& flag) {
    if (flag) json.key(key).boolean(*flag);
}

void write_node(JsonWriter& json, const Node& node) {
    json.begin_object();
    json.key("id").string(node.id).key("role").string(word(k_roles, node.role));
    write_text(json, "name", node.name);
    write_text(json, "value", node.value);
    write_text(json, "hint", node.hint);
    write_text(json, "href", node.href);
    write_rect(json, node.rect);
    write_flag(json, "checked", node.checked);
    write_flag(json, "selected", node.selected);
    write_flag(json, "expanded", node.expanded);
    if (node.disabled) json.key("disabled").boolean(true);
    if (node.current) json.key("current").boolean(true);
    if (node.is_fixed) json.key("fixed").boolean(true);
    if (node.level > 0) json.key("level").integer(node.level);
    if (node.role == Role::Slider || (node.role == Role::Row && node.number_max > 0.0))
        json.key("number").number(node.number).key("min").number(node.number_min).key("max").number(node.number_max);
    if (node.cursor != Cursor::Pointer) json.key("cursor").string(word(k_cursors, node.cursor));
    if (node.action || !node.href.empty()) json.key("active").boolean(true);
    json.end_object();
}

void write_panel(JsonWriter& json, const Scene& scene, const Panel& panel, const Ui& ui) {
    json.begin_object();
    json.key("zone").string(word(k_zones, panel.zone));
    write_text(json, "name", panel.name);
    write_rect(json, panel.rect);
    json.key("wheel").string(word(k_wheels, panel.wheel));
    if (!panel.scroll_name.empty()) {
        json.key("scroll").string(panel.scroll_name);
        json.key("top").number(std::round(static_cast<double>(scroll_of(ui, panel.scroll_name))));
        json.key("height").number(std::round(static_cast<double>(panel.content_height_px)));
        if (panel.fixed_top_px > 0.0f) json.key("fixed").number(static_cast<double>(panel.fixed_top_px));
    }
    json.key("nodes").begin_array();
    for (const Node& node : scene.nodes)
        if (node.zone == panel.zone) write_node(json, node);
    json.end_array().end_object();
}

// The one sentence that a screen reader hears after each change.
std::string status_of(const LayoutInput& input) {
    const Lang lang = input.lang();
    if (!input.ui().notice.empty()) return input.ui().notice;
    const auto count = static_cast<std::int64_t>(input.result.shown_count);
    return say(Msg::StatusLine, lang,
               {say_count(Plural::Clusters, lang, count), holders_words(input),
                format_date(input.state().date, lang, DateStyle::Long)});
}

void write_search(JsonWriter& json, const SearchField& search) {
    json.key("search").begin_object();
    write_rect(json, search.rect);
    json.key("placeholder").string(search.placeholder).key("name").string(search.name).key("text").string(search.text);
    json.key("size").number(static_cast<double>(search.size_px)).end_object();
}

}

std::string outline_controls(const Scene& scene, const LayoutInput& input) {
    JsonWriter json;
    json.begin_object();
    json.key("lang").string(input.lang().tag());
    json.key("title").string(title_of(input));
    json.key("status").string(status_of(input));
    if (scene.has_tooltip) json.key("tooltip").boolean(true);
    if (input.ui().playback == Playback::Running) json.key("playing").boolean(true);
    if (scene.waits) json.key("waits").boolean(true);
    if (scene.search.is_visible) write_search(json, scene.search);
    json.key("zones").begin_array();
    for (std::size_t zone = 0; zone < k_zones.size(); ++zone) // the reading order, whatever the drawing order
        for (const Panel& panel : scene.panels)
            if (static_cast<std::size_t>(panel.zone) == zone) write_panel(json, scene, panel, input.ui());
    json.end_array().end_object();
    return json.take();
}

}
