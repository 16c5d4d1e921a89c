#pragma once
// What a base map knows of regions: their codes and names, and which of them a place lies in.

#include "core/geo/map_geometry.hpp"
#include "core/tables/place.hpp"

#include <string>
#include <unordered_map>

namespace atlas {

class MapRegions {
public:
    // `map` outlives this; null: nothing is known.
    explicit MapRegions(const MapGeometry* map);

    // Most of the places lie in a region, and all on the map.
    [[nodiscard]] bool hold(const std::vector<Place>& places) const;
    [[nodiscard]] const MapArea* called(std::string_view name_or_code) const;
    [[nodiscard]] const MapArea* at(Place place) const; // linear in the triangles round it

private:
    [[nodiscard]] bool covers(LngLat place) const;
    const MapGeometry* m_map;
    std::unordered_map<std::string, const MapArea*> m_called; // by code and by folded name
};

}
