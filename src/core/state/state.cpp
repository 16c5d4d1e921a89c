#include "core/state/state.hpp"

#include "core/base/order.hpp"

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

bool Filter::is_empty() const {
    return text.empty() && area.empty() &&
           std::all_of(values.begin(), values.end(), [](const auto& list) { return list.empty(); });
}

void set_values(Filter& filter, Facet facet, std::vector<std::string> values) {
    if (facet == Facet::Roster && values.size() > 1) values.erase(values.begin(), values.end() - 1);
    sort_stable(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    filter.of(facet) = std::move(values);
}

void toggle_value(Filter& filter, Facet facet, std::string_view value) {
    std::vector<std::string> values = filter.of(facet);
    const auto found = std::find(values.begin(), values.end(), value);
    if (found != values.end()) {
        values.erase(found);
    } else {
        values.emplace_back(value);
    }
    set_values(filter, facet, std::move(values));
}

Camera snapped(const Camera& camera) {
    const LngLat centre = snapped(LngLat{camera.lng_deg, camera.lat_deg});
    return {centre.lng_deg, centre.lat_deg, on_grid(camera.zoom, 1.0e3, k_zoom_min, k_zoom_max)};
}

LngLat snapped(LngLat place) {
    return {on_grid(place.lng_deg, 1.0e6, -180.0, 180.0), on_grid(place.lat_deg, 1.0e6, -90.0, 90.0)};
}

}
