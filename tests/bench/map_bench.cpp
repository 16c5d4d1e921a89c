// The map: reading the base map, the bundled snapshot's frames, and how frames grow with 10^3 to 10^6 clusters.
#include "bench.hpp"
#include "synthetic.hpp"

#include "core/geo/camera.hpp"
#include "core/geo/map_file.hpp"
#include "core/geo/spatial_index.hpp"
#include "core/scene/layout.hpp"
#include "core/scene/layout_memo.hpp"
#include "core/state/update.hpp"
#include "support/france.hpp"
#include "view/painter.hpp"

#include <cmath>
#include <cstdio>

namespace atlas::bench {

namespace {

Environment desktop() {
    Environment environment;
    environment.width_px = 1280.0f;
    environment.height_px = 800.0f;
    environment.reduced_motion = true;
    return environment;
}

struct Stage { // lays the map room out, alone
    const Snapshot& snapshot;
    const Result& result;
    const SnapshotIndex& index;
    const MapGeometry& geometry;
    Environment environment = desktop();
    Session session = {};
    LayoutMemo memo = {};

    Stage(const Snapshot& s, const Result& r, const SnapshotIndex& i, const MapGeometry& g)
        : snapshot(s), result(r), index(i), geometry(g) {
        session.state = initial_state(snapshot, france().ground, Lang::Fr);
    }
    Scene frame(const Camera& camera) {
        session.state.camera = clamp_camera(france().ground, camera);
        Scene scene;
        Pen pen(scene);
        const LayoutInput input{{snapshot, index, session, result, environment}, geometry, memo};
        layout_map(input, arrange(session, environment), pen);
        return scene;
    }
};

struct Cost {
    double first_ms = 0.0, pan_ms = 0.0, zoom_ms = 0.0, paint_ms = 0.0;
    std::size_t records = 0, nodes = 0;
    int vertices = 0;
};

Cost measure(Stage& stage) {
    constexpr int frames = 240;
    Cost cost;
    cost.first_ms = time_ms([&] { (void)stage.frame(home_camera(france().ground)); });
    const auto pan = [](int i) {
        const double turn = i * 2.0 * 3.14159265358979 / frames;
        return Camera{2.6 + 2.0 * std::cos(turn), 46.6 + 1.5 * std::sin(turn), 3.0};
    };
    (void)stage.frame(pan(0));
    cost.pan_ms = median_ms(frames, [&](int i) { (void)stage.frame(pan(i)); });
    cost.zoom_ms = median_ms(frames, [&](int i) { (void)stage.frame({2.35, 48.86, std::exp2(4.0 * i / frames)}); });
    view::Painter painter;
    const Scene home = stage.frame(home_camera(france().ground));
    cost.paint_ms = median_ms(40, [&](int) { painter.paint(home, stage.environment, ColourTheme::Light); });
    for (const Camera& camera : {home_camera(france().ground), pan(0), Camera{2.35, 48.86, 8.0}}) {
        const Scene scene = stage.frame(camera);
        painter.paint(scene, stage.environment, ColourTheme::Light);
        cost.records = std::max(cost.records, scene.records.size());
        cost.nodes = std::max(cost.nodes, scene.nodes.size());
        cost.vertices = std::max(cost.vertices, painter.stats().vertices);
    }
    return cost;
}

// What the ten thousand cost, for the ratios of the million.
struct Base {
    double pan_ms = 0.0, zoom_ms = 0.0;
};

void report_cost(const std::string& what, const Cost& cost, const Base& base) {
    char scene[96];
    std::snprintf(scene, sizeof scene, "%zu records, %zu nodes, %d vertices at most", cost.records, cost.nodes,
                  cost.vertices);
    const bool is_million = base.pan_ms > 0.0;
    report("map, " + what + ": first frame, pins gathered and fanned out", cost.first_ms);
    report("map, " + what + ": frame while panning", cost.pan_ms,
           is_million ? ratio_words(cost.pan_ms, base.pan_ms, "ten thousand", 2.0) : std::string());
    report("map, " + what + ": frame while zooming", cost.zoom_ms,
           is_million ? ratio_words(cost.zoom_ms, base.zoom_ms, "ten thousand", 2.0) : std::string());
    report("map, " + what + ": painting it (ImGui draw lists)", cost.paint_ms, scene);
}

void measure_index(const Snapshot& snapshot, const std::string& what) {
    std::vector<IndexedPoint> points;
    for (std::uint32_t i = 0; i < snapshot.clusters.size(); ++i) {
        const Seat& seat = *snapshot.clusters[i].seat;
        const Metres at = lambert93({seat.lng_deg, seat.lat_deg});
        points.push_back({i, static_cast<float>(at.x_m), static_cast<float>(at.y_m)});
    }
    double sum = 0.0;
    const double pass_ms = median_ms(9, [&](int) {
        for (const IndexedPoint& p : points) sum += std::hypot(static_cast<double>(p.x_m), static_cast<double>(p.y_m));
    });
    const double build_ms =
        median_ms(5, [&](int) { sum += static_cast<double>(SpatialIndex(points, france().ground.frame).size()); });
    const SpatialIndex index(points, france().ground.frame);
    const double near_ms = median_ms(200, [&](int i) {
        sum += static_cast<double>(index.nearest({4.0e5 + 3.0e3 * i, 6.6e6}, 1.0e6).value_or(0));
    });
    report("spatial index, " + what + ": build", build_ms,
           ratio_words(build_ms, pass_ms, "one linear pass over the same points") + (sum == 0.0 ? " " : ""));
    report("spatial index, " + what + ": nearest", near_ms);
}

void measure_bundled(const MapGeometry& geometry) {
    const std::shared_ptr<const Snapshot> snapshot = bundled_snapshot();
    const auto index = build_snapshot_index(*snapshot);
    const State state = initial_state(*snapshot, france().ground, Lang::Fr);
    const Result result = evaluate(*snapshot, *index, state);
    Stage stage(*snapshot, result, *index, geometry);
    report_cost("bundled snapshot", measure(stage), {});
}

void run() {
    MapFile file;
    const double read_ms = median_ms(5, [&](int) { file = read_map_file(france_bytes()); });
    report("base map, read and triangulated", read_ms, std::to_string(france_bytes().size()) + " bytes");
    const MapGeometry& geometry = *file.geometry;
    measure_bundled(geometry);
    const std::shared_ptr<const SnapshotIndex> index = build_snapshot_index(Snapshot{}); // no facet is asked for
    Base base;
    for (const auto& [count, what] : {std::pair(1000u, "10^3 clusters"), std::pair(10000u, "10^4 clusters"),
                                      std::pair(100000u, "10^5 clusters"), std::pair(1000000u, "10^6 clusters")}) {
        const Snapshot snapshot = synthetic_snapshot(count, 42);
        const Result result = everybody(snapshot, last_day(snapshot.meta.default_date));
        measure_index(snapshot, what);
        Stage stage(snapshot, result, *index, geometry);
        const Cost cost = measure(stage);
        report_cost(what, cost, count == 1000000u ? base : Base{});
        if (count == 10000u) base = {cost.pan_ms, cost.zoom_ms};
    }
}

const Registered registered("map", run);

}

}
