#pragma once
// The geometry of a map file, behind its head: every border line once, with what lies on its two sides, and areas as
// rings of such lines (data/map/README.md has the format). Triangles and levels of detail are computed here.

#include "core/geo/map_geometry.hpp"

#include <cstddef>
#include <span>

namespace atlas {

// Areas of less weight than this are left out at each level of detail (simplify.hpp).
inline constexpr double k_least_weight_m2[k_detail_levels] = {1.2e7, 4.0e6, 0.0};

struct MapCodes { // what areas refer to by number
    std::vector<std::string> regions, neighbours;
};

// Fills areas and lines of the territories, whose number the head has said. What is damaged, cut, too large or too long
// stops the reading: the answer is the byte at which, or nothing when all was well.
[[nodiscard]] std::optional<std::size_t> read_geometry(std::span<const std::uint8_t> blob, const MapCodes& codes,
                                                       std::vector<TerritoryMap>& territories);

}
