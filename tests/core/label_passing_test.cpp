#include "core/time/label_passing.hpp"

#include "core/time_oracle.hpp"
#include "core/time_snapshots.hpp"

using namespace atlas;
using made::day;
using Clusters = std::vector<ClusterIndex>;

namespace {

LabelPassings passings_of(const Snapshot& snapshot, std::string_view after, std::string_view until) {
    return label_passings(snapshot, day(after), day(until));
}

}

TEST_CASE("a label passes by a full take-over of who held it on the eve, and only to another") {
    for (const EventKind kind : {EventKind::Merged, EventKind::Absorbed, EventKind::Split, EventKind::Labelled}) {
        made::Maker maker;
        const ClusterIndex a = maker.cluster("a", "2005", "2010"), b = maker.cluster("b", "2005"),
                           partner = maker.cluster("partner");
        Event& event = maker.event(kind, "2010", {a, b, partner}, {b});
        LabelPassings passings = passings_of(maker.snapshot, "2009", "2010");
        REQUIRE(passings[a]);
        CHECK(passings[a]->to == b);
        CHECK(passings[a]->day == day("2010-01-01"));
        CHECK(!passings[b]);
        CHECK(!passings[partner]);
        event.label_gap = true;
        CHECK(passings_of(maker.snapshot, "2009", "2010")[partner]);
        event.partial = true;
        CHECK(!passings_of(maker.snapshot, "2009", "2010")[a]);
    }
}

TEST_CASE("nothing passes on or after a withdrawal, nor outside the time that is asked about") {
    made::Maker maker;
    const ClusterIndex a = maker.cluster("a", "2005", "2010"), b = maker.cluster("b", "2005");
    maker.event(EventKind::Absorbed, "2010", {a}, {b});
    CHECK(passings_of(maker.snapshot, "2009", "2010")[a]);
    CHECK(!passings_of(maker.snapshot, "2010-01-01", "2011")[a]);
    CHECK(!passings_of(maker.snapshot, "2008", "2009")[a]);
    maker.event(EventKind::NotRenewed, "2010", {a}, {});
    CHECK(!passings_of(maker.snapshot, "2009", "2010")[a]);
}

TEST_CASE("heirs are found through mergers of mergers, not backwards in time") {
    made::Maker maker;
    const ClusterIndex a = maker.cluster("a", "2005", "2008"), b = maker.cluster("b", "2005", "2010"),
                       c = maker.cluster("c", "2005"), d = maker.cluster("d", "2005", "2006");
    maker.event(EventKind::Merged, "2010", {b}, {c});
    maker.event(EventKind::Merged, "2008", {a}, {b});
    maker.event(EventKind::Merged, "2006", {d}, {a});
    const LabelPassings all = passings_of(maker.snapshot, "2005", "2010");
    CHECK(heirs_of(all, d) == Clusters{a, b, c});
    CHECK(heirs_of(all, c).empty());
    CHECK(heirs_of(passings_of(maker.snapshot, "2006", "2009"), a) == Clusters{b});

    made::Maker turned;
    const ClusterIndex first = turned.cluster("first", "2005", "2010"), then = turned.cluster("then", "2005", "2008"),
                       other = turned.cluster("other", "2005");
    turned.event(EventKind::Merged, "2010", {first}, {then});
    turned.event(EventKind::Merged, "2008", {then}, {other});
    CHECK(heirs_of(passings_of(turned.snapshot, "2005", "2010"), first) == Clusters{then});
}

TEST_CASE("chains that turn in a circle end") {
    made::Maker maker;
    const ClusterIndex a = maker.cluster("a", "2005"), b = maker.cluster("b", "2005");
    maker.event(EventKind::Merged, "2010", {a}, {b});
    maker.event(EventKind::Merged, "2010", {b}, {a});
    CHECK(heirs_of(passings_of(maker.snapshot, "2005", "2010"), a).size() <= 2);
}

TEST_CASE("Mov’eo did not take over the label of MTA, nor Minalogic that of Imaginove") {
    const Snapshot& snapshot = oracle::bundled();
    const LabelPassings all = passings_of(snapshot, "2004", "2026");
    CHECK(!all[*snapshot.find_cluster("mta")]);       // withdrawn on that day
    CHECK(!all[*snapshot.find_cluster("imaginove")]); // took over a part
    const std::optional<LabelPassing>& scs = all[*snapshot.find_cluster("scs")];
    REQUIRE(scs);
    CHECK(snapshot.clusters[scs->to].id == "aktantis");
}
