#include "core/time/lanes.hpp"

#include "core/time_oracle.hpp"
#include "core/time_snapshots.hpp"

#include <algorithm>
#include <random>

using namespace atlas;
using made::day;

namespace {

constexpr LaneGrouping k_groupings[] = {LaneGrouping::Domain, LaneGrouping::Region, LaneGrouping::Entry};

struct Ordered {
    explicit Ordered(const Snapshot& made) : snapshot(made), lineage(made), names(made) {}
    LaneOrder order(LaneGrouping grouping) const {
        return order_lanes({snapshot, lineage, names, day("2026-03")}, grouping);
    }
    const Snapshot& snapshot;
    Lineage lineage;
    NameIndex names;
};

std::vector<std::string> lane_ids(const Snapshot& snapshot, const LaneOrder& order) {
    std::vector<std::string> ids;
    for (const Lane& lane : order.lanes) {
        ids.emplace_back();
        for (const ClusterIndex cluster : lane.chain) ids.back() += snapshot.clusters[cluster].id + ">";
    }
    return ids;
}

// Families of two or three whose members' names are far apart, some of them chains.
made::Maker random_families(unsigned seed) {
    std::mt19937 random(seed);
    made::Maker maker;
    maker.snapshot.domains.resize(2);
    maker.snapshot.domains[0].id = "one";
    maker.snapshot.domains[1].id = "two";
    for (int family = 0; family < 12; ++family) {
        const std::string year = std::to_string(2008 + random() % 16);
        const auto name = [&] {
            return std::string(1, static_cast<char>('a' + random() % 26)) + std::to_string(random() % 100000);
        };
        const ClusterIndex a = maker.cluster(name(), "2005", year), b = maker.cluster(name(), "2005", year);
        const ClusterIndex heir = random() % 2 ? maker.cluster(name(), year) : maker.cluster(name(), "2006");
        for (const ClusterIndex cluster : {a, b, heir})
            maker.snapshot.clusters[cluster].domain =
                static_cast<DomainIndex>(random() % 5 ? family % 2 : 1 - family % 2);
        maker.event(EventKind::Merged, year, {a, b}, {heir});
    }
    return maker;
}

}

TEST_CASE("every label holder has its place, in one lane") {
    const Snapshot& snapshot = oracle::bundled();
    const Ordered ordered(snapshot);
    for (const LaneGrouping grouping : k_groupings) {
        const LaneOrder order = ordered.order(grouping);
        std::vector<int> seen(snapshot.clusters.size(), 0);
        for (const Lane& lane : order.lanes)
            for (const ClusterIndex cluster : lane.chain) seen[cluster] += 1;
        for (ClusterIndex i = 0; i < snapshot.clusters.size(); ++i)
            CHECK(seen[i] == (snapshot.clusters[i].labels.empty() ? 0 : 1));
        std::uint32_t next = 0, labels = 0, today = 0;
        for (const LaneGroup& group : order.groups) { // groups follow each other without a gap
            CHECK(group.first == next);
            next += group.count;
            labels += group.labels;
            today += group.today;
            for (std::uint32_t i = group.first; i < next; ++i) CHECK(&order.groups[order.lanes[i].group] == &group);
        }
        CHECK(next == order.lanes.size());
        CHECK(labels == 91);
        CHECK(today == 53);
    }
}

TEST_CASE("bars are the labels, cut and not stretched") {
    const Snapshot& snapshot = oracle::bundled();
    for (const Lane& lane : Ordered(snapshot).order(LaneGrouping::Domain).lanes)
        for (const ClusterIndex cluster : lane.chain) {
            CAPTURE(snapshot.clusters[cluster].id);
            for (const Label& label : snapshot.clusters[cluster].labels) {
                const Date end = label.to.value_or(day("2026-03"));
                std::int32_t days = 0;
                for (const LaneBar& bar : lane.bars)
                    if (bar.cluster == cluster && bar.kind != BarKind::Dormant && label.from <= bar.from &&
                        bar.to <= end)
                        days += bar.to.days - bar.from.days;
                CHECK(days == end.days - label.from.days);
            }
        }
}

TEST_CASE("a body born of a merger goes on in a parent's lane, and the other parent stands beside it") {
    const Snapshot& snapshot = oracle::bundled();
    const LaneOrder order = Ordered(snapshot).order(LaneGrouping::Domain);
    const std::vector<std::string> ids = lane_ids(snapshot, order);
    const auto place = [&](std::string_view id) {
        for (std::size_t i = 0; i < ids.size(); ++i)
            if (ids[i] == id) return static_cast<int>(i);
        return -1000;
    };
    CHECK(place("scs>aktantis>") + 1 == place("optitec>"));
    CHECK(std::abs(place("viameca>cimes>") - place("mont-blanc-industries>")) == 1);
    CHECK(std::abs(place("plastipolis>polymeris>") - place("elastopole>")) == 1);
    CHECK(std::abs(place("eurobiomed>") - place("cancer-bio-sante>")) == 1);
}

TEST_CASE("the order is the same every time and never crosses more than the alphabetical one") {
    const Ordered ordered(oracle::bundled());
    for (const LaneGrouping grouping : k_groupings) {
        const LaneOrder first = ordered.order(grouping), second = ordered.order(grouping);
        CHECK(lane_ids(oracle::bundled(), first) == lane_ids(oracle::bundled(), second));
        CHECK(first.crossings <= first.crossings_naive);
        CHECK(first.crossings == count_crossings(first.lanes, first.flows));
        MESSAGE("grouping " << static_cast<int>(grouping) << ": " << first.crossings << " crossings, alphabetical "
                            << first.crossings_naive);
    }
    for (unsigned seed = 0; seed < 40; ++seed) {
        const made::Maker maker = random_families(seed);
        const LaneOrder order = Ordered(maker.snapshot).order(LaneGrouping::Domain);
        CAPTURE(seed);
        CHECK(order.crossings <= order.crossings_naive);
        CHECK(order.lanes.size() <= maker.snapshot.clusters.size());
    }
}

TEST_CASE("a family that is a tree is drawn without a crossing") {
    made::Maker maker;
    maker.snapshot.domains.resize(1);
    const ClusterIndex heir = maker.cluster("m", "2005");
    const ClusterIndex early = maker.cluster("z", "2005", "2010"), late = maker.cluster("a", "2005", "2015");
    const ClusterIndex deep = maker.cluster("p", "2005", "2008");
    maker.event(EventKind::Absorbed, "2008", {deep}, {late});
    maker.event(EventKind::Absorbed, "2010", {early}, {heir});
    maker.event(EventKind::Absorbed, "2015", {late}, {heir});
    const LaneOrder order = Ordered(maker.snapshot).order(LaneGrouping::Domain);
    CHECK(order.crossings == 0);
    CHECK(lane_ids(maker.snapshot, order) == std::vector<std::string>{"m>", "z>", "a>", "p>"});
}

TEST_CASE("crossings: lanes alive between the ends of a flow, and flows that interleave") {
    const auto lane = [](std::string_view from, std::string_view to) {
        Lane made;
        LaneBar bar;
        bar.from = day(from);
        bar.to = day(to);
        made.bars.push_back(bar);
        return made;
    };
    const std::vector<Lane> lanes{lane("2005", "2020"), lane("2005", "2020"), lane("2005", "2009"),
                                  lane("2005", "2020")};
    const auto flow = [](std::uint32_t from, std::uint32_t to, std::string_view date) {
        LaneFlow made;
        made.from = from;
        made.to = to;
        made.day = day(date);
        return made;
    };
    CHECK(count_crossings(lanes, {flow(0, 3, "2012")}) == 1); // the third lane ended before
    CHECK(count_crossings(lanes, {flow(3, 0, "2008")}) == 2);
    CHECK(count_crossings(lanes, {flow(0, 1, "2008")}) == 0);
    CHECK(count_crossings(lanes, {flow(0, 2, "2012-01-01"), flow(1, 3, "2012-01-20")}) == 2); // one lane, one flow
    CHECK(count_crossings(lanes, {flow(0, 2, "2012-01-01"), flow(1, 3, "2012-12-20")}) == 1);
}

TEST_CASE("what a lane shows: short terms, times without a label, and how a label ended") {
    made::Maker maker;
    maker.snapshot.terms.resize(3);
    for (std::size_t i = 0; i < 3; ++i) maker.snapshot.terms[i].id = std::to_string(1 + i) + "y";
    maker.snapshot.phases.resize(1);
    maker.snapshot.phases[0].number = 1;
    maker.snapshot.phases[0].start = day("2005-01-01");
    maker.snapshot.phases[0].status = PhaseStatus::Current;
    const auto only_lane = [&](ClusterIndex cluster) {
        for (const Lane& lane : Ordered(maker.snapshot).order(LaneGrouping::Domain).lanes)
            if (lane.chain.front() == cluster) return lane;
        return Lane();
    };
    const auto end_of = [&](ClusterIndex cluster) { return only_lane(cluster).marks.back().kind; };

    for (TermIndex years = 0; years < 3; ++years) { // of one, two and three years
        const ClusterIndex cluster = maker.cluster("t" + std::to_string(years), "2005");
        maker.snapshot.clusters[cluster].labels[0].phase_terms = {{1, years, {}, {}, {}}};
        CHECK(only_lane(cluster).bars.front().is_short == (years < 2));
    }

    const ClusterIndex twice = maker.cluster("twice", "2005", "2008");
    maker.label(twice, "2010", "2012");
    const std::vector<LaneBar> bars = only_lane(twice).bars;
    REQUIRE(bars.size() == 3);
    CHECK(bars[1].kind == BarKind::Dormant);
    CHECK(to_string(bars[1].from) == "2008-01-01");
    CHECK(to_string(bars[1].to) == "2010-01-01");

    CHECK(end_of(twice) == MarkKind::End);
    const ClusterIndex silent = maker.cluster("silent", "2005", "2012");
    maker.snapshot.clusters[silent].labels[0].to_certain = false;
    CHECK(end_of(silent) == MarkKind::Absent);

    const ClusterIndex given = maker.cluster("given", "2005", "2012"), heir = maker.cluster("heir", "2005");
    maker.event(EventKind::Absorbed, "2012", {given}, {heir}).partial = true;
    CHECK(end_of(given) == MarkKind::End); // a part was taken over, the label was not
    maker.snapshot.events[0].partial = false;
    CHECK(end_of(given) == MarkKind::Entry);
}
