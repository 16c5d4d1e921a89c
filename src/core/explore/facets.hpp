#pragma once
// The facets' values and, per value, the set of clusters that have it. Built once per snapshot; what depends on the
// date is added by evaluate(). A value that no cluster has keeps its place, so that lists do not
// jump.

#include "core/explore/bitset.hpp"
#include "core/explore/facet_traits.hpp"
#include "core/snapshot/snapshot.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atlas {

// The values that are offered and counted, in the snapshot's order.
[[nodiscard]] std::vector<std::string> facet_values(const Snapshot& snapshot, Facet facet);
// Without what a filter may not hold.
[[nodiscard]] std::vector<std::string> allowed_values(const Snapshot& snapshot, Facet facet,
                                                      std::vector<std::string> values);

// Words: "Région du siège"; "Nord", "4 ans", "Énergie". The chip's form says what it is about ("Label de 4 ans").
[[nodiscard]] std::string facet_name(Facet facet, Lang lang);
[[nodiscard]] std::string facet_value_name(const Snapshot& snapshot, Facet facet, std::string_view value, Lang lang);
[[nodiscard]] std::string facet_chip_name(const Snapshot& snapshot, Facet facet, std::string_view value, Lang lang);

struct FacetColumn {
    std::vector<std::string> values;
    std::vector<Bitset> members; // one per value; empty where is_dated (facet_traits.hpp)
    [[nodiscard]] std::optional<std::size_t> find(std::string_view value) const;
};

struct FacetIndex {
    std::array<FacetColumn, k_facet_count> columns;
    Bitset clusters;                                     // without the partners
    std::vector<std::vector<ClusterIndex>> joint;        // bodies that shared a label at some time, by JointLabel::id
    std::vector<std::uint32_t> stories_per_cluster;      // how many stories tell of it
    std::vector<std::vector<ThemeIndex>> story_themes;   // of each of those stories
    std::vector<std::int32_t> first_end_day, merger_day; // days since 1970, INT32_MAX: never
    [[nodiscard]] const FacetColumn& of(Facet facet) const { return columns[static_cast<std::size_t>(facet)]; }
};

[[nodiscard]] FacetIndex build_facet_index(const Snapshot& snapshot);
// Adds a cluster to the set of each value that it has. `members`: one set per value of facts.column.
void add_to_members(const FacetTraits& traits, const FacetFacts& facts, std::vector<Bitset>& members);

}
