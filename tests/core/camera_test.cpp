#include "core/geo/camera.hpp"
#include "core/geo/map_file.hpp"
#include "read_file.hpp"
#include "support/france.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace atlas;

namespace {

constexpr Rect k_room{248.0f, 52.0f, 712.0f, 588.0f};

Point on_screen(const Camera& camera, LngLat place) {
    const Metres at = lambert93(place);
    return camera_affine(france().ground, frame_ground(france().ground, k_room, {}), camera).to_screen(at.x_m, at.y_m);
}

constexpr LngLat k_paris{2.35, 48.86}, k_lyon{4.84, 45.76}, k_toulouse{1.44, 43.6};

}

TEST_CASE("home shows all of the mainland between the margins") {
    const Affine home =
        camera_affine(france().ground, frame_ground(france().ground, k_room, {}), home_camera(france().ground));
    const Point north_west = home.to_screen(france().ground.frame.min_x_m, france().ground.frame.max_y_m);
    const Point south_east = home.to_screen(france().ground.frame.max_x_m, france().ground.frame.min_y_m);
    CHECK(north_west.x >= k_room.x + 60.0f - 0.01f);
    CHECK(south_east.x == doctest::Approx(k_room.right() - 18.0f)); // right aligned
    CHECK(north_west.y == doctest::Approx(k_room.y + 16.0f));       // the height is what limits
    CHECK(south_east.y == doctest::Approx(k_room.bottom() - 14.0f));
}

TEST_CASE("zooming about a place keeps it where it is") {
    for (const double factor : {0.5, 1.25, 2.0, 7.0}) {
        const Camera before{3.0, 46.0, 2.0};
        const Camera after = zoom_about(france().ground, before, k_lyon, factor);
        CHECK(distance_px(on_screen(before, k_lyon), on_screen(after, k_lyon)) < 0.01f);
        CHECK(after.zoom == doctest::Approx(before.zoom * factor));
    }
}

TEST_CASE("a flight that zooms about a place keeps that place still all the way") {
    const Camera from{3.0, 46.0, 1.5}, to = zoom_about(france().ground, from, k_toulouse, 4.0);
    const Point start = on_screen(from, k_toulouse);
    for (double part = 0.0; part <= 1.0; part += 0.05)
        CHECK(distance_px(on_screen(camera_between(france().ground, from, to, part), k_toulouse), start) < 0.05f);
}

TEST_CASE("flights begin and end exactly and grow steadily") {
    const Camera from{2.0, 47.0, 1.0}, to{4.8, 45.7, 6.0};
    CHECK(camera_between(france().ground, from, to, 0.0) == from);
    CHECK(camera_between(france().ground, from, to, 1.0) == to);
    CHECK(camera_between(france().ground, from, to, 7.0) == to);
    double zoom = 0.0;
    for (double part = 0.0; part <= 1.0; part += 0.1) {
        const Camera now = camera_between(france().ground, from, to, part);
        CHECK(now.zoom >= zoom);
        zoom = now.zoom;
    }
}

TEST_CASE("France is never lost") {
    for (double lng = -180.0; lng <= 180.0; lng += 15.0) {
        for (double lat = -90.0; lat <= 90.0; lat += 15.0) {
            for (const double zoom : {-1.0, 0.1, 1.0, 2.0, 5.0, 16.0, 1.0e9}) {
                const Camera camera = clamp_camera(france().ground, {lng, lat, zoom});
                CHECK(camera.zoom >= k_zoom_min);
                CHECK(camera.zoom <= k_zoom_max);
                const Affine affine = camera_affine(france().ground, frame_ground(france().ground, k_room, {}), camera);
                const Point a = affine.to_screen(france().ground.frame.min_x_m, france().ground.frame.max_y_m);
                const Point b = affine.to_screen(france().ground.frame.max_x_m, france().ground.frame.min_y_m);
                // at least a quarter of the room shows the frame of France
                const float w = std::min(b.x, k_room.right()) - std::max(a.x, k_room.x);
                const float h = std::min(b.y, k_room.bottom()) - std::max(a.y, k_room.y);
                CHECK(w >= k_room.w * 0.4f);
                CHECK(h >= k_room.h * 0.4f);
            }
        }
    }
}

TEST_CASE("clamping is idempotent and leaves good cameras alone") {
    const Camera good{2.5, 47.0, 3.0};
    CHECK(clamp_camera(france().ground, good) == good);
    CHECK(clamp_camera(france().ground, home_camera(france().ground)) == home_camera(france().ground));
    const Camera far = clamp_camera(france().ground, {40.0, 10.0, 2.0});
    const Camera again = clamp_camera(france().ground, far);
    CHECK(again.lng_deg == doctest::Approx(far.lng_deg).epsilon(1.0e-9));
    CHECK(again.lat_deg == doctest::Approx(far.lat_deg).epsilon(1.0e-9));
}

TEST_CASE("numbers that are none go home") {
    const double nan = std::numeric_limits<double>::quiet_NaN(), inf = std::numeric_limits<double>::infinity();
    CHECK(clamp_camera(france().ground, {nan, 46.0, 1.0}) == home_camera(france().ground));
    CHECK(clamp_camera(france().ground, {2.0, inf, 1.0}) == home_camera(france().ground));
    CHECK(clamp_camera(france().ground, {2.0, 46.0, nan}) == home_camera(france().ground));
    const Camera camera{2.0, 46.0, 2.0};
    CHECK(zoom_about(france().ground, camera, k_paris, nan) == camera);
    CHECK(zoom_about(france().ground, camera, k_paris, 0.0) == camera);
    CHECK(zoom_about(france().ground, camera, {nan, 0.0}, 2.0) == camera);
    // a quarter of the globe from the central meridian a transverse Mercator has no place
    const MapFile germany = read_map_file(read_repository_file("data/map/germany.map"));
    REQUIRE(germany.geometry);
    const Ground& ground = germany.geometry->ground;
    CHECK(clamp_camera(ground, {99.0, 0.0, 2.0}) == home_camera(ground));
}

TEST_CASE("fitting shows every place of the mainland") {
    const LngLat pair[] = {k_paris, k_lyon};
    const Camera camera = fit_camera(france().ground, pair);
    CHECK(camera.zoom > 1.5);
    for (const LngLat place : pair) CHECK(k_room.contains(on_screen(camera, place)));
    CHECK(fit_camera(france().ground, {}) == home_camera(france().ground));
    const LngLat reunion[] = {{55.45, -20.88}};
    CHECK(fit_camera(france().ground, reunion) == home_camera(france().ground));
    const LngLat with_reunion[] = {{55.45, -20.88}, k_paris, k_lyon};
    CHECK(fit_camera(france().ground, with_reunion) == camera);
    const LngLat one[] = {k_toulouse};
    CHECK(fit_camera(france().ground, one).zoom == doctest::Approx(8.0));
}

TEST_CASE("at home one may go as far east as west of the home place, far in as far as the frame reaches") {
    const auto middle_of = [](double zoom) {
        const Camera east = clamp_camera(france().ground, {40.0, 46.6, zoom}),
                     west = clamp_camera(france().ground, {-30.0, 46.6, zoom});
        return (lambert93({east.lng_deg, east.lat_deg}).x_m + lambert93({west.lng_deg, west.lat_deg}).x_m) / 2.0;
    };
    const double home_x_m = lambert93({home_camera(france().ground).lng_deg, home_camera(france().ground).lat_deg}).x_m;
    const double frame_x_m = (france().ground.frame.min_x_m + france().ground.frame.max_x_m) / 2.0;
    REQUIRE(std::abs(home_x_m - frame_x_m) > 100.0);
    CHECK(middle_of(1.0) == doctest::Approx(home_x_m).epsilon(1.0e-7));
    CHECK(middle_of(k_zoom_max) == doctest::Approx(home_x_m + (frame_x_m - home_x_m) * 15.0 / 16.0).epsilon(1.0e-7));
}
