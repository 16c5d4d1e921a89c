#include "core/time/changes.hpp"

#include "core/base/order.hpp"
#include "core/time/label_passing.hpp"
#include "core/time/roster.hpp"

#include <algorithm>
#include <numeric>

namespace atlas {

namespace {

// Withdrawals come first on a day, dissolutions last.
int rank_on_its_day(EventKind kind) {
    if (is_withdrawal(kind)) return 0;
    return kind == EventKind::Dissolved ? 2 : 1;
}

void add_unique(std::vector<ClusterIndex>& list, ClusterIndex item) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

// Going back from b to a: the holders of B that a label held on the day under the cursor ends up with.
class Heirs {
public:
    Heirs(const Snapshot& snapshot, const Changes& changes, const std::vector<std::uint8_t>& holds_later)
        : m_snapshot(snapshot), m_stays(holds_later), m_heirs(snapshot.clusters.size()) {
        for (std::size_t i = 0; i < m_heirs.size(); ++i)
            if (m_stays[i]) m_heirs[i].push_back(static_cast<ClusterIndex>(i));
        for (const Event* event : events_between(changes.earlier, changes.later)) undo(*event);
    }
    const std::vector<ClusterIndex>& of(ClusterIndex cluster) const { return m_heirs[cluster]; }

private:
    // Latest first.
    std::vector<const Event*> events_between(Date earlier, Date later) const {
        std::vector<const Event*> events;
        for (const Event& event : m_snapshot.events)
            if (earlier < event.effective_day() && event.effective_day() <= later) events.push_back(&event);
        sort_stable(events, [](const Event* a, const Event* b) {
            const auto key = [](const Event* e) { return std::pair(e->effective_day(), rank_on_its_day(e->kind)); };
            return key(a) > key(b);
        });
        return events;
    }

    void undo(const Event& event) {
        if (rank_on_its_day(event.kind) != 1) {
            for (const ClusterIndex cluster : event.from)
                if (!m_stays[cluster]) m_heirs[cluster].clear();
            return;
        }
        std::vector<ClusterIndex> heirs;
        for (const ClusterIndex target : event.to)
            for (const ClusterIndex heir : m_heirs[target]) add_unique(heirs, heir);
        for (const ClusterIndex source : event.from)
            if (can_pass(event, source))
                for (const ClusterIndex heir : heirs) add_unique(m_heirs[source], heir);
    }

    bool can_pass(const Event& event, ClusterIndex source) const {
        if (m_stays[source] && event.kind != EventKind::Split) return false;
        return passes_label(m_snapshot, event, source);
    }

    const Snapshot& m_snapshot;
    const std::vector<std::uint8_t>& m_stays;
    std::vector<std::vector<ClusterIndex>> m_heirs;
};

// Union-find over the nodes "cluster at a" (0 .. n-1) and "cluster at b" (n .. 2n-1).
class Groups {
public:
    explicit Groups(std::size_t nodes) : m_parent(nodes) { std::iota(m_parent.begin(), m_parent.end(), 0U); }
    std::uint32_t root(std::uint32_t node) {
        while (m_parent[node] != node) {
            m_parent[node] = m_parent[m_parent[node]];
            node = m_parent[node];
        }
        return node;
    }
    void join(std::uint32_t a, std::uint32_t b) { m_parent[root(a)] = root(b); }

private:
    std::vector<std::uint32_t> m_parent;
};

std::vector<std::uint8_t> holders(const Snapshot& snapshot, Date date) {
    std::vector<std::uint8_t> holds(snapshot.clusters.size(), 0);
    for (std::size_t i = 0; i < holds.size(); ++i) holds[i] = holds_at(snapshot.clusters[i], date) ? 1 : 0;
    return holds;
}

// Bodies beyond the first under each joint label in force.
std::int32_t joint_surplus(const Snapshot& snapshot, Date date) {
    std::vector<std::string_view> shared;
    for (const Cluster& cluster : snapshot.clusters) {
        if (cluster.kind == ClusterKind::Partner) continue;
        for (const Label& label : cluster.labels) {
            if (holds_at(label, date) && is_joint_at(label, date)) shared.push_back(label.joint->id);
        }
    }
    sort_stable(shared);
    const auto different = std::unique(shared.begin(), shared.end()) - shared.begin();
    return static_cast<std::int32_t>(shared.size()) - static_cast<std::int32_t>(different);
}

std::vector<std::uint8_t> renamed_between(const Snapshot& snapshot, Date earlier, Date later) {
    std::vector<std::uint8_t> renamed(snapshot.clusters.size(), 0);
    for (const Event& event : snapshot.events) {
        const Date day = event.effective_day();
        if (event.kind != EventKind::Renamed || day <= earlier || later < day) continue;
        for (const ClusterIndex cluster : event.to) renamed[cluster] = 1;
    }
    return renamed;
}

struct Rosters {
    std::vector<std::uint8_t> earlier, later;
};

void sort_into(Changes& changes, std::vector<Merger> groups, const std::vector<std::uint8_t>& renamed) {
    for (Merger& group : groups) {
        if (group.from.empty() && group.to.empty()) continue;
        if (group.from.empty())
            changes.entered.push_back(group.to.front());
        else if (group.to.empty())
            changes.left.push_back(group.from.front());
        else if (group.from.size() > 1 || group.from != group.to)
            changes.merged.push_back(std::move(group));
        else if (renamed[group.from.front()])
            changes.renamed.push_back(group.from.front());
        else
            changes.continued.push_back(group.from.front());
    }
    for (auto* list : {&changes.entered, &changes.left, &changes.renamed, &changes.continued}) sort_stable(*list);
    sort_stable(changes.merged, [](const Merger& a, const Merger& b) { return a.to.front() < b.to.front(); });
}

std::vector<Merger> groups_of(const Heirs& heirs, const Rosters& rosters) {
    const auto n = static_cast<std::uint32_t>(rosters.earlier.size());
    Groups groups(std::size_t{n} * 2);
    for (ClusterIndex cluster = 0; cluster < n; ++cluster)
        if (rosters.earlier[cluster])
            for (const ClusterIndex heir : heirs.of(cluster)) groups.join(cluster, n + heir);
    std::vector<Merger> members(std::size_t{n} * 2);
    for (ClusterIndex cluster = 0; cluster < n; ++cluster) {
        if (rosters.earlier[cluster]) members[groups.root(cluster)].from.push_back(cluster);
        if (rosters.later[cluster]) members[groups.root(n + cluster)].to.push_back(cluster);
    }
    return members;
}

bool is_in(const std::vector<ClusterIndex>& sorted, ClusterIndex cluster) {
    return std::binary_search(sorted.begin(), sorted.end(), cluster);
}

}

Changes compute_changes(const Snapshot& snapshot, Date a, Date b) {
    Changes changes;
    changes.earlier = std::min(a, b);
    changes.later = std::max(a, b);
    const Rosters rosters{holders(snapshot, changes.earlier), holders(snapshot, changes.later)};
    const Heirs heirs(snapshot, changes, rosters.later);
    sort_into(changes, groups_of(heirs, rosters), renamed_between(snapshot, changes.earlier, changes.later));

    const auto bodies = [](const std::vector<std::uint8_t>& holds) {
        return static_cast<std::int32_t>(std::count(holds.begin(), holds.end(), 1));
    };
    const std::int32_t surplus_earlier = joint_surplus(snapshot, changes.earlier);
    const std::int32_t surplus_later = joint_surplus(snapshot, changes.later);
    changes.holders_earlier = static_cast<std::uint32_t>(bodies(rosters.earlier) - surplus_earlier);
    changes.holders_later = static_cast<std::uint32_t>(bodies(rosters.later) - surplus_later);
    changes.joint_difference = surplus_earlier - surplus_later;
    return changes;
}

ChangeKind change_of(const Changes& changes, ClusterIndex cluster) {
    if (is_in(changes.continued, cluster)) return ChangeKind::Continued;
    if (is_in(changes.renamed, cluster)) return ChangeKind::Renamed;
    if (is_in(changes.entered, cluster)) return ChangeKind::Entered;
    if (is_in(changes.left, cluster)) return ChangeKind::Left;
    const auto has_it = [&](const Merger& merger) { return is_in(merger.from, cluster) || is_in(merger.to, cluster); };
    return std::any_of(changes.merged.begin(), changes.merged.end(), has_it) ? ChangeKind::Merged : ChangeKind::None;
}

std::vector<ChangeKind> change_kinds(const Changes& changes, std::size_t clusters) {
    std::vector<ChangeKind> kinds(clusters, ChangeKind::None);
    const auto mark = [&](const std::vector<ClusterIndex>& list, ChangeKind kind) {
        for (const ClusterIndex cluster : list)
            if (cluster < clusters) kinds[cluster] = kind;
    };
    mark(changes.entered, ChangeKind::Entered);
    mark(changes.left, ChangeKind::Left);
    mark(changes.renamed, ChangeKind::Renamed);
    mark(changes.continued, ChangeKind::Continued);
    for (const Merger& merger : changes.merged) {
        mark(merger.from, ChangeKind::Merged);
        mark(merger.to, ChangeKind::Merged);
    }
    return kinds;
}

ChangeCounts count_changes(const Changes& changes) {
    const auto size = [](const auto& list) { return static_cast<std::int32_t>(list.size()); };
    ChangeCounts counts;
    counts.entered = size(changes.entered);
    counts.left = size(changes.left);
    counts.renamed = size(changes.renamed);
    counts.continued = size(changes.continued);
    for (const Merger& merger : changes.merged) {
        const bool is_split = merger.to.size() > merger.from.size();
        (is_split ? counts.splits : counts.mergers) += 1;
        (is_split ? counts.split_from : counts.merged_from) += size(merger.from);
        (is_split ? counts.split_to : counts.merged_to) += size(merger.to);
    }
    return counts;
}

}
