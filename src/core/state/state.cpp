#include "core/state/state.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

double on_grid(double value, double step_count, double lowest, double highest) {
    if (!std::isfinite(value)) return lowest > 0.0 ? lowest : 0.0;
    const double rounded = std::round(std::clamp(value, lowest, highest) * step_count) / step_count;
    return rounded == 0.0 ? 0.0 : rounded; // no negative zero
}

}

Camera snapped(const Camera& camera) {
    const LngLat centre = snapped(LngLat{camera.lng_deg, camera.lat_deg});
    return {centre.lng_deg, centre.lat_deg, on_grid(camera.zoom, 1.0e3, k_zoom_min, k_zoom_max)};
}

LngLat snapped(LngLat place) {
    return {on_grid(place.lng_deg, 1.0e6, -180.0, 180.0), on_grid(place.lat_deg, 1.0e6, -90.0, 90.0)};
}

}
