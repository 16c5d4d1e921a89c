#pragma once
// The committed map of France, and its parts by name.

#include "core/geo/camera.hpp"
#include "core/geo/map_geometry.hpp"

#include <string>

namespace atlas {

inline constexpr Territory k_guadeloupe = 1, k_martinique = 2, k_guyane = 3, k_la_reunion = 4, k_mayotte = 5;

[[nodiscard]] const std::string& france_bytes(); // data/map/france.map
[[nodiscard]] const MapGeometry& france();
[[nodiscard]] inline Metres lambert93(LngLat place) {
    return france().ground.projection.project(place);
}
[[nodiscard]] inline LngLat lambert93_inverse(Metres place) {
    return france().ground.projection.unproject(place);
}

}
