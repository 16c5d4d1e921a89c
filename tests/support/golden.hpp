#pragma once
// Golden files: what a picture was as text when somebody last looked at it. ATLAS_WRITE_GOLDEN=1 writes them anew; look
// at the difference before it is committed.

#include "core/read_file.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace atlas::test {

// The text kept in tests/golden/NAME; `now` itself while goldens are written.
inline std::string golden(const std::string& name, const std::string& now) {
    const std::string path = "tests/golden/" + name;
    if (std::getenv("ATLAS_WRITE_GOLDEN") != nullptr) {
        std::FILE* file = std::fopen((std::string(ATLAS_SOURCE_DIR) + "/" + path).c_str(), "wb");
        REQUIRE(file != nullptr);
        std::fwrite(now.data(), 1, now.size(), file);
        std::fclose(file);
    }
    return read_repository_file(path);
}

}
