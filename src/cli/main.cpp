#include "core/base/version.hpp"

#include <cstdio>

int main() {
    const auto version = atlas::version();
    std::printf("cluster-atlas %.*s\n", static_cast<int>(version.size()), version.data());
}
