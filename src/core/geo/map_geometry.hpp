#pragma once
// The base map, read once from a map file (map_file.hpp; data/map/README.md) or fitted to the data (plain_map.hpp):
// triangulated areas and de-duplicated border lines, in plane metres of each territory's projection, with what the file
// says of names, frames and credits. Immutable; scenes point into it.

#include "core/base/text.hpp"
#include "core/geo/ground.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace atlas {

// A part of the country with a frame of its own: the main one, then the insets, as the file orders them.
using Territory = std::uint8_t;
inline constexpr Territory k_main_territory = 0;
inline constexpr std::size_t k_insets_at_most = 12;

struct MapMesh {      // one area, holes already cut out
    std::string code; // of the region or the neighbour
    std::vector<float> x_m, y_m;
    std::vector<std::uint32_t> triangles; // three indices each
    MapBounds bounds;
    Metres centre; // of gravity; where a label goes
};

// Whether the area holds the place. O(triangles).
[[nodiscard]] bool contains(const MapMesh& mesh, Metres at);

// Frontier: between a region (left) and a neighbouring country (right).
enum class BorderKind : std::uint8_t { Coast, Region, Subdivision, Neighbour, NeighbourCoast, Frontier };

struct MapLines { // polylines of one kind at one level of detail
    BorderKind kind = BorderKind::Coast;
    std::string left, right; // region codes on both sides (coast: one is empty), for outlines of covered regions
    std::vector<float> x_m, y_m;
    std::vector<std::uint32_t> starts; // first vertex of each polyline; one past the end is appended
};

inline constexpr int k_detail_levels = 3; // 0: the whole frame on screen .. 2: every vertex

// Degrees; an east below the west goes over the 180th meridian.
struct DegreeBox {
    double west = 0.0, south = 0.0, east = 0.0, north = 0.0;
    [[nodiscard]] bool contains(LngLat place) const {
        const bool is_between = west <= east ? place.lng_deg >= west && place.lng_deg <= east
                                             : place.lng_deg >= west || place.lng_deg <= east;
        return is_between && place.lat_deg >= south && place.lat_deg <= north;
    }
};

struct TerritoryMap {
    Territory territory = k_main_territory;
    Projection projection;
    DegreeBox box;         // an inset shows the seats inside it
    Text name, short_name; // of an inset
    MapBounds bounds;      // of the regions' land
    std::vector<MapMesh> regions, neighbours;
    std::vector<MapLines> lines[k_detail_levels];
};

struct MapLabel { // a name that stands on the map: a neighbouring country, a sea
    Text name;
    LngLat place;
};

struct MapArea { // a region, or a subdivision of one
    std::string code;
    Text name;
};

struct Graticule {
    DegreeBox box;
    double step_deg = 10.0;
};

struct MapGeometry {
    Ground ground;                      // of the main territory
    MapBounds cover;                    // what the main territory's geometry covers; neighbours end at its sides
    double sheet_m = 0.0;               // north to south, of the sheet in a tall room
    std::optional<double> legend_end_m; // the legend stays west of it at home
    Graticule graticule;
    Text home_name; // of the button that shows the whole frame; may be empty
    std::vector<MapArea> regions;
    std::vector<MapLabel> labels;
    std::vector<Text> credits;
    std::vector<TerritoryMap> territories = std::vector<TerritoryMap>(1);

    [[nodiscard]] const TerritoryMap& main() const { return territories.front(); }
    [[nodiscard]] const TerritoryMap& of(Territory territory) const { return territories[territory]; }
    [[nodiscard]] std::size_t inset_count() const { return territories.size() - 1; }
    [[nodiscard]] Territory territory_of(LngLat place) const;
    [[nodiscard]] Metres project(Territory territory, LngLat place) const {
        return territories[territory].projection.project(place);
    }
};

// The coarsest level whose simplification stays below half a pixel at this scale.
[[nodiscard]] int detail_level(double px_per_m);

}
