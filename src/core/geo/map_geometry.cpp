#include "core/geo/map_geometry.hpp"

#include "core/geo/map_blob.hpp"

namespace atlas {

Territory MapGeometry::territory_of(LngLat place) const {
    for (std::size_t i = 1; i < territories.size(); ++i)
        if (territories[i].box.contains(place)) return static_cast<Territory>(i);
    return k_main_territory;
}

bool contains(const MapMesh& mesh, Metres at) {
    // Twice the area of the triangle of two corners and the place; its sign tells the side.
    const auto side = [&](std::uint32_t a, std::uint32_t b) {
        const double ax = static_cast<double>(mesh.x_m[a]), ay = static_cast<double>(mesh.y_m[a]);
        return (static_cast<double>(mesh.x_m[b]) - ax) * (at.y_m - ay) -
               (static_cast<double>(mesh.y_m[b]) - ay) * (at.x_m - ax);
    };
    for (std::size_t i = 0; i + 2 < mesh.triangles.size(); i += 3) {
        const std::uint32_t a = mesh.triangles[i], b = mesh.triangles[i + 1], c = mesh.triangles[i + 2];
        const double ab = side(a, b), bc = side(b, c), ca = side(c, a);
        if ((ab >= 0.0 && bc >= 0.0 && ca >= 0.0) || (ab <= 0.0 && bc <= 0.0 && ca <= 0.0)) return true;
    }
    return false;
}

int detail_level(double px_per_m) {
    constexpr double most_px2 = 1.0; // a dropped corner is then less than half a pixel off, unless its sides are short
    for (int level = 0; level < k_detail_levels; ++level) {
        if (k_least_weight_m2[level] * px_per_m * px_per_m <= most_px2) return level;
    }
    return k_detail_levels - 1;
}

}
