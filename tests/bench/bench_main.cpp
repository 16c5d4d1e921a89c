#include "bench.hpp"

#include <cstdio>
#include <string_view>

namespace atlas::bench {

namespace {

struct Entry {
    const char* name;
    void (*run)();
};

struct Line {
    std::string what;
    double ms = 0.0;
    std::string beside;
};

std::vector<Line>& table() {
    static std::vector<Line> lines;
    return lines;
}

void print_table() {
    if (table().empty()) return;
    std::printf("\n%-64s %12s   %s\n", "", "median ms", "beside");
    for (const Line& line : table())
        std::printf("%-64s %12.3f   %s\n", line.what.c_str(), line.ms, line.beside.c_str());
}

std::vector<Entry>& entries() {
    static std::vector<Entry> all;
    return all;
}

}

void report(std::string what, double ms, std::string beside) {
    table().push_back({std::move(what), ms, std::move(beside)});
}

std::string ratio_words(double ms, double base_ms, const char* of, double goal) {
    char words[128];
    const double ratio = base_ms > 0.0 ? ms / base_ms : 0.0;
    if (goal > 0.0)
        std::snprintf(words, sizeof words, "%.2f times %s, goal %g", ratio, of, goal);
    else
        std::snprintf(words, sizeof words, "%.2f times %s", ratio, of);
    return words;
}

Registered::Registered(const char* name, void (*run)()) {
    entries().push_back({name, run});
}

}

int main(int count, char** words) {
    const std::string_view wanted = count > 1 ? words[1] : "";
    for (const auto& entry : atlas::bench::entries()) {
        if (std::string_view(entry.name).find(wanted) == std::string_view::npos) continue;
        std::printf("%s ...\n", entry.name);
        std::fflush(stdout);
        entry.run();
    }
    atlas::bench::print_table();
    return 0;
}
