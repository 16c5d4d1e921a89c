#include "app/atlas.hpp"

#include "core/explore/lock.hpp"
#include "core/geo/map_file.hpp"
#include "core/geo/plain_map.hpp"
#include "core/scene/layout_memo.hpp"
#include "core/ui/parts.hpp"

#include <algorithm>

namespace atlas::app {

namespace {

// What was on its way belongs to the state that was left; an area is chosen on as long as there is a map.
void end_gestures(Session& session) {
    session.ui.flight = {};
    session.ui.transition = {};
    if (session.state.view != View::Map) session.ui.area = {};
}

constexpr std::size_t k_history_max = 200;

std::shared_ptr<const MapGeometry> map_fitted_to(const Snapshot& snapshot) {
    std::vector<LngLat> places;
    for (const Cluster& cluster : snapshot.clusters)
        if (cluster.seat && cluster.seat->kind != SeatKind::None)
            places.push_back({cluster.seat->lng_deg, cluster.seat->lat_deg});
    return plain_map(places);
}

}

Atlas::Atlas() : m_memo(std::make_unique<LayoutMemo>()) {}

Atlas::~Atlas() = default;

Atlas::Loading Atlas::load(std::string_view snapshot, std::string_view map) {
    Loading loaded{load_snapshot(snapshot)};
    if (!loaded.snapshot) return loaded;
    MapFile file = map.empty() ? MapFile{map_fitted_to(*loaded.snapshot), {}} : read_map_file(map);
    if (!file.geometry) return {{nullptr, std::move(file.errors), {}}, true};
    m_whole = loaded.snapshot;
    m_map = file.geometry;
    begin(m_snapshot == nullptr);
    return loaded;
}

void Atlas::begin(bool is_first) {
    const State before = m_session.state;
    const bool is_at_home = before.camera == m_initial.camera;
    const Filter& lock = m_environment.locked = known_lock(*m_whole, m_wanted_lock);
    m_snapshot = locked_snapshot(m_whole, lock);
    m_index = build_snapshot_index(*m_snapshot, m_map->ground);
    m_environment.domain_colours = domain_colours(*m_snapshot);
    m_memo = std::make_unique<LayoutMemo>();
    const Lang lang = is_first ? first_language(*m_snapshot) : before.lang;
    m_initial = initial_state(*m_snapshot, m_map->ground, lang, lock);
    m_past.clear();
    m_future.clear();
    m_session.state = is_first ? m_initial : settle_state(*m_snapshot, m_map->ground, before, lock);
    if (is_at_home) m_session.state.camera = m_initial.camera;
    m_session.ui = {};
    m_result = evaluate(*m_snapshot, *m_index, m_session.state);
    announce(before);
}

void Atlas::dispatch(const Action& action) {
    if (!is_loaded()) return;
    if (m_watcher) m_watcher(action);
    if (std::holds_alternative<act::Undo>(action)) return step_history(m_past, m_future);
    if (std::holds_alternative<act::Redo>(action)) return step_history(m_future, m_past);
    if (std::holds_alternative<act::StartOver>(action)) return start_over();
    if (const auto* ask = std::get_if<act::Ask>(&action)) {
        m_events.push_back({PageEventKind::Ask, *ask, {}});
        return;
    }
    apply(update(update_input(), m_session, action));
}

bool Atlas::activate(std::string_view node_id) {
    const auto node =
        std::find_if(m_scene.nodes.begin(), m_scene.nodes.end(), [&](const Node& n) { return n.id == node_id; });
    if (node == m_scene.nodes.end() || node->disabled || !node->action) return false;
    const Action action = *node->action; // dispatching may lay the scene out again
    dispatch(action);
    return true;
}

void Atlas::set_state(const State& state) {
    if (!is_loaded()) return;
    Session next = m_session;
    next.state = settle_state(*m_snapshot, m_map->ground, state, m_environment.locked);
    end_gestures(next);
    next.ui.playback = Playback::Stopped;
    apply(std::move(next));
}

void Atlas::set_environment(const Environment& environment) {
    const Filter lock = m_environment.locked;
    m_environment = environment;
    if (environment.locked == lock || environment.locked == m_wanted_lock) {
        m_environment.locked = lock;
        return;
    }
    m_wanted_lock = environment.locked;
    if (is_loaded()) begin(false);
}

void Atlas::begin_gesture() {
    if (!m_gesture_start) m_gesture_start = m_session.state;
}

void Atlas::end_gesture() {
    if (m_gesture_start && *m_gesture_start != m_session.state) remember(*m_gesture_start);
    m_gesture_start.reset();
}

void Atlas::apply(Session next) {
    const State before = m_session.state;
    m_session = std::move(next);
    const State& after = m_session.state;
    if (before == after) return;
    if (!m_gesture_start) remember(before);
    if (before.date != after.date || before.compare != after.compare || before.filter != after.filter)
        m_result = evaluate(*m_snapshot, *m_index, after);
    announce(before);
}

void Atlas::announce(const State& before) {
    for (PageEvent& event : diff(before, m_session.state)) m_events.push_back(std::move(event));
}

void Atlas::remember(const State& before) {
    m_past.push_back(before);
    if (m_past.size() > k_history_max) m_past.pop_front();
    m_future.clear();
}

// Moves one state from `source` to the present and the present to `target`.
void Atlas::step_history(std::deque<State>& source, std::deque<State>& target) {
    if (source.empty()) return;
    const State before = m_session.state;
    target.push_back(before);
    m_session.state = source.back();
    source.pop_back();
    end_gestures(m_session);
    m_result = evaluate(*m_snapshot, *m_index, m_session.state);
    announce(before);
}

void Atlas::start_over() {
    const State before = m_session.state;
    m_past.clear();
    m_future.clear();
    m_gesture_start.reset();
    const double now_ms = m_session.ui.now_ms;
    m_session = {m_initial, {}};
    m_session.ui.now_ms = now_ms;
    m_session.state.lang = before.lang;
    m_session.state.theme = before.theme;
    m_result = evaluate(*m_snapshot, *m_index, m_session.state);
    announce(before);
}

void Atlas::wake(double now_ms) {
    m_session.ui.now_ms = std::max(m_session.ui.now_ms, now_ms);
}

void Atlas::reword(double now_ms) {
    m_memo = std::make_unique<LayoutMemo>();
    wake(now_ms);
}

const Scene& Atlas::frame(double now_ms, const std::optional<Rect>& band) {
    if (!is_loaded()) {
        m_scene = {};
        return m_scene;
    }
    wake(now_ms); // a frame's time stamp may lie before the event that asked for it
    const double moment_ms = m_session.ui.now_ms;
    const State before = m_session.state;
    m_session = tick(update_input(), std::move(m_session), moment_ms);
    if (before.date != m_session.state.date) { // playback; steps of a film are not steps of history
        m_result = evaluate(*m_snapshot, *m_index, m_session.state);
        announce(before);
    }
    m_scene = layout(layout_input());
    m_drawn_map = m_map;
    if (band) {
        Pen pen(m_scene);
        draw_rubber_band(pen, *band);
    }
    return m_scene;
}

LayoutInput Atlas::layout_input() const {
    return {{*m_snapshot, *m_index, m_session, m_result, m_environment}, *m_map, *m_memo};
}

UpdateInput Atlas::update_input() const {
    return {*m_snapshot, m_environment, m_result, *m_index, m_scene.has_tooltip};
}

std::vector<PageEvent> Atlas::take_events() {
    return std::exchange(m_events, {});
}

}
