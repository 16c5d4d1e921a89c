#pragma once
// Phases and terms in force at a date.

#include "core/snapshot/label_index.hpp"

#include <string_view>

namespace atlas {

// The last phase begun at the date, decided ones only; between two phases the earlier one goes on. Nothing before the
// first.
[[nodiscard]] const Phase* phase_in_force(const Snapshot& snapshot, Date date);
// The length of the label in force: a label lengthened within a phase ("1y-extendable", then "until-2026") has its
// first term for as many years as the term says, then the next one.
[[nodiscard]] std::optional<TermIndex> term_at(const Snapshot& snapshot, ClusterIndex cluster, Date date);
// The day on which the terms of a phase, taken one after the other up to `last`, have run out on paper: their years
// from the announcement of the phase's labels, or from the label's beginning when that is later. Nothing when one of
// them states no years, or when they reach the end of the phase.
[[nodiscard]] std::optional<Date> term_end(const Snapshot& snapshot, const Label& label, const PhaseTerm& last);
// Years that a term's id states: 1 for "1y-extendable", 2 for "new-2y"; nothing for "until-2026".
[[nodiscard]] std::optional<int> years_of_term(std::string_view id);

}
