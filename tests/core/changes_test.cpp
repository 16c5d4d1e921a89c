#include "core/time/changes.hpp"

#include "core/time/roster.hpp"
#include "core/time_oracle.hpp"
#include "core/time_snapshots.hpp"

#include <algorithm>

using namespace atlas;
using made::day;
using oracle::Set;

namespace {

Set set_of(const std::vector<ClusterIndex>& list) {
    const Set set(list.begin(), list.end());
    CHECK(set.size() == list.size()); // nobody twice
    return set;
}

oracle::Account account_of(const Changes& changes) {
    oracle::Account account{
        set_of(changes.entered), set_of(changes.left), set_of(changes.renamed), set_of(changes.continued), {}};
    for (const Merger& merger : changes.merged) account.merged.insert({set_of(merger.from), set_of(merger.to)});
    CHECK(account.merged.size() == changes.merged.size());
    return account;
}

// Every holder of either date in exactly one kind, and the sum that must add up.
void check_invariants(const Snapshot& snapshot, const Changes& changes) {
    const LabelIndex labels(snapshot);
    Set before, after;
    std::size_t before_size = 0, after_size = 0;
    const auto add = [](Set& set, std::size_t& size, const std::vector<ClusterIndex>& list) {
        set.insert(list.begin(), list.end());
        size += list.size();
    };
    add(before, before_size, changes.left);
    add(after, after_size, changes.entered);
    for (const auto* list : {&changes.renamed, &changes.continued}) {
        add(before, before_size, *list);
        add(after, after_size, *list);
    }
    for (const Merger& merger : changes.merged) {
        add(before, before_size, merger.from);
        add(after, after_size, merger.to);
        CHECK_FALSE(merger.from.empty());
        CHECK_FALSE(merger.to.empty());
    }
    const auto earlier = labels.holders_at(changes.earlier), later = labels.holders_at(changes.later);
    CHECK(before == Set(earlier.begin(), earlier.end()));
    CHECK(after == Set(later.begin(), later.end()));
    CHECK(before.size() == before_size);
    CHECK(after.size() == after_size);
    CHECK(changes.holders_earlier == labels.count_at(changes.earlier));
    CHECK(changes.holders_later == labels.count_at(changes.later));
    const ChangeCounts counts = count_changes(changes);
    CHECK(static_cast<std::int32_t>(changes.holders_later) ==
          static_cast<std::int32_t>(changes.holders_earlier) + counts.entered - counts.left - counts.lost_by_merger() +
              counts.won_by_split() + changes.joint_difference);
}

Changes between(const Snapshot& snapshot, std::string_view a, std::string_view b) {
    Changes changes = compute_changes(snapshot, day(a), day(b));
    check_invariants(snapshot, changes);
    return changes;
}

ClusterIndex find(std::string_view id) {
    const auto index = oracle::bundled().find_cluster(id);
    REQUIRE(index);
    return *index;
}

bool has_merger(const Changes& changes, std::vector<std::string_view> from, std::vector<std::string_view> to) {
    Set sources, targets;
    for (const auto id : from) sources.insert(find(id));
    for (const auto id : to) targets.insert(find(id));
    return std::any_of(changes.merged.begin(), changes.merged.end(), [&](const Merger& merger) {
        return set_of(merger.from) == sources && set_of(merger.to) == targets;
    });
}

}

TEST_CASE("April 2007 to March 2026 accounts for all 66 and all 53") {
    const Snapshot& snapshot = oracle::bundled();
    const Changes changes = between(snapshot, "2007-04", "2026-03");
    CHECK(changes.holders_earlier == 66);
    CHECK(changes.holders_later == 53);
    CHECK(has_merger(changes, {"scs", "optitec"}, {"aktantis"}));
    CHECK(has_merger(changes, {"mont-blanc-industries", "viameca"}, {"cimes"}));
    CHECK(has_merger(changes, {"matikem", "up-tex"}, {"euramaterials"}));
    CHECK(has_merger(changes, {"elopsys", "route-des-lasers"}, {"alpha-rlh"}));
    CHECK(has_merger(changes, {"terralia", "pass"}, {"innov-alliance"}));
    CHECK(has_merger(changes, {"eurobiomed", "cancer-bio-sante"}, {"eurobiomed"}));
    CHECK(has_merger(changes, {"advancity", "picom", "cap-digital"}, {"cap-digital"}));
    CHECK(has_merger(changes, {"vegepolys-valley", "cereales-vallee"}, {"vegepolys-valley"}));
    CHECK(has_merger(changes, {"plastipolis"}, {"polymeris"})); // Elastopôle had no label in April 2007
    CHECK(change_of(changes, find("bioeconomy-for-change")) == ChangeKind::Renamed);
    CHECK(change_of(changes, find("nextmove")) == ChangeKind::Renamed);
    CHECK(change_of(changes, find("axelera")) == ChangeKind::Continued);
    CHECK(change_of(changes, find("aqua-valley")) == ChangeKind::Entered);
    CHECK(change_of(changes, find("genie-civil-ouest")) == ChangeKind::Left);
    CHECK(change_of(changes, find("tes")) == ChangeKind::Left);
    CHECK(change_of(changes, find("cemater")) == ChangeKind::None);
}

TEST_CASE("the six of May 2010 left, MTA among them although Mov'eo took it in") {
    const Changes changes = between(oracle::bundled(), "2009", "2010-06");
    CHECK(changes.left.size() == 6);
    CHECK(changes.entered.size() == 6);
    CHECK(changes.merged.empty());
    CHECK(change_of(changes, find("mta")) == ChangeKind::Left);
}

TEST_CASE("labels that moved without their bodies, and came back") {
    const Snapshot& snapshot = oracle::bundled();
    CHECK(has_merger(between(snapshot, "2018", "2020"), {"aqua-valley", "dream", "hydreos"}, {"france-water-team"}));
    const Changes gap = between(snapshot, "2018", "2025");
    CHECK(has_merger(gap, {"dream", "hydreos"}, {"aquanova"})); // label_gap
    CHECK(change_of(gap, find("aqua-valley")) == ChangeKind::Continued);
    const Changes back = between(snapshot, "2020", "2025");
    CHECK(change_of(back, find("france-water-team")) == ChangeKind::Left);
    CHECK(change_of(back, find("aqua-valley")) == ChangeKind::Entered);
    CHECK(change_of(back, find("aquanova")) == ChangeKind::Entered);
    CHECK(change_of(between(snapshot, "2018", "2019"), find("imaginove")) == ChangeKind::Left); // partial
}

TEST_CASE("56 in February 2019 become 55 in March 2023") {
    const Changes changes = between(oracle::bundled(), "2019-02", "2023-03");
    const ChangeCounts counts = count_changes(changes);
    CHECK(changes.holders_earlier == 56);
    CHECK(changes.holders_later == 55);
    CHECK(counts.entered == 2);
    CHECK(counts.left == 2);
    CHECK(counts.mergers == 2);
    CHECK(counts.lost_by_merger() == 2);
    CHECK(changes.joint_difference == 1);
}

TEST_CASE("changes agree with the slow way over pairs of months from 2005 to 2026") {
    const Snapshot& snapshot = oracle::bundled();
    const auto check = [&](int a, int b) {
        const Date earlier = oracle::month_end(a), later = oracle::month_end(b);
        CAPTURE(to_string(earlier));
        CAPTURE(to_string(later));
        const Changes changes = compute_changes(snapshot, later, earlier); // order does not matter
        CHECK(changes.earlier == earlier);
        CHECK(changes.later == later);
        CHECK((account_of(changes) == oracle::account(snapshot, oracle::day_of(earlier), oracle::day_of(later))));
        check_invariants(snapshot, changes);
    };
    for (int month = 0; month < oracle::k_months; ++month) {
        check(month, std::min(month + 1, oracle::k_months - 1));
        check(month, oracle::k_months - 1);
        check(6, std::max(month, 6));
        check(month, month);
    }
    for (int a = 0; a < oracle::k_months; a += 23)
        for (int b = a; b < oracle::k_months; b += 17) check(a, b);
}

TEST_CASE("change_kinds says of all what change_of says of one") {
    const Snapshot& snapshot = oracle::bundled();
    const Changes changes = between(snapshot, "2007-04", "2026-03");
    const std::vector<ChangeKind> kinds = change_kinds(changes, snapshot.clusters.size());
    for (ClusterIndex i = 0; i < snapshot.clusters.size(); ++i) CHECK(kinds[i] == change_of(changes, i));
}

TEST_CASE("chains of mergers and absorptions are one merger") {
    made::Maker maker;
    const ClusterIndex a = maker.cluster("a", "2005", "2010"), b = maker.cluster("b", "2005", "2010");
    const ClusterIndex c = maker.cluster("c", "2010", "2015"), d = maker.cluster("d", "2005");
    maker.event(EventKind::Merged, "2010", {a, b}, {c});
    maker.event(EventKind::Absorbed, "2015", {c}, {d});
    const Changes changes = between(maker.snapshot, "2008", "2020");
    REQUIRE(changes.merged.size() == 1);
    CHECK(changes.merged[0].from == std::vector<ClusterIndex>{a, b, d});
    CHECK(changes.merged[0].to == std::vector<ClusterIndex>{d});
}

TEST_CASE("a split, a succession, and a merger whose parent lost the label before") {
    made::Maker maker;
    const ClusterIndex a = maker.cluster("a", "2005"), b = maker.cluster("b", "2012");
    const ClusterIndex c = maker.cluster("c", "2005", "2011"), d = maker.cluster("d", "2011");
    const ClusterIndex e = maker.cluster("e", "2005", "2008"), f = maker.cluster("f", "2005");
    maker.event(EventKind::Merged, "2011", {c}, {d});
    maker.event(EventKind::Split, "2012", {a}, {a, b});
    maker.event(EventKind::Absorbed, "2013", {e}, {f});
    const Changes changes = between(maker.snapshot, "2006", "2020");
    const ChangeCounts counts = count_changes(changes);
    CHECK(counts.splits == 1);
    CHECK(counts.won_by_split() == 1);
    CHECK(counts.mergers == 1);
    CHECK(counts.lost_by_merger() == 0);
    CHECK(changes.left == std::vector<ClusterIndex>{e}); // its label ended five years before the merger
    CHECK(changes.continued == std::vector<ClusterIndex>{f});
    CHECK(change_of(changes, d) == ChangeKind::Merged);
}

TEST_CASE("events on the boundary days count after the earlier and up to the later") {
    made::Maker maker;
    const ClusterIndex a = maker.cluster("a", "2005");
    maker.event(EventKind::Renamed, "2010-05-01", {a}, {a});
    CHECK(between(maker.snapshot, "2010-04-30", "2010-05-01").renamed.size() == 1);
    CHECK(between(maker.snapshot, "2010-05-01", "2011").renamed.empty());
}

TEST_CASE("a split on the earlier day has happened before, on the later day it counts") {
    made::Maker maker;
    const ClusterIndex a = maker.cluster("a", "2005"), b = maker.cluster("b", "2010-05-01");
    maker.event(EventKind::Split, "2010-05-01", {a}, {a, b});
    CHECK(between(maker.snapshot, "2010-05-01", "2011").continued == std::vector<ClusterIndex>{a, b});
    CHECK(count_changes(between(maker.snapshot, "2010-04-30", "2010-05-01")).splits == 1);
}

TEST_CASE("on one day withdrawals come before a merger, dissolutions after it") {
    for (const EventKind end : {EventKind::Delabelled, EventKind::NotRenewed, EventKind::Dissolved}) {
        CAPTURE(static_cast<int>(end));
        made::Maker maker;
        const ClusterIndex a = maker.cluster("a", "2005", "2010"), b = maker.cluster("b", "2005");
        maker.event(end, "2010", {a}, {});
        maker.event(EventKind::Absorbed, "2010", {a}, {b});
        const Changes changes = between(maker.snapshot, "2009", "2011");
        const ChangeKind kind = end == EventKind::Dissolved ? ChangeKind::Merged : ChangeKind::Left;
        CHECK(change_of(changes, a) == kind);
    }
}
