#include "core/time/lanes.hpp"

#include "core/base/order.hpp"
#include "core/time/lane_bars.hpp"
#include "core/time/lane_families.hpp"
#include "core/time/roster.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace atlas {

namespace {

constexpr std::uint32_t k_none = std::numeric_limits<std::uint32_t>::max();

bool is_born_by(const Snapshot& snapshot, const Event& event) {
    if (event.kind != EventKind::Merged || event.label_only || event.to.size() != 1) return false;
    const Cluster& child = snapshot.clusters[event.to.front()];
    return !child.labels.empty() && child.labels.front().from >= event.effective_day();
}

// Which parent's lane the child of a merger goes on in.
std::uint32_t lane_parent(const LaneInput& input, const Event& event, const std::vector<std::uint32_t>& child_of) {
    const ClusterIndex child = event.to.front();
    std::uint32_t best = k_none;
    for (const ClusterIndex parent : event.from) {
        const Cluster& cluster = input.snapshot.clusters[parent];
        if (parent == child || cluster.labels.empty() || child_of[parent] != k_none) continue;
        if (!cluster.labels.back().to || *cluster.labels.back().to > input.snapshot.clusters[child].labels.front().from)
            continue;
        const auto key = [&](ClusterIndex candidate) {
            const Cluster& c = input.snapshot.clusters[candidate];
            return std::pair(c.domain != input.snapshot.clusters[child].domain, c.labels.front().from);
        };
        if (best == k_none || key(parent) < key(best)) best = parent;
    }
    return best;
}

std::vector<Lane> make_lanes(const LaneInput& input) {
    const std::size_t n = input.snapshot.clusters.size();
    std::vector<std::uint32_t> child_of(n, k_none);
    std::vector<std::uint8_t> has_parent(n, 0);
    for (const Event& event : input.snapshot.events) {
        if (!is_born_by(input.snapshot, event) || has_parent[event.to.front()]) continue;
        const std::uint32_t parent = lane_parent(input, event, child_of);
        if (parent == k_none) continue;
        child_of[parent] = event.to.front();
        has_parent[event.to.front()] = 1;
    }
    std::vector<Lane> lanes;
    for (ClusterIndex first = 0; first < n; ++first) {
        const Cluster& cluster = input.snapshot.clusters[first];
        if (has_parent[first] || cluster.labels.empty() || cluster.kind == ClusterKind::Partner) continue;
        Lane lane;
        for (std::uint32_t next = first; next != k_none && lane.chain.size() <= n; next = child_of[next])
            lane.chain.push_back(next);
        lanes.push_back(std::move(lane));
    }
    return lanes;
}

std::string group_key(const Snapshot& snapshot, const Lane& lane, LaneGrouping grouping) {
    const Cluster& last = snapshot.clusters[lane.chain.back()];
    switch (grouping) {
    case LaneGrouping::Domain:
        return last.domain < snapshot.domains.size() ? snapshot.domains[last.domain].id : "";
    case LaneGrouping::Region:
        for (auto it = lane.chain.rbegin(); it != lane.chain.rend(); ++it) {
            const Cluster& cluster = snapshot.clusters[*it];
            if (cluster.seat && cluster.seat->region && *cluster.seat->region < snapshot.regions.size())
                return snapshot.regions[*cluster.seat->region].code;
        }
        return "";
    case LaneGrouping::Entry:
        break;
    }
    const Phase* phase = phase_in_force(snapshot, snapshot.clusters[lane.chain.front()].labels.front().from);
    return phase ? std::to_string(phase->number) : "";
}

std::vector<LaneGroup> empty_groups(const Snapshot& snapshot, LaneGrouping grouping) {
    std::vector<LaneGroup> groups;
    const auto add = [&](std::string key) {
        groups.emplace_back();
        groups.back().key = std::move(key);
    };
    if (grouping == LaneGrouping::Domain)
        for (const Domain& domain : snapshot.domains) add(domain.id);
    if (grouping == LaneGrouping::Region)
        for (const Region& region : snapshot.regions) add(region.code);
    if (grouping == LaneGrouping::Entry)
        for (const Phase& phase : snapshot.phases) add(std::to_string(phase.number));
    add("");
    return groups;
}

// Puts every lane into its group; groups without lanes go.
std::vector<LaneGroup> group_lanes(const LaneInput& input, LaneGrouping grouping, std::vector<Lane>& lanes) {
    std::vector<LaneGroup> all = empty_groups(input.snapshot, grouping);
    for (Lane& lane : lanes) {
        const std::string key = group_key(input.snapshot, lane, grouping);
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const LaneGroup& group) { return group.key == key; });
        lane.group = static_cast<std::uint32_t>(found - all.begin());
        found->count += 1;
        found->labels += static_cast<std::uint32_t>(lane.chain.size());
        for (const ClusterIndex cluster : lane.chain)
            if (holds_at(input.snapshot.clusters[cluster], input.today)) found->today += 1;
    }
    std::vector<std::uint32_t> place(all.size(), 0);
    std::vector<LaneGroup> groups;
    std::uint32_t first = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        place[i] = static_cast<std::uint32_t>(groups.size());
        if (all[i].count == 0) continue;
        all[i].first = first;
        first += all[i].count;
        groups.push_back(std::move(all[i]));
    }
    for (Lane& lane : lanes) lane.group = place[lane.group];
    return groups;
}

std::vector<LaneFlow> make_flows(const LaneInput& input, const std::vector<Lane>& lanes) {
    std::vector<std::uint32_t> lane_of(input.snapshot.clusters.size(), k_none);
    for (std::uint32_t i = 0; i < lanes.size(); ++i)
        for (const ClusterIndex cluster : lanes[i].chain) lane_of[cluster] = i;
    std::vector<LaneFlow> flows;
    for (const Flow& flow : input.lineage.flows()) {
        const std::uint32_t from = lane_of[flow.from], to = lane_of[flow.to];
        if (from == k_none || to == k_none || from == to) continue;
        flows.push_back(
            {from, to, flow.from, flow.to, flow.day, flow.event, input.snapshot.events[flow.event].partial});
    }
    return flows;
}

void mark_bars(const std::vector<LaneFlow>& flows, std::vector<Lane>& lanes) {
    for (const LaneFlow& flow : flows)
        for (LaneBar& bar : lanes[flow.from].bars)
            if (bar.cluster == flow.source && bar.to == flow.day) bar.is_handed_on = true;
}

// order[place] = lane as made; renumbers lanes and flows.
void apply_order(const std::vector<std::uint32_t>& order, LaneOrder& result) {
    std::vector<std::uint32_t> place(order.size());
    std::vector<Lane> lanes(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        place[order[i]] = i;
        lanes[i] = std::move(result.lanes[order[i]]);
    }
    result.lanes = std::move(lanes);
    for (LaneFlow& flow : result.flows) {
        flow.from = place[flow.from];
        flow.to = place[flow.to];
    }
    sort_stable(result.flows, [](const LaneFlow& a, const LaneFlow& b) { return a.top() < b.top(); });
}

std::vector<std::uint32_t> naive_order(const LaneInput& input, const std::vector<Lane>& lanes) {
    std::vector<std::string> names;
    names.reserve(lanes.size());
    for (const Lane& lane : lanes) names.push_back(lane_sort_name(input, lane));
    std::vector<std::uint32_t> order(lanes.size());
    std::iota(order.begin(), order.end(), 0U);
    sort_stable(order, [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(lanes[a].group, names[a], a) < std::tie(lanes[b].group, names[b], b);
    });
    return order;
}

bool is_alive(const Lane& lane, Date day) {
    return std::any_of(lane.bars.begin(), lane.bars.end(),
                       [&](const LaneBar& bar) { return bar.from < day && day < bar.to; });
}

}

std::string lane_sort_name(const LaneInput& input, const Lane& lane) {
    const ClusterIndex last = lane.chain.back();
    return fold(input.snapshot.clusters[last].short_name) + ' ' + input.snapshot.clusters[last].id;
}

std::size_t count_crossings(const std::vector<Lane>& lanes, const std::vector<LaneFlow>& flows) {
    std::size_t crossings = 0;
    for (const LaneFlow& flow : flows)
        for (std::uint32_t i = flow.top() + 1; i < flow.bottom(); ++i)
            if (is_alive(lanes[i], flow.day)) crossings += 1;
    std::vector<const LaneFlow*> by_day;
    by_day.reserve(flows.size());
    for (const LaneFlow& flow : flows) by_day.push_back(&flow);
    sort_stable(by_day, [](const LaneFlow* a, const LaneFlow* b) {
        if (a->day != b->day) return a->day < b->day;
        return std::pair(a->top(), a->bottom()) < std::pair(b->top(), b->bottom());
    });
    constexpr std::int32_t k_same_weeks_days = 60; // what a flow is wide
    for (std::size_t i = 0; i < by_day.size(); ++i)
        for (std::size_t k = i + 1; k < by_day.size(); ++k) {
            const LaneFlow &a = *by_day[i], &b = *by_day[k];
            if (b.day.days - a.day.days > k_same_weeks_days) break;
            const bool a_first = a.top() < b.top() && b.top() < a.bottom() && a.bottom() < b.bottom();
            const bool b_first = b.top() < a.top() && a.top() < b.bottom() && b.bottom() < a.bottom();
            if (a_first || b_first) crossings += 1;
        }
    return crossings;
}

LaneOrder order_lanes(const LaneInput& input, LaneGrouping grouping) {
    LaneOrder made;
    made.lanes = make_lanes(input);
    made.groups = group_lanes(input, grouping, made.lanes);
    const LaneEvents events(input.snapshot);
    for (Lane& lane : made.lanes) {
        lane.bars = lane_bars(input, lane.chain);
        lane.marks = events.marks(input, lane.chain);
    }
    made.flows = make_flows(input, made.lanes);
    mark_bars(made.flows, made.lanes);

    const std::vector<std::uint32_t> by_name = naive_order(input, made.lanes);
    const std::vector<std::uint32_t> by_family = family_order(input, made.lanes, made.flows);
    LaneOrder naive = made;
    apply_order(by_name, naive);
    naive.crossings_naive = naive.crossings = count_crossings(naive.lanes, naive.flows);
    apply_order(by_family, made);
    made.crossings = count_crossings(made.lanes, made.flows);
    made.crossings_naive = naive.crossings_naive;
    return made.crossings <= naive.crossings ? made : naive;
}

}
