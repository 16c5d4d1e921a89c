#pragma once
// What there is to read: a snapshot, what was asked of it and how, and the answer. All that words, tables and exports
// need; layout adds the map and a size (ui/layout_input.hpp).

#include "core/explore/result.hpp"
#include "core/snapshot/snapshot.hpp"
#include "core/state/ui.hpp"

namespace atlas {

struct Reading {
    const Snapshot& snapshot;
    const SnapshotIndex& index;
    const Session& session;
    const Result& result; // evaluate(snapshot, index, session.state)
    const Environment& environment;

    [[nodiscard]] const State& state() const { return session.state; }
    [[nodiscard]] const Ui& ui() const { return session.ui; }
    [[nodiscard]] Lang lang() const { return session.state.lang; }
};

}
