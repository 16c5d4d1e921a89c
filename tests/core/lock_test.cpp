// An atlas that its host locked to a region, a domain or a list: nothing outside is counted, found, drawn or opened,
// whatever anybody does. Membership is read from the snapshot's records, not from the atlas's own index.
#include "core/explore/lock.hpp"

#include "core/explore/search.hpp"
#include "core/scene/layout.hpp"
#include "core/scene/layout_memo.hpp"
#include "core/state/permalink.hpp"
#include "core/state/update.hpp"
#include "random_state.hpp"
#include "support/france.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace atlas;

namespace {

Filter lock_to(Facet facet, std::vector<std::string> values) {
    Filter lock;
    set_values(lock, facet, std::move(values));
    return lock;
}

bool is_in_region(const Snapshot& snapshot, const Cluster& cluster, std::string_view code) {
    return cluster.kind == ClusterKind::Cluster && cluster.seat && cluster.seat->region &&
           snapshot.regions[*cluster.seat->region].code == code;
}

struct LockedDesk {
    std::shared_ptr<const Snapshot> snapshot;
    std::shared_ptr<const SnapshotIndex> index;
    Environment environment;
    Session session;
    Result result;

    explicit LockedDesk(const Filter& lock) {
        environment.locked = known_lock(bundled_snapshot(), lock);
        const std::shared_ptr<const Snapshot> whole(&bundled_snapshot(), [](const Snapshot*) {});
        snapshot = locked_snapshot(whole, environment.locked);
        index = build_snapshot_index(*snapshot, france().ground);
        session.state = initial_state(*snapshot, france().ground, Lang::Fr, environment.locked);
        result = evaluate(*snapshot, *index, session.state);
    }
    void send(const Action& action) {
        session = update({*snapshot, environment, result, *index}, session, action);
        result = evaluate(*snapshot, *index, session.state);
    }
    void set(const State& state) {
        session.state = settle_state(*snapshot, france().ground, state, environment.locked);
        result = evaluate(*snapshot, *index, session.state);
    }
};

const char* const k_brittany = "53";

}

TEST_CASE("counts follow the lock at every date") {
    const LockedDesk desk(lock_to(Facet::Region, {k_brittany}));
    for (const char* text : {"2005", "2007-04", "2010", "2019", "2023-06", "2026-03"}) {
        CAPTURE(text);
        Question question;
        question.date = parse_partial_date(text).value();
        const Date day = last_day(question.date);
        std::uint32_t holders = 0; // of the one joint label a single body is inside
        for (const Cluster& cluster : bundled_snapshot().clusters)
            holders += is_in_region(bundled_snapshot(), cluster, k_brittany) && holds_at(cluster, day) ? 1 : 0;
        const Result result = evaluate(*desk.snapshot, *desk.index, question);
        CHECK(result.total == holders);
        CHECK(result.shown_count == holders);
        CHECK(desk.index->labels.count_at(day) == holders);
        for (const FacetCount& count : result.of(Facet::Region)) CHECK((count.value == k_brittany || count.total == 0));
    }
    CHECK(desk.result.total > 0);
    CHECK(desk.result.total < 53);
}

TEST_CASE("the years count the entries and ends of labels inside the lock only") {
    constexpr const char* k_south = "93"; // where clusters entered and ended after 2005
    LockedDesk desk(lock_to(Facet::Region, {k_south}));
    desk.environment.width_px = 1280.0f;
    desk.environment.height_px = 800.0f;
    LayoutMemo memo;
    const Scene scene =
        layout({{*desk.snapshot, *desk.index, desk.session, desk.result, desk.environment}, france(), memo});
    std::set<std::string> years;
    for (const Cluster& cluster : bundled_snapshot().clusters) {
        if (!is_in_region(bundled_snapshot(), cluster, k_south)) continue;
        for (const Label& label : cluster.labels) {
            years.insert(std::to_string(civil(label.from).year));
            if (label.to) years.insert(std::to_string(civil(*label.to).year));
        }
    }
    std::size_t ticks = 0;
    for (const Node& node : scene.nodes) {
        constexpr std::string_view k_prefix = "timeline/labels/";
        if (!node.id.starts_with(k_prefix)) continue;
        ++ticks;
        CHECK(years.contains(node.id.substr(k_prefix.size())));
    }
    CHECK(ticks > 0);
}

TEST_CASE("whatever is done, nothing outside the lock is shown or selected") {
    for (const Filter& lock : {lock_to(Facet::Region, {k_brittany}), lock_to(Facet::Region, {"11", k_brittany}),
                               lock_to(Facet::Domain, {"health"}), lock_to(Facet::Roster, {"2007"})}) {
        LockedDesk desk(lock);
        const LockedDesk fresh(lock);
        std::vector<std::uint8_t> inside(desk.snapshot->clusters.size(), 0);
        for (const ClusterIndex i : desk.snapshot->clusters_by_id) inside[i] = 1;
        test::Random random{53};
        for (int i = 0; i < 120; ++i) {
            const State wild = test::random_state(random);
            desk.set(wild);
            const Cluster& any = bundled_snapshot().clusters[random.below(bundled_snapshot().clusters.size())];
            const auto facet = static_cast<Facet>(random.below(k_facet_count));
            desk.send(act::Select{any.id});
            desk.send(act::SetFacet{facet, {test::random_value(random, facet)}});
            desk.send(act::ToggleFacet{facet, test::random_value(random, facet)});
            if (random.chance(20)) desk.send(act::ClearFilters{});
            if (random.chance(20)) desk.send(act::StepSelection{1});
            for (const ClusterIndex shown : desk.result.shown) CHECK(inside[shown]);
            const auto selected = desk.snapshot->find_cluster(desk.session.state.selected);
            CHECK((desk.session.state.selected.empty() || (selected && inside[*selected])));
            const State& state = desk.session.state;
            CHECK(settle_state(*desk.snapshot, france().ground, state, desk.environment.locked) == state);
            CHECK(inside_lock(state.filter, desk.environment.locked) == state.filter);
        }
        desk.send(act::ClearFilters{});
        desk.send(act::SetDate{fresh.session.state.date});
        CHECK(desk.result.total == fresh.result.total);
    }
}

TEST_CASE("a reader chooses inside several locked values, and back") {
    LockedDesk desk(lock_to(Facet::Region, {"11", k_brittany}));
    const std::uint32_t both = desk.result.total;
    desk.send(act::ToggleFacet{Facet::Region, k_brittany});
    CHECK(desk.result.shown_count < both);
    CHECK(desk.result.total == both);
    desk.send(act::ToggleFacet{Facet::Region, "52"}); // outside
    CHECK(desk.session.state.filter.of(Facet::Region) == std::vector<std::string>{k_brittany});
    desk.send(act::ToggleFacet{Facet::Region, "11"}); // all of the lock says nothing
    CHECK(desk.session.state.filter.is_empty());
    CHECK(desk.result.shown_count == both);
}

TEST_CASE("links carry the lock to where nothing is locked, and open where it is") {
    LockedDesk desk(lock_to(Facet::Region, {k_brittany}));
    const Filter& lock = desk.environment.locked;
    const State initial = initial_state(*desk.snapshot, france().ground, Lang::Fr, lock);
    const std::string link = encode_permalink(desk.session.state, initial, lock);
    CHECK(link == "#v1;reg=53");
    const State unlocked = initial_state(bundled_snapshot(), france().ground, Lang::Fr);
    const State abroad = settle_state(bundled_snapshot(), france().ground, decode_permalink(link, unlocked).state);
    CHECK(evaluate(bundled_snapshot(), bundled_index(), abroad).shown_count == desk.result.total);
    CHECK(settle_state(*desk.snapshot, france().ground, decode_permalink(link, initial).state, lock) ==
          desk.session.state);
    const State other =
        settle_state(*desk.snapshot, france().ground, decode_permalink("#v1;reg=52;sel=axelera", initial).state, lock);
    CHECK(other == desk.session.state);
}

TEST_CASE("the title says what an atlas is locked to, in both languages") {
    const LockedDesk desk(lock_to(Facet::Region, {k_brittany}));
    CHECK(desk.snapshot->meta.title.in(Lang::Fr) == bundled_snapshot().meta.title.in(Lang::Fr) + " · Bretagne");
    CHECK(desk.snapshot->meta.title.in(Lang::En).ends_with(" · Brittany"));
}

TEST_CASE("what a snapshot does not know, or what changes with the date, locks nothing") {
    CHECK(known_lock(bundled_snapshot(), lock_to(Facet::Region, {"999", "<b>"})).is_empty());
    CHECK(known_lock(bundled_snapshot(), lock_to(Facet::Status, {"ended"})).is_empty());
    CHECK(known_lock(bundled_snapshot(), lock_to(Facet::Region, {"999", k_brittany})) ==
          lock_to(Facet::Region, {k_brittany}));
    const std::shared_ptr<const Snapshot> whole(&bundled_snapshot(), [](const Snapshot*) {});
    CHECK(locked_snapshot(whole, {}) == whole);
}

TEST_CASE("nothing that is drawn opens what lies outside") {
    LockedDesk desk(lock_to(Facet::Region, {k_brittany}));
    desk.environment.width_px = 1280.0f;
    desk.environment.height_px = 800.0f;
    LayoutMemo memo;
    for (const ClusterIndex own : desk.snapshot->clusters_by_id)
        for (const View view : {View::Map, View::List, View::Stories, View::Timeline}) {
            desk.send(act::Select{desk.snapshot->clusters[own].id});
            desk.send(act::SetView{view});
            const Scene scene =
                layout({{*desk.snapshot, *desk.index, desk.session, desk.result, desk.environment}, france(), memo});
            for (const Node& node : scene.nodes) {
                const auto* select = node.action ? std::get_if<act::Select>(&*node.action) : nullptr;
                if (select && !select->id.empty()) CHECK(desk.snapshot->find_cluster(select->id));
            }
        }
}
