// Map files: any bytes give a map or located errors. A map that is read can be asked and drawn from.
#include "core/geo/camera.hpp"
#include "core/geo/map_file.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const atlas::MapFile file = atlas::read_map_file({reinterpret_cast<const char*>(data), size});
    if ((file.geometry == nullptr) != !file.errors.empty()) std::abort();
    if (!file.geometry) return 0;
    const atlas::Ground& ground = file.geometry->ground;
    const atlas::Camera camera = atlas::clamp_camera(ground, {2.0, 46.0, 3.0});
    static_cast<void>(atlas::zoom_about(ground, camera, {3.0, 47.0}, 2.0));
    const atlas::Territory territory = file.geometry->territory_of({2.0, 46.0});
    if (territory >= file.geometry->territories.size()) std::abort();
    return 0;
}
