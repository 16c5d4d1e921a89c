// What appears beside the thing under the pointer or the keyboard focus. WCAG 1.4.13: Escape takes it away, the pointer
// may move into it, and it stays until pointer or focus leave.

#include "core/base/messages.hpp"
#include "core/read/pin_words.hpp"
#include "core/scene/layout.hpp"
#include "core/scene/map/layout_map_view.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr double k_delay_ms = 120.0;
constexpr float k_gap_px = 12.0f, k_widest_px = 300.0f, k_padding_px = 12.0f;

struct TipLine {
    std::string text;
    Type type;
};

const Node* find_node(const Scene& scene, const std::string& id, NodeKey key) {
    const NodeKey pin{NodeKind::Pin, key.index}; // that a tooltip under the pointer belongs to
    const auto found = std::find_if(scene.nodes.begin(), scene.nodes.end(), [&](const Node& node) {
        return key.kind == NodeKind::PinTip ? node.key == pin : node.id == id;
    });
    return found == scene.nodes.end() ? nullptr : &*found;
}

std::string seat_line(const LayoutInput& input, const Cluster& cluster) {
    if (!cluster.seat || cluster.seat->city.empty()) return std::string(say(Msg::Unknown, input.lang()));
    std::string line = cluster.seat->city;
    if (!cluster.seat->department.empty()) line = say(Msg::MapSeatOf, input.lang(), {line, cluster.seat->department});
    if (cluster.seat->region) line += ", " + input.snapshot.regions[*cluster.seat->region].name.in(input.lang());
    return line;
}

std::vector<TipLine> pin_lines(const LayoutInput& input, ClusterIndex index) {
    const Cluster& cluster = input.snapshot.clusters[index];
    const Date day = last_day(input.state().date);
    const Type strong{13.0f, FontWeight::SemiBold}, plain{12.0f}, faint{11.0f, FontWeight::Regular, Ink::Text2};
    std::vector<TipLine> lines{{cluster.name, strong}};
    const std::string then = map_name(cluster, day);
    if (then != cluster.short_name && then != cluster.name) lines.front().text = then + " → " + cluster.name;
    lines.push_back({seat_line(input, cluster), plain});
    if (cluster.seat && cluster.seat->kind == SeatKind::Anchor)
        lines.push_back({std::string(say(Msg::MapAnchor, input.lang())), faint});
    if (std::string label = pin_label_words(input, index); !label.empty()) lines.push_back({std::move(label), plain});
    lines.push_back({std::string(say(Msg::MapOpenCard, input.lang())), faint});
    return lines;
}

// Drawn without words of their own: regions, ticks and figures of the strip, phases, lanes, counts of a comparison.
bool is_mark(const Node& node) {
    if (node.key.kind == NodeKind::Region) return true;
    if (node.zone == Zone::Compare) return node.role == Role::Text;
    if (node.zone == Zone::Timeline) return node.role == Role::Image || node.key.kind == NodeKind::Phase;
    return node.key.kind == NodeKind::Lane;
}

std::vector<TipLine> mark_lines(const Node& node) {
    constexpr std::size_t k_most_lines = 9;
    std::vector<TipLine> lines;
    const auto add = [&](const std::string& words, const Type& type) {
        for (std::string& line : wrap(words, type, k_widest_px - 2 * k_padding_px))
            if (lines.size() < k_most_lines) lines.push_back({std::move(line), type});
    };
    add(node.name, {13.0f, FontWeight::SemiBold});
    add(node.value, {12.0f});
    add(node.hint, {11.0f, FontWeight::Regular, Ink::Text2});
    return lines;
}

std::vector<TipLine> lines_of(const LayoutInput& input, const Node& node) {
    if (node.key.kind == NodeKind::Pin) return pin_lines(input, node.key.index);
    if (node.key.kind == NodeKind::MapSurface) return {};
    if (is_mark(node)) return mark_lines(node);
    if (node.hint.empty()) return {};
    std::vector<TipLine> lines;
    for (std::string& line : wrap(node.hint, Type{12.0f}, k_widest_px - 2 * k_padding_px))
        lines.push_back({std::move(line), {12.0f}});
    return lines;
}

// A part of the map says its name at its middle, as far as that is seen.
Rect place_of(const Node& node) {
    if (!node.area) return node.rect;
    const Metres centre = node.area->mesh->centre;
    const Point at = node.area->to_screen.to_screen(centre.x_m, centre.y_m);
    const float x = std::clamp(at.x, node.rect.x, std::max(node.rect.x, node.rect.right()));
    return {x, std::clamp(at.y, node.rect.y, std::max(node.rect.y, node.rect.bottom())), 0.0f, 0.0f};
}

// Above the thing if there is room, else below; never outside the window, nor over the thing itself where there is
// room.
Rect place_tip(const LayoutInput& input, const Rect& thing, float width, float height) {
    const Point middle = thing.centre();
    const float window_w = input.environment.width_px, window_h = input.environment.height_px;
    Rect rect{std::round(middle.x - width / 2), std::round(thing.y - k_gap_px - height), width, height};
    if (rect.y < 4.0f) rect.y = std::round(thing.bottom() + k_gap_px);
    rect.x = std::clamp(rect.x, 4.0f, std::max(4.0f, window_w - width - 4.0f));
    if (rect.bottom() > window_h - 4.0f) { // neither above nor below: beside
        rect.y = std::clamp(middle.y - height / 2, 4.0f, std::max(4.0f, window_h - height - 4.0f));
        const bool fits_right = thing.right() + k_gap_px + width < window_w - 4.0f;
        rect.x = fits_right ? thing.right() + k_gap_px : std::max(4.0f, thing.x - k_gap_px - width);
    }
    return rect;
}

void add_own_node(const LayoutInput& input, const Node& of, const Rect& rect, std::string_view text, Pen& pen) {
    Node node;
    node.key = {NodeKind::PinTip, of.key.index};
    node.id = node_id(input.snapshot, node.key);
    node.value = text;
    node.zone = of.zone;
    node.role = Role::Text;
    // Reaches the pin, so that the pointer can cross the gap.
    node.rect = {std::min(rect.x, of.rect.x), rect.y, 0, 0};
    node.rect.w = std::max(rect.right(), of.rect.right()) - node.rect.x;
    node.rect.h = rect.h + k_gap_px + 2.0f;
    if (rect.y > of.rect.y) node.rect.y -= k_gap_px + 2.0f;
    node.action = of.action;
    pen.node(std::move(node));
}

void draw_tip(const LayoutInput& input, const Node& of, const std::vector<TipLine>& lines, Pen& pen) {
    const float line_px = 17.0f;
    float width = 0.0f;
    std::vector<TipLine> fitted = lines;
    for (TipLine& line : fitted) {
        line.text = ellipsis(line.text, line.type, k_widest_px - 2 * k_padding_px);
        width = std::max(width, text_width(line.text, line.type.size_px, line.type.weight));
    }
    const float height = line_px * static_cast<float>(fitted.size()) + 14.0f;
    const Rect rect = place_tip(input, place_of(of), width + 2 * k_padding_px, height);
    pen.raised(rect, 6.0f);
    std::string spoken;
    float y = rect.y + 7.0f + 12.5f;
    for (const TipLine& line : fitted) {
        pen.text({rect.x + k_padding_px, y}, line.text, line.type);
        spoken += (spoken.empty() ? "" : ". ") + line.text;
        y += line_px;
    }
    if (of.key.kind == NodeKind::Pin) add_own_node(input, of, rect, spoken, pen);
}

}

void layout_tooltip(const LayoutInput& input, const Rooms&, Pen& pen) {
    const Ui& ui = input.ui();
    if (ui.sheet != Sheet::None || !ui.pressed.empty()) return;
    const bool is_hover = !ui.hover.empty();
    const std::string& shown = is_hover ? ui.hover : ui.focus;
    if (shown.empty() || ui.tooltip_dismissed == shown) return;
    const NodeKey key = node_key(input.snapshot, shown);
    const Node* found = find_node(pen.scene(), shown, key);
    if (found == nullptr) return;
    const Node node = *found; // the pen may move the nodes
    const std::vector<TipLine> lines = lines_of(input, node);
    if (lines.empty()) return;
    const double waited = ui.now_ms - ui.hover_since_ms;
    const bool is_inside_tip = key.kind == NodeKind::PinTip;
    if (is_hover && !is_inside_tip && waited < k_delay_ms) {
        pen.scene().ask_frame(k_delay_ms - waited);
        return;
    }
    draw_tip(input, node, lines, pen);
    pen.scene().has_tooltip = true;
}

}
