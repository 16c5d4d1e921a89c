#pragma once
// The organisations as a graph: who came from whom. An edge leads from each `from` of a Merged, Absorbed, Split or
// Labelled event to each `to` (itself excepted), at the event's effective day. Built once per snapshot in O(edges);
// ancestry and descent are O(their size).

#include "core/snapshot/snapshot.hpp"

#include <span>

namespace atlas {

struct Flow {
    ClusterIndex from = 0, to = 0;
    EventIndex event = 0;
    Date day;
};

class Lineage {
public:
    explicit Lineage(const Snapshot& snapshot);

    [[nodiscard]] std::span<const Flow> flows() const { return m_flows; }       // in time order
    [[nodiscard]] std::span<const Flow> flows_from(ClusterIndex cluster) const; // in time order
    [[nodiscard]] std::span<const Flow> flows_to(ClusterIndex cluster) const;   // in time order
    // Sorted, without the cluster itself.
    [[nodiscard]] std::vector<ClusterIndex> ancestors(ClusterIndex cluster) const { return reach(cluster, m_parents); }
    [[nodiscard]] std::vector<ClusterIndex> descendants(ClusterIndex cluster) const {
        return reach(cluster, m_children);
    }
    // Per cluster: 1 for itself, its ancestors and its descendants.
    [[nodiscard]] std::vector<std::uint8_t> kin(ClusterIndex cluster) const;
    // No organisation is its own ancestor.
    [[nodiscard]] bool is_acyclic() const;

private:
    std::vector<ClusterIndex> reach(ClusterIndex cluster, const std::vector<std::vector<ClusterIndex>>& next) const;

    std::vector<Flow> m_flows;
    std::vector<Flow> m_by_source, m_by_target;
    std::vector<std::vector<ClusterIndex>> m_parents, m_children;
};

// Former holders that neither have a stated end (Delabelled, NotRenewed, Dissolved) nor a descendant, themselves
// included, that holds the label at the date. Empty for a complete snapshot.
[[nodiscard]] std::vector<ClusterIndex> unexplained(const Snapshot& snapshot, const Lineage& lineage, Date date);

}
