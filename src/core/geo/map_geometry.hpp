#pragma once
// The base map, read once from the blob that the build bakes from data/map (TopoJSON, one topology per territory, so no
// slivers): triangulated areas and de-duplicated border lines, in plane metres of the territory's projection.
// Immutable; scenes point into it.

#include "core/geo/projection.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace atlas {

struct MapBounds {
    double min_x_m = 0.0, min_y_m = 0.0, max_x_m = 0.0, max_y_m = 0.0;
    [[nodiscard]] double width_m() const { return max_x_m - min_x_m; }
    [[nodiscard]] double height_m() const { return max_y_m - min_y_m; }
};

struct MapMesh {      // one area, holes already cut out
    std::string code; // INSEE region code, or ISO country code of a neighbour
    std::vector<float> x_m, y_m;
    std::vector<std::uint32_t> triangles; // three indices each
    MapBounds bounds;
    Metres centre; // of gravity; where a label goes
};

// Frontier: between a French region (left) and a country (right).
enum class BorderKind : std::uint8_t { Coast, Region, Department, Neighbour, NeighbourCoast, Frontier };

struct MapLines { // polylines of one kind at one level of detail
    BorderKind kind = BorderKind::Coast;
    std::string left, right; // region codes on both sides (coast: one is empty), for outlines of covered regions
    std::vector<float> x_m, y_m;
    std::vector<std::uint32_t> starts; // first vertex of each polyline; one past the end is appended
};

inline constexpr int k_detail_levels = 3; // 0: whole France on screen .. 2: every vertex

struct TerritoryMap {
    Territory territory = Territory::Mainland;
    MapBounds bounds; // of the French land
    std::vector<MapMesh> regions, neighbours;
    std::vector<MapLines> lines[k_detail_levels];
};

struct MapGeometry {
    std::vector<TerritoryMap> territories; // indexed by Territory
    [[nodiscard]] const TerritoryMap& of(Territory territory) const {
        return territories[static_cast<std::size_t>(territory)];
    }
};

// The coarsest level whose simplification stays below half a pixel at this scale.
[[nodiscard]] int detail_level(double px_per_m);

// The baked blob of this build (generated/map_data.cpp, made by tools/bake_map.mjs, which describes the format).
[[nodiscard]] std::span<const std::uint8_t> baked_map();
// Bounded: a damaged blob gives six territories, empty from the damage on.
[[nodiscard]] MapGeometry read_map(std::span<const std::uint8_t> blob);

}
