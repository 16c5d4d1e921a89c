#pragma once
// The printed lists of clusters (Snapshot::rosters), in the order of their dates, and who is missing from one.

#include "core/snapshot/snapshot.hpp"

namespace atlas {

// The newest list printed by the day. O(lists).
[[nodiscard]] std::optional<RosterIndex> list_at(const Snapshot& snapshot, Date day);
[[nodiscard]] bool is_on(const Cluster& cluster, RosterIndex list);

// Who is missing from the list of a day without a known reason: was on the list before it, which is of the same phase
// or of the one before; held a label until this list was drawn up; is not on it, holds no label at the day, and no
// source dates the end. A label that ended earlier was not missing from the list.
class MissingFromList {
public:
    MissingFromList(const Snapshot& snapshot, Date day);
    [[nodiscard]] std::optional<RosterIndex> list() const { return m_list; }
    [[nodiscard]] bool has(ClusterIndex cluster) const;

private:
    const Snapshot& m_snapshot;
    Date m_day;
    std::optional<RosterIndex> m_list, m_before; // m_before: nothing when it is of an older phase
};

}
