#include "core/time/printed_list.hpp"

#include "core/base/text.hpp"
#include "core/time_oracle.hpp"
#include "core/time_snapshots.hpp"

#include <sstream>

using namespace atlas;
using made::day;

namespace {

using Ids = std::set<std::string>;

// The clusters whose names stand in the first column of a typed list; see tests/fixtures.
Ids printed_clusters(const Snapshot& snapshot, const std::string& roster) {
    const auto list = snapshot.find_roster(roster);
    REQUIRE(list);
    Ids names, ids;
    std::istringstream lines(read_repository_file("tests/fixtures/list_" + roster + ".tsv"));
    for (std::string line; std::getline(lines, line);)
        if (!line.empty() && line[0] != '#') names.insert(fold(line.substr(0, line.find('\t'))));
    for (const Cluster& cluster : snapshot.clusters)
        for (const RosterName& name : cluster.rosters)
            if (name.roster == *list && names.count(fold(name.name))) ids.insert(cluster.id);
    CHECK(ids.size() == names.size());
    return ids;
}

// Everybody who goes into another body.
Ids taken_over(const Snapshot& snapshot) {
    Ids ids;
    for (const Event& event : snapshot.events)
        if (event.kind == EventKind::Merged || event.kind == EventKind::Absorbed)
            for (const ClusterIndex cluster : event.from) ids.insert(snapshot.clusters[cluster].id);
    return ids;
}

Ids missing_at(const Snapshot& snapshot, Date date) {
    const MissingFromList missing(snapshot, date);
    Ids ids;
    for (ClusterIndex i = 0; i < snapshot.clusters.size(); ++i)
        if (missing.has(i)) ids.insert(snapshot.clusters[i].id);
    return ids;
}

struct Lists { // of 2008, 2010 and 2014 in three phases, and one cluster on some of them
    made::Maker maker;
    Lists() {
        for (const char* year : {"2008", "2010", "2014"}) {
            maker.snapshot.rosters.emplace_back();
            maker.snapshot.rosters.back().date = *parse_partial_date(year);
        }
        for (const auto& [number, start] : {std::pair(1, "2005"), {2, "2009"}, {3, "2013"}}) {
            Phase phase;
            phase.number = number;
            phase.start = first_day(*parse_partial_date(start));
            phase.status = PhaseStatus::Past;
            maker.snapshot.phases.push_back(phase);
        }
    }
    ClusterIndex cluster(std::string_view to, std::vector<RosterIndex> lists) {
        const ClusterIndex index = maker.cluster("c" + std::to_string(maker.snapshot.clusters.size()), "2005", to);
        maker.snapshot.clusters[index].labels[0].to_certain = false;
        for (const RosterIndex list : lists) maker.snapshot.clusters[index].rosters.push_back({list, ""});
        return index;
    }
    bool misses(ClusterIndex cluster, std::string_view date) const {
        return MissingFromList(maker.snapshot, day(date)).has(cluster);
    }
};

}

TEST_CASE("the lists of 2023 and 2026 differ by mergers and by those that are missing from the later one") {
    const Snapshot& snapshot = oracle::bundled();
    const Ids later = printed_clusters(snapshot, "2026"), merged = taken_over(snapshot);
    Ids gone;
    for (const std::string& id : printed_clusters(snapshot, "2023"))
        if (!later.count(id) && !merged.count(id)) gone.insert(id);
    CHECK(gone.count("materalia") == 1);
    CHECK(gone.count("tes") == 1);
    CHECK(missing_at(snapshot, day("2026")) == gone);
    CHECK(missing_at(snapshot, day("2026-01-01")) == gone);
}

TEST_CASE("nobody is missing from the list of 2023, in no month of its time: that before it is sixteen years older") {
    const Snapshot& snapshot = oracle::bundled();
    const ClusterIndex trimatec = *snapshot.find_cluster("trimatec"); // on the list of 2007, ended by 2018
    for (int month = 0; month < oracle::k_months; ++month) {
        const Date date = oracle::month_end(month);
        if (date >= day("2026-01-01")) break;
        CAPTURE(to_string(date));
        CHECK(!MissingFromList(snapshot, date).has(trimatec));
        CHECK(missing_at(snapshot, date).empty());
    }
}

TEST_CASE("missing: on the list before, labelled until this one, not on it, and no source dates the end") {
    Lists lists;
    const ClusterIndex lost = lists.cluster("2010", {0});
    const ClusterIndex ended_before = lists.cluster("2009-12-31", {0});
    const ClusterIndex on_both = lists.cluster("2010", {0, 1});
    const ClusterIndex on_none = lists.cluster("2010", {});
    const ClusterIndex dated = lists.cluster("2010", {0});
    lists.maker.snapshot.clusters[dated].labels[0].to_certain = true;
    CHECK(lists.misses(lost, "2010-01-01"));
    CHECK(lists.misses(lost, "2013-12-31"));
    CHECK(!lists.misses(lost, "2009-12-31")); // holds, and the list is not printed yet
    CHECK(!lists.misses(lost, "2014"));       // by then another list is the one before
    for (const ClusterIndex other : {ended_before, on_both, on_none, dated}) CHECK(!lists.misses(other, "2010"));
}

TEST_CASE("a cluster that holds a label again is not missing") {
    Lists lists;
    const ClusterIndex cluster = lists.cluster("2010", {0});
    lists.maker.label(cluster, "2011", "");
    CHECK(lists.misses(cluster, "2010"));
    CHECK(!lists.misses(cluster, "2011"));
}

TEST_CASE("a list of an older phase than the one before is not the list before") {
    Lists lists;
    const ClusterIndex cluster = lists.cluster("2014", {0});
    lists.maker.snapshot.rosters[1].date = *parse_partial_date("2016"); // 2008, 2014 and 2016: phases 1, 3 and 3
    CHECK(!lists.misses(cluster, "2014"));
    lists.maker.snapshot.phases[1].start.reset(); // undated: it can't be told that a phase lies between
    lists.maker.snapshot.phases[2].number = 2;
    CHECK(lists.misses(cluster, "2014"));
}

TEST_CASE("before the first list nobody is missing") {
    Lists lists;
    const ClusterIndex cluster = lists.cluster("2007", {0});
    CHECK(!lists.misses(cluster, "2007"));
    CHECK(!lists.misses(cluster, "2008"));
    CHECK(!list_at(lists.maker.snapshot, day("2007")));
    CHECK(list_at(lists.maker.snapshot, day("2008-01-01")) == RosterIndex{0});
}
