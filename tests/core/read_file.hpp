// Files of the repository for tests, natively and under node.
#pragma once

#include <cstdio>
#include <string>

inline std::string read_repository_file(const std::string& path) {
    std::string out;
    std::FILE* file = std::fopen((std::string(ATLAS_SOURCE_DIR) + "/" + path).c_str(), "rb");
    if (file == nullptr) return out;
    char buffer[16384];
    for (std::size_t n; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) out.append(buffer, n);
    std::fclose(file);
    return out;
}
