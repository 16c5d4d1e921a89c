#pragma once
// A filter as sets of clusters, at one date. Everything that evaluate() counts is an intersection of these.

#include "core/explore/snapshot_index.hpp"

#include <array>
#include <optional>
#include <span>

namespace atlas {

// What depends on the date alone.
class DatedSets {
public:
    DatedSets(const Snapshot& snapshot, const SnapshotIndex& index, Date date);

    [[nodiscard]] const Bitset& holders() const { return m_holders; }
    [[nodiscard]] const Bitset& clusters() const { return m_index.facets.clusters; }
    // One set per value of the facet, in the order of facet_values().
    [[nodiscard]] std::span<const Bitset> members(Facet facet) const;
    // Of a ∩ b; bodies under one joint label at the date are one.
    [[nodiscard]] std::uint32_t count(const Bitset& a, const Bitset& b) const;
    [[nodiscard]] std::uint32_t count(const Bitset& set) const { return count(set, set); }
    [[nodiscard]] const Snapshot& snapshot() const { return m_snapshot; }
    [[nodiscard]] const SnapshotIndex& index() const { return m_index; }
    [[nodiscard]] Date date() const { return m_date; }
    [[nodiscard]] const std::vector<std::uint8_t>& holds() const { return m_holds; }

private:
    void add_members(const FacetTraits& traits);
    void add_joint_groups();

    const Snapshot& m_snapshot;
    const SnapshotIndex& m_index;
    Date m_date;
    std::vector<std::uint8_t> m_holds;
    Bitset m_holders;
    std::array<std::vector<Bitset>, k_facet_count> m_members; // of the dated facets
    std::vector<std::vector<ClusterIndex>> m_joint;           // two or more holders under one label now
};

// The sets of that date, made only when the last ones were for another.
[[nodiscard]] std::shared_ptr<const DatedSets> dated_sets(const Snapshot& snapshot, const SnapshotIndex& index,
                                                          Date date);

class FilterSets {
public:
    FilterSets(const DatedSets& dated, const Filter& filter);

    // What passes when one facet's ticks are left out, or none are.
    [[nodiscard]] Bitset passing(std::optional<Facet> without = std::nullopt) const;
    // The same among all clusters, holders or not.
    [[nodiscard]] Bitset passing_anybody() const { return narrowed(m_dated.clusters(), std::nullopt); }

private:
    [[nodiscard]] const Bitset& asked_about(std::optional<Facet> without) const;
    [[nodiscard]] Bitset narrowed(Bitset set, std::optional<Facet> without) const;

    const DatedSets& m_dated;
    std::array<std::optional<Bitset>, k_facet_count> m_ticked;
    std::optional<Bitset> m_text, m_area;
};

}
