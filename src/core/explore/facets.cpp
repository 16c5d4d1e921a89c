#include "core/explore/facets.hpp"

#include "core/base/order.hpp"
#include "core/time/roster.hpp"

#include <algorithm>
#include <limits>

namespace atlas {

namespace {

using Values = std::vector<std::string>;

template<class Record, class Id>
Values ids_of(const std::vector<Record>& records, Id id) {
    Values values;
    values.reserve(records.size());
    for (const Record& record : records) values.push_back(record.*id);
    return values;
}

// Only departments with a seat: most of the hundred have none.
Values seat_departments(const Snapshot& snapshot) {
    Values values;
    for (const Cluster& cluster : snapshot.clusters) {
        if (cluster.seat && !cluster.seat->department.empty()) values.push_back(cluster.seat->department);
    }
    sort_stable(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

Values phase_numbers(const Snapshot& snapshot) {
    Values values;
    for (const Phase& phase : snapshot.phases) {
        if (phase.start) values.push_back(std::to_string(phase.number));
    }
    return values;
}

Values term_values(const Snapshot& snapshot) {
    Values values = ids_of(snapshot.terms, &Named::id);
    values.emplace_back(k_term_unknown);
    return values;
}

class Columns {
public:
    Columns(const Snapshot& snapshot, FacetIndex& index) : m_snapshot(snapshot), m_index(index) {
        for (std::size_t i = 0; i < k_facet_count; ++i) {
            const auto facet = static_cast<Facet>(i);
            FacetColumn& column = index.columns[i];
            column.values = facet_values(snapshot, facet);
            const bool is_dated = facet == Facet::Term || facet == Facet::Status;
            if (!is_dated) column.members.assign(column.values.size(), Bitset(snapshot.clusters.size()));
        }
    }

    void add_cluster(ClusterIndex i) {
        const Cluster& cluster = m_snapshot.clusters[i];
        m_index.clusters.add(i);
        if (cluster.seat) add_seat(i, *cluster.seat);
        for (const RegionIndex region : cluster.regions_covered) add(Facet::Covered, region, i);
        add(Facet::Domain, cluster.domain, i);
        for (const SectorIndex sector : cluster.sectors) add(Facet::Sector, sector, i);
        if (cluster.cluster_class) add(Facet::Class, *cluster.cluster_class, i);
        for (const RosterName& roster : cluster.rosters) add(Facet::Roster, roster.roster, i);
        add(Facet::Stories, m_index.stories_per_cluster[i] > 0 ? 0 : 1, i);
        add_entry(i, cluster);
    }

    void add_story(const Story& story) {
        for (const ClusterIndex cluster : story.clusters) add(Facet::Theme, story.theme, cluster);
    }

private:
    void add(Facet facet, std::size_t value, ClusterIndex cluster) {
        std::vector<Bitset>& members = m_index.columns[static_cast<std::size_t>(facet)].members;
        if (value < members.size()) members[value].add(cluster);
    }

    void add_seat(ClusterIndex i, const Seat& seat) {
        if (seat.region) add(Facet::Region, *seat.region, i);
        if (const auto place = m_index.of(Facet::Department).find(seat.department)) add(Facet::Department, *place, i);
    }

    // The last phase begun when the first label was given; a label from before the first phase belongs to the first.
    void add_entry(ClusterIndex i, const Cluster& cluster) {
        if (cluster.labels.empty()) return;
        std::size_t place = 0, next = 0;
        for (const Phase& phase : m_snapshot.phases) {
            if (!phase.start) continue;
            if (*phase.start <= cluster.labels.front().from) place = next;
            ++next;
        }
        add(Facet::Entry, place, i);
    }

    const Snapshot& m_snapshot;
    FacetIndex& m_index;
};

std::vector<std::vector<ClusterIndex>> joint_groups(const Snapshot& snapshot) {
    std::vector<std::pair<std::string_view, ClusterIndex>> members;
    for (ClusterIndex i = 0; i < snapshot.clusters.size(); ++i) {
        for (const Label& label : snapshot.clusters[i].labels) {
            if (label.joint) members.emplace_back(label.joint->id, i);
        }
    }
    sort_stable(members);
    members.erase(std::unique(members.begin(), members.end()), members.end());
    std::vector<std::vector<ClusterIndex>> groups;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (i == 0 || members[i].first != members[i - 1].first) groups.emplace_back();
        groups.back().push_back(members[i].second);
    }
    return groups;
}

// Days of the atlas never reach this.
constexpr std::int32_t k_never = std::numeric_limits<std::int32_t>::max();

bool passes_label(const Snapshot& snapshot, const Event& event, ClusterIndex cluster) {
    const bool is_flow = event.kind == EventKind::Merged || event.kind == EventKind::Absorbed ||
                         event.kind == EventKind::Split || event.kind == EventKind::Labelled;
    const bool goes_on = std::find(event.to.begin(), event.to.end(), cluster) != event.to.end();
    if (!is_flow || event.partial || goes_on || event.to.empty()) return false;
    const Date eve{event.effective_day().days - 1};
    return event.label_gap || holds_at(snapshot.clusters[cluster], eve);
}

// The day on which each cluster's label passed to a successor. A withdrawal up to that day comes first (changes.hpp).
std::vector<std::int32_t> merger_days(const Snapshot& snapshot) {
    std::vector<std::int32_t> withdrawn(snapshot.clusters.size(), k_never), merged(snapshot.clusters.size(), k_never);
    for (const Event& event : snapshot.events) {
        if (event.kind != EventKind::Delabelled && event.kind != EventKind::NotRenewed) continue;
        for (const ClusterIndex from : event.from) {
            withdrawn[from] = std::min(withdrawn[from], event.effective_day().days);
        }
    }
    for (const Event& event : snapshot.events) {
        const std::int32_t day = event.effective_day().days;
        for (const ClusterIndex from : event.from) {
            if (withdrawn[from] <= day || !passes_label(snapshot, event, from)) continue;
            merged[from] = std::min(merged[from], day);
        }
    }
    return merged;
}

std::vector<std::int32_t> first_end_days(const Snapshot& snapshot) {
    std::vector<std::int32_t> days(snapshot.clusters.size(), k_never);
    for (ClusterIndex i = 0; i < snapshot.clusters.size(); ++i) {
        for (const Label& label : snapshot.clusters[i].labels) {
            if (label.to) days[i] = std::min(days[i], label.to->days);
        }
    }
    return days;
}

}

Values facet_values(const Snapshot& snapshot, Facet facet) {
    switch (facet) {
    case Facet::Region:
    case Facet::Covered:
        return ids_of(snapshot.regions, &Region::code);
    case Facet::Department:
        return seat_departments(snapshot);
    case Facet::Domain:
        return ids_of(snapshot.domains, &Domain::id);
    case Facet::Sector:
        return ids_of(snapshot.sectors, &Sector::id);
    case Facet::Term:
        return term_values(snapshot);
    case Facet::Class:
        return ids_of(snapshot.classes, &Named::id);
    case Facet::Roster:
        return ids_of(snapshot.rosters, &Roster::id);
    case Facet::Entry:
        return phase_numbers(snapshot);
    case Facet::Status:
        return {"labelled", "ended", "merged"};
    case Facet::Theme:
        return ids_of(snapshot.themes, &Theme::id);
    case Facet::Stories:
        return {"with", "without"};
    }
    return {};
}

bool is_facet_value(const Snapshot& snapshot, Facet facet, std::string_view value) {
    const Values values = facet_values(snapshot, facet);
    return std::find(values.begin(), values.end(), value) != values.end();
}

std::optional<std::size_t> FacetColumn::find(std::string_view value) const {
    const auto found = std::find(values.begin(), values.end(), value);
    if (found == values.end()) return std::nullopt;
    return static_cast<std::size_t>(found - values.begin());
}

FacetIndex build_facet_index(const Snapshot& snapshot) {
    FacetIndex index;
    const std::size_t count = snapshot.clusters.size();
    index.clusters = Bitset(count);
    index.stories_per_cluster.assign(count, 0);
    for (const Story& story : snapshot.stories) {
        for (const ClusterIndex cluster : story.clusters) ++index.stories_per_cluster[cluster];
    }
    Columns columns(snapshot, index);
    for (ClusterIndex i = 0; i < count; ++i) {
        if (snapshot.clusters[i].kind == ClusterKind::Cluster) columns.add_cluster(i);
    }
    for (const Story& story : snapshot.stories) columns.add_story(story);
    index.joint = joint_groups(snapshot);
    index.first_end_day = first_end_days(snapshot);
    index.merger_day = merger_days(snapshot);
    return index;
}

}
