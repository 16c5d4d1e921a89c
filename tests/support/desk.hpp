// A session without a window: actions go in, state and result come out. France, in French.
#pragma once

#include "core/explore/result.hpp"
#include "core/explore/snapshot_index.hpp"
#include "core/state/update.hpp"
#include "support/bundled_snapshot.hpp"
#include "support/france.hpp"

namespace atlas {

struct Desk {
    const Snapshot& snapshot = bundled_snapshot();
    const SnapshotIndex& index = bundled_index();
    Environment environment;
    Session session;
    Result result;

    Desk() {
        session.state = initial_state(snapshot, france().ground, Lang::Fr);
        result = evaluate(snapshot, index, session.state);
    }
    void send(const Action& action) {
        session = update({snapshot, environment, result, index}, session, action);
        result = evaluate(snapshot, index, session.state);
    }
};

}
