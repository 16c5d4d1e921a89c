// The timeline: a frame of the whole window while scrubbing, a frame of the lineage view at 100 and at 10 000 lanes
// (bounded by what is on screen), and the index over labels at 200 000 clusters.
#include "bench.hpp"
#include "synthetic.hpp"

#include "core/geo/map_geometry.hpp"
#include "core/scene/layout.hpp"
#include "core/scene/layout_memo.hpp"
#include "core/state/update.hpp"
#include "core/time/changes.hpp"
#include "core/time/lanes.hpp"
#include "core/time/roster.hpp"
#include "support/france.hpp"
#include "view/painter.hpp"

#include <random>

using namespace atlas;
using namespace atlas::bench;

namespace {

const Snapshot& bundled() {
    return *bundled_snapshot();
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
        session.state = initial_state(snapshot, france().ground, Lang::Fr);
        evaluate_state();
    }
    void evaluate_state() { m_result = evaluate(m_snapshot, *m_index, session.state); }
    Scene frame() { return layout({{m_snapshot, *m_index, session, m_result, environment}, m_geometry, m_memo}); }
    Session session;
    Environment environment;

private:
    const Snapshot& m_snapshot;
    std::shared_ptr<const SnapshotIndex> m_index;
    const MapGeometry& m_geometry = france();
    LayoutMemo m_memo;
    Result m_result;
};

// From January 2005 to March 2026, a month per frame: roster, counts of every facet, map, strip, filters, card or list.
void scrub(const char* what, View view, const char* selected, bool is_compared) {
    constexpr int months = 255;
    Window window(bundled());
    window.session.state.view = view;
    window.session.state.selected = selected;
    if (is_compared) window.session.state.compare = PartialDate{2007, 4, 0};
    view::Painter painter;
    std::vector<double> counting, laying, painting, all;
    for (int i = 0; i < 2 * months; ++i) {
        const int month = i % months;
        window.session.state.date = {static_cast<std::int16_t>(2005 + month / 12),
                                     static_cast<std::uint8_t>(month % 12 + 1), 0};
        const auto start = std::chrono::steady_clock::now();
        window.evaluate_state();
        counting.push_back(since_ms(start));
        const Scene scene = window.frame();
        laying.push_back(since_ms(start) - counting.back());
        painter.paint(scene, window.environment, ColourTheme::Light);
        all.push_back(since_ms(start));
        painting.push_back(all.back() - laying.back() - counting.back());
    }
    char parts[128];
    std::snprintf(parts, sizeof parts, "counts %.3f + layout %.3f + draw lists %.3f; goal 2 ms", median(counting),
                  median(laying), median(painting));
    report(std::string("scrub 2005 to 2026, ") + what, median(all), parts);
}

void scrubs() {
    scrub("map, filters, strip", View::Map, "", false);
    scrub("map, filters, strip, card", View::Map, "nextmove", false);
    scrub("list, filters, strip, card", View::List, "nextmove", false);
    scrub("map, filters, strip, two dates", View::Map, "", true);
    scrub("lineage", View::Timeline, "", false);
}

struct LaneCost {
    double scroll_ms = 0.0, zoom_ms = 0.0;
    std::size_t records = 0;
};

// Median frame while scrolling down, and while zooming in time.
LaneCost lineage_frame(const Snapshot& snapshot) {
    Window window(snapshot);
    window.session.state.view = View::Timeline;
    (void)window.frame(); // orders the lanes once
    LaneCost cost;
    const auto frame = [&] { cost.records = std::max(cost.records, window.frame().records.size()); };
    cost.scroll_ms = median_ms(300, [&](int i) {
        set_scroll(window.session.ui, "lanes", static_cast<float>(i) * 5.0f);
        frame();
    });
    cost.zoom_ms = median_ms(300, [&](int i) {
        const double half = 12.0 - static_cast<double>(i % 100) * 0.1;
        window.session.ui.lane_from_year = 2017.0 - half;
        window.session.ui.lane_to_year = 2017.0 + half;
        frame();
    });
    return cost;
}

void lanes() {
    const LaneCost few = lineage_frame(synthetic(100));
    const Snapshot large = synthetic(10000);
    const LaneCost many = lineage_frame(large);
    const auto records = [](const LaneCost& cost) { return std::to_string(cost.records) + " records at most"; };
    report("lineage, 100 lanes: frame while scrolling", few.scroll_ms, records(few));
    report("lineage, 100 lanes: frame while zooming", few.zoom_ms);
    report("lineage, 10 000 lanes, 50 000 labels: frame while scrolling", many.scroll_ms,
           ratio_words(many.scroll_ms, few.scroll_ms, "100 lanes", 2.0) + ", " + records(many));
    report("lineage, 10 000 lanes, 50 000 labels: frame while zooming", many.zoom_ms,
           ratio_words(many.zoom_ms, few.zoom_ms, "100 lanes", 2.0));
    const Lineage lineage(large);
    const NameIndex names(large);
    report("lineage, 10 000 lanes: ordering, once", time_ms([&] {
               (void)order_lanes({large, lineage, names, from_civil(2026, 3, 31)}, LaneGrouping::Domain);
           }));
}

void labels() {
    const Snapshot large = synthetic(200000);
    report("labels, 200 000 clusters, 1 000 000 labels: index", time_ms([&] { LabelIndex built(large); }));
    const LabelIndex index(large);
    report("labels, 200 000 clusters: holders at a date",
           median_ms(50, [&](int i) { (void)index.holds_at(from_civil(2005 + i % 20, 6, 1)); }));
    report("labels, bundled: changes between two dates", median_ms(200, [&](int i) {
               (void)compute_changes(bundled(), from_civil(2007, 4, 30), from_civil(2008 + i % 18, 3, 31));
           }));
}

const Registered k_scrub("timeline scrub", scrubs);
const Registered k_lanes("lineage lanes", lanes);
const Registered k_labels("labels index", labels);

}
