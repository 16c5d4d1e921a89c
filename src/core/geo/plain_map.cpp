#include "core/geo/plain_map.hpp"

#include "core/base/order.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {
namespace {

constexpr double k_azimuth_at_most_deg = 120.0; // wider than this, an azimuthal map bends too much
constexpr double k_latitude_at_most = 80.0;     // farther out Web Mercator grows without end
constexpr double k_least_side_m = 2.0e5;        // a single town is shown with its surroundings
constexpr double k_air = 0.08;                  // round the places, of the frame's sides
constexpr double k_lines_wanted = 9.0;          // of the graticule, across the frame

// The smallest box round the places: its sides stand at the two ends of the widest gap between longitudes.
DegreeBox box_round(std::span<const LngLat> places) {
    if (places.empty()) return {-180.0, -60.0, 180.0, 75.0};
    std::vector<double> lngs;
    DegreeBox box{0.0, 90.0, 0.0, -90.0};
    for (const LngLat& place : places) {
        lngs.push_back(place.lng_deg);
        box.south = std::min(box.south, place.lat_deg);
        box.north = std::max(box.north, place.lat_deg);
    }
    sort_stable(lngs);
    double widest = lngs.front() + 360.0 - lngs.back();
    box.west = lngs.front();
    box.east = lngs.back();
    for (std::size_t i = 1; i < lngs.size(); ++i) {
        if (lngs[i] - lngs[i - 1] <= widest) continue;
        widest = lngs[i] - lngs[i - 1];
        box.west = lngs[i];
        box.east = lngs[i - 1] + 360.0;
    }
    return box;
}

Projection projection_for(const DegreeBox& box) {
    ProjectionParameters parameters;
    parameters.lng_0_deg = (box.west + box.east) / 2.0;
    if (parameters.lng_0_deg > 180.0) parameters.lng_0_deg -= 360.0;
    const bool is_wide = box.east - box.west > k_azimuth_at_most_deg || box.north - box.south > k_azimuth_at_most_deg;
    if (!is_wide) {
        parameters.kind = ProjectionKind::LambertAzimuthal;
        parameters.lat_0_deg = std::clamp((box.south + box.north) / 2.0, -k_latitude_at_most, k_latitude_at_most);
    }
    return Projection(parameters);
}

MapBounds frame_round(const Projection& projection, std::span<const LngLat> places, const DegreeBox& box) {
    std::vector<LngLat> corners(places.begin(), places.end());
    if (corners.empty()) corners = {{box.west, box.south}, {box.east, box.north}};
    MapBounds frame{1.0e12, 1.0e12, -1.0e12, -1.0e12};
    for (const LngLat& place : corners) {
        const Metres at =
            projection.project({place.lng_deg, std::clamp(place.lat_deg, -k_latitude_at_most, k_latitude_at_most)});
        frame = {std::min(frame.min_x_m, at.x_m), std::min(frame.min_y_m, at.y_m), std::max(frame.max_x_m, at.x_m),
                 std::max(frame.max_y_m, at.y_m)};
    }
    const Metres middle = frame.centre();
    const double half_x = std::max(frame.width_m(), k_least_side_m) * (0.5 + k_air);
    const double half_y = std::max(frame.height_m(), k_least_side_m) * (0.5 + k_air);
    return {middle.x_m - half_x, middle.y_m - half_y, middle.x_m + half_x, middle.y_m + half_y};
}

double step_for(double span_deg) {
    for (const double step : {0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0})
        if (span_deg / step <= k_lines_wanted) return step;
    return 15.0;
}

// Lines go on far beyond the frame, as the window may be much wider than it.
Graticule graticule_for(const DegreeBox& box) {
    const double width = std::max(box.east - box.west, 1.0), height = std::max(box.north - box.south, 1.0);
    const double step = step_for(std::max(width, height));
    const double around = std::ceil(2.0 * std::max(width, height) / step) * step;
    const auto down = [&](double value) { return std::floor(value / step) * step; };
    const double middle = (box.west + box.east) / 2.0;
    return {{std::max(down(box.west) - around, down(middle) - 180.0 + step), std::max(down(box.south) - around, -75.0),
             std::min(down(box.east) + around, down(middle) + 180.0), std::min(down(box.north) + around, 75.0)},
            step};
}

}

std::shared_ptr<const MapGeometry> plain_map(std::span<const LngLat> places) {
    auto map = std::make_shared<MapGeometry>();
    const DegreeBox box = box_round(places);
    map->ground.projection = map->territories.front().projection = projection_for(box);
    map->ground.frame = frame_round(map->ground.projection, places, box);
    map->ground.home = map->ground.projection.unproject(map->ground.frame.centre());
    map->territories.front().bounds = map->ground.frame;
    map->cover = {-1.0e9, -1.0e9, 1.0e9, 1.0e9};
    map->sheet_m = map->ground.frame.height_m() * 4.0 / 3.0;
    map->graticule = graticule_for(box);
    return map;
}

}
