#include "support/bundled_snapshot.hpp"

#include "core/geo/map_file.hpp"
#include "core/snapshot/load.hpp"
#include "support/france.hpp"

#include <cstdio>
#include <cstdlib>

namespace atlas {

namespace {

std::string read_file(const char* path) {
    std::string bytes;
    std::FILE* file = std::fopen(path, "rb");
    if (file == nullptr) return bytes;
    char buffer[65536];
    for (std::size_t read = std::fread(buffer, 1, sizeof buffer, file); read > 0;
         read = std::fread(buffer, 1, sizeof buffer, file))
        bytes.append(buffer, read);
    std::fclose(file);
    return bytes;
}

std::shared_ptr<const Snapshot> load_bundled() {
    const LoadResult result = load_snapshot(bundled_bytes());
    if (result.snapshot) return result.snapshot;
    for (const Diagnostic& error : result.errors)
        std::fprintf(stderr, "data/snapshot.json:%d:%d %s %s\n", error.line, error.column, error.pointer.c_str(),
                     error.message.in(Lang::En).c_str());
    std::abort();
}

}

const std::string& france_bytes() {
    static const std::string bytes = read_file(ATLAS_SOURCE_DIR "/data/map/france.map");
    return bytes;
}

const MapGeometry& france() {
    static const MapFile file = read_map_file(france_bytes());
    if (!file.geometry) std::abort();
    return *file.geometry;
}

const std::string& bundled_bytes() {
    static const std::string bytes = read_file(ATLAS_SOURCE_DIR "/data/snapshot.json");
    return bytes;
}

const Snapshot& bundled_snapshot() {
    static const std::shared_ptr<const Snapshot> snapshot = load_bundled();
    return *snapshot;
}

const SnapshotIndex& bundled_index() {
    static const std::shared_ptr<const SnapshotIndex> index = build_snapshot_index(bundled_snapshot(), france().ground);
    return *index;
}

}
