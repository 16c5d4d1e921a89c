#include "core/scene/layout.hpp"

#include "core/read/area_words.hpp"
#include "core/scene/later.hpp"
#include "core/scene/layout_memo.hpp"
#include "core/scene/lineage/compare_parts.hpp"
#include "core/scene/phone_sheet.hpp"
#include "core/scene/view_traits.hpp"

#include <algorithm>

namespace atlas {

LayoutMemo::LayoutMemo() = default;
LayoutMemo::~LayoutMemo() = default;

namespace {

constexpr float k_header = 52.0f, k_header_compact = 40.0f, k_header_mobile = 56.0f;
constexpr float k_filters = 248.0f, k_card = 320.0f, k_card_medium = 300.0f;
constexpr float k_timeline = 160.0f, k_timeline_slim = 56.0f, k_timeline_compact = 60.0f, k_timeline_kiosk = 232.0f;
constexpr float k_tab_bar = 60.0f, k_phase_segments = 44.0f;
constexpr float k_kiosk_words = 640.0f, k_kiosk_words_height = 900.0f;
constexpr float k_low_phone = 400.0f; // between header and tab bar
constexpr float k_narrow_map = 520.0f;
constexpr float k_low_window = 560.0f; // under this height the tall strip would eat the map

Breakpoint breakpoint_of(const Environment& environment) {
    if (environment.mode == Mode::Kiosk && environment.is_attracting) return Breakpoint::Kiosk;
    const float width = environment.width_px;
    if (width < 560.0f) return Breakpoint::Mobile;
    if (width < 900.0f) return Breakpoint::Compact;
    if (width < 1200.0f) return Breakpoint::Medium;
    return Breakpoint::Wide;
}

float strip_height(Breakpoint breakpoint, const Session& session, const Environment& environment) {
    switch (breakpoint) {
    case Breakpoint::Mobile:
        return k_phase_segments;
    case Breakpoint::Compact:
        return k_timeline_compact;
    case Breakpoint::Medium:
        return k_timeline_slim;
    case Breakpoint::Kiosk:
        return k_timeline_kiosk;
    case Breakpoint::Wide:
        break;
    }
    const bool is_tall = session.state.view == View::Map && environment.height_px >= k_low_window;
    return is_tall ? k_timeline : k_timeline_slim;
}

// The sentence of a comparison stands on the strip.
float compare_height(Breakpoint breakpoint, const State& state) {
    return state.compare ? compare_bar_height(breakpoint) : 0.0f;
}

bool has_strip(View view, const Parts& parts) {
    return parts.strip && traits_of(view).has_strip;
}

bool has_header(Breakpoint breakpoint, const Parts& parts) {
    if (parts.header || parts.tools) return true;
    if (breakpoint == Breakpoint::Mobile) return parts.filters && !parts.rooms;
    return parts.rooms || (breakpoint == Breakpoint::Compact && parts.filters);
}

Rooms arrange_mobile(const Session& session, const Parts& parts, float w, float h) {
    Rooms rooms;
    rooms.breakpoint = Breakpoint::Mobile;
    const float top = has_header(Breakpoint::Mobile, parts) ? k_header_mobile : 0.0f;
    const float bottom = parts.rooms ? h - k_tab_bar : h;
    rooms.header = {0, 0, w, top};
    rooms.tab_bar = {0, bottom, w, h - bottom};
    rooms.main = {0, top, w, bottom - top};
    const View view = session.state.view;
    if (!has_strip(view, parts)) return rooms;
    const float strip = k_phase_segments + compare_height(Breakpoint::Mobile, session.state);
    // Map: the whole height over the phases. List: what its sheet leaves over, for a band of map and the phases.
    const float room = bottom - top;
    float list = view == View::List ? std::round(room * seen_share(session.ui, PhoneSheet::List)) : 0.0f;
    if (list > 0.0f && is_full(session.ui, PhoneSheet::List)) return rooms;
    if (list > 0.0f && room < k_low_phone) list = room - strip; // a map would be a mere strip
    const float map_height = std::max(0.0f, room - strip - list);
    rooms.timeline = {0, top + map_height, w, strip};
    if (view == View::Map) rooms.main.h = map_height;
    return rooms;
}

// Words at the left, map at the right, phases below. On an upright screen the words stand above the map.
Rooms arrange_kiosk(float w, float h) {
    Rooms rooms;
    rooms.breakpoint = Breakpoint::Kiosk;
    const float strip = std::min(k_timeline_kiosk, h * 0.24f);
    rooms.timeline = {0, h - strip, w, strip};
    if (h > w) {
        rooms.card = {0, 0, w, k_kiosk_words_height};
        rooms.main = {0, k_kiosk_words_height, w, h - strip - k_kiosk_words_height};
    } else {
        rooms.card = {0, 0, k_kiosk_words, h - strip};
        rooms.main = {k_kiosk_words, 0, w - k_kiosk_words, h - strip};
    }
    return rooms;
}

}

Rooms arrange(const Session& session, const Environment& environment) {
    const float w = environment.width_px, h = environment.height_px;
    const Breakpoint breakpoint = breakpoint_of(environment);
    if (breakpoint == Breakpoint::Mobile) return arrange_mobile(session, environment.parts, w, h);
    if (breakpoint == Breakpoint::Kiosk) return arrange_kiosk(w, h);
    Rooms rooms;
    rooms.breakpoint = breakpoint;
    const View view = session.state.view;
    const Parts& parts = environment.parts;
    const bool is_compact = breakpoint == Breakpoint::Compact;
    const bool has_room = breakpoint == Breakpoint::Wide || breakpoint == Breakpoint::Medium;
    const ViewTraits& traits = traits_of(view);
    const State& state = session.state;
    const bool is_asked = !state.selected.empty() || !state.profile.empty();
    const bool has_card = is_asked && traits.has_card && (traits.has_strip || has_room);
    if (has_header(breakpoint, parts)) rooms.header = {0, 0, w, is_compact ? k_header_compact : k_header};
    const float top = rooms.header.h;
    const float strip = has_strip(view, parts)
                            ? strip_height(breakpoint, session, environment) + compare_height(breakpoint, session.state)
                            : 0.0f;
    const float left = parts.filters && !is_compact && traits.has_filters ? k_filters : 0.0f;
    const float card = breakpoint == Breakpoint::Wide ? k_card : k_card_medium;
    // Over the map rather than beside it where little of the map would be left.
    const bool is_over = view == View::Map && w - left - card < k_narrow_map;
    const bool has_profile = has_card && !has_room && state.selected.empty(); // a whole card, where others are small
    const float right = (has_card && has_room && !is_over) || has_profile ? w - card : w;
    if (left > 0.0f) rooms.filters = {0, top, left, h - top - strip};
    rooms.main = {left, top, right - left, h - top - strip};
    if (strip > 0.0f) rooms.timeline = {0, h - strip, breakpoint == Breakpoint::Wide ? right : w, strip};
    if (has_card && has_room)
        rooms.card = {w - card, top, card, breakpoint == Breakpoint::Wide ? h - top : h - top - strip};
    else if (has_profile)
        rooms.card = {w - card, top, card, h - top - strip};
    else if (has_card)
        rooms.card = {w - 196.0f, top + 12.0f, 184.0f, std::min(172.0f, rooms.main.h - 24.0f)};
    return rooms;
}

namespace {

// A line at the bottom of the main room, over sheets too: a notice, which goes away by itself, or what to do for an
// area.
void draw_notice(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    const std::string words = input.ui().notice.empty() ? area_hint(input) : input.ui().notice;
    if (words.empty()) return;
    const Type type{13.0f};
    const float room = std::min(text_width(words, type.size_px, type.weight), input.environment.width_px - 64.0f);
    const std::vector<std::string> lines = wrap(words, type, room + 0.5f);
    const float height = 16.0f + 18.0f * static_cast<float>(lines.size());
    const Rect rect{std::round(rooms.main.centre().x - room / 2 - 16.0f), rooms.main.bottom() - height - 18.0f,
                    room + 32.0f, height};
    pen.raised(rect, 6.0f);
    pen.paragraph({rect.x + 16.0f, rect.y + 21.5f}, words, type, room + 0.5f, 18.0f);
}

// 2 px ring with a 2 px gap, over everything, so that it is never clipped or covered (WCAG 2.4.11).
void draw_focus_ring(const LayoutInput& input, Pen& pen) {
    const std::string& focus = input.ui().focus;
    if (focus.empty()) return;
    const std::vector<Node>& nodes = pen.scene().nodes;
    const auto found = std::find_if(nodes.rbegin(), nodes.rend(), [&](const Node& node) { return node.id == focus; });
    if (found == nodes.rend() || found->rect.is_empty()) return;
    const Rect rect = found->rect; // the pen may move the nodes
    if (found->hit_radius_px > 0.0f) {
        const float radius = rect.w * 0.5f + 4.0f;
        pen.ring(rect.centre(), radius + 2.0f, 2.0f, Ink::Panel);
        pen.ring(rect.centre(), radius, 2.5f, Ink::Focus);
        return;
    }
    const Rect window{0, 0, input.environment.width_px, input.environment.height_px};
    Rect ring = rect.inset(-4.0f);
    ring.x = std::max(ring.x, 1.0f);
    ring.y = std::max(ring.y, 1.0f);
    ring.w = std::min(rect.right() + 4.0f, window.w - 1.0f) - ring.x;
    ring.h = std::min(rect.bottom() + 4.0f, window.h - 1.0f) - ring.y;
    pen.frame(ring, Ink::Focus, 7.0f, 2.0f);
}

// The history of what an atlas is locked to names others, and without rooms a card still names its stories: they can be
// read there, not opened.
bool is_closed(const LayoutInput& input, const Action& action) {
    if (const auto* select = std::get_if<act::Select>(&action))
        return !select->id.empty() && !input.snapshot.find_cluster(select->id);
    return !input.environment.parts.rooms && input.state().view != View::Stories &&
           std::holds_alternative<act::ReadStory>(action);
}

void close_nodes(const LayoutInput& input, Scene& scene) {
    if (input.environment.locked.is_empty() && input.environment.parts.rooms) return;
    for (Node& node : scene.nodes) {
        if (!node.action || !is_closed(input, *node.action)) continue;
        node.action.reset();
        node.disabled = true;
    }
}

// A cluster's card, or the profile that it was opened from.
bool has_card_room(const LayoutInput& input, const Rooms& rooms) {
    const State& state = input.state();
    if (rooms.breakpoint == Breakpoint::Mobile)
        return !state.selected.empty() || (!state.profile.empty() && traits_of(state.view).has_strip);
    return !rooms.card.is_empty();
}

}

Scene layout(const LayoutInput& input) {
    Scene scene;
    const Environment& environment = input.environment;
    if (environment.width_px < 1.0f || environment.height_px < 1.0f) return scene;
    Pen pen(scene);
    const Rooms rooms = arrange(input.session, environment);
    pen.rect({0, 0, environment.width_px, environment.height_px}, Ink::Panel);
    if (rooms.breakpoint == Breakpoint::Kiosk) {
        layout_later(LaterRoom::Kiosk, input, rooms, pen);
    } else {
        const bool is_phone = rooms.breakpoint == Breakpoint::Mobile;
        const bool has_card = has_card_room(input, rooms);
        const bool is_covered = is_phone && has_card && is_full(input.ui(), PhoneSheet::Card);
        if (!is_covered) traits_of(input.state().view).layout(input, rooms, pen);
        layout_filters(input, rooms, pen);
        if (!is_covered && !rooms.timeline.is_empty()) layout_timeline(input, rooms, pen);
        if (has_card)
            layout_later(input.state().selected.empty() ? LaterRoom::Profile : LaterRoom::Card, input, rooms, pen);
        layout_header(input, rooms, pen);
        if (!rooms.tab_bar.is_empty()) layout_tab_bar(input, rooms, pen);
    }
    if (!input.ui().hover.empty() || !input.ui().focus.empty()) layout_later(LaterRoom::Tooltip, input, rooms, pen);
    layout_filter_sheet(input, rooms, pen);
    if (input.ui().sheet != Sheet::None && input.ui().sheet != Sheet::Filters)
        layout_later(LaterRoom::Sheet, input, rooms, pen);
    draw_notice(input, rooms, pen);
    close_nodes(input, scene);
    draw_focus_ring(input, pen);
    const Ui& ui = input.ui();
    for (const PhoneSheet sheet : {PhoneSheet::List, PhoneSheet::Card})
        if (is_sliding(ui, sheet)) scene.ask_frame(0.0);
    if (ui.playback == Playback::Running) scene.ask_frame(std::max(0.0, ui.playback_next_ms - ui.now_ms));
    if (!ui.notice.empty()) scene.ask_frame(std::max(0.0, ui.notice_until_ms - ui.now_ms));
    return scene;
}

}
