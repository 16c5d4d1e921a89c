#pragma once
// The answer to a question: who holds the label at the date, who of them passes the filter, how many each facet
// value would bring, and, when two dates are compared, what became of every holder of either date. Pure; one pass over
// the clusters with bitsets. Counts of a facet ignore that facet's own ticks (design.md §5).
//
// Who is asked about: the holders at the date. Ticking Facet::Status asks for exactly the statuses ticked, so ended and
// merged clusters can be shown; naming a list (Facet::Roster) without a status asks for everybody on that list,
// whatever became of them. `total` stays the number of label holders at the date. All numbers count labels: bodies that
// hold one joint label together at the date are one.

#include "core/explore/question.hpp"
#include "core/explore/snapshot_index.hpp"
#include "core/time/changes.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace atlas {

struct FacetCount {
    std::string value;       // the facet's own id, as in Filter
    std::uint32_t count = 0; // clusters this value would bring, under the other facets, text, area and date
    std::uint32_t total = 0; // clusters with this value at the date, unfiltered
    bool selected = false;
};

inline constexpr std::string_view k_culprit_text = "text", k_culprit_area = "area";

struct Result {
    std::uint32_t total = 0;                                   // label holders at the date; joint labels count once
    std::uint32_t shown_count = 0;                             // of `shown`, joint labels counted once
    std::vector<ClusterIndex> shown;                           // those that pass the filter, in the snapshot's order
    std::vector<std::uint8_t> holds;                           // per cluster: 1 if a holder at the date
    std::vector<std::uint8_t> passes;                          // per cluster: 1 if in shown
    Bitset matching;                                           // who passes the filter, asked about or not
    std::array<std::vector<FacetCount>, k_facet_count> counts; // in the snapshot's order of values
    std::optional<Changes> changes;
    // "Why nothing?": each chip with what its removal alone brings back, most first; empty if shown is not.
    struct Culprit {
        std::optional<Facet> facet; // nothing: the text or the area
        std::string value;          // of the facet, k_culprit_text or k_culprit_area
        std::uint32_t brings = 0;
    };
    std::vector<Culprit> culprits;

    [[nodiscard]] const std::vector<FacetCount>& of(Facet facet) const {
        return counts[static_cast<std::size_t>(facet)];
    }
};

[[nodiscard]] Result evaluate(const Snapshot& snapshot, const SnapshotIndex& index, const Question& question);
// The same for one question only: builds the index first.
[[nodiscard]] Result evaluate(const Snapshot& snapshot, const Question& question);

}
