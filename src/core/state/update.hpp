#pragma once
// update(): the only place where anything changes, and where every rule lives. Unknown ids, dates outside the snapshot
// and impossible cameras are refused or clamped here, so that no caller needs to check.

#include "core/explore/result.hpp"
#include "core/state/action.hpp"

namespace atlas {

struct UpdateInput {
    const Snapshot& snapshot;
    const Environment& environment;
    const Result& result; // of the session before the action
    const SnapshotIndex& index;
    bool has_tooltip = true; // something that the pointer rests on says more beside itself
};

[[nodiscard]] Session update(const UpdateInput& input, Session session, const Action& action);
// The first language of its texts whose words are offered.
[[nodiscard]] Lang first_language(const Snapshot& snapshot);
// The state an atlas starts with: the snapshot's newest supported date, the whole map, nothing selected.
// Of a locked atlas: where its own clusters are.
[[nodiscard]] State initial_state(const Snapshot& snapshot, const Ground& ground, Lang lang, const Filter& lock = {});
// A state from outside (setState, permalink), made possible: dates and camera clamped, unknown ids and what lies
// outside the lock dropped.
[[nodiscard]] State settle_state(const Snapshot& snapshot, const Ground& ground, State state, const Filter& lock = {});
// Time alone: playback steps, notices that end. Called once per frame.
[[nodiscard]] Session tick(const UpdateInput& input, Session session, double now_ms);

}
