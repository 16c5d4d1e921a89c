#pragma once
// From the bytes of a map file to a base map, or to a list of what is wrong with them. Size, counts and lengths are
// bounded, nothing aborts, whatever the bytes; a head that is wrong is located like a snapshot, a geometry by its byte.
// Cost: 20 ms for the 25 KB of data/map/france.map, nearly all of it the clipping of ears (triangulate.hpp). Format:
// data/map/README.md.

#include "core/geo/map_geometry.hpp"
#include "core/snapshot/load.hpp"

#include <memory>

namespace atlas {

struct MapFile {
    std::shared_ptr<const MapGeometry> geometry; // nothing when there is an error
    std::vector<Diagnostic> errors;
};

[[nodiscard]] MapFile read_map_file(std::string_view bytes);

}
