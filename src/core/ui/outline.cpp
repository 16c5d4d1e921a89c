#include "core/ui/outline.hpp"

#include "core/base/json_writer.hpp"
#include "core/base/messages.hpp"
#include "core/base/order.hpp"
#include "core/read/list_row.hpp"
#include "core/read/pin_words.hpp"
#include "core/read/wording.hpp"

#include <array>
#include <cmath>
#include <vector>

namespace atlas {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Zone::Count)> k_zones{
    "header", "filters", "map", "timeline", "view", "card", "sheet", "compare", "tabbar"};
constexpr std::array<std::string_view, 16> k_roles{"button",  "checkbox", "tab",   "link",         "slider",  "search",
                                                   "heading", "text",     "row",   "columnheader", "surface", "status",
                                                   "radio",   "article",  "image", "option"};
constexpr std::array<std::string_view, 6> k_cursors{"default", "pointer", "grab", "ew-resize", "ns-resize", "text"};
constexpr std::array<std::string_view, 4> k_wheels{"page", "scroll", "map", "lanes"};

constexpr std::size_t k_ranked_at_most = 500;

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

void write_cells(JsonWriter& json, const std::vector<std::string>& cells) {
    if (cells.empty()) return;
    json.key("cells").begin_array();
    for (const std::string& cell : cells) json.string(cell);
    json.end_array();
}

// A pin's words are said here, not in every frame that draws it.
std::string value_of(const Node& node, const LayoutInput& input) {
    return node.key.kind == NodeKind::Pin ? pin_words(input, node.key.index) : node.value;
}

// What a pin has in common with others, for walking from one to the next.
void write_kin(JsonWriter& json, const Snapshot& snapshot, ClusterIndex index) {
    const Cluster& cluster = snapshot.clusters[index];
    if (cluster.seat && cluster.seat->region) write_text(json, "region", snapshot.regions[*cluster.seat->region].code);
    write_text(json, "domain", snapshot.domains[cluster.domain].id);
}

void write_node(JsonWriter& json, const Node& node, const LayoutInput& input) {
    json.begin_object();
    json.key("id").string(node.id).key("role").string(word(k_roles, node.role));
    write_text(json, "name", node.name);
    write_text(json, "value", value_of(node, input));
    write_text(json, "hint", node.hint);
    write_text(json, "href", node.href);
    write_text(json, "group", node.group);
    write_text(json, "lang", std::string(node.lang.tag()));
    write_cells(json, node.cells);
    write_rect(json, node.rect);
    write_flag(json, "descending", node.descending);
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
    if (node.key.kind == NodeKind::Pin) write_kin(json, input.snapshot, node.key.index);
    json.end_object();
}

struct Heard {
    const Node* node = nullptr;
    std::size_t part = 0, rank = 0; // before the pins, a pin, after them; a pin's place in the list
};

// As drawn; pins together, in the order of the list as far as there are so few that they stand alone.
std::vector<Heard> nodes_of(const Scene& scene, Zone zone, const LayoutInput& input) {
    std::vector<std::size_t> ranks;
    const bool is_ranked = zone == Zone::Map && input.result.shown.size() <= k_ranked_at_most;
    if (is_ranked) {
        ranks.assign(input.snapshot.clusters.size(), input.snapshot.clusters.size());
        std::size_t rank = 0;
        for (const ClusterIndex cluster : sorted_rows(input.snapshot, input.index, input.result, list_order(input)))
            ranks[cluster] = rank++;
    }
    std::vector<Heard> nodes;
    std::size_t others = 0;
    for (const Node& node : scene.nodes) {
        if (node.zone != zone) continue;
        const bool is_pin = is_ranked && node.key.kind == NodeKind::Pin;
        nodes.push_back(is_pin ? Heard{&node, 1, ranks[node.key.index]} : Heard{&node, others, 0});
        if (is_pin) others = 2;
    }
    sort_stable(nodes,
                [](const Heard& a, const Heard& b) { return a.part != b.part ? a.part < b.part : a.rank < b.rank; });
    return nodes;
}

void write_panel(JsonWriter& json, const Scene& scene, const Panel& panel, const LayoutInput& input) {
    json.begin_object();
    json.key("zone").string(word(k_zones, panel.zone));
    write_text(json, "name", panel.name);
    if (panel.zone == Zone::Sheet || panel.is_in_dialog) json.key("dialog").boolean(true);
    write_rect(json, panel.rect);
    json.key("wheel").string(word(k_wheels, panel.wheel));
    if (!panel.scroll_name.empty()) {
        json.key("scroll").string(panel.scroll_name);
        json.key("top").number(std::round(static_cast<double>(scroll_of(input.ui(), panel.scroll_name))));
        json.key("height").number(std::round(static_cast<double>(panel.content_height_px)));
        if (panel.fixed_top_px > 0.0f) json.key("fixed").number(static_cast<double>(panel.fixed_top_px));
    }
    json.key("nodes").begin_array();
    for (const Heard& heard : nodes_of(scene, panel.zone, input)) write_node(json, *heard.node, input);
    json.end_array().end_object();
}

void write_search(JsonWriter& json, const SearchField& search) {
    json.key("search").begin_object();
    write_rect(json, search.rect);
    json.key("placeholder").string(search.placeholder).key("name").string(search.name).key("text").string(search.text);
    json.key("size").number(static_cast<double>(search.size_px)).end_object();
}

}

std::string outline_controls(const Scene& scene, const LayoutInput& input, const std::string& status) {
    JsonWriter json;
    json.begin_object();
    json.key("lang").string(input.lang().tag());
    json.key("title").string(title_of(input));
    json.key("status").string(status);
    if (scene.has_tooltip) json.key("tooltip").boolean(true);
    if (input.ui().area.is_on) json.key("choosing").boolean(true);
    if (input.ui().playback == Playback::Running) json.key("playing").boolean(true);
    if (scene.waits) json.key("waits").boolean(true);
    if (scene.search.is_visible) write_search(json, scene.search);
    json.key("zones").begin_array();
    for (std::size_t zone = 0; zone < k_zones.size(); ++zone) // the reading order, whatever the drawing order
        for (const Panel& panel : scene.panels)
            if (static_cast<std::size_t>(panel.zone) == zone) write_panel(json, scene, panel, input);
    json.end_array().end_object();
    return json.take();
}

}
