#include "core/time/lineage.hpp"

#include "core/base/order.hpp"
#include "core/time/label_passing.hpp"
#include "core/time/roster.hpp"

#include <algorithm>

namespace atlas {

namespace {

bool is_end(EventKind kind) {
    return is_withdrawal(kind) || kind == EventKind::Dissolved;
}

}

Lineage::Lineage(const Snapshot& snapshot) : m_parents(snapshot.clusters.size()), m_children(snapshot.clusters.size()) {
    for (std::size_t i = 0; i < snapshot.events.size(); ++i) {
        const Event& event = snapshot.events[i];
        if (!is_flow(event.kind)) continue;
        for (const ClusterIndex from : event.from)
            for (const ClusterIndex to : event.to) {
                if (from == to) continue;
                m_flows.push_back({from, to, static_cast<EventIndex>(i), event.effective_day()});
                m_children[from].push_back(to);
                m_parents[to].push_back(from);
            }
    }
    sort_stable(m_flows, [](const Flow& a, const Flow& b) { return a.day < b.day; });
    m_by_source = m_by_target = m_flows;
    sort_stable(m_by_source, [](const Flow& a, const Flow& b) { return a.from < b.from; });
    sort_stable(m_by_target, [](const Flow& a, const Flow& b) { return a.to < b.to; });
}

namespace {

// libc++ 14 has no span of two iterators.
using FlowIterator = std::vector<Flow>::const_iterator;
std::span<const Flow> part_of(const std::vector<Flow>& flows, std::pair<FlowIterator, FlowIterator> range) {
    const auto first = static_cast<std::size_t>(range.first - flows.begin());
    return std::span(flows.data() + first, static_cast<std::size_t>(range.second - range.first));
}

}

std::span<const Flow> Lineage::flows_from(ClusterIndex cluster) const {
    return part_of(m_by_source, std::equal_range(m_by_source.begin(), m_by_source.end(), Flow{cluster, 0, 0, {}},
                                                 [](const Flow& a, const Flow& b) { return a.from < b.from; }));
}

std::span<const Flow> Lineage::flows_to(ClusterIndex cluster) const {
    return part_of(m_by_target, std::equal_range(m_by_target.begin(), m_by_target.end(), Flow{0, cluster, 0, {}},
                                                 [](const Flow& a, const Flow& b) { return a.to < b.to; }));
}

std::vector<ClusterIndex> Lineage::reach(ClusterIndex cluster,
                                         const std::vector<std::vector<ClusterIndex>>& next) const {
    if (cluster >= next.size()) return {};
    std::vector<ClusterIndex> found{cluster};
    for (std::size_t i = 0; i < found.size(); ++i)
        for (const ClusterIndex other : next[found[i]])
            if (std::find(found.begin(), found.end(), other) == found.end()) found.push_back(other);
    found.erase(found.begin());
    sort_stable(found);
    return found;
}

std::vector<std::uint8_t> Lineage::kin(ClusterIndex cluster) const {
    std::vector<std::uint8_t> is_kin(m_parents.size(), 0);
    if (cluster >= is_kin.size()) return is_kin;
    is_kin[cluster] = 1;
    for (const ClusterIndex other : ancestors(cluster)) is_kin[other] = 1;
    for (const ClusterIndex other : descendants(cluster)) is_kin[other] = 1;
    return is_kin;
}

bool Lineage::is_acyclic() const {
    // Kahn: take away organisations without parents until none is left, or only a cycle.
    std::vector<std::size_t> open(m_parents.size());
    std::vector<ClusterIndex> ready;
    for (std::size_t i = 0; i < m_parents.size(); ++i) {
        open[i] = m_parents[i].size();
        if (open[i] == 0) ready.push_back(static_cast<ClusterIndex>(i));
    }
    for (std::size_t i = 0; i < ready.size(); ++i)
        for (const ClusterIndex child : m_children[ready[i]])
            if (--open[child] == 0) ready.push_back(child);
    return ready.size() == m_parents.size();
}

std::vector<ClusterIndex> unexplained(const Snapshot& snapshot, const Lineage& lineage, Date date) {
    std::vector<std::uint8_t> has_end(snapshot.clusters.size(), 0);
    for (const Event& event : snapshot.events)
        if (is_end(event.kind))
            for (const ClusterIndex cluster : event.from) has_end[cluster] = 1;
    const auto is_explained = [&](ClusterIndex cluster) {
        return has_end[cluster] || holds_at(snapshot.clusters[cluster], date);
    };
    std::vector<ClusterIndex> found;
    for (ClusterIndex i = 0; i < snapshot.clusters.size(); ++i) {
        if (snapshot.clusters[i].labels.empty() || is_explained(i)) continue;
        const std::vector<ClusterIndex> heirs = lineage.descendants(i);
        if (std::none_of(heirs.begin(), heirs.end(), is_explained)) found.push_back(i);
    }
    return found;
}

}
