#include "core/snapshot/label_index.hpp"

#include "core/base/order.hpp"

#include <algorithm>
#include <limits>
#include <string_view>

namespace atlas {

namespace {

constexpr std::int32_t k_open_end = std::numeric_limits<std::int32_t>::max();
constexpr std::uint32_t k_no_group = std::numeric_limits<std::uint32_t>::max();

// A change of one of the counts on one day. Members of a joint label change their group, everything else the counts.
struct Delta {
    std::int32_t day = 0;
    std::int8_t latest = 0, earliest = 0; // uncertain ends at their latest, at their earliest
    std::uint32_t group = k_no_group;
};

std::int32_t end_day(const std::optional<Date>& end) {
    return end ? end->days : k_open_end;
}

std::int32_t earliest_end_day(const Label& label) {
    if (!label.to_certain && label.to_earliest) return std::min(label.to_earliest->days, end_day(label.to));
    return end_day(label.to);
}

void add_interval(std::vector<Delta>& deltas, std::int32_t from, std::int32_t earliest_to, std::int32_t to) {
    if (from >= to) return;
    const bool is_in_minimum = from < earliest_to;
    deltas.push_back({from, 1, static_cast<std::int8_t>(is_in_minimum ? 1 : 0), k_no_group});
    if (is_in_minimum && earliest_to < to) deltas.push_back({earliest_to, 0, -1, k_no_group});
    if (to == k_open_end) return;
    const bool ends_both = is_in_minimum && earliest_to == to;
    deltas.push_back({to, -1, static_cast<std::int8_t>(ends_both ? -1 : 0), k_no_group});
}

class JointGroups {
public:
    void add(const Label& label, std::vector<Delta>& deltas) {
        const std::uint32_t group = group_of(label.joint->id);
        const std::int32_t from = std::max(label.joint->from.days, label.from.days);
        const std::int32_t to = std::min(end_day(label.joint->to), end_day(label.to));
        const std::int32_t earliest_to = std::min(to, earliest_end_day(label));
        const std::size_t first = deltas.size();
        add_interval(deltas, from, earliest_to, to);
        for (std::size_t i = first; i < deltas.size(); ++i) deltas[i].group = group;
    }
    std::size_t size() const { return m_names.size(); }

private:
    std::uint32_t group_of(std::string_view id) {
        const auto place = std::lower_bound(m_names.begin(), m_names.end(), id,
                                            [](const auto& entry, std::string_view key) { return entry.first < key; });
        if (place != m_names.end() && place->first == id) return place->second;
        const auto group = static_cast<std::uint32_t>(m_names.size());
        m_names.insert(place, {id, group});
        return group;
    }
    std::vector<std::pair<std::string_view, std::uint32_t>> m_names; // sorted by name
};

// Bodies, and by how many they exceed the labels because some share one.
struct Tally {
    std::int32_t bodies = 0, surplus = 0;
    std::vector<std::int32_t> active; // members of each joint label

    void apply(std::int32_t change, std::uint32_t group) {
        if (group == k_no_group) {
            bodies += change;
            return;
        }
        std::int32_t& members = active[group];
        surplus -= std::max(0, members - 1);
        members += change;
        surplus += std::max(0, members - 1);
    }
    std::uint32_t labels() const { return static_cast<std::uint32_t>(bodies - surplus); }
};

std::vector<RosterStep> sweep(std::vector<Delta> deltas, std::size_t groups) {
    sort_stable(deltas, [](const Delta& a, const Delta& b) { return a.day < b.day; });
    Tally latest{0, 0, std::vector<std::int32_t>(groups, 0)};
    Tally earliest = latest;
    std::vector<RosterStep> steps;
    for (std::size_t i = 0; i < deltas.size();) {
        const std::int32_t day = deltas[i].day;
        for (; i < deltas.size() && deltas[i].day == day; ++i) {
            latest.apply(deltas[i].latest, deltas[i].group);
            earliest.apply(deltas[i].earliest, deltas[i].group);
        }
        steps.push_back({Date{day}, latest.labels(), earliest.labels(), static_cast<std::uint32_t>(latest.bodies)});
    }
    return steps;
}

}

LabelIndex::LabelIndex(const Snapshot& snapshot) : m_cluster_count(snapshot.clusters.size()) {
    std::vector<Delta> deltas;
    deltas.reserve(snapshot.clusters.size() * 2);
    JointGroups groups;
    for (std::size_t i = 0; i < snapshot.clusters.size(); ++i) {
        const Cluster& cluster = snapshot.clusters[i];
        if (cluster.kind == ClusterKind::Partner) continue;
        for (const Label& label : cluster.labels) {
            m_from.push_back(label.from.days);
            m_to.push_back(end_day(label.to));
            m_cluster.push_back(static_cast<ClusterIndex>(i));
            add_interval(deltas, label.from.days, earliest_end_day(label), end_day(label.to));
            if (label.joint) groups.add(label, deltas);
        }
    }
    m_steps = sweep(std::move(deltas), groups.size());
}

RosterStep LabelIndex::at(Date date) const {
    const auto after = std::upper_bound(m_steps.begin(), m_steps.end(), date,
                                        [](Date key, const RosterStep& step) { return key < step.from; });
    return after == m_steps.begin() ? RosterStep{date} : *(after - 1);
}

std::vector<std::uint8_t> LabelIndex::holds_at(Date date) const {
    std::vector<std::uint8_t> holds(m_cluster_count, 0);
    for (std::size_t i = 0; i < m_cluster.size(); ++i)
        if (m_from[i] <= date.days && date.days < m_to[i]) holds[m_cluster[i]] = 1;
    return holds;
}

std::vector<ClusterIndex> LabelIndex::holders_at(Date date) const {
    std::vector<ClusterIndex> holders;
    for (std::size_t i = 0; i < m_cluster.size(); ++i) {
        const bool is_held = m_from[i] <= date.days && date.days < m_to[i];
        if (is_held && (holders.empty() || holders.back() != m_cluster[i])) holders.push_back(m_cluster[i]);
    }
    return holders;
}

bool holds_at(const Label& label, Date date) {
    return label.from <= date && (!label.to || date < *label.to);
}

bool is_joint_at(const Label& label, Date date) {
    return label.joint && label.joint->from <= date && (!label.joint->to || date < *label.joint->to);
}

const Label* label_at(const Cluster& cluster, Date date) {
    for (const Label& label : cluster.labels)
        if (holds_at(label, date)) return &label;
    return nullptr;
}

bool holds_at(const Cluster& cluster, Date date) {
    return cluster.kind == ClusterKind::Cluster && label_at(cluster, date) != nullptr;
}

}
