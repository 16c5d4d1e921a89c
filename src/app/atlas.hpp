#pragma once
// Atlas: owns the snapshot, the session, the undo history and the event queue, and runs the four lines. It knows
// neither the browser nor ImGui; platforms feed it and show its Scene.

#include "core/explore/snapshot_index.hpp"
#include "core/geo/map_geometry.hpp"
#include "core/scene/layout.hpp"
#include "core/snapshot/load.hpp"
#include "core/state/events.hpp"
#include "core/state/update.hpp"
#include "core/ui/outline.hpp"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace atlas::app {

class Atlas {
public:
    Atlas();
    ~Atlas();
    Atlas(const Atlas&) = delete;
    Atlas& operator=(const Atlas&) = delete;

    // What is wrong with which of the two files; nothing in `snapshot`, and nothing changes, when there is an error.
    struct Loading : LoadResult {
        bool is_map_refused = false;
    };
    // Swaps snapshot and base map in whole. No bytes of a map: a plain one, fitted to the seats.
    [[nodiscard]] Loading load(std::string_view snapshot, std::string_view map = {});
    [[nodiscard]] bool is_loaded() const { return m_snapshot != nullptr; }

    void dispatch(const Action& action);
    // Told of every action before it is carried out.
    void watch(std::function<void(const Action&)> watcher) { m_watcher = std::move(watcher); }
    // The action of a node of the current scene (keyboard, twin); false if there is no such node.
    bool activate(std::string_view node_id);
    void set_state(const State& state); // one undo step; values are validated like any action
    // Another lock is another atlas: history ends, and what lies outside is gone.
    void set_environment(const Environment& environment);
    // Continuous gestures (drags, wheel) become one undo step each.
    void begin_gesture();
    void end_gesture();

    // Lays out the current moment, under the rubber band if one is drawn. The reference is valid until the next call.
    const Scene& frame(double now_ms, const std::optional<Rect>& band = {});
    // What is asked for between frames begins now, not at the last frame, which may be long ago.
    void wake(double now_ms);
    // Languages have other words now: everything is said anew.
    void reword(double now_ms);
    [[nodiscard]] const Scene& scene() const { return m_scene; }

    [[nodiscard]] const State& state() const { return m_session.state; }
    [[nodiscard]] const Session& session() const { return m_session; }
    [[nodiscard]] const Snapshot& snapshot() const { return *m_snapshot; }
    [[nodiscard]] const Result& result() const { return m_result; }
    [[nodiscard]] const Environment& environment() const { return m_environment; }
    [[nodiscard]] const State& initial() const { return m_initial; }
    [[nodiscard]] LayoutInput layout_input() const;
    [[nodiscard]] std::vector<PageEvent> take_events();
    // Undo and redo step to the last one.
    [[nodiscard]] const std::deque<State>& past() const { return m_past; }
    [[nodiscard]] const std::deque<State>& future() const { return m_future; }
    [[nodiscard]] bool can_undo() const { return !m_past.empty(); }
    [[nodiscard]] bool can_redo() const { return !m_future.empty(); }

private:
    void begin(bool is_first);
    void apply(Session next);
    void announce(const State& before);
    void remember(const State& before);
    void start_over();
    void step_history(std::deque<State>& source, std::deque<State>& target);
    [[nodiscard]] UpdateInput update_input() const;

    std::shared_ptr<const Snapshot> m_whole;      // as loaded
    std::shared_ptr<const Snapshot> m_snapshot;   // inside the lock
    Filter m_wanted_lock;                         // what of it the snapshot knows is in m_environment
    std::shared_ptr<const SnapshotIndex> m_index; // of m_snapshot
    std::unique_ptr<LayoutMemo> m_memo;
    std::shared_ptr<const MapGeometry> m_map, m_drawn_map; // of the snapshot, and what m_scene points into
    Environment m_environment;
    Session m_session;
    State m_initial;
    Result m_result;
    Scene m_scene;
    std::vector<PageEvent> m_events;
    std::deque<State> m_past, m_future;
    std::optional<State> m_gesture_start;
    std::function<void(const Action&)> m_watcher;
};

}
