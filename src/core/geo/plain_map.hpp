#pragma once
// The map of data that has none: no land, a plane fitted to the places, with a graticule over it.

#include "core/geo/map_geometry.hpp"

#include <memory>
#include <span>

namespace atlas {

// Equal-area about the middle of the places; Web Mercator where they go round half of the globe. No place: the globe.
[[nodiscard]] std::shared_ptr<const MapGeometry> plain_map(std::span<const LngLat> places);

}
