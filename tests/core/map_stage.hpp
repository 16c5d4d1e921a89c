#pragma once
// The map room alone, on the bundled snapshot or another: what the tests of layout_map look at.

#include "core/geo/camera.hpp"
#include "core/scene/layout.hpp"
#include "core/scene/layout_memo.hpp"
#include "core/snapshot/load.hpp"
#include "core/state/update.hpp"
#include "read_file.hpp"
#include "support/france.hpp"

namespace atlas {

inline const Snapshot& bundled() {
    static const std::shared_ptr<const Snapshot> loaded =
        load_snapshot(read_repository_file("data/snapshot.json")).snapshot;
    return *loaded;
}

inline const MapGeometry& geometry() {
    return france();
}

struct MapStage {
    const Snapshot& snapshot;
    std::shared_ptr<const SnapshotIndex> index;
    Environment environment;
    Session session;
    LayoutMemo memo;

    explicit MapStage(const Snapshot& s = bundled(), float width = 1280.0f, float height = 800.0f)
        : snapshot(s), index(build_snapshot_index(s, france().ground)) {
        environment.width_px = width;
        environment.height_px = height;
        session.state = initial_state(snapshot, index->ground, Lang::Fr);
        session.ui.now_ms = 10000.0;
    }
    Scene frame() {
        const Result result = evaluate(snapshot, *index, session.state);
        const LayoutInput input{{snapshot, *index, session, result, environment}, geometry(), memo};
        Scene scene;
        Pen pen(scene);
        const Rooms rooms = arrange(session, environment);
        layout_map(input, rooms, pen);
        layout_tooltip(input, rooms, pen);
        return scene;
    }
    Scene at(PartialDate date) {
        session.state.date = date;
        return frame();
    }
};

}
