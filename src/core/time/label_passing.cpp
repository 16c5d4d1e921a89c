#include "core/time/label_passing.hpp"

#include "core/snapshot/label_index.hpp"

#include <algorithm>

namespace atlas {

namespace {

bool is_in(const std::vector<ClusterIndex>& list, ClusterIndex cluster) {
    return std::find(list.begin(), list.end(), cluster) != list.end();
}

struct Between {
    Date after, until;
    bool has(Date day) const { return after < day && day <= until; }
};

std::vector<std::optional<Date>> first_withdrawals(const Snapshot& snapshot, const Between& between) {
    std::vector<std::optional<Date>> days(snapshot.clusters.size());
    for (const Event& event : snapshot.events) {
        const Date day = event.effective_day();
        if (!is_withdrawal(event.kind) || !between.has(day)) continue;
        for (const ClusterIndex cluster : event.from) {
            if (!days[cluster] || day < *days[cluster]) days[cluster] = day;
        }
    }
    return days;
}

}

bool is_flow(EventKind kind) {
    return kind == EventKind::Merged || kind == EventKind::Absorbed || kind == EventKind::Split ||
           kind == EventKind::Labelled;
}

bool is_withdrawal(EventKind kind) {
    return kind == EventKind::Delabelled || kind == EventKind::NotRenewed;
}

bool passes_label(const Snapshot& snapshot, const Event& event, ClusterIndex source) {
    if (event.partial || !is_flow(event.kind)) return false;
    const Date eve{event.effective_day().days - 1};
    return event.label_gap || holds_at(snapshot.clusters[source], eve);
}

LabelPassings label_passings(const Snapshot& snapshot, Date after, Date until) {
    const Between between{after, until};
    const std::vector<std::optional<Date>> withdrawn = first_withdrawals(snapshot, between);
    LabelPassings passings(snapshot.clusters.size());
    for (const Event& event : snapshot.events) {
        const Date day = event.effective_day();
        if (event.to.empty() || !between.has(day)) continue;
        for (const ClusterIndex source : event.from) {
            std::optional<LabelPassing>& passing = passings[source];
            if (passing && passing->day <= day) continue;
            const bool is_lost = withdrawn[source] && *withdrawn[source] <= day;
            if (is_lost || is_in(event.to, source) || !passes_label(snapshot, event, source)) continue;
            passing = LabelPassing{day, event.to.front()};
        }
    }
    return passings;
}

std::vector<ClusterIndex> heirs_of(const LabelPassings& passings, ClusterIndex cluster) {
    std::vector<ClusterIndex> heirs;
    const LabelPassing* last = nullptr;
    while (const std::optional<LabelPassing>& passing = passings[cluster]) {
        // What a body gave away before it took this label over does not carry it; nor may a chain bite its tail.
        if ((last != nullptr && passing->day < last->day) || is_in(heirs, passing->to)) break;
        last = &*passing;
        cluster = passing->to;
        heirs.push_back(cluster);
    }
    return heirs;
}

}
