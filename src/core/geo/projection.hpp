#pragma once
// Geographic coordinates (degrees, RGF93/ETRS89 on GRS80) <-> plane metres: Lambert-93 (EPSG:2154) for the mainland and
// Corsica, one UTM zone for each overseas territory. Formulas: IGN, "Projection conique conforme de Lambert" (NTG 71);
// transverse Mercator after Krüger's series. Accurate to a millimetre inside each territory.

#include "core/geo/lng_lat.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace atlas {

struct Metres {
    double x_m = 0.0, y_m = 0.0;
    bool operator==(const Metres&) const = default;
};

enum class Territory : std::uint8_t { Mainland, Guadeloupe, Martinique, Guyane, Reunion, Mayotte };
inline constexpr std::size_t k_territory_count = 6;

[[nodiscard]] Metres lambert93(LngLat place);
[[nodiscard]] LngLat lambert93_inverse(Metres place);
[[nodiscard]] Metres utm(LngLat place, int zone, bool south);
[[nodiscard]] Metres project(Territory territory, LngLat place);
// By department code ("971".."976"), else the mainland.
[[nodiscard]] Territory territory_of(std::string_view department);

}
