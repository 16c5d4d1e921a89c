#pragma once
// The oracle for evaluate(): the same questions asked of one cluster at a time, from the facts themselves, without sets
// and indices.

#include "core/explore/result.hpp"
#include "core/time/roster.hpp"
#include "support/bundled_snapshot.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>

namespace atlas::test {

inline std::string status_of(const Snapshot& snapshot, ClusterIndex i, Date date) {
    const Cluster& cluster = snapshot.clusters[i];
    if (holds_at(cluster, date)) return "labelled";
    const bool had_one = std::any_of(cluster.labels.begin(), cluster.labels.end(),
                                     [&](const Label& label) { return label.to && *label.to <= date; });
    if (!had_one) return "";
    for (const Event& event : snapshot.events) { // the label passes on, unless it was withdrawn before
        const auto names = [&](const std::vector<ClusterIndex>& list) {
            return std::find(list.begin(), list.end(), i) != list.end();
        };
        if (event.effective_day() > date || !names(event.from) || names(event.to)) continue;
        if (event.kind == EventKind::Renamed || event.kind == EventKind::Dissolved || event.partial) continue;
        if (event.kind == EventKind::Delabelled || event.kind == EventKind::NotRenewed) continue;
        const bool was_withdrawn = std::any_of(snapshot.events.begin(), snapshot.events.end(), [&](const Event& other) {
            const bool ends = other.kind == EventKind::Delabelled || other.kind == EventKind::NotRenewed;
            const bool of_it = std::find(other.from.begin(), other.from.end(), i) != other.from.end();
            return ends && of_it && other.effective_day() <= event.effective_day();
        });
        const bool held = event.label_gap || holds_at(cluster, Date{event.effective_day().days - 1});
        if (!was_withdrawn && held && !event.to.empty()) return "merged";
    }
    return "ended";
}

inline bool has_story(const Snapshot& snapshot, ClusterIndex i, std::string_view theme) {
    return std::any_of(snapshot.stories.begin(), snapshot.stories.end(), [&](const Story& story) {
        const bool is_about = std::find(story.clusters.begin(), story.clusters.end(), i) != story.clusters.end();
        return is_about && (theme.empty() || snapshot.themes[story.theme].id == theme);
    });
}

inline std::string entry_of(const Snapshot& snapshot, const Cluster& cluster) {
    std::string entry;
    for (const Phase& phase : snapshot.phases) {
        if (phase.start && !cluster.labels.empty() && *phase.start <= cluster.labels[0].from) {
            entry = std::to_string(phase.number);
        }
    }
    return entry;
}

inline bool has_place(const Snapshot& snapshot, ClusterIndex i, Facet facet, const std::string& value, Date date) {
    const FacetIndex& facets = bundled_index().facets;
    const FacetColumn& column = facets.of(facet);
    FacetPlaces places;
    traits_of(facet).find({snapshot, facets, column, i, date, holds_at(snapshot.clusters[i], date)}, places);
    return std::any_of(places.begin(), places.end(), [&](std::size_t place) { return column.values[place] == value; });
}

inline bool has_value(const Snapshot& snapshot, ClusterIndex i, Facet facet, const std::string& value, Date date) {
    const Cluster& cluster = snapshot.clusters[i];
    const auto any = [&](const auto& list, const auto& id) {
        return std::any_of(list.begin(), list.end(), [&](auto index) { return id(index) == value; });
    };
    switch (facet) {
    case Facet::Region:
        return cluster.seat && cluster.seat->region && snapshot.regions[*cluster.seat->region].code == value;
    case Facet::Covered:
        return any(cluster.regions_covered, [&](auto r) { return snapshot.regions[r].code; });
    case Facet::Department:
        return cluster.seat && cluster.seat->department == value;
    case Facet::Domain:
        return snapshot.domains[cluster.domain].id == value;
    case Facet::Sector:
        return any(cluster.sectors, [&](auto s) { return snapshot.sectors[s].id; });
    case Facet::Term: {
        if (!holds_at(cluster, date)) return false;
        const auto term = term_at(snapshot, i, date);
        return (term ? snapshot.terms[*term].id : std::string("unknown")) == value;
    }
    case Facet::Class:
        return cluster.cluster_class && snapshot.classes[*cluster.cluster_class].id == value;
    case Facet::Roster:
        return any(cluster.rosters, [&](const auto& r) { return snapshot.rosters[r.roster].id; });
    case Facet::Entry:
        return entry_of(snapshot, cluster) == value;
    case Facet::Status:
        return status_of(snapshot, i, date) == value;
    case Facet::Theme:
        return has_story(snapshot, i, value);
    case Facet::Stories:
        return has_story(snapshot, i, "") == (value == "with");
    default: // a facet of which the oracle knows nothing: who has what is believed, the counting is not
        return has_place(snapshot, i, facet, value, date);
    }
}

using Values = std::vector<std::string>;

// The values that each cluster has of each facet. What does not depend on the date is looked up once per test run.
class Facts {
public:
    Facts(const Snapshot& snapshot, Date date) : m_snapshot(snapshot), m_date(date) {
        for (const FacetTraits& traits : facets_as_shown()) {
            if (traits.is_dated) m_dated[static_cast<std::size_t>(traits.facet)] = table(traits.facet);
        }
    }
    [[nodiscard]] const Values& of(ClusterIndex i, Facet facet) const {
        if (traits_of(facet).is_dated) return m_dated[static_cast<std::size_t>(facet)][i];
        static std::array<std::vector<Values>, k_facet_count> k_static;
        std::vector<Values>& known = k_static[static_cast<std::size_t>(facet)];
        if (known.empty()) known = table(facet);
        return known[i];
    }
    [[nodiscard]] bool has(ClusterIndex i, Facet facet, const std::string& value) const {
        const Values& values = of(i, facet);
        return std::find(values.begin(), values.end(), value) != values.end();
    }

private:
    [[nodiscard]] std::vector<Values> table(Facet facet) const {
        std::vector<Values> rows(m_snapshot.clusters.size());
        const Values all = facet_values(m_snapshot, facet);
        for (ClusterIndex i = 0; i < rows.size(); ++i) {
            for (const std::string& value : all) {
                if (has_value(m_snapshot, i, facet, value, m_date)) rows[i].push_back(value);
            }
        }
        return rows;
    }

    const Snapshot& m_snapshot;
    Date m_date;
    std::array<std::vector<Values>, k_facet_count> m_dated;
};

inline bool is_ticked_off(const Facts& facts, ClusterIndex i, const Filter& filter, Facet facet) {
    const auto& ticks = filter.of(facet);
    return ticks.empty() || std::any_of(ticks.begin(), ticks.end(),
                                        [&](const std::string& value) { return facts.has(i, facet, value); });
}

// Even-odd rule along a meridian (the product looks along a parallel).
inline bool is_in_area(const std::vector<LngLat>& ring, const Seat& seat) {
    int crossings = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const LngLat &a = ring[i], &b = ring[(i + 1) % ring.size()];
        if ((a.lng_deg > seat.lng_deg) == (b.lng_deg > seat.lng_deg)) continue;
        const double share = (seat.lng_deg - a.lng_deg) / (b.lng_deg - a.lng_deg);
        if (a.lat_deg + share * (b.lat_deg - a.lat_deg) > seat.lat_deg) ++crossings;
    }
    return crossings % 2 == 1;
}

// What one cluster answers to each part of the filter.
struct Answers {
    std::array<bool, k_facet_count> facets{};
    bool rest = false; // kind, text and area
    bool holds = false;
};

inline Answers answers_of(const Facts& facts, const Snapshot& snapshot, ClusterIndex i, const State& state,
                          const Bitset& text) {
    Answers answers;
    const Cluster& cluster = snapshot.clusters[i];
    const bool is_placed = cluster.seat && cluster.seat->kind != SeatKind::None;
    const bool is_in = state.filter.area.empty() || (is_placed && is_in_area(state.filter.area, *cluster.seat));
    answers.rest = cluster.kind == ClusterKind::Cluster && is_in && text.has(i); // what text finds is tested elsewhere
    answers.holds = holds_at(cluster, last_day(state.date));
    for (std::size_t f = 0; f < k_facet_count; ++f) {
        answers.facets[f] = is_ticked_off(facts, i, state.filter, static_cast<Facet>(f));
    }
    return answers;
}

// `counted`: the facet whose counts are asked for, with its own ticks left out.
inline bool passes(const Answers& answers, const Filter& filter, std::optional<Facet> counted) {
    for (std::size_t f = 0; f < k_facet_count; ++f) {
        if (static_cast<Facet>(f) != counted && !answers.facets[f]) return false;
    }
    const bool asks_status = !filter.of(Facet::Status).empty() || counted == Facet::Status;
    const bool asks_list = !filter.of(Facet::Roster).empty() || counted == Facet::Roster;
    return answers.rest && (asks_status || asks_list || answers.holds);
}

// Labels of these clusters: bodies under one joint label are one.
inline std::uint32_t labels_of(const Snapshot& snapshot, const std::vector<ClusterIndex>& clusters, Date date) {
    std::uint32_t labels = 0;
    std::set<std::string> joint;
    for (const ClusterIndex i : clusters) {
        const Label* label = label_at(snapshot.clusters[i], date);
        const bool is_joint =
            label && label->joint && label->joint->from <= date && (!label->joint->to || date < *label->joint->to);
        if (!is_joint || joint.insert(label->joint->id).second) ++labels;
    }
    return labels;
}

// Everything that `result` counts, counted again.
inline void check_against_recount(const Snapshot& snapshot, const State& state, const Result& result) {
    const Date date = last_day(state.date);
    const Bitset text = matching_clusters(bundled_index().search, state.filter.text);
    const Facts facts(snapshot, date);
    std::vector<Answers> answers;
    for (ClusterIndex i = 0; i < snapshot.clusters.size(); ++i) {
        answers.push_back(answers_of(facts, snapshot, i, state, text));
    }
    const auto passing = [&](std::optional<Facet> counted) {
        std::vector<ClusterIndex> clusters;
        for (ClusterIndex i = 0; i < snapshot.clusters.size(); ++i) {
            if (passes(answers[i], state.filter, counted)) clusters.push_back(i);
        }
        return clusters;
    };
    const std::vector<ClusterIndex> shown = passing(std::nullopt);
    REQUIRE(result.shown == shown);
    REQUIRE(result.shown_count == labels_of(snapshot, shown, date));
    for (std::size_t f = 0; f < k_facet_count; ++f) {
        const auto facet = static_cast<Facet>(f);
        const std::vector<ClusterIndex> others = passing(facet);
        for (const FacetCount& count : result.of(facet)) {
            std::vector<ClusterIndex> found;
            for (const ClusterIndex i : others) {
                if (facts.has(i, facet, count.value)) found.push_back(i);
            }
            CAPTURE(f);
            CAPTURE(count.value);
            REQUIRE(count.count == labels_of(snapshot, found, date));
        }
    }
}

}
