#pragma once
// What the camera moves over: a plane, the part of it that home shows, and the place that home looks at.

#include "core/geo/projection.hpp"

namespace atlas {

struct MapBounds {
    double min_x_m = 0.0, min_y_m = 0.0, max_x_m = 0.0, max_y_m = 0.0;
    [[nodiscard]] double width_m() const { return max_x_m - min_x_m; }
    [[nodiscard]] double height_m() const { return max_y_m - min_y_m; }
    [[nodiscard]] Metres centre() const { return {(min_x_m + max_x_m) / 2.0, (min_y_m + max_y_m) / 2.0}; }
    bool operator==(const MapBounds&) const = default;
};

struct Ground {
    Projection projection;
    MapBounds frame{-1.0e7, -1.0e7, 1.0e7, 1.0e7}; // what zoom 1 fits into the room
    LngLat home;                                   // inside the frame
    bool operator==(const Ground&) const = default;
};

}
