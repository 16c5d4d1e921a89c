#include "core/state/selection.hpp"

#include "core/geo/camera.hpp"
#include "core/state/update.hpp"
#include "support/bundled_snapshot.hpp"
#include "support/france.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace atlas;

namespace {

constexpr std::string_view k_placeless = "normandy-motor-valley"; // labelled in 2005; no source states its seat
constexpr LngLat k_marseille{5.37, 43.30};

State labelled_in_normandie() {
    State state = initial_state(bundled_snapshot(), france().ground, Lang::Fr);
    state.date = {2005, 0, 0};
    set_values(state.filter, Facet::Region, {"28"});
    return state;
}

Snapshot with_stray_place(LngLat place) {
    Snapshot snapshot = bundled_snapshot();
    Seat& seat = *snapshot.clusters[snapshot.find_cluster(k_placeless).value()].seat;
    REQUIRE(seat.kind == SeatKind::None);
    seat.lng_deg = place.lng_deg;
    seat.lat_deg = place.lat_deg;
    return snapshot;
}

Camera fitted(const Snapshot& snapshot, const State& state) {
    Session session;
    session.state = state;
    const Result result = evaluate(snapshot, bundled_index(), state);
    return update({snapshot, {}, result, bundled_index()}, session, act::FitResult{}).state.camera;
}

}

TEST_CASE("an organisation without a place has no part in fitting the map, whatever coordinates stand beside it") {
    const Snapshot& snapshot = bundled_snapshot();
    const State state = labelled_in_normandie();
    const Result result = evaluate(snapshot, bundled_index(), state);
    const auto placeless = snapshot.find_cluster(k_placeless).value();
    REQUIRE(std::count(result.shown.begin(), result.shown.end(), placeless) == 1);
    REQUIRE(result.shown.size() > 1);
    CHECK(seats_of(snapshot, result).size() == result.shown.size() - 1);

    const Camera camera = fitted(snapshot, state);
    CHECK(camera.zoom > home_camera(france().ground).zoom);
    CHECK(fitted(with_stray_place(k_marseille), state) == camera);
}

TEST_CASE("a result without any place shows the whole country") {
    State state = labelled_in_normandie();
    state.filter.text = "motor valley";
    state.camera = {5.0, 45.0, 6.0};
    REQUIRE(evaluate(bundled_snapshot(), bundled_index(), state).shown.size() == 1);
    CHECK(fitted(with_stray_place(k_marseille), state) == home_camera(france().ground));
}
