#include "core/explore/filter_sets.hpp"

#include <algorithm>

namespace atlas {

namespace {

bool shares_label(const Cluster& cluster, Date date) {
    const Label* label = label_at(cluster, date);
    return label != nullptr && is_joint_at(*label, date);
}

// Even-odd rule in the plane of longitude and latitude: exact enough for areas drawn on a map of one country.
bool is_inside(const std::vector<LngLat>& ring, double lng_deg, double lat_deg) {
    bool is_in = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const LngLat &a = ring[i], &b = ring[j];
        if ((a.lat_deg > lat_deg) == (b.lat_deg > lat_deg)) continue;
        const double crossing = a.lng_deg + (lat_deg - a.lat_deg) / (b.lat_deg - a.lat_deg) * (b.lng_deg - a.lng_deg);
        if (lng_deg < crossing) is_in = !is_in;
    }
    return is_in;
}

Bitset clusters_inside(const Snapshot& snapshot, const std::vector<LngLat>& ring) {
    Bitset set(snapshot.clusters.size());
    for (std::size_t i = 0; i < snapshot.clusters.size(); ++i) {
        const std::optional<Seat>& seat = snapshot.clusters[i].seat;
        if (seat && seat->kind != SeatKind::None && is_inside(ring, seat->lng_deg, seat->lat_deg)) set.add(i);
    }
    return set;
}

}

DatedSets::DatedSets(const Snapshot& snapshot, const SnapshotIndex& index, Date date)
    : m_snapshot(snapshot), m_index(index), m_date(date), m_holds(index.labels.holds_at(date)),
      m_holders(snapshot.clusters.size()) {
    clusters().each([&](std::size_t i) {
        if (m_holds[i] != 0) m_holders.add(i);
    });
    for (const FacetTraits& traits : facets_as_shown()) {
        if (traits.is_dated) add_members(traits);
    }
    add_joint_groups();
}

void DatedSets::add_members(const FacetTraits& traits) {
    const FacetColumn& column = m_index.facets.of(traits.facet);
    std::vector<Bitset>& members = m_members[static_cast<std::size_t>(traits.facet)];
    members.assign(column.values.size(), Bitset(m_snapshot.clusters.size()));
    clusters().each([&](std::size_t i) {
        const auto cluster = static_cast<ClusterIndex>(i);
        add_to_members(traits, {m_snapshot, m_index.facets, column, cluster, m_date, m_holds[i] != 0}, members);
    });
}

void DatedSets::add_joint_groups() {
    for (const std::vector<ClusterIndex>& group : m_index.facets.joint) {
        std::vector<ClusterIndex> members;
        for (const ClusterIndex i : group) {
            if (m_holds[i] != 0 && shares_label(m_snapshot.clusters[i], m_date)) members.push_back(i);
        }
        if (members.size() > 1) m_joint.push_back(std::move(members));
    }
}

std::span<const Bitset> DatedSets::members(Facet facet) const {
    if (traits_of(facet).is_dated) return m_members[static_cast<std::size_t>(facet)];
    return m_index.facets.of(facet).members;
}

std::uint32_t DatedSets::count(const Bitset& a, const Bitset& b) const {
    std::uint32_t labels = a.count_common(b);
    for (const std::vector<ClusterIndex>& group : m_joint) {
        const auto present = std::count_if(group.begin(), group.end(), [&](auto i) { return a.has(i) && b.has(i); });
        if (present > 1) labels -= static_cast<std::uint32_t>(present - 1);
    }
    return labels;
}

std::shared_ptr<const DatedSets> dated_sets(const Snapshot& snapshot, const SnapshotIndex& index, Date date) {
    const std::shared_ptr<const DatedSets> last = index.last_dated;
    const bool fits = last && last->date() == date && &last->snapshot() == &snapshot && &last->index() == &index;
    if (!fits) index.last_dated = std::make_shared<const DatedSets>(snapshot, index, date);
    return index.last_dated;
}

FilterSets::FilterSets(const DatedSets& dated, const Filter& filter) : m_dated(dated) {
    const SnapshotIndex& index = dated.index();
    for (std::size_t i = 0; i < k_facet_count; ++i) {
        const auto facet = static_cast<Facet>(i);
        if (filter.of(facet).empty()) continue;
        Bitset united(dated.clusters().size());
        for (const std::string& value : filter.of(facet)) {
            if (const auto place = index.facets.of(facet).find(value)) united.unite(dated.members(facet)[*place]);
        }
        m_ticked[i] = std::move(united);
    }
    if (!fold(filter.text).empty()) m_text = matching_clusters(index.search, filter.text);
    if (filter.area.size() >= 3) m_area = clusters_inside(dated.snapshot(), filter.area);
}

// Holders, unless a facet about everybody is ticked (result.hpp), or would be: the one whose ticks are left out.
const Bitset& FilterSets::asked_about(std::optional<Facet> without) const {
    for (const FacetTraits& traits : facets_as_shown()) {
        if (traits.scope != FacetScope::Everybody) continue;
        const bool is_ticked = m_ticked[static_cast<std::size_t>(traits.facet)].has_value();
        if (is_ticked || without == traits.facet) return m_dated.clusters();
    }
    return m_dated.holders();
}

Bitset FilterSets::passing(std::optional<Facet> without) const {
    return narrowed(asked_about(without), without);
}

Bitset FilterSets::narrowed(Bitset set, std::optional<Facet> without) const {
    for (std::size_t i = 0; i < k_facet_count; ++i) {
        const auto facet = static_cast<Facet>(i);
        if (m_ticked[i] && facet != without) set.intersect(*m_ticked[i]);
    }
    if (m_text) set.intersect(*m_text);
    if (m_area) set.intersect(*m_area);
    return set;
}

}
