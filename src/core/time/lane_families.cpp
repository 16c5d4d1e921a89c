#include "core/time/lane_families.hpp"

#include "core/base/order.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace atlas {

namespace {

using Members = std::vector<std::uint32_t>; // lanes

constexpr std::uint32_t k_none = std::numeric_limits<std::uint32_t>::max();

struct Family {
    Members members;
    std::string name;
    std::uint32_t group = 0;
    int leaning = 0; // -1: flows to a group above, 1: below
};

class FamilyTree {
public:
    FamilyTree(const LaneInput& input, const std::vector<Lane>& lanes, const std::vector<LaneFlow>& flows)
        : m_lanes(lanes), m_flows(flows), m_parent(lanes.size()), m_out(lanes.size()), m_in(lanes.size()),
          m_leaning(lanes.size(), 0) {
        std::iota(m_parent.begin(), m_parent.end(), 0U);
        m_names.reserve(lanes.size());
        for (const Lane& lane : lanes) m_names.push_back(lane_sort_name(input, lane));
        for (std::uint32_t i = 0; i < flows.size(); ++i) add(i);
    }

    std::vector<Family> families() {
        std::vector<Family> families;
        std::vector<std::uint32_t> family_of(m_lanes.size(), k_none);
        for (std::uint32_t lane = 0; lane < m_lanes.size(); ++lane) {
            std::uint32_t& family = family_of[root(lane)];
            if (family == k_none) {
                family = static_cast<std::uint32_t>(families.size());
                families.emplace_back();
            }
            families[family].members.push_back(lane);
            families[family].leaning += m_leaning[lane];
        }
        for (Family& family : families) arrange(family);
        return families;
    }

private:
    void add(std::uint32_t index) {
        const LaneFlow& flow = m_flows[index];
        const std::uint32_t from = m_lanes[flow.from].group, to = m_lanes[flow.to].group;
        if (from == to) {
            m_out[flow.from].push_back(index);
            m_in[flow.to].push_back(index);
            m_parent[root(flow.from)] = root(flow.to);
            return;
        }
        m_leaning[flow.from] += to < from ? -1 : 1;
        m_leaning[flow.to] += from < to ? -1 : 1;
    }

    std::uint32_t root(std::uint32_t lane) {
        while (m_parent[lane] != lane) {
            m_parent[lane] = m_parent[m_parent[lane]];
            lane = m_parent[lane];
        }
        return lane;
    }

    void arrange(Family& family) {
        // Members that flow into no other one are the survivors; the newest gives the name.
        sort_stable(family.members, [&](std::uint32_t a, std::uint32_t b) { return name(a) < name(b); });
        const auto survivor = std::find_if(family.members.begin(), family.members.end(),
                                           [&](std::uint32_t lane) { return m_out[lane].empty(); });
        const std::uint32_t head = survivor == family.members.end() ? family.members.front() : *survivor;
        const bool is_tree = std::all_of(family.members.begin(), family.members.end(), [&](std::uint32_t lane) {
            return m_out[lane].size() <= (lane == head ? 0U : 1U);
        });
        if (is_tree) {
            family.members.clear();
            plant(head, family.members);
        } else {
            improve(family.members);
        }
        family.name = name(head);
        family.group = m_lanes[head].group;
    }

    const std::string& name(std::uint32_t lane) const { return m_names[lane]; }

    void plant(std::uint32_t head, Members& out) const {
        Members open{head};
        while (!open.empty()) {
            const std::uint32_t lane = open.back();
            open.pop_back();
            out.push_back(lane);
            std::vector<std::uint32_t> arrivals = m_in[lane];
            sort_stable(arrivals, [&](std::uint32_t x, std::uint32_t y) { return m_flows[x].day < m_flows[y].day; });
            for (auto it = arrivals.rbegin(); it != arrivals.rend(); ++it) open.push_back(m_flows[*it].from);
        }
    }

    // Crossings first, then the length of the flows.
    std::pair<std::size_t, std::size_t> cost(const Members& members) const {
        std::vector<Lane> lanes;
        std::vector<LaneFlow> flows;
        for (const std::uint32_t lane : members) lanes.push_back(m_lanes[lane]);
        const auto place = [&](std::uint32_t lane) {
            return static_cast<std::uint32_t>(std::find(members.begin(), members.end(), lane) - members.begin());
        };
        std::size_t length = 0;
        for (const std::uint32_t lane : members)
            for (const std::uint32_t index : m_out[lane]) {
                flows.push_back(m_flows[index]);
                flows.back().from = place(m_flows[index].from);
                flows.back().to = place(m_flows[index].to);
                length += flows.back().bottom() - flows.back().top();
            }
        return {count_crossings(lanes, flows), length};
    }

    void improve(Members& members) const {
        constexpr std::size_t k_exhaustive = 6, k_sweeps = 8, k_largest = 64;
        if (members.size() > k_largest) return;
        Members best = members;
        auto best_cost = cost(best);
        const auto offer = [&](const Members& candidate) {
            const auto candidate_cost = cost(candidate);
            if (candidate_cost >= best_cost) return;
            best = candidate;
            best_cost = candidate_cost;
        };
        if (members.size() <= k_exhaustive) {
            Members trial = members, sorted(members.size());
            std::iota(sorted.begin(), sorted.end(), 0U);
            do {
                for (std::size_t i = 0; i < sorted.size(); ++i) trial[i] = members[sorted[i]];
                offer(trial);
            } while (std::next_permutation(sorted.begin(), sorted.end()));
        } else {
            for (std::size_t sweep = 0; sweep < k_sweeps; ++sweep)
                for (std::size_t i = 0; i + 1 < members.size(); ++i) {
                    Members trial = best;
                    std::swap(trial[i], trial[i + 1]);
                    offer(trial);
                }
        }
        members = best;
    }

    const std::vector<Lane>& m_lanes;
    const std::vector<LaneFlow>& m_flows;
    std::vector<std::string> m_names;
    std::vector<std::uint32_t> m_parent;
    std::vector<Members> m_out, m_in; // flows inside the group
    std::vector<int> m_leaning;
};

}

std::vector<std::uint32_t> family_order(const LaneInput& input, const std::vector<Lane>& lanes,
                                        const std::vector<LaneFlow>& flows) {
    FamilyTree tree(input, lanes, flows);
    std::vector<Family> families = tree.families();
    sort_stable(families, [](const Family& a, const Family& b) {
        const auto side = [](const Family& family) { return family.leaning < 0 ? -1 : family.leaning > 0 ? 1 : 0; };
        if (a.group != b.group) return a.group < b.group;
        if (side(a) != side(b)) return side(a) < side(b);
        return a.name < b.name;
    });
    std::vector<std::uint32_t> order;
    for (const Family& family : families) order.insert(order.end(), family.members.begin(), family.members.end());
    return order;
}

}
