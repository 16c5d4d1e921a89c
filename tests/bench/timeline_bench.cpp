// The timeline: a frame of the strip while scrubbing, a frame of the lineage view at 100 and at 10 000 lanes (bounded
// by what is on screen), and the index over labels at 200 000 clusters.
#include "bench.hpp"

#include "core/geo/map_geometry.hpp"
#include "core/read_file.hpp"
#include "core/scene/layout.hpp"
#include "core/scene/layout_memo.hpp"
#include "core/snapshot/load.hpp"
#include "core/state/update.hpp"
#include "core/time/changes.hpp"
#include "core/time/lanes.hpp"
#include "core/time/roster.hpp"

#include <cstdio>
#include <random>

using namespace atlas;
using namespace atlas::bench;

namespace {

const Snapshot& bundled() {
    static const LoadResult loaded = load_snapshot(read_repository_file("data/snapshot.json"));
    return *loaded.snapshot;
}

// Lanes of five labels each, a tenth of them absorbed by another one.
Snapshot synthetic(std::size_t lanes) {
    Snapshot snapshot;
    snapshot.meta = bundled().meta;
    snapshot.phases = bundled().phases;
    snapshot.domains = bundled().domains;
    std::mt19937 random(7);
    const std::int32_t first = from_civil(2005, 1, 1).days;
    for (std::size_t i = 0; i < lanes; ++i) {
        Cluster cluster;
        cluster.id = cluster.name = cluster.short_name = "c" + std::to_string(i);
        cluster.domain = static_cast<DomainIndex>(random() % snapshot.domains.size());
        std::int32_t day = first;
        for (int k = 0; k < 5; ++k) {
            Label label;
            label.from.days = day += static_cast<std::int32_t>(random() % 500);
            label.to = Date{day += 200 + static_cast<std::int32_t>(random() % 900)};
            label.from_stated = partial(label.from);
            cluster.labels.push_back(label);
        }
        snapshot.clusters.push_back(std::move(cluster));
    }
    for (std::size_t i = 0; i + 1 < lanes; i += 10) {
        Event event;
        event.kind = EventKind::Absorbed;
        event.date = partial(*snapshot.clusters[i].labels.back().to);
        event.from = {static_cast<ClusterIndex>(i)};
        event.to = {static_cast<ClusterIndex>(i + 1)};
        snapshot.events.push_back(std::move(event));
    }
    snapshot.index_ids();
    return snapshot;
}

class Window {
public:
    explicit Window(const Snapshot& snapshot) : m_snapshot(snapshot), m_index(build_snapshot_index(snapshot)) {
        environment.width_px = 1280.0f;
        environment.height_px = 800.0f;
        session.state = initial_state(snapshot, Lang::Fr);
        evaluate_state();
    }
    void evaluate_state() { m_result = evaluate(m_snapshot, *m_index, session.state); }
    std::size_t frame() {
        return layout({m_snapshot, m_geometry, session, m_result, environment, m_memo, *m_index}).records.size();
    }
    Session session;
    Environment environment;

private:
    const Snapshot& m_snapshot;
    std::shared_ptr<const SnapshotIndex> m_index;
    MapGeometry m_geometry{std::vector<TerritoryMap>(6)};
    LayoutMemo m_memo;
    Result m_result;
};

void scrub() {
    Window window(bundled());
    const double ms = median_ms(500, [&](int i) {
        window.session.state.date = {static_cast<std::int16_t>(2005 + i % 264 / 12),
                                     static_cast<std::uint8_t>(i % 12 + 1), 0};
        window.evaluate_state();
        window.frame();
    });
    std::printf("timeline: scrub one month, evaluate and lay the window out  %.3f ms\n", ms);
}

// Median frame while scrolling down, then while zooming in time.
double lineage_frame(const Snapshot& snapshot, std::size_t& records) {
    Window window(snapshot);
    window.session.state.view = View::Timeline;
    window.frame(); // orders the lanes once
    return median_ms(400, [&](int i) {
        set_scroll(window.session.ui, "lanes", static_cast<float>(i % 200) * 5.0f);
        const double half = 12.0 - static_cast<double>(i % 100) * 0.1;
        window.session.ui.lane_from_year = 2017.0 - half;
        window.session.ui.lane_to_year = 2017.0 + half;
        records = window.frame();
    });
}

void lanes() {
    std::size_t few_records = 0, many_records = 0;
    const double few = lineage_frame(synthetic(100), few_records);
    const double many = lineage_frame(synthetic(10000), many_records);
    std::printf(
        "lineage: 100 lanes %.3f ms (%zu records), 10 000 lanes with 50 000 labels %.3f ms (%zu records), ratio %.2f\n",
        few, few_records, many, many_records, many / few);
    const Snapshot large = synthetic(10000);
    const Lineage lineage(large);
    const NameIndex names(large);
    std::printf("lineage: ordering 10 000 lanes, once  %.1f ms\n", time_ms([&] {
                    (void)order_lanes({large, lineage, names, from_civil(2026, 3, 31)}, LaneGrouping::Domain);
                }));
}

void labels() {
    const Snapshot large = synthetic(200000);
    std::printf("labels: index over 200 000 clusters and 1 000 000 labels  %.1f ms\n",
                time_ms([&] { LabelIndex built(large); }));
    const LabelIndex index(large);
    std::printf("labels: holders at a date  %.3f ms\n",
                median_ms(50, [&](int i) { (void)index.holds_at(from_civil(2005 + i % 20, 6, 1)); }));
    std::printf("labels: changes between two dates, bundled  %.3f ms\n", median_ms(200, [&](int i) {
                    (void)compute_changes(bundled(), from_civil(2007, 4, 30), from_civil(2008 + i % 18, 3, 31));
                }));
}

const Registered k_scrub("timeline scrub", scrub);
const Registered k_lanes("lineage lanes", lanes);
const Registered k_labels("labels index", labels);

}
