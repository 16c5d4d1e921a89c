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

namespace {

CivilDate first_term_day(const Label& label, const Phase& phase) {
    return civil(std::max(label.from, phase.labels_from.value_or(*phase.start)));
}

Date anniversary(CivilDate day) {
    return from_civil(day.year, day.month, std::min(day.day, 28));
}

}

std::optional<Date> term_end(const Snapshot& snapshot, const Label& label, const PhaseTerm& last) {
    const auto phase = std::find_if(snapshot.phases.begin(), snapshot.phases.end(),
                                    [&](const Phase& each) { return each.number == last.phase; });
    if (phase == snapshot.phases.end() || !phase->start) return std::nullopt;
    CivilDate runs_until = first_term_day(label, *phase);
    for (const PhaseTerm& term : label.phase_terms) {
        if (term.phase != last.phase) continue;
        const auto years = years_of_term(snapshot.terms[term.term].id);
        if (!years) return std::nullopt;
        runs_until.year += *years;
        if (&term == &last) break;
    }
    const Date end = anniversary(runs_until);
    return phase->end && *phase->end < end ? std::nullopt : std::optional(end);
}

std::optional<TermIndex> term_at(const Snapshot& snapshot, ClusterIndex cluster, Date date) {
    if (cluster >= snapshot.clusters.size()) return std::nullopt;
    const Label* label = label_at(snapshot.clusters[cluster], date);
    const Phase* phase = phase_in_force(snapshot, date);
    if (!label || !phase) return std::nullopt;
    CivilDate runs_until = first_term_day(*label, *phase);
    std::optional<TermIndex> term;
    for (const PhaseTerm& candidate : label->phase_terms) {
        if (candidate.phase != phase->number) continue;
        if (term && date < anniversary(runs_until)) break;
        term = candidate.term;
        if (candidate.term < snapshot.terms.size())
            runs_until.year += years_of_term(snapshot.terms[candidate.term].id).value_or(0);
    }
    return term;
}

}
