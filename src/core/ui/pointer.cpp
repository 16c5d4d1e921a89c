#include "core/ui/pointer.hpp"

#include "core/base/elementary.hpp"
#include "core/state/area_choice.hpp"
#include "core/ui/hit.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr double k_double_tap_ms = 320.0, k_inertia_ms = 300.0, k_still_ms = 60.0;
constexpr float k_double_tap_px = 24.0f, k_inertia_start = 0.08f, k_inertia_stop = 0.01f; // px per ms
constexpr double k_wheel_per_px = 0.0022;
constexpr float k_throw_ms = 120.0f; // a sheet let go goes on that long before it looks for its stop

LngLat place_under(const Scene& scene, Point at) {
    const Affine& to_screen = scene.map.to_screen;
    return scene.map.ground->projection.unproject({to_screen.x_of(at.x), to_screen.y_of(at.y)});
}

Action pan_by(const Scene& scene, const State& state, Point delta) {
    const Affine& affine = scene.map.to_screen;
    const Projection& projection = scene.map.ground->projection;
    Metres centre = projection.project({state.camera.lng_deg, state.camera.lat_deg});
    centre.x_m -= static_cast<double>(delta.x) / affine.scale_x;
    centre.y_m -= static_cast<double>(delta.y) / affine.scale_y;
    const LngLat place = projection.unproject(centre);
    return act::MoveCamera{{place.lng_deg, place.lat_deg, state.camera.zoom}, false};
}

double value_at(const Drag& drag, float x_px) {
    const double part = std::clamp((x_px - drag.x0_px) / (drag.x1_px - drag.x0_px), 0.0f, 1.0f);
    return drag.value0 + part * (drag.value1 - drag.value0);
}

// Stretches the span of a linear map about a point of it, within what update() will take.
void zoom_span(Drag& drag, float x_px, double factor) {
    const double span = drag.value1 - drag.value0;
    const double wanted = std::clamp(span / factor, act::ZoomLanes::k_shortest_years, act::ZoomLanes::k_longest_years);
    const double at = value_at(drag, x_px);
    drag.value0 = at - (at - drag.value0) * wanted / span;
    drag.value1 = drag.value0 + wanted;
}

PartialDate month_at(const Drag& drag, float x_px) {
    const CivilDate day = civil(Date{static_cast<std::int32_t>(value_at(drag, x_px))});
    return {static_cast<std::int16_t>(day.year), static_cast<std::uint8_t>(day.month), 0};
}

std::vector<LngLat> area_of(const Scene& scene, Point a, Point b) {
    return area_between(scene.map.ground->projection, place_under(scene, a), place_under(scene, b));
}

// Where the first corner is seen, twice the same place is none: the second half of a double click.
bool is_at_corner(const Scene& scene, Point at) {
    if (!scene.map.corner) return false;
    const Metres corner = scene.map.ground->projection.project(*scene.map.corner);
    return distance_px(scene.map.to_screen.to_screen(corner.x_m, corner.y_m), at) <= k_click_slop_px;
}

// The map's own ground: what lies over it has another one, or none.
bool is_ground(const Scene& scene, const Drag& drag, Point at) {
    return drag.kind == DragKind::Camera && !is_covered(scene, at);
}

void set_corner(const Scene& scene, Point at, PointerOutput& output) {
    if (is_at_corner(scene, at)) return;
    output.actions.push_back(act::PointArea{place_under(scene, at)});
    output.actions.push_back(act::SetCorner{});
}

bool is_height(const Drag& drag) {
    return drag.kind == DragKind::CardHeight || drag.kind == DragKind::ListHeight;
}

Action sheet_at(const Drag& drag, float y_px, bool let_go) {
    const PhoneSheet sheet = drag.kind == DragKind::CardHeight ? PhoneSheet::Card : PhoneSheet::List;
    return act::SizeSheet{sheet, value_at(drag, y_px), let_go};
}

Rect between(Point a, Point b) {
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::fabs(a.x - b.x), std::fabs(a.y - b.y)};
}

}

std::optional<Rect> Pointer::rubber_band() const {
    if (!m_is_banding || m_contacts.empty()) return std::nullopt;
    return between(m_contacts.front().start, m_contacts.front().last);
}

PointerOutput Pointer::handle(const PointerInput& input, const Scene& scene, const State& state) {
    PointerOutput output;
    switch (input.phase) {
    case PointerPhase::Down:
        press(input, scene, output);
        break;
    case PointerPhase::Move:
        move(input, scene, state, output);
        break;
    case PointerPhase::Up:
        release(input, scene, state, output);
        break;
    case PointerPhase::Cancel:
        cancel(input, output);
        break;
    case PointerPhase::Leave:
        if (m_contacts.empty()) output.actions.push_back(act::Hover{});
        break;
    }
    m_last_ms = input.now_ms;
    return output;
}

void Pointer::press(const PointerInput& input, const Scene& scene, PointerOutput& output) {
    m_velocity = {};
    const Node* node = hit(scene, input.at);
    if (input.kind != PointerKind::Mouse)
        output.actions.push_back(act::Hover{node != nullptr ? node->id : std::string()});
    std::erase_if(m_contacts, [&](const Contact& contact) { return contact.id == input.id; });
    m_contacts.push_back({input.id, input.at, input.at, input.now_ms});
    if (m_contacts.size() == 2) {
        m_pinch_px = m_drag.kind == DragKind::LaneTime ? std::fabs(m_contacts[0].last.x - m_contacts[1].last.x)
                                                       : distance_px(m_contacts[0].last, m_contacts[1].last);
        m_was_pinch = true;
        m_is_banding = m_is_pointing = false;
        m_pressed.clear();
        return;
    }
    m_was_pinch = false;
    m_is_dragging = false;
    m_pressed = node != nullptr ? node->id : std::string();
    m_drag = drag_at(scene, node);
    if (is_height(m_drag)) { // held where it was taken
        const float aside = input.at.y - node->rect.centre().y;
        m_drag.x0_px += aside;
        m_drag.x1_px += aside;
    }
    m_is_banding = input.shift && m_drag.kind == DragKind::Camera;
    m_is_pointing = !input.shift && scene.map.is_choosing && is_ground(scene, m_drag, input.at);
    output.is_used = node != nullptr;
    output.actions.push_back(act::Press{m_pressed});
    output.gesture_begins = true;
    // A press on a time track already moves the handle there.
    if (m_drag.kind == DragKind::Date || m_drag.kind == DragKind::CompareDate) drag_to(input, scene, {}, output);
}

void Pointer::move(const PointerInput& input, const Scene& scene, const State& state, PointerOutput& output) {
    const auto contact =
        std::find_if(m_contacts.begin(), m_contacts.end(), [&](const Contact& c) { return c.id == input.id; });
    if (contact == m_contacts.end()) {
        hover(input, scene, output);
        return;
    }
    const Point before = contact->last;
    contact->last = input.at;
    if (m_contacts.size() >= 2) {
        pinch(scene, state, {input.at.x - before.x, input.at.y - before.y}, output);
        return;
    }
    if (!m_is_dragging && distance_px(contact->start, input.at) <= k_click_slop_px) return;
    const Point from = m_is_dragging ? before : contact->start; // what the slop held back comes with the first step
    if (m_is_pointing && !m_is_dragging && !scene.map.corner) set_corner(scene, contact->start, output);
    m_is_dragging = true;
    if (m_is_pointing) {
        output.is_used = true;
        output.actions.push_back(act::PointArea{place_under(scene, input.at)});
        return;
    }
    if (m_is_banding) {
        output.is_used = true;
        return;
    }
    const Point delta{input.at.x - before.x, input.at.y - before.y};
    const float elapsed = std::max(1.0f, static_cast<float>(input.now_ms - m_last_ms));
    m_velocity = {m_velocity.x * 0.6f + delta.x / elapsed * 0.4f, m_velocity.y * 0.6f + delta.y / elapsed * 0.4f};
    drag_to(input, scene, state, output);
    const Point step{input.at.x - from.x, input.at.y - from.y};
    if (m_drag.kind == DragKind::Camera) output.actions.push_back(pan_by(scene, state, step));
    if (m_drag.kind == DragKind::LaneTime) output.actions.push_back(lanes_by(step.x));
}

void Pointer::hover(const PointerInput& input, const Scene& scene, PointerOutput& output) {
    if (input.kind != PointerKind::Mouse) return;
    const Node* node = hit(scene, input.at);
    m_cursor = node != nullptr ? node->cursor : Cursor::Default;
    output.actions.push_back(act::Hover{node != nullptr ? node->id : std::string()});
    if (scene.map.is_choosing && is_ground(scene, drag_at(scene, node), input.at))
        output.actions.push_back(act::PointArea{place_under(scene, input.at)});
}

void Pointer::drag_to(const PointerInput& input, const Scene& scene, const State&, PointerOutput& output) {
    if (m_drag.kind == DragKind::None) return;
    output.is_used = true;
    if (scene.map.is_visible && m_drag.kind == DragKind::Camera) m_cursor = Cursor::Grab;
    if (m_drag.kind == DragKind::Date) output.actions.push_back(act::SetDate{month_at(m_drag, input.at.x)});
    if (m_drag.kind == DragKind::CompareDate) output.actions.push_back(act::SetCompare{month_at(m_drag, input.at.x)});
    if (is_height(m_drag)) output.actions.push_back(sheet_at(m_drag, input.at.y, false));
}

Action Pointer::lanes_by(float dx_px) {
    const double years =
        static_cast<double>(dx_px) * (m_drag.value1 - m_drag.value0) / static_cast<double>(m_drag.x1_px - m_drag.x0_px);
    m_drag.value0 -= years;
    m_drag.value1 -= years;
    return act::ZoomLanes{m_drag.value0, m_drag.value1};
}

// The years between two fingers spread with them. Only what is across counts: lanes have no height to zoom.
void Pointer::pinch_lanes(float dx_px, PointerOutput& output) {
    const float across = std::max(1.0f, std::fabs(m_contacts[0].last.x - m_contacts[1].last.x));
    (void)lanes_by(dx_px * 0.5f);
    const double factor = static_cast<double>(across / std::max(1.0f, m_pinch_px));
    zoom_span(m_drag, (m_contacts[0].last.x + m_contacts[1].last.x) * 0.5f, factor);
    m_pinch_px = across;
    output.is_used = true;
    output.actions.push_back(act::ZoomLanes{m_drag.value0, m_drag.value1});
}

void Pointer::pinch(const Scene& scene, const State& state, Point delta, PointerOutput& output) {
    if (m_drag.kind == DragKind::LaneTime) return pinch_lanes(delta.x, output);
    if (!scene.map.is_visible || m_drag.kind != DragKind::Camera) return;
    const Point middle{(m_contacts[0].last.x + m_contacts[1].last.x) * 0.5f,
                       (m_contacts[0].last.y + m_contacts[1].last.y) * 0.5f};
    const float spread = std::max(1.0f, distance_px(m_contacts[0].last, m_contacts[1].last));
    output.is_used = true;
    output.actions.push_back(pan_by(scene, state, {delta.x * 0.5f, delta.y * 0.5f}));
    if (m_pinch_px > 1.0f)
        output.actions.push_back(
            act::ZoomAbout{place_under(scene, middle), static_cast<double>(spread / m_pinch_px), false});
    m_pinch_px = spread;
}

void Pointer::release(const PointerInput& input, const Scene& scene, const State& state, PointerOutput& output) {
    const auto contact =
        std::find_if(m_contacts.begin(), m_contacts.end(), [&](const Contact& c) { return c.id == input.id; });
    if (contact == m_contacts.end()) return;
    const Contact ended = *contact;
    m_contacts.erase(contact);
    output.is_used = m_is_dragging || !m_pressed.empty();
    if (!m_contacts.empty()) { // the other finger of a pinch stays, and goes on from where it is
        m_contacts.front().start = m_contacts.front().last;
        return;
    }
    output.gesture_ends = true;
    output.actions.push_back(act::Press{});
    const bool is_tap = !m_is_dragging && !m_was_pinch;
    const bool is_held = input.now_ms - m_last_ms >= k_still_ms; // still before it was let go
    if (m_is_banding && m_is_dragging)
        output.actions.push_back(act::SetArea{area_of(scene, ended.start, input.at)});
    else if (m_is_pointing)
        set_corner(scene, input.at, output);
    else if (is_tap)
        tap(input, scene, state, output);
    else if (m_is_dragging && is_height(m_drag))
        output.actions.push_back(sheet_at(m_drag, input.at.y + (is_held ? 0.0f : m_velocity.y * k_throw_ms), true));
    const bool is_flung = m_is_dragging && !m_is_banding && !m_is_pointing && m_drag.kind == DragKind::Camera &&
                          !is_held && std::hypot(m_velocity.x, m_velocity.y) > k_inertia_start;
    if (!is_flung || !m_allows_inertia) m_velocity = {};
    m_is_dragging = m_is_banding = m_is_pointing = m_was_pinch = false;
    m_pressed.clear();
    m_drag = {};
}

// A place of the map, a region of it too, or for a finger, which wants more room than a pin has, a pin.
bool Pointer::is_place(const Node* node, PointerKind kind) const {
    if (node == nullptr) return false;
    if (node->key.kind == NodeKind::Pin) return kind != PointerKind::Mouse;
    return m_drag.kind == DragKind::Camera && (!node->action || node->area);
}

// Where both a tap and a double tap mean something, the second takes back what the first opened.
void Pointer::tap(const PointerInput& input, const Scene& scene, const State& state, PointerOutput& output) {
    const Node* node = hit(scene, input.at);
    if (node == nullptr || node->id != m_pressed) return;
    const bool is_double =
        input.now_ms - m_last_tap_ms < k_double_tap_ms && distance_px(input.at, m_last_tap) < k_double_tap_px;
    // A card that the first tap opened may lie under the second.
    const bool is_zoom =
        is_double && scene.map.is_visible && (input.kind != PointerKind::Mouse || is_place(node, input.kind));
    m_last_tap_ms = !is_zoom && is_place(node, input.kind) ? input.now_ms : -1.0e9;
    m_last_tap = input.at;
    if (is_zoom) {
        if (state.profile != m_profile_before) output.actions.push_back(act::OpenProfile{m_profile_before});
        if (input.kind != PointerKind::Mouse || state.selected != m_chosen_before)
            output.actions.push_back(act::Select{m_chosen_before});
        output.actions.push_back(act::ZoomAbout{place_under(scene, input.at), 2.0, true});
        return;
    }
    m_chosen_before = state.selected;
    m_profile_before = state.profile;
    if (node->action && !node->disabled) output.actions.push_back(*node->action);
}

void Pointer::cancel(const PointerInput& input, PointerOutput& output) {
    std::erase_if(m_contacts, [&](const Contact& contact) { return contact.id == input.id; });
    if (m_is_dragging && is_height(m_drag)) output.actions.push_back(sheet_at(m_drag, input.at.y, true));
    m_is_dragging = m_is_banding = m_is_pointing = false;
    m_pressed.clear();
    m_velocity = {};
    output.actions.push_back(act::Press{});
    output.gesture_ends = true;
}

PointerOutput Pointer::wheel(const WheelInput& input, const Scene& scene, const State&) {
    PointerOutput output;
    const Panel* panel = panel_at(scene, input.at);
    if (panel == nullptr) return output;
    const bool is_meant = input.control || input.is_captured;
    const double factor = exponential(-std::clamp(static_cast<double>(input.dy_px), -240.0, 240.0) * k_wheel_per_px);
    if (panel->wheel == Wheel::ZoomMap && is_meant && scene.map.is_visible) {
        output.actions.push_back(act::ZoomAbout{place_under(scene, input.at), factor, false});
        output.is_used = true;
    }
    if (panel->wheel == Wheel::ZoomLanes && input.control) {
        Drag drag = drag_at(scene, hit(scene, input.at));
        if (drag.kind != DragKind::LaneTime) return output;
        zoom_span(drag, input.at.x, factor);
        output.actions.push_back(act::ZoomLanes{drag.value0, drag.value1});
        output.is_used = true;
    }
    return output;
}

PointerOutput Pointer::tick(double now_ms, const Scene& scene, const State& state) {
    PointerOutput output;
    // Frames and events are timed by different clocks' ticks: a late frame must not make the next move look fast.
    const double elapsed = std::clamp(now_ms - std::max(m_last_ms, m_tick_ms), 0.0, 64.0);
    m_tick_ms = now_ms;
    if (!is_moving() || !scene.map.is_visible) return output;
    const float span = static_cast<float>(elapsed);
    output.actions.push_back(pan_by(scene, state, {m_velocity.x * span, m_velocity.y * span}));
    const float decay = static_cast<float>(exponential(-elapsed / k_inertia_ms));
    m_velocity = {m_velocity.x * decay, m_velocity.y * decay};
    if (std::hypot(m_velocity.x, m_velocity.y) < k_inertia_stop) m_velocity = {};
    return output;
}

}
