#include "core/explore/result.hpp"
#include "core/state/update.hpp"
#include "core/time_snapshots.hpp"
#include "random_state.hpp"
#include "support/bundled_snapshot.hpp"
#include "support/france.hpp"
#include "support/recount.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

using namespace atlas;
using test::check_against_recount;
using test::Random;

namespace {

State at(std::int16_t year, std::uint8_t month = 0, std::uint8_t day = 0) {
    State state;
    state.date = {year, month, day};
    return state;
}

Result ask(const State& state) {
    return evaluate(bundled_snapshot(), bundled_index(), state);
}

// Values of the snapshot in about every fourth facet.
Filter random_ticks(Random& random) {
    Filter filter;
    for (std::size_t f = 0; f < k_facet_count; ++f) {
        if (!random.chance(25)) continue;
        const std::vector<std::string> values = facet_values(bundled_snapshot(), static_cast<Facet>(f));
        std::vector<std::string> ticks;
        for (std::size_t n = 1 + random.below(4); n > 0; --n) ticks.push_back(values[random.below(values.size())]);
        set_values(filter, static_cast<Facet>(f), ticks);
    }
    return filter;
}

PartialDate random_day(Random& random) {
    const Date day{from_civil(2004, 6, 1).days + static_cast<std::int32_t>(random.below(365 * 24))};
    return partial(day);
}

std::vector<std::string> ids(const std::vector<ClusterIndex>& clusters) {
    std::vector<std::string> out;
    for (const ClusterIndex i : clusters) out.push_back(bundled_snapshot().clusters[i].id);
    return out;
}

bool contains(const std::vector<std::string>& list, std::string_view id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

}

TEST_CASE("without a filter every holder is shown, and totals are the derived counts of the dossier") {
    REQUIRE(bundled_snapshot().counts.size() > 20);
    for (const PublishedCount& count : bundled_snapshot().counts) {
        State state;
        state.date = partial(count.date);
        CAPTURE(to_string(count.date));
        const Result result = ask(state);
        CHECK(result.total == static_cast<std::uint32_t>(count.derived));
        CHECK(result.shown_count == result.total);
        CHECK(result.culprits.empty());
        CHECK_FALSE(result.changes.has_value());
    }
    CHECK(ask(at(2004)).total == 0);
}

TEST_CASE("counts of every single value equal a recount, at many dates") {
    const Snapshot& snapshot = bundled_snapshot();
    Random random(21);
    for (std::size_t f = 0; f < k_facet_count; ++f) {
        for (const std::string& value : facet_values(snapshot, static_cast<Facet>(f))) {
            State state;
            state.date = random_day(random);
            set_values(state.filter, static_cast<Facet>(f), {value});
            check_against_recount(snapshot, state, ask(state));
        }
    }
}

TEST_CASE("counts of random combinations equal a recount") {
    const Snapshot& snapshot = bundled_snapshot();
    Random random(22);
    for (int i = 0; i < 1000; ++i) {
        State state;
        state.date = random_day(random);
        state.filter = random_ticks(random);
        check_against_recount(snapshot, state, ask(state));
    }
}

TEST_CASE("random states still ask for something when they have settled, and their counts equal a recount") {
    const Snapshot& snapshot = bundled_snapshot();
    Random random(24);
    std::array<int, k_facet_count> asked{};
    int several = 0, unknown = 0, selected = 0;
    for (int i = 0; i < 400; ++i) {
        const State state = settle_state(snapshot, france().ground, test::random_state(random));
        REQUIRE(test::is_valid_state(state));
        std::size_t facets = 0;
        for (std::size_t f = 0; f < k_facet_count; ++f) {
            const std::vector<std::string>& values = state.filter.of(static_cast<Facet>(f));
            if (!values.empty()) ++asked[f], ++facets;
            if (contains(values, k_value_unknown)) ++unknown;
        }
        if (facets > 1) ++several;
        if (!state.selected.empty()) ++selected;
        check_against_recount(snapshot, state, ask(state));
    }
    CHECK(*std::min_element(asked.begin(), asked.end()) > 20);
    CHECK(several > 100);
    CHECK(unknown > 5);
    CHECK(selected > 50);
}

TEST_CASE("a count is what ticking the value would show") {
    const Snapshot& snapshot = bundled_snapshot();
    Random random(23);
    for (int i = 0; i < 200; ++i) {
        State state;
        state.date = random_day(random);
        set_values(state.filter, Facet::Domain, {snapshot.domains[random.below(8)].id});
        const auto facet = static_cast<Facet>(random.below(k_facet_count));
        const Result result = ask(state);
        const FacetCount& count = result.of(facet)[random.below(result.of(facet).size())];
        State ticked = state;
        set_values(ticked.filter, facet, {count.value});
        CAPTURE(static_cast<int>(facet));
        CAPTURE(count.value);
        CHECK(ask(ticked).shown_count == count.count);
    }
}

TEST_CASE("who matches the filter is shown if asked about: holders, or everybody when a status or list is named") {
    const Snapshot& snapshot = bundled_snapshot();
    Random random(24);
    std::size_t others = 0;
    for (int i = 0; i < 300; ++i) {
        State state;
        state.date = random_day(random);
        state.filter = random_ticks(random);
        const Result result = ask(state);
        const bool is_about_all = !state.filter.of(Facet::Status).empty() || !state.filter.of(Facet::Roster).empty();
        REQUIRE(result.matching.size() == snapshot.clusters.size());
        for (ClusterIndex c = 0; c < snapshot.clusters.size(); ++c) {
            const bool is_asked_about = is_about_all || result.holds[c] != 0;
            CHECK((result.matching.has(c) && is_asked_about) == (result.passes[c] != 0));
            if (result.matching.has(c) && !is_asked_about) ++others;
        }
    }
    CHECK(others > 0);
}

TEST_CASE("a joint label counts once, whoever of its bodies is shown") {
    State state = at(2019, 6);
    CHECK(ask(state).shown.size() == ask(state).shown_count + 1); // Images & Réseaux and TES
    set_values(state.filter, Facet::Region, {"53"});              // Bretagne: Images & Réseaux alone
    CHECK(ask(state).shown.size() == ask(state).shown_count);
}

TEST_CASE("a named list shows everybody on it, whatever became of them") {
    State state = at(2026, 3);
    set_values(state.filter, Facet::Roster, {"2007"});
    const Result result = ask(state);
    CHECK(result.total == 53);
    CHECK(result.shown_count == 66);
    std::uint32_t statuses = 0;
    for (const FacetCount& count : result.of(Facet::Status)) statuses += count.count;
    CHECK(statuses == 66); // each of them is labelled, ended or merged
    set_values(state.filter, Facet::Status, {"labelled"});
    CHECK(ask(state).shown_count < 66);
    set_values(state.filter, Facet::Roster, {"2026"});
    CHECK(ask(state).shown_count == 53);
}

TEST_CASE("health clusters of 2007 and what became of them") {
    State state = at(2026, 3);
    set_values(state.filter, Facet::Roster, {"2007"});
    set_values(state.filter, Facet::Domain, {"health"});
    CHECK(ask(state).shown_count == 11); // taxonomy.json of the dossier: roster_2007 of health
}

TEST_CASE("the statuses of those that left are told apart") {
    State state = at(2026, 3);
    set_values(state.filter, Facet::Status, {"merged"});
    const std::vector<std::string> merged = ids(ask(state).shown);
    CHECK(contains(merged, "scs")); // both became Aktantis
    CHECK(contains(merged, "optitec"));
    set_values(state.filter, Facet::Status, {"ended"});
    const std::vector<std::string> ended = ids(ask(state).shown);
    CHECK(contains(ended, "tes")); // no one knows why
    CHECK(contains(ended, "materalia"));
    for (const std::string& id : ended) CHECK_FALSE(contains(merged, id));
}

TEST_CASE("a label that passed on after a gap is merged, one that nobody passed on has ended") {
    for (const bool has_gap : {true, false}) {
        CAPTURE(has_gap);
        made::Maker maker;
        const ClusterIndex a = maker.cluster("a", "2005", "2010"), b = maker.cluster("b", "2015");
        maker.event(EventKind::Merged, "2015", {a}, {b}).label_gap = has_gap;
        const auto shown = [&](std::int16_t year, const char* status) {
            State state = at(year);
            set_values(state.filter, Facet::Status, {status});
            return evaluate(maker.snapshot, state).shown;
        };
        const std::vector<ClusterIndex> nobody, only_a{a};
        CHECK(shown(2012, "ended") == only_a); // in the gap nobody has taken it over yet
        CHECK(shown(2012, "merged") == nobody);
        CHECK(shown(2016, "merged") == (has_gap ? only_a : nobody));
        CHECK(shown(2016, "ended") == (has_gap ? nobody : only_a));
        CHECK(shown(2016, "labelled") == std::vector<ClusterIndex>{b});
    }
}

TEST_CASE("clusters with a two-year label in 2023") {
    State state = at(2023);
    set_values(state.filter, Facet::Term, {"2y-extendable", "new-2y"});
    CHECK(ask(state).shown_count == 6); // four extendable, two new ones (figures of the 2023 list)
}

TEST_CASE("why nothing: the chips by what their removal brings back") {
    const Snapshot& snapshot = bundled_snapshot();
    State state = at(2026, 3);
    set_values(state.filter, Facet::Domain, {"energy"});
    set_values(state.filter, Facet::Region, {"94"}); // Corse
    const Result result = ask(state);
    REQUIRE(result.shown.empty());
    REQUIRE(result.culprits.size() == 2);
    CHECK(result.culprits[0].facet == Facet::Region);
    CHECK(result.culprits[0].brings == 6); // the domain's clusters of 2026
    CHECK(result.culprits[1].facet == Facet::Domain);
    CHECK(result.culprits[1].brings == 0);
    for (const Result::Culprit& culprit : result.culprits) {
        State without = state;
        toggle_value(without.filter, *culprit.facet, culprit.value);
        CHECK(evaluate(snapshot, bundled_index(), without).shown_count == culprit.brings);
    }
    state.filter = {};
    state.filter.text = "zzzzzzzz";
    CHECK(ask(state).culprits.size() == 1);
    CHECK(ask(state).culprits[0].brings == 53);
}

TEST_CASE("a drawn area keeps the seats inside it") {
    const Snapshot& snapshot = bundled_snapshot();
    State state = at(2026, 3);
    state.filter.area = {{-5.2, 47.2}, {-1.0, 47.2}, {-1.0, 49.0}, {-5.2, 49.0}}; // Bretagne and its edges
    const Result result = ask(state);
    CHECK_FALSE(result.shown.empty());
    for (ClusterIndex i = 0; i < snapshot.clusters.size(); ++i) {
        const auto& seat = snapshot.clusters[i].seat;
        const bool is_in = result.holds[i] != 0 && seat && seat->kind != SeatKind::None && seat->lng_deg > -5.2 &&
                           seat->lng_deg < -1.0 && seat->lat_deg > 47.2 && seat->lat_deg < 49.0;
        CHECK((result.passes[i] != 0) == is_in);
    }
}

TEST_CASE("a comparison sorts every holder of either date into one list") {
    State state = at(2023, 12);
    state.compare = PartialDate{2018, 12, 31};
    const Result result = ask(state);
    REQUIRE(result.changes.has_value());
    CHECK(result.changes->earlier == from_civil(2018, 12, 31));
    CHECK(result.changes->later == from_civil(2023, 12, 31));
    CHECK(result.changes->holders_later == result.total);
}

TEST_CASE("an empty snapshot is an empty answer") {
    Snapshot nothing;
    nothing.index_ids();
    State state = at(2026);
    state.filter.text = "mer";
    const Result result = evaluate(nothing, state);
    CHECK(result.total == 0);
    CHECK(result.shown.empty());
}

TEST_CASE("a label has passed on from the day of the merger") {
    made::Maker maker;
    const ClusterIndex a = maker.cluster("a", "2005", "2010-05-01"), b = maker.cluster("b", "2010-05-01");
    maker.event(EventKind::Merged, "2010-05-01", {a}, {b});
    const auto status = [&](std::uint8_t month, std::uint8_t day, const char* asked) {
        State state = at(2010, month, day);
        set_values(state.filter, Facet::Status, {asked});
        return evaluate(maker.snapshot, state).shown;
    };
    CHECK(status(4, 30, "labelled") == std::vector<ClusterIndex>{a});
    CHECK(status(5, 1, "merged") == std::vector<ClusterIndex>{a});
    CHECK(status(5, 1, "ended").empty());
}

TEST_CASE("a drawn area ends at its lines") {
    for (const double lng_deg : {-0.05, 0.05, 1.95, 2.05}) {
        CAPTURE(lng_deg);
        made::Maker maker;
        Seat& seat = maker.snapshot.clusters[maker.cluster("a", "2005")].seat.emplace();
        seat.kind = SeatKind::Seat;
        seat.lng_deg = lng_deg;
        seat.lat_deg = 46.5;
        State state = at(2010);
        state.filter.area = {{0, 46}, {2, 46}, {2, 47}, {0, 47}};
        CHECK(evaluate(maker.snapshot, state).shown.size() == (lng_deg > 0.0 && lng_deg < 2.0 ? 1 : 0));
    }
}

TEST_CASE("who gets its first label on the first day of a phase enters in that phase, a day before in the last one") {
    made::Maker maker;
    for (const char* start : {"2005-01-01", "2009-01-01"}) {
        Phase& phase = maker.snapshot.phases.emplace_back();
        phase.number = static_cast<int>(maker.snapshot.phases.size());
        phase.start = made::day(start);
    }
    const ClusterIndex early = maker.cluster("a", "2004-07-01"), eve = maker.cluster("b", "2008-12-31"),
                       first_day = maker.cluster("c", "2009-01-01");
    const auto entered = [&](const char* phase) {
        State state = at(2010);
        set_values(state.filter, Facet::Entry, {phase});
        return evaluate(maker.snapshot, state).shown;
    };
    CHECK(entered("1") == std::vector<ClusterIndex>{early, eve});
    CHECK(entered("2") == std::vector<ClusterIndex>{first_day});
}
