// Filter change -> all counts, on the bundled snapshot and on 100 000 synthetic clusters. Runs natively and as wasm in
// node; tests/bench/crossfilter.mjs does the same work with the npm package crossfilter2 on the rows that `rows`
// prints. usage: explore_bench [clusters] | explore_bench rows [clusters]

#include "core/explore/result.hpp"
#include "core/snapshot/load.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace atlas;

namespace {

std::string read_all(const char* path) {
    std::string bytes;
    std::FILE* file = std::fopen(path, "rb");
    if (file == nullptr) return bytes;
    char buffer[65536];
    for (std::size_t n; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) bytes.append(buffer, n);
    std::fclose(file);
    return bytes;
}

std::size_t g_seed = 1;
std::size_t random_below(std::size_t bound) {
    g_seed = (g_seed * 1103515245u + 12345u) & 0x7FFFFFFFu;
    return (g_seed >> 8) % bound;
}

// The bundled clusters again and again, each with a region, domain and sectors of its own.
Snapshot synthetic(const Snapshot& bundled, std::size_t count) {
    Snapshot snapshot = bundled;
    std::vector<Cluster> labelled;
    for (const Cluster& cluster : bundled.clusters) {
        if (cluster.kind == ClusterKind::Cluster) labelled.push_back(cluster);
    }
    snapshot.clusters.clear();
    snapshot.events.clear();
    snapshot.stories.clear();
    for (std::size_t i = 0; i < count; ++i) {
        Cluster cluster = labelled[i % labelled.size()];
        cluster.id = "c" + std::to_string(i);
        cluster.domain = static_cast<DomainIndex>(random_below(snapshot.domains.size()));
        cluster.sectors = {static_cast<SectorIndex>(random_below(snapshot.sectors.size()))};
        if (cluster.seat) cluster.seat->region = static_cast<RegionIndex>(random_below(snapshot.regions.size()));
        for (Label& label : cluster.labels) label.joint.reset();
        snapshot.clusters.push_back(std::move(cluster));
    }
    snapshot.index_ids();
    return snapshot;
}

double now_ms() {
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

struct Timing {
    double median = 0.0, worst = 0.0;
};

// Ticks one value after the other in three facets, as a reader would, and counts everything after each.
Timing measure(const Snapshot& snapshot, const SnapshotIndex& index, int changes) {
    State state;
    state.date = snapshot.meta.default_date;
    std::vector<double> times;
    std::uint64_t sum = 0;
    for (int i = 0; i < changes; ++i) {
        const Facet facet = i % 3 == 0 ? Facet::Domain : i % 3 == 1 ? Facet::Region : Facet::Sector;
        const std::vector<std::string>& values = index.facets.of(facet).values;
        toggle_value(state.filter, facet, values[random_below(values.size())]);
        const double start = now_ms();
        sum += evaluate(snapshot, index, state).shown_count;
        times.push_back(now_ms() - start);
    }
    std::sort(times.begin(), times.end());
    std::fprintf(stderr, "%s", sum == 1 ? " " : "");
    return {times[times.size() / 2], times.back()};
}

void print_rows(const Snapshot& snapshot, const SnapshotIndex& index) {
    const Bitset holders = [&] {
        Bitset set(snapshot.clusters.size());
        for (const ClusterIndex i : index.labels.holders_at(last_day(snapshot.meta.default_date))) set.add(i);
        return set;
    }();
    std::printf("[");
    for (std::size_t i = 0; i < snapshot.clusters.size(); ++i) {
        const Cluster& c = snapshot.clusters[i];
        const int region = c.seat && c.seat->region ? static_cast<int>(*c.seat->region) : -1;
        const int cluster_class = c.cluster_class ? static_cast<int>(*c.cluster_class) : -1;
        const auto term = term_at(snapshot, static_cast<ClusterIndex>(i), last_day(snapshot.meta.default_date));
        std::printf("%s[%d,%u,%u,%d,%d,%d,%d]", i == 0 ? "" : ",", region, c.domain, c.sectors[0],
                    term ? static_cast<int>(*term) : -1, cluster_class, holders.has(i) ? 1 : 0,
                    c.labels.empty() ? 0 : civil(c.labels.front().from).year);
    }
    std::printf("]\n");
}

}

int main(int argc, char** argv) {
    const bool prints_rows = argc > 1 && std::strcmp(argv[1], "rows") == 0;
    const int place = prints_rows ? 2 : 1;
    const std::size_t count = argc > place ? static_cast<std::size_t>(std::atoi(argv[place])) : 100000;
    const LoadResult loaded = load_snapshot(read_all(ATLAS_SOURCE_DIR "/data/snapshot.json"));
    if (!loaded.snapshot) return 1;
    const Snapshot big = synthetic(*loaded.snapshot, count);
    const double start = now_ms();
    const auto big_index = build_snapshot_index(big);
    const double build_ms = now_ms() - start;
    if (prints_rows) {
        print_rows(big, *big_index);
        return 0;
    }
    const Timing small = measure(*loaded.snapshot, *build_snapshot_index(*loaded.snapshot), 600);
    std::printf("filter -> all counts, bundled (%zu):   median %.3f ms, worst %.3f ms\n",
                loaded.snapshot->clusters.size(), small.median, small.worst);
    const Timing large = measure(big, *big_index, 120);
    std::printf("filter -> all counts, synthetic (%zu): median %.3f ms, worst %.3f ms (index built in %.0f ms)\n",
                count, large.median, large.worst, build_ms);
    return 0;
}
