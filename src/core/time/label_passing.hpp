#pragma once
// By which events a label passes from one body to another: the one rule behind comparisons (changes.hpp), statuses,
// the lineage and the pins that travel. On one day withdrawals come first: MTA lost its label on the day that Mov'eo
// took it in, so nothing passed.

#include "core/snapshot/snapshot.hpp"

#include <optional>
#include <vector>

namespace atlas {

// Merged, Absorbed, Split, Labelled: something goes on from `from` in `to`.
[[nodiscard]] bool is_flow(EventKind kind);
// Delabelled, NotRenewed.
[[nodiscard]] bool is_withdrawal(EventKind kind);
// A full take-over, and `source` held the label on its eve, or the event says `label_gap`: the bodies had no label of
// their own, yet the label was given to their successor. Does not look for withdrawals.
[[nodiscard]] bool passes_label(const Snapshot& snapshot, const Event& event, ClusterIndex source);

// When, and by which event, a body that does not go on itself gave its label away for good.
struct LabelPassing {
    Date day;
    ClusterIndex to = 0; // the first of the event's `to`
};
// Per cluster, the first such passing with after < day <= until that no withdrawal in that time precedes.
// O(clusters + events).
using LabelPassings = std::vector<std::optional<LabelPassing>>;
[[nodiscard]] LabelPassings label_passings(const Snapshot& snapshot, Date after, Date until);
// Whom the label of `cluster` reached, one after the other: mergers of mergers.
[[nodiscard]] std::vector<ClusterIndex> heirs_of(const LabelPassings& passings, ClusterIndex cluster);

}
