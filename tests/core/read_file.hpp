// Files of the repository for tests, natively and under node.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

inline std::string read_repository_file(const std::string& path) {
    std::string out;
    std::FILE* file = std::fopen((std::string(ATLAS_SOURCE_DIR) + "/" + path).c_str(), "rb");
    if (file == nullptr) return out;
    char buffer[16384];
    for (std::size_t n; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) out.append(buffer, n);
    std::fclose(file);
    return out;
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
