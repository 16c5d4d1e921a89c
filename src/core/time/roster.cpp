#include "core/time/roster.hpp"

#include <algorithm>

namespace atlas {

const Phase* phase_in_force(const Snapshot& snapshot, Date date) {
    const Phase* phase = nullptr;
    for (const Phase& candidate : snapshot.phases)
        if (candidate.status != PhaseStatus::Requested && candidate.start && *candidate.start <= date)
            phase = &candidate;
    return phase;
}

std::optional<int> years_of_term(std::string_view id) {
    for (std::size_t i = 1; i < id.size(); ++i) {
        const bool is_count = id[i] == 'y' && id[i - 1] >= '1' && id[i - 1] <= '9';
        if (is_count && (i == 1 || id[i - 2] == '-')) return id[i - 1] - '0';
    }
    return std::nullopt;
}

std::optional<TermIndex> term_at(const Snapshot& snapshot, ClusterIndex cluster, Date date) {
    if (cluster >= snapshot.clusters.size()) return std::nullopt;
    const Label* label = label_at(snapshot.clusters[cluster], date);
    const Phase* phase = phase_in_force(snapshot, date);
    if (!label || !phase) return std::nullopt;
    CivilDate runs_until = civil(std::max(label->from, *phase->start));
    std::optional<TermIndex> term;
    for (const PhaseTerm& candidate : label->phase_terms) {
        if (candidate.phase != phase->number) continue;
        if (term && date < from_civil(runs_until.year, runs_until.month, std::min(runs_until.day, 28))) break;
        term = candidate.term;
        if (candidate.term < snapshot.terms.size())
            runs_until.year += years_of_term(snapshot.terms[candidate.term].id).value_or(0);
    }
    return term;
}

}
