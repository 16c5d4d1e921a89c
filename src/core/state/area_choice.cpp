#include "core/state/area_choice.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr double k_least_m = 1.0;

}

std::vector<LngLat> area_between(const Projection& projection, LngLat a, LngLat b) {
    const Metres from = projection.project(a), to = projection.project(b);
    const double width_m = std::fabs(from.x_m - to.x_m), height_m = std::fabs(from.y_m - to.y_m);
    if (!(width_m >= k_least_m && height_m >= k_least_m)) return {}; // also refuses NaN
    return {a, projection.unproject({to.x_m, from.y_m}), b, projection.unproject({from.x_m, to.y_m})};
}

LngLat stepped(const Ground& ground, const Camera& camera, LngLat from, int east, int north) {
    const MapBounds& frame = ground.frame;
    const double step_m = std::max(frame.width_m(), frame.height_m()) / (k_area_steps * camera.zoom);
    const Metres at = ground.projection.project(from);
    return ground.projection.unproject({std::clamp(at.x_m + east * step_m, frame.min_x_m, frame.max_x_m),
                                        std::clamp(at.y_m + north * step_m, frame.min_y_m, frame.max_y_m)});
}

Camera camera_showing(const Ground& ground, Camera camera, LngLat place) {
    const MapBounds& frame = ground.frame;
    const Metres home = ground.projection.project(ground.home), at = ground.projection.project(place);
    const Metres eye = ground.projection.project({camera.lng_deg, camera.lat_deg});
    const Metres moved{std::clamp(eye.x_m, at.x_m - (frame.max_x_m - home.x_m) / camera.zoom,
                                  at.x_m + (home.x_m - frame.min_x_m) / camera.zoom),
                       std::clamp(eye.y_m, at.y_m - (frame.max_y_m - home.y_m) / camera.zoom,
                                  at.y_m + (home.y_m - frame.min_y_m) / camera.zoom)};
    if (moved == eye) return camera;
    const LngLat there = ground.projection.unproject(moved);
    return {there.lng_deg, there.lat_deg, camera.zoom};
}

}
