// What loading the bundled snapshot costs, from bytes to answers: parsing and checking, the derived indices, the first
// result: "what<TAB>median<TAB>worst" in milliseconds. Runs natively and as wasm in node.

#include "core/explore/result.hpp"
#include "core/explore/snapshot_index.hpp"
#include "core/snapshot/load.hpp"
#include "core/state/update.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

namespace {

constexpr int k_rounds = 41;

std::string read_file(const char* path) {
    std::string bytes;
    std::FILE* file = std::fopen(path, "rb");
    if (file == nullptr) return bytes;
    char buffer[65536];
    while (const std::size_t size = std::fread(buffer, 1, sizeof buffer, file)) bytes.append(buffer, size);
    std::fclose(file);
    return bytes;
}

template<class Work>
void print_median(const char* what, Work&& work) {
    std::vector<double> times_ms;
    for (int i = 0; i < k_rounds; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        times_ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(times_ms.begin(), times_ms.end());
    std::printf("%s\t%.4f\t%.4f\n", what, times_ms[k_rounds / 2], times_ms.back());
}

}

int main() {
    const std::string bytes = read_file("data/snapshot.json");
    const atlas::LoadResult loaded = atlas::load_snapshot(bytes);
    if (!loaded.snapshot) return 1;
    const atlas::Snapshot& snapshot = *loaded.snapshot;
    const auto index = atlas::build_snapshot_index(snapshot);
    const atlas::State state = atlas::initial_state(snapshot, atlas::Ground{}, atlas::Lang::Fr);
    std::size_t sum = 0;
    print_median("load", [&] { sum += atlas::load_snapshot(bytes).snapshot->clusters.size(); });
    print_median("index", [&] { sum += atlas::build_snapshot_index(snapshot) != nullptr ? 1 : 0; });
    print_median("result", [&] { sum += atlas::evaluate(snapshot, *index, state).total; });
    return sum == 0 ? 1 : 0;
}
