#include "core/tables/map_regions.hpp"

namespace atlas {

namespace {

bool is_inside(const MapBounds& box, Metres at) {
    return at.x_m >= box.min_x_m && at.x_m <= box.max_x_m && at.y_m >= box.min_y_m && at.y_m <= box.max_y_m;
}

}

// Codes come first: no region is called by another one's code.
MapRegions::MapRegions(const MapGeometry* map) : m_map(map) {
    if (map == nullptr) return;
    for (const MapArea& area : map->regions) m_called.emplace(area.code, &area);
    for (const MapArea& area : map->regions)
        for (const Text::Version& version : area.name.versions()) m_called.emplace(fold(version.words), &area);
}

bool MapRegions::covers(LngLat place) const {
    const Territory territory = m_map->territory_of(place);
    if (territory != k_main_territory) return true;
    return is_inside(m_map->cover, m_map->project(territory, place));
}

bool MapRegions::hold(const std::vector<Place>& places) const {
    if (m_map == nullptr || places.empty()) return false;
    std::size_t in_regions = 0;
    for (const Place& place : places) {
        if (!covers({place.lng_deg, place.lat_deg})) return false;
        in_regions += at(place) != nullptr ? 1u : 0u;
    }
    return in_regions * 2 > places.size();
}

const MapArea* MapRegions::called(std::string_view name_or_code) const {
    const auto as_code = m_called.find(std::string(name_or_code));
    const auto found = as_code != m_called.end() ? as_code : m_called.find(fold(name_or_code));
    return found == m_called.end() ? nullptr : found->second;
}

const MapArea* MapRegions::at(Place place) const {
    if (m_map == nullptr) return nullptr;
    const LngLat degrees{place.lng_deg, place.lat_deg};
    const Territory territory = m_map->territory_of(degrees);
    const Metres metres = m_map->project(territory, degrees);
    for (const MapMesh& mesh : m_map->of(territory).regions)
        if (is_inside(mesh.bounds, metres) && contains(mesh, metres)) return m_called.at(mesh.code);
    return nullptr;
}

}
