#include "core/time/printed_list.hpp"

#include "core/time/roster.hpp"

#include <algorithm>

namespace atlas {

namespace {

Date printed_on(const Snapshot& snapshot, RosterIndex list) {
    return first_day(snapshot.rosters[list].date);
}

const Label* last_label_before(const Cluster& cluster, Date day) {
    const Label* last = nullptr;
    for (const Label& label : cluster.labels)
        if (label.to && *label.to <= day && (last == nullptr || *last->to < *label.to)) last = &label;
    return last;
}

int phase_number(const Snapshot& snapshot, RosterIndex list) {
    const Phase* phase = phase_in_force(snapshot, printed_on(snapshot, list));
    return phase == nullptr ? 0 : phase->number;
}

std::optional<RosterIndex> list_of_phase_before(const Snapshot& snapshot, RosterIndex list) {
    const std::optional<RosterIndex> before = list_at(snapshot, Date{printed_on(snapshot, list).days - 1});
    if (!before || phase_number(snapshot, list) - phase_number(snapshot, *before) > 1) return std::nullopt;
    return before;
}

}

std::optional<RosterIndex> list_at(const Snapshot& snapshot, Date day) {
    std::optional<RosterIndex> newest;
    for (RosterIndex i = 0; i < snapshot.rosters.size(); ++i) {
        const Date printed = printed_on(snapshot, i);
        if (printed <= day && (!newest || printed_on(snapshot, *newest) < printed)) newest = i;
    }
    return newest;
}

bool is_on(const Cluster& cluster, RosterIndex list) {
    return std::any_of(cluster.rosters.begin(), cluster.rosters.end(),
                       [&](const RosterName& name) { return name.roster == list; });
}

MissingFromList::MissingFromList(const Snapshot& snapshot, Date day)
    : m_snapshot(snapshot), m_day(day), m_list(list_at(snapshot, day)) {
    if (m_list) m_before = list_of_phase_before(snapshot, *m_list);
}

bool MissingFromList::has(ClusterIndex cluster) const {
    const Cluster& body = m_snapshot.clusters[cluster];
    if (!m_before || is_on(body, *m_list) || !is_on(body, *m_before) || holds_at(body, m_day)) return false;
    const Label* last = last_label_before(body, m_day);
    return last != nullptr && !last->to_certain && *last->to >= printed_on(m_snapshot, *m_list);
}

}
