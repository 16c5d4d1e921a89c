#include "core/geo/map_geometry.hpp"

#include "core/geo/map_blob.hpp"

namespace atlas {

Territory MapGeometry::territory_of(LngLat place) const {
    for (std::size_t i = 1; i < territories.size(); ++i)
        if (territories[i].box.contains(place)) return static_cast<Territory>(i);
    return k_main_territory;
}

int detail_level(double px_per_m) {
    constexpr double most_px2 = 1.0; // a dropped corner is then less than half a pixel off, unless its sides are short
    for (int level = 0; level < k_detail_levels; ++level) {
        if (k_least_weight_m2[level] * px_per_m * px_per_m <= most_px2) return level;
    }
    return k_detail_levels - 1;
}

}
