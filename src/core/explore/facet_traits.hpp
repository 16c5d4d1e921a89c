#pragma once
// What makes each facet what it is: one row per facet, asked by everything that reads, filters, counts, words or draws
// them. A new facet is its name in Facet (filter.hpp), its row in facet_traits.cpp and its words in
// data/locales; web/cluster-atlas.d.ts tells pages of it.

#include "core/base/messages.hpp"
#include "core/explore/filter.hpp"
#include "core/snapshot/snapshot.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace atlas {

struct FacetIndex; // facets.hpp
struct FacetColumn;

inline constexpr std::string_view k_value_unknown = "unknown"; // of a cluster that has a value which no source states

enum class FacetTakes : std::uint8_t { Many, One };
enum class FacetForm : std::uint8_t { List, IdOrNull }; // in JSON
// Whom its values are counted among. Ticking a facet about everybody asks about everybody, whatever became of them.
enum class FacetScope : std::uint8_t { Holders, Everybody };
enum class FacetOrder : std::uint8_t { AsGiven, ByName };
enum class FacetFold : std::uint8_t { Folded, OpenWhereWide, Open }; // in the panel, until the reader folds it

// One cluster, and where to look for its values.
struct FacetFacts {
    const Snapshot& snapshot;
    const FacetIndex& index;
    const FacetColumn& column; // of the facet
    ClusterIndex cluster = 0;
    Date date{}; // of a dated facet
    bool holds = false;

    [[nodiscard]] const Cluster& record() const { return snapshot.clusters[cluster]; }
};
using FacetPlaces = std::vector<std::size_t>; // of values, in FacetColumn::values

struct FacetTraits {
    Facet facet{};
    std::string_view key;  // in atlas.state.filter and atlas.result.counts
    std::string_view link; // in the permalink; changing one breaks links that people have kept
    FacetTakes takes = FacetTakes::Many;
    FacetForm form = FacetForm::List;
    FacetScope scope = FacetScope::Holders;
    FacetOrder order = FacetOrder::AsGiven;
    FacetFold fold = FacetFold::Folded;
    bool is_dated = false; // who has which value changes with the date

    Msg name{};                 // "Région du siège"
    std::optional<Msg> value{}; // round the word of a value: "Liste de {0}"; nothing: the word alone
    std::optional<Msg> chip{};  // round the word, where the facet is not named beside it: "Couvre : {0}"

    // The values that are offered and counted, in the snapshot's order.
    std::vector<std::string> (*values)(const Snapshot&) = nullptr;
    // Whether a value that is not offered may be asked for all the same (nobody has it); nothing: none may.
    bool (*allows)(const Snapshot&, std::string_view value) = nullptr;
    // Adds the places of the cluster's values.
    void (*find)(const FacetFacts&, FacetPlaces&) = nullptr;
    std::string (*word)(const Snapshot&, std::string_view value, Lang) = nullptr;
};

[[nodiscard]] const FacetTraits& traits_of(Facet facet);
// In the order of the filter panel.
[[nodiscard]] std::span<const FacetTraits> facets_as_shown();

[[nodiscard]] std::string_view facet_key(Facet facet);
[[nodiscard]] std::optional<Facet> facet_of_link(std::string_view name);

}
