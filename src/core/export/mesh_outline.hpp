#pragma once
// The closed border lines of a triangulated area: the edges that belong to one triangle only, chained. Holes come out
// as rings of their own, so the rings are filled by the even-odd rule. O(triangles log triangles).

#include "core/geo/map_geometry.hpp"

#include <cstdint>
#include <vector>

namespace atlas {

using Ring = std::vector<std::uint32_t>; // vertices of the mesh, without the first one again

[[nodiscard]] std::vector<Ring> outline_of(const MapMesh& mesh);

}
