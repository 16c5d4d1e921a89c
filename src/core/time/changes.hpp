#pragma once
// What became of every label holder between two dates a < b.
//
// The rule. A = holders at a, B = holders at b (roster.hpp). Events count if a < effective day <= b; on one day first
// withdrawals (Delabelled, NotRenewed), then Labelled, Merged, Absorbed and Split, then Dissolved.
//   1. A holder of A that is in B is its own heir, whatever happened in between.
//   2. Otherwise its label passes to the `to` of a Merged, Absorbed, Split or Labelled event that names it in `from`,
//      if it held the label on the eve of that day or the event says `label_gap` (the bodies had no label of their own,
//      yet the label was given to their successor), and so on through chains, until holders of B are reached.
//      A Split passes the label of a holder that stays, too. `partial` events pass nothing: not a full take-over.
//      `label_only` events pass like any other. A withdrawal or dissolution before the merger ends the line: MTA lost
//      its label on the day that Mov'eo took it in, so it left.
//   3. A and B joined by these heirs fall into connected groups:
//        nobody -> b                entered          a -> nobody                   left
//        a -> the same a            renamed if a Renamed event of a lies between, else continued
//        anything else              merged {from, to}; the absorber that goes on is in both
// Hence, with joint labels counted once:
//   holders_later = holders_earlier + entered - left - (sum of from - sum of to over merged) + joint_difference.
// O(clusters + events). Lists are in index order, mergers by their first `to`.

#include "core/snapshot/snapshot.hpp"

namespace atlas {

struct Merger {
    std::vector<ClusterIndex> from, to;
};

// From the earlier date to the later; every holder of either date is in exactly one of the lists.
struct Changes {
    Date earlier, later;
    std::vector<ClusterIndex> entered, left, renamed, continued;
    std::vector<Merger> merged;
    std::uint32_t holders_earlier = 0, holders_later = 0;
    std::int32_t joint_difference = 0; // joint labels counted once: what makes the sum add up
};

// The dates may come in either order.
[[nodiscard]] Changes compute_changes(const Snapshot& snapshot, Date a, Date b);

enum class ChangeKind : std::uint8_t { None, Entered, Left, Merged, Renamed, Continued };
inline constexpr std::size_t k_change_kinds = 6;

[[nodiscard]] ChangeKind change_of(const Changes& changes, ClusterIndex cluster);
// change_of for every cluster at once.
[[nodiscard]] std::vector<ChangeKind> change_kinds(const Changes& changes, std::size_t clusters);

struct ChangeCounts {
    std::int32_t entered = 0, left = 0, renamed = 0, continued = 0;
    std::int32_t mergers = 0, merged_from = 0, merged_to = 0; // groups with no more holders after than before
    std::int32_t splits = 0, split_from = 0, split_to = 0;    // groups with more
    [[nodiscard]] std::int32_t lost_by_merger() const { return merged_from - merged_to; }
    [[nodiscard]] std::int32_t won_by_split() const { return split_to - split_from; }
};
[[nodiscard]] ChangeCounts count_changes(const Changes& changes);

}
