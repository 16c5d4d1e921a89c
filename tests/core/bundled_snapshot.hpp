// The snapshot that ships, loaded once for all tests.
#pragma once

#include "core/read_file.hpp"
#include "core/snapshot/load.hpp"

#include <doctest/doctest.h>

inline const atlas::Snapshot& bundled_snapshot() {
    static const atlas::LoadResult result = atlas::load_snapshot(read_repository_file("data/snapshot.json"));
    REQUIRE(result.snapshot);
    return *result.snapshot;
}

// Lines of a fixture as lists of fields; lines that begin with # are left out.
inline std::vector<std::vector<std::string>> read_table(const std::string& path) {
    std::vector<std::vector<std::string>> rows;
    const std::string text = read_repository_file(path);
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = text.find('\n', begin);
        if (end == std::string::npos) end = text.size();
        const std::string line = text.substr(begin, end - begin);
        begin = end + 1;
        if (line.empty() || line[0] == '#') continue;
        auto& row = rows.emplace_back(1);
        for (const char c : line) {
            if (c == '\t') {
                row.emplace_back();
            } else {
                row.back() += c;
            }
        }
    }
    return rows;
}
