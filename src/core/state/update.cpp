#include "core/state/update.hpp"

#include "core/base/locale.hpp"
#include "core/explore/lock.hpp"
#include "core/geo/camera.hpp"
#include "core/state/dates.hpp"
#include "core/state/names.hpp"
#include "core/state/profile.hpp"
#include "core/state/selection.hpp"
#include "core/state/views.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr double k_fly_ms = 450.0, k_transition_ms = 600.0, k_step_ms = 900.0;
constexpr double k_notice_ms = 1500.0, k_notice_per_byte_ms = 60.0; // at least, and as long as it takes to read

void toggle(std::vector<std::string>& list, const std::string& value) {
    const auto place = std::lower_bound(list.begin(), list.end(), value);
    if (place != list.end() && *place == value)
        list.erase(place);
    else if (list.size() < k_values_max)
        list.insert(place, value);
}

std::vector<LngLat> settled_area(std::vector<LngLat> ring) {
    if (ring.size() < 3 || ring.size() > k_area_max) return {};
    for (LngLat& corner : ring) corner = snapped(corner);
    return ring;
}

// The zoom first: how far the camera may go depends on it.
Camera settled_camera(const Ground& ground, Camera camera) {
    camera.zoom = snapped(camera).zoom;
    return snapped(clamp_camera(ground, camera));
}

// Where an atlas begins: the whole map, or where the clusters are that it is locked to.
Camera home_of(const Snapshot& snapshot, const Ground& ground, const Filter& lock) {
    if (lock.is_empty()) return home_camera(ground);
    std::vector<LngLat> places;
    for (const Cluster& cluster : snapshot.clusters)
        if (cluster.kind == ClusterKind::Cluster && cluster.seat && cluster.seat->kind != SeatKind::None)
            places.push_back({cluster.seat->lng_deg, cluster.seat->lat_deg});
    return fit_camera(ground, places);
}

// Visits one Action; every overload is one rule.
struct Rules {
    const UpdateInput& input;
    Session& session;

    State& state() { return session.state; }
    Ui& ui() { return session.ui; }
    const Ground& ground() const { return input.index.ground; }
    bool is_still() const { return input.environment.reduced_motion; }

    void fly_to(const Camera& goal, bool animate) {
        const Camera clamped = settled_camera(ground(), goal);
        Flight flight;
        // From where the camera is seen now, so that interrupting a flight never jumps.
        if (animate && !is_still() && clamped != state().camera)
            flight = {seen_camera(ground(), session), ui().now_ms, k_fly_ms};
        ui().flight = flight;
        state().camera = clamped;
    }
    void go_to_date(PartialDate date) {
        date = clamp_date(input.snapshot, date);
        if (date == state().date) return;
        // Dragging and playing move by steps; only jumps are animated (motion.timeScrub is 0).
        if (!is_still() && ui().pressed.empty() && ui().playback == Playback::Stopped)
            ui().transition = {state().date, ui().now_ms, k_transition_ms};
        else
            ui().transition = {};
        state().date = date;
    }
    void stop_playing() { ui().playback = Playback::Stopped; }
    void filter_changed() {
        set_scroll(ui(), "list", 0.0f);
        set_scroll(ui(), "stories", 0.0f);
    }

    // A share that is no number is refused by the comparison.
    void slide(PhoneSheet sheet, double share, bool let_go) {
        if (!(share >= -1.0e6 && share <= 1.0e6)) return;
        SheetSlide next;
        next.from = seen_share(ui(), sheet);
        next.share = std::clamp(static_cast<float>(share), k_sheet_stops[0], k_sheet_stops[2]);
        if (let_go) next.share = nearest_stop(next.share);
        if (let_go && !is_still() && next.share != next.from) next.start_ms = ui().now_ms;
        ui().sheet_slides[static_cast<std::size_t>(sheet)] = next;
    }
    void operator()(const act::SizeSheet& a) { slide(a.sheet, a.share, a.let_go); }
    void operator()(const act::StepSheet& a) {
        const float share = nearest_stop(ui().sheet_slides[static_cast<std::size_t>(a.sheet)].share);
        const auto place = std::find(std::begin(k_sheet_stops), std::end(k_sheet_stops), share);
        const auto stop = static_cast<int>(place - std::begin(k_sheet_stops));
        const int last = static_cast<int>(std::size(k_sheet_stops)) - 1;
        const int next = std::clamp(std::clamp(a.step, -last, last) + stop, 0, last);
        slide(a.sheet, static_cast<double>(k_sheet_stops[next]), true);
    }

    void operator()(const act::Select& a) {
        if (!a.id.empty() && !input.snapshot.find_cluster(a.id)) return;
        if (state().selected.empty() && state().profile.empty())
            ui().sheet_slides[static_cast<std::size_t>(PhoneSheet::Card)] = {};
        state().selected = a.id;
        set_scroll(ui(), "card", 0.0f);
    }
    void operator()(const act::StepSelection& a) {
        state().selected = neighbour_in_result(input.snapshot, input.result, state().selected, a.step);
        set_scroll(ui(), "card", 0.0f);
    }
    void operator()(const act::OpenProfile& a) {
        if (!a.id.empty() && !find_profile(input.snapshot, a.id, input.environment.locked)) return;
        const bool was_free = state().selected.empty() && state().profile.empty();
        if (was_free) ui().sheet_slides[static_cast<std::size_t>(PhoneSheet::Card)] = {};
        state().profile = a.id;
        set_scroll(ui(), "profile", 0.0f);
        if (a.id.empty()) return;
        state().selected.clear();
        ui().sheet = Sheet::None;
        if (state().view != View::List) (*this)(act::SetView{View::Map}); // what it shows is on the map
    }
    void operator()(const act::SetDate& a) {
        stop_playing();
        go_to_date(a.date);
    }
    void operator()(const act::SetCompare& a) {
        state().compare = a.date ? std::optional(clamp_date(input.snapshot, *a.date)) : std::nullopt;
    }
    void operator()(const act::StepMonths& a) {
        stop_playing();
        go_to_date(month_step(state().date, a.months));
    }
    void operator()(const act::StepPhase& a) {
        stop_playing();
        go_to_date(phase_step(input.snapshot, state().date, a.step));
    }
    void operator()(const act::SetView& a) {
        if (!has_view(input.snapshot, a.view)) return;
        state().view = a.view;
        ui().area = {};
        ui().sheet = Sheet::None;
        ui().story.clear();
    }
    void operator()(const act::SetLang& a) {
        state().lang = a.lang;
        if (ui().sheet == Sheet::Languages) ui().sheet = Sheet::None;
    }
    void operator()(const act::SetTheme& a) { state().theme = a.theme; }
    void operator()(const act::SetText& a) {
        state().filter.text = bounded_text(a.text);
        filter_changed();
    }
    void operator()(const act::ToggleFacet& a) {
        if (allowed_values(input.snapshot, a.facet, {a.value}).empty()) return;
        Filter toggled = state().filter;
        toggle_value(toggled, a.facet, a.value);
        if (toggled.of(a.facet).size() > k_values_max) return;
        state().filter = std::move(toggled);
        filter_changed();
    }
    void operator()(const act::SetFacet& a) {
        set_values(state().filter, a.facet, allowed_values(input.snapshot, a.facet, a.values));
        filter_changed();
    }
    void operator()(const act::SetArea& a) {
        state().filter.area = settled_area(a.ring);
        ui().area = {};
        filter_changed();
    }
    void operator()(const act::ChooseArea& a) {
        ui().area = {};
        if (!a.is_on) return;
        if (state().view != View::Map) (*this)(act::SetView{View::Map});
        ui().area = {
            true, !input.environment.coarse_pointer, {state().camera.lng_deg, state().camera.lat_deg}, std::nullopt};
    }
    void operator()(const act::PointArea& a) {
        if (!ui().area.is_on) return;
        ui().area.cursor = a.place;
        ui().area.is_by_keys = false;
    }
    void operator()(const act::StepArea& a) {
        AreaChoice& area = ui().area;
        if (!area.is_on) return;
        area.cursor = stepped(ground(), state().camera, area.cursor, a.east, a.north);
        area.is_by_keys = true;
        fly_to(camera_showing(ground(), state().camera, area.cursor), false);
    }
    void operator()(const act::SetCorner&) {
        AreaChoice& area = ui().area;
        if (!area.is_on) return;
        if (!area.corner) {
            area.corner = area.cursor;
            return;
        }
        std::vector<LngLat> ring = area_between(ground().projection, *area.corner, area.cursor);
        if (!ring.empty()) (*this)(act::SetArea{std::move(ring)}); // twice the same place is no area yet
    }
    void operator()(const act::ClearFilters&) {
        state().filter = {};
        filter_changed();
    }
    void operator()(const act::MoveCamera& a) { fly_to(a.camera, a.animate); }
    void operator()(const act::ZoomAbout& a) {
        fly_to(zoom_about(ground(), state().camera, a.place, a.factor), a.animate);
    }
    void operator()(const act::FitResult&) {
        fly_to(fit_camera(ground(), seats_of(input.snapshot, input.result)), true);
    }
    void operator()(const act::Home&) { fly_to(home_of(input.snapshot, ground(), input.environment.locked), true); }
    void operator()(const act::Hover& a) {
        if (ui().hover == a.node) return;
        ui().hover = a.node;
        ui().hover_since_ms = ui().now_ms;
        ui().tooltip_dismissed.clear();
    }
    void operator()(const act::Focus& a) {
        if (ui().focus != a.node && ui().hover.empty()) ui().tooltip_dismissed.clear();
        ui().focus = a.node;
    }
    void operator()(const act::Press& a) { ui().pressed = a.node; }
    // Escape takes away one thing at a time, the most fleeting first.
    void operator()(const act::Dismiss&) {
        if (ui().hover.empty()) ui().tooltip_dismissed = ui().focus; // goes together with what else is closed
        const bool has_tooltip = input.has_tooltip && !ui().hover.empty() && ui().tooltip_dismissed != ui().hover;
        if (ui().area.is_on && ui().sheet == Sheet::None)
            ui().area = {};
        else if (has_tooltip && ui().sheet == Sheet::None)
            ui().tooltip_dismissed = ui().hover;
        else if (ui().sheet != Sheet::None)
            ui().sheet = Sheet::None;
        else if (!ui().story.empty())
            ui().story.clear();
        else if (!state().selected.empty())
            state().selected.clear();
        else if (!state().profile.empty())
            state().profile.clear();
        else if (state().compare)
            state().compare.reset();
    }
    void operator()(const act::OpenSheet& a) {
        ui().sheet = a.sheet;
        ui().sheet_topic = a.topic;
        set_scroll(ui(), "sheet", 0.0f);
    }
    void operator()(const act::ToggleFacetSection& a) {
        (a.open_by_default ? ui().closed_facets : ui().open_facets).flip(static_cast<std::size_t>(a.facet));
    }
    void operator()(const act::SearchInFacet& a) {
        ui().facet_search[static_cast<std::size_t>(a.facet)] = bounded_text(a.text);
    }
    void operator()(const act::Scroll& a) { set_scroll(ui(), a.zone, a.top_px); }
    void operator()(const act::Play& a) {
        ui().playback = a.playback;
        ui().playback_next_ms = ui().now_ms;
        const bool is_at_end = last_day(state().date) >= last_day(input.snapshot.meta.default_date);
        if (a.playback == Playback::Running && is_at_end) state().date = first_date(input.snapshot);
    }
    void operator()(const act::SetPlaybackSpeed& a) { ui().playback_speed = std::clamp(a.speed, 0.25, 8.0); }
    void operator()(const act::Sort& a) {
        ui().sort_descending = ui().sort_column == a.column && !ui().sort_descending;
        ui().sort_column = a.column;
        set_scroll(ui(), "list", 0.0f);
    }
    void operator()(const act::GroupLanes& a) { ui().lane_grouping = a.grouping; }
    void operator()(const act::ZoomLanes& a) {
        const double span = a.to_year - a.from_year;
        if (!(span >= act::ZoomLanes::k_shortest_years * 0.99 && span <= 1.0e4)) return; // also refuses NaN
        const double half = std::clamp(span, act::ZoomLanes::k_shortest_years, act::ZoomLanes::k_longest_years) * 0.5;
        const double first = first_date(input.snapshot).year, last = last_date(input.snapshot).year + 1.0;
        const double middle = std::clamp((a.from_year + a.to_year) * 0.5, first, last);
        ui().lane_from_year = middle - half;
        ui().lane_to_year = middle + half;
    }
    void operator()(const act::ToggleLaneGroup& a) { toggle(ui().collapsed_groups, a.group); }
    void operator()(const act::ToggleChoropleth&) { ui().choropleth = !ui().choropleth; }
    void operator()(const act::ReadStory& a) {
        if (!a.id.empty() && has_view(input.snapshot, View::Stories)) (*this)(act::SetView{View::Stories});
        ui().story = a.id;
        set_scroll(ui(), "story", 0.0f);
    }
    void operator()(const act::ShowTheme& a) {
        ui().theme = a.theme;
        set_scroll(ui(), "stories", 0.0f);
    }
    void operator()(const act::Notice& a) {
        ui().notice = bounded_text(a.message);
        ui().notice_until_ms =
            ui().now_ms + std::max(k_notice_ms, k_notice_per_byte_ms * static_cast<double>(ui().notice.size()));
    }
    // Served by the app, which owns history and page.
    void operator()(const act::Undo&) {}
    void operator()(const act::Redo&) {}
    void operator()(const act::StartOver&) {}
    void operator()(const act::Ask&) {}
};

}

Session update(const UpdateInput& input, Session session, const Action& action) {
    std::visit(Rules{input, session}, action);
    session.state.filter = inside_lock(std::move(session.state.filter), input.environment.locked);
    return session;
}

Lang first_language(const Snapshot& snapshot) {
    for (const Lang lang : snapshot.meta.languages)
        if (const Language* offered = find_language(lang)) return offered->lang;
    return Lang::En;
}

State initial_state(const Snapshot& snapshot, const Ground& ground, Lang lang, const Filter& lock) {
    State state;
    state.date = snapshot.meta.default_date;
    state.lang = lang;
    const Camera home = home_of(snapshot, ground, lock);
    state.camera = lock.is_empty() ? snapped(home) : settled_camera(ground, home);
    return state;
}

Session tick(const UpdateInput& input, Session session, double now_ms) {
    session.ui.now_ms = now_ms;
    if (!session.ui.notice.empty() && now_ms >= session.ui.notice_until_ms) session.ui.notice.clear();
    if (session.ui.playback == Playback::Running && now_ms >= session.ui.playback_next_ms) {
        const PartialDate end = input.snapshot.meta.default_date;
        PartialDate next = month_step(session.state.date, 3);
        if (last_day(next) >= last_day(end)) {
            next = end;
            session.ui.playback = Playback::Stopped;
        }
        session.state.date = next;
        session.ui.transition = {};
        session.ui.playback_next_ms = now_ms + k_step_ms / (4.0 * session.ui.playback_speed);
    }
    return session;
}

State settle_state(const Snapshot& snapshot, const Ground& ground, State state, const Filter& lock) {
    state.date = clamp_date(snapshot, state.date);
    if (state.compare) state.compare = clamp_date(snapshot, *state.compare);
    state.camera = settled_camera(ground, state.camera);
    if (!has_view(snapshot, state.view)) state.view = View::Map;
    if (!snapshot.find_cluster(state.selected)) state.selected.clear();
    if (!find_profile(snapshot, state.profile, lock)) state.profile.clear();
    for (std::size_t i = 0; i < k_facet_count; ++i) {
        const auto facet = static_cast<Facet>(i);
        std::vector<std::string> values = allowed_values(snapshot, facet, std::move(state.filter.of(facet)));
        if (values.size() > k_values_max) values.resize(k_values_max);
        set_values(state.filter, facet, std::move(values));
    }
    state.filter = inside_lock(std::move(state.filter), lock);
    state.filter.text = bounded_text(state.filter.text);
    state.filter.area = settled_area(state.filter.area);
    return state;
}

}
