#include "core/state/dates.hpp"

#include <doctest/doctest.h>

using namespace atlas;

namespace {

Snapshot two_phases() {
    Snapshot snapshot;
    snapshot.meta.default_date = {2026, 3, 0};
    snapshot.meta.snapshot_date = {2026, 11, 0};
    Phase first, second;
    first.number = 1;
    first.start = from_civil(2005, 7, 12);
    first.end = from_civil(2022, 12, 31);
    second.number = 2;
    second.start = from_civil(2023, 3, 27);
    second.end = from_civil(2026, 12, 31);
    snapshot.phases = {first, second};
    Cluster cluster;
    cluster.id = "a";
    Label label;
    label.from = from_civil(2005, 7, 12);
    cluster.labels.push_back(label);
    snapshot.clusters.push_back(cluster);
    snapshot.index_ids();
    return snapshot;
}

}

TEST_CASE("dates stay inside the time that the snapshot speaks of") {
    const Snapshot snapshot = two_phases();
    CHECK(first_date(snapshot) == PartialDate{2005, 7, 0});
    CHECK(last_date(snapshot) == PartialDate{2026, 12, 31});
    CHECK(clamp_date(snapshot, {1999, 0, 0}) == PartialDate{2005, 7, 0});
    CHECK(clamp_date(snapshot, {2080, 5, 1}) == PartialDate{2026, 12, 31});
    CHECK(clamp_date(snapshot, {2026, 0, 0}) == PartialDate{2026, 0, 0}); // kept as stated
    CHECK(clamp_date(snapshot, {2007, 4, 0}) == PartialDate{2007, 4, 0});
}

TEST_CASE("months step across years, a whole year counts as its December") {
    CHECK(month_step({2007, 12, 31}, 1) == PartialDate{2008, 1, 0});
    CHECK(month_step({2008, 1, 0}, -1) == PartialDate{2007, 12, 0});
    CHECK(month_step({2007, 0, 0}, 1) == PartialDate{2008, 1, 0});
    CHECK(month_step({2007, 4, 0}, -12) == PartialDate{2006, 4, 0});
}

TEST_CASE("phases step to their last day, the running one to the newest supported date") {
    const Snapshot snapshot = two_phases();
    CHECK(phase_step(snapshot, {2010, 0, 0}, 1) == PartialDate{2022, 12, 31});
    CHECK(phase_step(snapshot, {2022, 12, 31}, 1) == PartialDate{2026, 3, 0});
    CHECK(phase_step(snapshot, {2026, 3, 0}, 1) == PartialDate{2026, 3, 0});
    CHECK(phase_step(snapshot, {2026, 3, 0}, -1) == PartialDate{2022, 12, 31});
    CHECK(phase_step(snapshot, {2010, 0, 0}, -1) == PartialDate{2005, 7, 31});
}

TEST_CASE("the phase of a day; none in the gap between two") {
    const Snapshot snapshot = two_phases();
    REQUIRE(phase_at(snapshot, from_civil(2022, 12, 31)) != nullptr);
    CHECK(phase_at(snapshot, from_civil(2022, 12, 31))->number == 1);
    CHECK(phase_at(snapshot, from_civil(2023, 1, 15)) == nullptr);
    CHECK(phase_at(snapshot, from_civil(2023, 3, 27))->number == 2);
}
