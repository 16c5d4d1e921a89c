#include "platform/headless/host.hpp"

#include "imgui.h"

#include <algorithm>

namespace atlas::headless {

namespace {

constexpr double k_frame_ms = 16.0;

// What a renderer would do: every texture request is served at once.
void acknowledge(ImDrawData& data) {
    for (ImTextureData* texture : *data.Textures) {
        if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
        if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
            continue;
        }
        if (texture->Status != ImTextureStatus_Destroyed) texture->SetStatus(ImTextureStatus_OK);
    }
}

}

Host::Host(std::string_view snapshot_bytes, std::string_view map_bytes, float width_px, float height_px) {
    Environment environment;
    environment.reduced_motion = true; // tests look at states at rest
    environment.width_px = width_px;
    environment.height_px = height_px;
    set_environment(environment);
    static_cast<void>(m_atlas.load(snapshot_bytes, map_bytes));
    frame();
}

const Scene& Host::frame() {
    m_now_ms += k_frame_ms;
    if (m_pointer.is_moving()) take(m_pointer.tick(m_now_ms, m_atlas.scene(), m_atlas.state()));
    return m_atlas.frame(m_now_ms);
}

const Scene& Host::wait(double ms) {
    for (double passed = 0.0; passed < ms; passed += k_frame_ms) frame();
    return m_atlas.scene();
}

const Node* Host::find(std::string_view node_id) const {
    const std::vector<Node>& nodes = m_atlas.scene().nodes;
    const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const Node& node) { return node.id == node_id; });
    return found == nodes.end() ? nullptr : &*found;
}

bool Host::click(std::string_view node_id) {
    const Node* node = find(node_id);
    if (node == nullptr) return false;
    const Point at = node->rect.centre();
    const Rect window{0, 0, m_atlas.environment().width_px, m_atlas.environment().height_px};
    if (!window.contains(at)) return false;
    point(PointerPhase::Move, at);
    press(at);
    release(at);
    return true;
}

void Host::press(Point at, bool shift) {
    m_last = at;
    point(PointerPhase::Down, at, shift);
    frame();
}

void Host::drag_to(Point at, int steps) {
    const Point from = m_last;
    for (int i = 1; i <= steps; ++i) {
        const float part = static_cast<float>(i) / static_cast<float>(steps);
        m_last = {from.x + (at.x - from.x) * part, from.y + (at.y - from.y) * part};
        point(PointerPhase::Move, m_last);
        frame();
    }
}

void Host::release(Point at) {
    point(PointerPhase::Up, at);
    frame();
}

void Host::wheel(Point at, float dy_px, bool control) {
    WheelInput input;
    input.at = at;
    input.dy_px = dy_px;
    input.control = control;
    input.now_ms = m_now_ms;
    take(m_pointer.wheel(input, m_atlas.scene(), m_atlas.state()));
    frame();
}

void Host::resize(float width_px, float height_px) {
    Environment environment = m_atlas.environment();
    environment.width_px = width_px;
    environment.height_px = height_px;
    set_environment(environment);
    frame();
}

void Host::set_environment(const Environment& environment) {
    m_atlas.set_environment(environment);
    m_pointer.allow_inertia(!environment.reduced_motion);
}

view::PaintStats Host::paint() {
    ImDrawData* data = m_painter.paint(m_atlas.scene(), m_atlas.environment(), m_atlas.state().theme);
    acknowledge(*data);
    return m_painter.stats();
}

void Host::take(const PointerOutput& output) {
    if (output.gesture_begins) m_atlas.begin_gesture();
    for (const Action& action : output.actions) m_atlas.dispatch(action);
    if (output.gesture_ends && !m_pointer.is_moving()) m_atlas.end_gesture();
}

void Host::point(PointerPhase phase, Point at, bool shift) {
    PointerInput input;
    input.phase = phase;
    input.at = at;
    input.shift = shift;
    input.now_ms = m_now_ms;
    take(m_pointer.handle(input, m_atlas.scene(), m_atlas.state()));
}

}
