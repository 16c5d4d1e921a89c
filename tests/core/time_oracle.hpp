// The answers to "who held the label" and "what became of them", computed the slow way: no index, no shared code with
// core/time, dates compared as year, month, day. Tests compare core/time with these.
#pragma once

#include "core/read_file.hpp"
#include "core/snapshot/load.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace oracle {

using namespace atlas;
using Day = std::tuple<int, int, int>;
using Set = std::set<ClusterIndex>;

inline Day day_of(Date date) {
    const CivilDate day = civil(date);
    return {day.year, day.month, day.day};
}

inline bool is_in_force(const Label& label, const Day& day) {
    return day_of(label.from) <= day && (!label.to || day < day_of(*label.to));
}

inline Set holders(const Snapshot& snapshot, const Day& day) {
    Set set;
    for (ClusterIndex i = 0; i < snapshot.clusters.size(); ++i)
        for (const Label& label : snapshot.clusters[i].labels)
            if (snapshot.clusters[i].kind == ClusterKind::Cluster && is_in_force(label, day)) set.insert(i);
    return set;
}

// One name per label: the joint label's where there is one in force.
inline std::set<std::string> label_names(const Snapshot& snapshot, const Day& day) {
    std::set<std::string> names;
    for (const ClusterIndex i : holders(snapshot, day))
        for (const Label& label : snapshot.clusters[i].labels) {
            if (!is_in_force(label, day)) continue;
            const bool is_joint =
                label.joint && day_of(label.joint->from) <= day && (!label.joint->to || day < day_of(*label.joint->to));
            names.insert(is_joint ? "joint " + label.joint->id : "own " + snapshot.clusters[i].id);
        }
    return names;
}

inline int order_on_day(const Event& event) {
    if (event.kind == EventKind::Delabelled || event.kind == EventKind::NotRenewed) return 0;
    return event.kind == EventKind::Dissolved ? 2 : 1;
}

// Forward in time: a label is a token that stands on organisations and moves with the events.
inline std::map<ClusterIndex, Set> heirs(const Snapshot& snapshot, const Day& a, const Day& b) {
    const Set before = holders(snapshot, a), after = holders(snapshot, b);
    std::vector<const Event*> events;
    for (const Event& event : snapshot.events) events.push_back(&event);
    std::stable_sort(events.begin(), events.end(), [](const Event* x, const Event* y) {
        return std::pair(day_of(x->effective_day()), order_on_day(*x)) <
               std::pair(day_of(y->effective_day()), order_on_day(*y));
    });
    std::map<ClusterIndex, Set> result;
    for (const ClusterIndex holder : before) {
        Set places{holder};
        for (const Event* event : events) {
            const Day day = day_of(event->effective_day());
            if (day <= a || b < day) continue;
            const bool is_withdrawal = order_on_day(*event) != 1;
            for (const ClusterIndex source : event->from) {
                if (!places.count(source)) continue;
                if (is_withdrawal && !after.count(source)) places.erase(source);
                if (is_withdrawal || event->partial || event->kind == EventKind::Renamed) continue;
                if (after.count(source) && event->kind != EventKind::Split) continue;
                const Day eve = day_of(Date{event->effective_day().days - 1});
                if (event->label_gap || holders(snapshot, eve).count(source))
                    places.insert(event->to.begin(), event->to.end());
            }
        }
        for (const ClusterIndex place : places)
            if (after.count(place)) result[holder].insert(place);
        result[holder];
    }
    return result;
}

struct Account {
    Set entered, left, renamed, continued;
    std::set<std::pair<Set, Set>> merged;
    friend bool operator==(const Account&, const Account&) = default;
};

inline Account account(const Snapshot& snapshot, const Day& a, const Day& b) {
    const std::map<ClusterIndex, Set> heir_of = heirs(snapshot, a, b);
    Account result;
    Set seen;
    for (const auto& [first, unused] : heir_of) {
        if (seen.count(first)) continue;
        Set from{first}, to;
        for (bool has_grown = true; has_grown;) { // flood the group that `first` belongs to
            has_grown = false;
            for (const auto& [source, targets] : heir_of) {
                bool touches = from.count(source) > 0;
                for (const ClusterIndex target : targets) touches = touches || to.count(target) > 0;
                if (!touches) continue;
                const std::size_t size = from.size() + to.size();
                from.insert(source);
                to.insert(targets.begin(), targets.end());
                has_grown = has_grown || from.size() + to.size() > size;
            }
        }
        seen.insert(from.begin(), from.end());
        if (to.empty())
            result.left.insert(first);
        else if (from.size() > 1 || from != to)
            result.merged.insert({from, to});
        else {
            bool is_renamed = false;
            for (const Event& event : snapshot.events)
                for (const ClusterIndex target : event.to)
                    if (event.kind == EventKind::Renamed && target == first && a < day_of(event.effective_day()) &&
                        day_of(event.effective_day()) <= b)
                        is_renamed = true;
            (is_renamed ? result.renamed : result.continued).insert(first);
        }
    }
    result.entered = holders(snapshot, b);
    for (const auto& [source, targets] : heir_of)
        for (const ClusterIndex target : targets) result.entered.erase(target);
    return result;
}

inline const Snapshot& bundled() {
    static const LoadResult loaded = load_snapshot(read_repository_file("data/snapshot.json"));
    REQUIRE(loaded.snapshot);
    return *loaded.snapshot;
}

inline Date end_of_month(int year, int month) {
    return from_civil(year, month, days_in_month(year, month));
}
inline constexpr int k_months = 22 * 12; // 2005-01 to 2026-12
inline Date month_end(int index) {
    return end_of_month(2005 + index / 12, index % 12 + 1);
}

}
