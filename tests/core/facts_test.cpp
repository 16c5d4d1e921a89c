// The facts of the bundled snapshot against the documents it rests on. The lists of tests/fixtures were taken from
// those documents, not from the snapshot.
#include "core/base/json.hpp"
#include "core/read_file.hpp"
#include "core/time/roster.hpp"
#include "support/bundled_snapshot.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <functional>
#include <set>

using namespace atlas;

namespace {

bool is_named(const Cluster& cluster, const std::string& name) {
    const auto same = [&](const NameInterval& interval) { return interval.name == name; };
    return cluster.name == name || std::count(cluster.aliases.begin(), cluster.aliases.end(), name) > 0 ||
           std::any_of(cluster.names.begin(), cluster.names.end(), same);
}

const Cluster* on_roster(const std::string& roster, const std::string& name) {
    const Snapshot& s = bundled_snapshot();
    const RosterIndex index = s.find_roster(roster).value();
    for (const Cluster& cluster : s.clusters) {
        for (const RosterName& entry : cluster.rosters) {
            if (entry.roster == index && entry.name == name) return &cluster;
        }
    }
    return nullptr;
}

std::size_t roster_size(const std::string& roster) {
    const Snapshot& s = bundled_snapshot();
    const RosterIndex index = s.find_roster(roster).value();
    const auto on = [&](const Cluster& c) {
        return std::any_of(c.rosters.begin(), c.rosters.end(), [&](const RosterName& n) { return n.roster == index; });
    };
    return static_cast<std::size_t>(std::count_if(s.clusters.begin(), s.clusters.end(), on));
}

double value_of(const char* id) {
    const Snapshot& s = bundled_snapshot();
    return s.figures[s.find_figure(id).value()].quantity.values.at(0);
}

std::uint32_t holders(const char* date) {
    return LabelIndex(bundled_snapshot()).count_at(last_day(parse_partial_date(date).value()));
}

// Everything that can be reached by `step` edges.
std::set<ClusterIndex> reach(ClusterIndex start,
                             const std::function<void(const Event&, ClusterIndex, std::set<ClusterIndex>&)>& step) {
    std::set<ClusterIndex> seen{start};
    std::vector<ClusterIndex> open{start};
    while (!open.empty()) {
        const ClusterIndex at = open.back();
        open.pop_back();
        std::set<ClusterIndex> next;
        for (const Event& event : bundled_snapshot().events) step(event, at, next);
        for (const ClusterIndex index : next) {
            if (seen.insert(index).second) open.push_back(index);
        }
    }
    return seen;
}

bool contains(const std::vector<ClusterIndex>& list, ClusterIndex index) {
    return std::find(list.begin(), list.end(), index) != list.end();
}

bool is_end(const Event& event) {
    return event.kind == EventKind::Delabelled || event.kind == EventKind::Dissolved ||
           event.kind == EventKind::NotRenewed;
}

}

TEST_CASE("the 66 clusters of 2007, of which 16 international, are found as printed") {
    const auto rows = read_table("tests/fixtures/list_2007.tsv");
    REQUIRE(rows.size() == 66);
    int international = 0;
    for (const auto& row : rows) {
        const Cluster* cluster = on_roster("2007", row.at(0));
        REQUIRE_MESSAGE(cluster, row[0]);
        INFO(row[0]);
        CHECK(is_named(*cluster, row[0]));
        CHECK(cluster->international_2007.value() == (row.at(1) == "international"));
        CHECK(cluster->industry_2007.in(Lang::En) == row.at(2));
        CHECK(!cluster->industry_2007.in(Lang::Fr).empty());
        CHECK(holds_at(*cluster, from_civil(2007, 4, 1)));
        international += *cluster->international_2007;
    }
    CHECK(international == 16);
    CHECK(roster_size("2007") == 66);
    CHECK(holders("2007-04-01") == 66);
}

TEST_CASE("the 55 clusters of 2023 have the terms that the State gave them") {
    const auto rows = read_table("tests/fixtures/list_2023.tsv");
    REQUIRE(rows.size() == 55);
    const Snapshot& s = bundled_snapshot();
    std::vector<std::size_t> by_term(s.terms.size());
    for (const auto& row : rows) {
        const Cluster* cluster = on_roster("2023", row.at(0));
        REQUIRE_MESSAGE(cluster, row[0]);
        INFO(row[0]);
        CHECK(is_named(*cluster, row[0]));
        CHECK(holds_at(*cluster, from_civil(2023, 3, 27)));
        const SourceIndex document = s.find_source("s000").value();
        std::vector<TermIndex> terms;
        for (const Label& label : cluster->labels) {
            for (const PhaseTerm& term : label.phase_terms) {
                if (term.phase == 5 && contains(term.sources, document)) terms.push_back(term.term);
            }
        }
        REQUIRE(terms.size() == 1);
        CHECK(s.terms[terms[0]].id == row.at(1));
        ++by_term[terms[0]];
    }
    CHECK(by_term[s.find_term("4y").value()] == 47);
    CHECK(by_term[s.find_term("2y-extendable").value()] == 4);
    CHECK(by_term[s.find_term("1y-extendable").value()] == 2);
    CHECK(by_term[s.find_term("new-2y").value()] == 2);
    CHECK(roster_size("2023") == 55);
    CHECK(holders("2023-03-27") == 55);
}

TEST_CASE("the 53 signatories of 2026 have their presidents") {
    const auto rows = read_table("tests/fixtures/list_2026.tsv");
    REQUIRE(rows.size() == 53);
    for (const auto& row : rows) {
        const Cluster* cluster = on_roster("2026", row.at(0));
        REQUIRE_MESSAGE(cluster, row[0]);
        INFO(row[0]);
        CHECK(is_named(*cluster, row[0]));
        REQUIRE(cluster->president);
        CHECK(cluster->president->name == row.at(1));
    }
    CHECK(roster_size("2026") == 53);
    const auto presided = [](const Cluster& c) { return c.president.has_value(); };
    CHECK(std::count_if(bundled_snapshot().clusters.begin(), bundled_snapshot().clusters.end(), presided) == 53);
}

TEST_CASE("the default date is the newest one that the sources support") {
    const Snapshot& s = bundled_snapshot();
    CHECK(to_string(s.meta.default_date) == "2026"); // the list of the 53 states no month
    CHECK(LabelIndex(s).count_at(last_day(s.meta.default_date)) == 53);
}

TEST_CASE("label holders at the dates with an official figure") {
    // 67 was announced in July 2005 and 66 are known; every other official number is met
    const std::pair<const char*, std::uint32_t> k_official[] = {
        {"2005-07-12", 66}, {"2005-10-14", 66}, {"2007-02-13", 66}, {"2007-07-05", 71}, {"2009-12-31", 71},
        {"2010-05-11", 71}, {"2012-06-19", 71}, {"2015-09-03", 70}, {"2018-10-19", 66}, {"2019-02-05", 56},
        {"2021", 54},       {"2022-02", 54},    {"2023-03-27", 55}, {"2024-06", 56},    {"2026-03", 53}};
    for (const auto& official : k_official) {
        INFO(official.first);
        CHECK(holders(official.first) == official.second);
    }
}

TEST_CASE("every published number stands beside the derived one, with a reason where they differ") {
    const Snapshot& s = bundled_snapshot();
    REQUIRE(s.counts.size() == 29);
    std::set<std::string> different;
    const LabelIndex index(s);
    for (const PublishedCount& count : s.counts) {
        CHECK(static_cast<int>(index.count_at(count.date)) == count.derived);
        CHECK(!count.sources.empty());
        if (count.value == count.derived) continue;
        different.insert(to_string(count.date));
        CHECK(!count.reason.in(Lang::Fr).empty());
        CHECK(!count.reason.in(Lang::En).empty());
    }
    CHECK(different == std::set<std::string>{"2005-07-12", "2014-10-21", "2025-06-05"});
}

TEST_CASE("every organisation of 2007 leads to one of 2026 or to an explicit end") {
    const Snapshot& s = bundled_snapshot();
    const RosterIndex first = s.find_roster("2007").value();
    const RosterIndex last = s.find_roster("2026").value();
    const auto on = [&](const Cluster& c, RosterIndex roster) {
        return std::any_of(c.rosters.begin(), c.rosters.end(), [&](const RosterName& n) { return n.roster == roster; });
    };
    for (ClusterIndex i = 0; i < s.clusters.size(); ++i) {
        if (!on(s.clusters[i], first)) continue;
        const auto reached = reach(i, [](const Event& event, ClusterIndex at, std::set<ClusterIndex>& next) {
            if (contains(event.from, at)) next.insert(event.to.begin(), event.to.end());
        });
        const bool goes_on =
            std::any_of(reached.begin(), reached.end(), [&](ClusterIndex r) { return on(s.clusters[r], last); });
        const bool ends = std::any_of(reached.begin(), reached.end(), [&](ClusterIndex r) {
            return std::any_of(s.events.begin(), s.events.end(),
                               [&](const Event& e) { return is_end(e) && contains(e.from, r); });
        });
        CHECK_MESSAGE((goes_on || ends), s.clusters[i].id);
    }
}

TEST_CASE("every organisation of 2026 comes from one of 2007 or from an explicit beginning") {
    const Snapshot& s = bundled_snapshot();
    const RosterIndex first = s.find_roster("2007").value();
    for (ClusterIndex i = 0; i < s.clusters.size(); ++i) {
        if (!s.clusters[i].president) continue;
        const auto reached = reach(i, [](const Event& event, ClusterIndex at, std::set<ClusterIndex>& next) {
            if (contains(event.to, at)) next.insert(event.from.begin(), event.from.end());
        });
        const bool known = std::any_of(reached.begin(), reached.end(), [&](ClusterIndex r) {
            const auto& rosters = s.clusters[r].rosters;
            return std::any_of(rosters.begin(), rosters.end(), [&](const RosterName& n) { return n.roster == first; });
        });
        const bool begins = std::any_of(reached.begin(), reached.end(), [&](ClusterIndex r) {
            const auto labels = [&](const Event& e) { return e.kind == EventKind::Labelled && contains(e.to, r); };
            return std::any_of(s.events.begin(), s.events.end(), labels);
        });
        CHECK_MESSAGE((known || begins), s.clusters[i].id);
    }
}

TEST_CASE("published numbers add up, or are said not to") {
    CHECK(value_of("fig-funding-ministries") + value_of("fig-funding-agencies") + value_of("fig-funding-tax") == 1.5e9);
    CHECK(value_of("fig-terms-4y") + value_of("fig-terms-2y") + value_of("fig-terms-1y") + value_of("fig-terms-new") ==
          55);
    const double shares = value_of("fig-share-vsb") + value_of("fig-share-sme") + value_of("fig-share-research") +
                          value_of("fig-share-large");
    CHECK(shares == 88);
    const Snapshot& s = bundled_snapshot();
    for (const char* id : {"fig-share-vsb", "fig-share-large", "fig-members-2026", "fig-companies-2026",
                           "fig-centres-2026", "fig-count-phase1"})
        CHECK_MESSAGE(!s.figures[s.find_figure(id).value()].disputed_by.empty(), id);
    const auto has = [&](const char* id) {
        return std::any_of(s.contradictions.begin(), s.contradictions.end(),
                           [&](const Contradiction& c) { return c.id == id; });
    };
    for (const char* id : {"initial-count", "shares-88", "members-2026-sum", "first-67"}) CHECK_MESSAGE(has(id), id);
}

TEST_CASE("the classes of July 2005 are those announced, one national label apart") {
    const Snapshot& s = bundled_snapshot();
    std::vector<int> by_class(s.classes.size());
    for (const Cluster& cluster : s.clusters) {
        if (cluster.labels.empty() || cluster.labels[0].from != from_civil(2005, 7, 12)) continue;
        REQUIRE(cluster.cluster_class);
        ++by_class[*cluster.cluster_class];
    }
    CHECK(by_class[s.find_class("mondial").value()] == 6);
    CHECK(by_class[s.find_class("vocation-mondiale").value()] == 9);
    CHECK(by_class[s.find_class("national").value()] == 51);
}

TEST_CASE("every fact names its sources") {
    const Snapshot& s = bundled_snapshot();
    for (const Cluster& c : s.clusters) {
        INFO(c.id);
        for (const NameInterval& name : c.names) CHECK(!name.sources.empty());
        for (const Label& label : c.labels) {
            CHECK(!label.sources.empty());
            CHECK(label.confidence != Confidence::Unknown);
            for (const PhaseTerm& term : label.phase_terms) CHECK(!term.sources.empty());
        }
        if (c.seat && c.seat->kind != SeatKind::None) {
            CHECK(!c.seat->sources.empty());
            CHECK(!c.coordinates_sources.empty());
            CHECK(c.seat->confidence != Confidence::Unknown);
            CHECK(c.seat->region.has_value());
        }
        if (c.seat && c.seat->kind == SeatKind::Anchor) CHECK(c.seat->confidence == Confidence::Low);
        if (!c.website.address.empty()) CHECK(!c.website.sources.empty());
        if (c.president) CHECK(!c.president->sources.empty());
        if (c.cluster_class) CHECK(!c.class_sources.empty());
        if (!c.regions_covered.empty()) CHECK(!c.regions_sources.empty());
    }
    for (const Event& e : s.events) CHECK(!e.note.in(Lang::Fr).empty());
    for (const Phase& p : s.phases) CHECK(!p.sources.empty());
}

TEST_CASE("regions, domains and sectors are those of the taxonomy") {
    const Snapshot& s = bundled_snapshot();
    CHECK(s.regions.size() == 18);
    CHECK(std::count_if(s.regions.begin(), s.regions.end(),
                        [](const Region& r) { return r.departments.front().starts_with("97"); }) == 5);
    CHECK(s.domains.size() == 8);
    CHECK(s.sectors.size() == 22);
    const auto partners = [](const Cluster& c) { return c.kind == ClusterKind::Partner; };
    CHECK(std::count_if(s.clusters.begin(), s.clusters.end(), partners) == 16);
    for (const Cluster& c : s.clusters) {
        if (!c.seat || c.seat->department.empty()) continue;
        const auto& departments = s.regions[c.seat->region.value()].departments;
        CHECK_MESSAGE(std::count(departments.begin(), departments.end(), c.seat->department) == 1, c.id);
    }
}

TEST_CASE("French texts follow French typography") {
    const JsonDocument document(bundled_snapshot().raw);
    std::vector<JsonValue> open{document.root()};
    while (!open.empty()) {
        const JsonValue value = open.back();
        open.pop_back();
        for (JsonValue item = value.first(); item.exists(); item = item.next()) open.push_back(item);
        if (value.key() != "fr") continue;
        const std::string text(value.text());
        INFO(value.pointer() << ": " << text);
        CHECK(text.find('\'') == std::string::npos);
        CHECK(text.find("  ") == std::string::npos);
        for (const char* wrong : {" :", " ;", " !", " ?", " %", " »", "« "})
            CHECK(text.find(wrong) == std::string::npos);
    }
}
