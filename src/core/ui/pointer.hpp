#pragma once
// Pointer and wheel over a Scene -> Actions. A small state machine per canvas: hover, press, click (never after a drag
// of more than k_click_slop_px), drags by the node's linear map, two-finger pinch about its middle (map, time),
// inertia, rubber-band selection with Shift, the two corners of an area while one is chosen, sheets thrown to a stop.
// No ImGui, no DOM; times in ms.

#include "core/ui/scene.hpp"

#include <vector>

namespace atlas {

inline constexpr float k_click_slop_px = 4.0f;

enum class PointerPhase : std::uint8_t { Move, Down, Up, Cancel, Leave };
enum class PointerKind : std::uint8_t { Mouse, Touch, Pen };

struct PointerInput {
    PointerPhase phase = PointerPhase::Move;
    PointerKind kind = PointerKind::Mouse;
    int id = 0;
    Point at;
    bool shift = false, control = false;
    double now_ms = 0.0;
};

struct WheelInput {
    Point at;
    float dx_px = 0.0f, dy_px = 0.0f;
    bool control = false; // Ctrl or Command, or a trackpad pinch
    bool shift = false;
    bool is_captured = false; // greedy gestures: full screen, kiosk
    double now_ms = 0.0;
};

struct PointerOutput {
    std::vector<Action> actions;
    bool is_used = false; // the page should not act on it too
    bool gesture_begins = false, gesture_ends = false;
};

class Pointer {
public:
    PointerOutput handle(const PointerInput& input, const Scene& scene, const State& state);
    PointerOutput wheel(const WheelInput& input, const Scene& scene, const State& state);
    // Inertia: call once per frame while is_moving().
    PointerOutput tick(double now_ms, const Scene& scene, const State& state);
    [[nodiscard]] bool is_moving() const {
        return m_contacts.empty() && (m_velocity.x != 0.0f || m_velocity.y != 0.0f);
    }
    [[nodiscard]] Cursor cursor() const { return m_cursor; }
    [[nodiscard]] std::optional<Rect> rubber_band() const;
    void allow_inertia(bool allowed) { m_allows_inertia = allowed; } // not under prefers-reduced-motion

private:
    void press(const PointerInput& input, const Scene& scene, PointerOutput& output);
    void move(const PointerInput& input, const Scene& scene, const State& state, PointerOutput& output);
    void release(const PointerInput& input, const Scene& scene, const State& state, PointerOutput& output);
    void cancel(const PointerInput& input, PointerOutput& output);
    void hover(const PointerInput& input, const Scene& scene, PointerOutput& output);
    void drag_to(const PointerInput& input, const Scene& scene, const State& state, PointerOutput& output);
    void pinch(const Scene& scene, const State& state, Point delta, PointerOutput& output);
    void tap(const PointerInput& input, const Scene& scene, const State& state, PointerOutput& output);
    [[nodiscard]] bool is_place(const Node* node, PointerKind kind) const;
    void pinch_lanes(float dx_px, PointerOutput& output);
    Action lanes_by(float dx_px);

    struct Contact {
        int id = 0;
        Point start, last;
        double start_ms = 0.0;
    };
    std::vector<Contact> m_contacts;
    std::string m_pressed; // node id
    Drag m_drag;
    bool m_allows_inertia = true;
    bool m_is_dragging = false, m_was_pinch = false;
    bool m_is_banding = false;  // Shift was held: the drag is the area
    bool m_is_pointing = false; // an area is being chosen: the drag leads to its other corner
    float m_pinch_px = 0.0f;
    Point m_velocity;       // px per ms
    double m_last_ms = 0.0; // of the last event
    double m_tick_ms = 0.0; // of the last frame in motion
    double m_last_tap_ms = -1.0e9;
    Point m_last_tap;
    std::string m_chosen_before, m_profile_before; // the last tap
    Cursor m_cursor = Cursor::Default;
};

}
