#include "bench.hpp"

#include <cstdio>
#include <string_view>

namespace atlas::bench {

namespace {

struct Entry {
    const char* name;
    void (*run)();
};

std::vector<Entry>& entries() {
    static std::vector<Entry> all;
    return all;
}

}

Registered::Registered(const char* name, void (*run)()) {
    entries().push_back({name, run});
}

}

int main(int count, char** words) {
    const std::string_view wanted = count > 1 ? words[1] : "";
    for (const auto& entry : atlas::bench::entries()) {
        if (std::string_view(entry.name).find(wanted) == std::string_view::npos) continue;
        std::printf("\n%s\n", entry.name);
        entry.run();
    }
    return 0;
}
