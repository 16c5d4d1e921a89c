// Filter change -> all counts, on the bundled snapshot and on 100 000 synthetic clusters: "what<TAB>median<TAB>worst"
// in milliseconds. Runs natively and as wasm in node. `work` prints the synthetic clusters as rows, the changes and
// what each leaves over, for tests/bench/beside.mjs, which does the same with the npm package crossfilter2. usage:
// explore_bench [clusters] | explore_bench work [clusters]

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

constexpr int k_changes = 120; // of the synthetic clusters

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

constexpr Facet k_ticked[] = {Facet::Domain, Facet::Region, Facet::Sector};

struct Change {
    std::size_t facet = 0, value = 0; // of k_ticked
    std::uint32_t shown = 0;
    double ms = 0.0;
};

// Ticks one value after the other in three facets, as a reader would, and counts everything after each.
std::vector<Change> tick(const Snapshot& snapshot, const SnapshotIndex& index, int changes) {
    Question question;
    question.date = snapshot.meta.default_date;
    std::vector<Change> done;
    g_seed = 1;
    for (std::size_t i = 0; i < static_cast<std::size_t>(changes); ++i) {
        const std::vector<std::string>& values = index.facets.of(k_ticked[i % 3]).values;
        Change change{i % 3, random_below(values.size())};
        toggle_value(question.filter, k_ticked[change.facet], values[change.value]);
        const double start = now_ms();
        change.shown = evaluate(snapshot, index, question).shown_count;
        change.ms = now_ms() - start;
        done.push_back(change);
    }
    return done;
}

void print_times(const char* what, std::vector<Change> changes) {
    std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.ms < b.ms; });
    std::printf("%s\t%.4f\t%.4f\n", what, changes[changes.size() / 2].ms, changes.back().ms);
}

void print_work(const Snapshot& snapshot, const SnapshotIndex& index) {
    const Bitset holders = [&] {
        Bitset set(snapshot.clusters.size());
        for (const ClusterIndex i : index.labels.holders_at(last_day(snapshot.meta.default_date))) set.add(i);
        return set;
    }();
    std::printf("{\"rows\":[");
    for (std::size_t i = 0; i < snapshot.clusters.size(); ++i) {
        const Cluster& c = snapshot.clusters[i];
        const int region = c.seat && c.seat->region ? static_cast<int>(*c.seat->region) : -1;
        const int cluster_class = c.cluster_class ? static_cast<int>(*c.cluster_class) : -1;
        const auto term = term_at(snapshot, static_cast<ClusterIndex>(i), last_day(snapshot.meta.default_date));
        std::printf("%s[%d,%u,%u,%d,%d,%d,%d]", i == 0 ? "" : ",", region, c.domain, c.sectors[0],
                    term ? static_cast<int>(*term) : -1, cluster_class, holders.has(i) ? 1 : 0,
                    c.labels.empty() ? 0 : civil(c.labels.front().from).year);
    }
    std::printf("],\"changes\":[");
    bool is_first = true;
    for (const Change& change : tick(snapshot, index, k_changes)) {
        std::printf("%s[%zu,%zu,%u]", is_first ? "" : ",", change.facet, change.value, change.shown);
        is_first = false;
    }
    std::printf("]}\n");
}

}

int main(int argc, char** argv) {
    const bool prints_work = argc > 1 && std::strcmp(argv[1], "work") == 0;
    const int place = prints_work ? 2 : 1;
    const std::size_t count = argc > place ? static_cast<std::size_t>(std::atoi(argv[place])) : 100000;
    const LoadResult loaded = load_snapshot(read_all(ATLAS_SOURCE_DIR "/data/snapshot.json"));
    if (!loaded.snapshot) return 1;
    const Snapshot big = synthetic(*loaded.snapshot, count);
    const double start = now_ms();
    const auto big_index = build_snapshot_index(big);
    const double build_ms = now_ms() - start;
    if (prints_work) {
        print_work(big, *big_index);
        return 0;
    }
    print_times("bundled", tick(*loaded.snapshot, *build_snapshot_index(*loaded.snapshot), 600));
    print_times("synthetic", tick(big, *big_index, k_changes));
    std::printf("index\t%.4f\t%.4f\n", build_ms, build_ms);
    return 0;
}
