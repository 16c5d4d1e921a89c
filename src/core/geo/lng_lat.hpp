#pragma once
// A place on the earth: longitude and latitude in degrees, RGF93/ETRS89 (WGS84 to within a metre), east and north
// positive.

namespace atlas {

struct LngLat {
    double lng_deg = 0.0, lat_deg = 0.0;
    bool operator==(const LngLat&) const = default;
};

}
