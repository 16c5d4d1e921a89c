#include "core/state/update.hpp"

#include "core/geo/camera.hpp"
#include "core/state/events.hpp"
#include "core/state/names.hpp"

#include "core/snapshot/load.hpp"
#include "support/desk.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace atlas;

TEST_CASE("the atlas starts at the newest date that the sources support") {
    const Desk desk;
    CHECK(desk.session.state.date == desk.snapshot.meta.default_date);
    CHECK(desk.result.total == 53);
    CHECK(desk.session.state.filter.is_empty());
}

TEST_CASE("unknown ids and impossible values change nothing") {
    Desk desk;
    const State before = desk.session.state;
    desk.send(act::Select{"no-such-cluster"});
    desk.send(act::ToggleFacet{Facet::Domain, "no-such-domain"});
    desk.send(act::SetFacet{Facet::Region, {"", "999", "<b>"}});
    desk.send(act::SetArea{{{0, 0}, {1, 1}}}); // two corners are no area
    CHECK(desk.session.state == before);
}

TEST_CASE("a facet value toggles; lists stay sorted and unique") {
    Desk desk;
    desk.send(act::ToggleFacet{Facet::Domain, "water"});
    desk.send(act::ToggleFacet{Facet::Domain, "agri"});
    CHECK(desk.session.state.filter.of(Facet::Domain) == std::vector<std::string>{"agri", "water"});
    desk.send(act::ToggleFacet{Facet::Domain, "water"});
    CHECK(desk.session.state.filter.of(Facet::Domain) == std::vector<std::string>{"agri"});
    desk.send(act::SetFacet{Facet::Domain, {"water", "agri", "water"}});
    CHECK(desk.session.state.filter.of(Facet::Domain) == std::vector<std::string>{"agri", "water"});
    desk.send(act::ClearFilters{});
    CHECK(desk.session.state.filter.is_empty());
}

TEST_CASE("a printed list is chosen alone") {
    Desk desk;
    desk.send(act::ToggleFacet{Facet::Roster, "2007"});
    desk.send(act::ToggleFacet{Facet::Roster, "2023"});
    CHECK(desk.session.state.filter.of(Facet::Roster) == std::vector<std::string>{"2023"});
}

TEST_CASE("dates are clamped to the time of the policy") {
    Desk desk;
    desk.send(act::SetDate{{1950, 1, 1}});
    CHECK(desk.session.state.date == PartialDate{2005, 7, 0});
    CHECK(desk.result.total == 66);
    desk.send(act::StepMonths{-1});
    CHECK(desk.session.state.date == PartialDate{2005, 7, 0});
    desk.send(act::SetDate{{2007, 4, 0}});
    CHECK(desk.result.total == 66);
    desk.send(act::SetDate{{2023, 6, 0}});
    CHECK(desk.result.total == 55);
}

TEST_CASE("cameras never lose France") {
    Desk desk;
    desk.send(act::MoveCamera{{-120.0, 80.0, 3.0}, false});
    const Camera& camera = desk.session.state.camera;
    CHECK(camera.lng_deg > -15.0);
    CHECK(camera.lat_deg < 56.0);
    desk.send(act::ZoomAbout{{2.35, 48.85}, 1.0e12, false});
    CHECK(desk.session.state.camera.zoom <= k_zoom_max);
    desk.send(act::Home{});
    CHECK(desk.session.state.camera == initial_state(desk.snapshot, france().ground, Lang::Fr).camera);
}

TEST_CASE("whatever changes the filter shows its answers from the top") {
    const Action changes[] = {act::SetText{"mer"}, act::ToggleFacet{Facet::Domain, "water"},
                              act::SetFacet{Facet::Region, {"53"}}, act::SetArea{{{0, 45}, {4, 45}, {2, 48}}},
                              act::ClearFilters{}};
    for (const Action& change : changes) {
        CAPTURE(change.index());
        Desk desk;
        for (const char* zone : {"list", "stories", "sheet"}) desk.send(act::Scroll{zone, 400.0f});
        desk.send(change);
        CHECK(scroll_of(desk.session.ui, "list") == 0.0f);
        CHECK(scroll_of(desk.session.ui, "stories") == 0.0f);
        CHECK(scroll_of(desk.session.ui, "sheet") == 400.0f); // shows no answers: stays where it was
    }
}

TEST_CASE("clusters with and without a story are asked for apart, each by one click") {
    Desk desk;
    std::uint32_t told = 0;
    for (ClusterIndex i = 0; i < desk.snapshot.clusters.size(); ++i) {
        const auto tells_of_it = [&](const Story& story) {
            return std::find(story.clusters.begin(), story.clusters.end(), i) != story.clusters.end();
        };
        const auto& stories = desk.snapshot.stories;
        if (desk.result.passes[i] != 0 && std::any_of(stories.begin(), stories.end(), tells_of_it)) ++told;
    }
    REQUIRE(told > 0);
    REQUIRE(told < desk.result.total);
    desk.send(act::ToggleFacet{Facet::Stories, "with"});
    CHECK(desk.result.shown_count == told);
    desk.send(act::ToggleFacet{Facet::Stories, "without"});
    CHECK(desk.session.state.filter.of(Facet::Stories) == std::vector<std::string>{"without"});
    CHECK(desk.result.shown_count == desk.result.total - told);
    desk.send(act::ToggleFacet{Facet::Stories, "without"});
    CHECK(desk.session.state.filter.is_empty());
}

TEST_CASE("a value that no source states is asked for like any other") {
    Desk desk;
    desk.send(act::SetDate{PartialDate{2012, 0, 0}});
    const auto& terms = desk.result.of(Facet::Term);
    const auto unknown =
        std::find_if(terms.begin(), terms.end(), [](const FacetCount& count) { return count.value == "unknown"; });
    REQUIRE(unknown != terms.end());
    const std::uint32_t count = unknown->count;
    REQUIRE(count > 0);
    desk.send(act::ToggleFacet{Facet::Term, "unknown"});
    CHECK(desk.session.state.filter.of(Facet::Term) == std::vector<std::string>{"unknown"});
    CHECK(desk.result.shown_count == count);
    CHECK(settle_state(desk.snapshot, france().ground, desk.session.state) ==
          desk.session.state); // a link brings it back
    desk.send(act::ToggleFacet{Facet::Term, "unknown"});
    desk.send(act::SetFacet{Facet::Term, {"unknown", "no-such-term"}});
    CHECK(desk.session.state.filter.of(Facet::Term) == std::vector<std::string>{"unknown"});
}

TEST_CASE("a facet of one value keeps the last one, whoever asks") {
    const auto one = std::vector<std::string>{"without"};
    Desk desk;
    desk.send(act::SetFacet{Facet::Stories, {"with", "without"}});
    CHECK(desk.session.state.filter.of(Facet::Stories) == one);
    State wild = desk.session.state;
    wild.filter.of(Facet::Stories) = {"with", "without"};
    CHECK(settle_state(desk.snapshot, france().ground, wild).filter.of(Facet::Stories) == one);
}

TEST_CASE("the previous and next cluster follow the result and wrap round") {
    Desk desk;
    desk.send(act::ToggleFacet{Facet::Domain, "aero"});
    REQUIRE(desk.result.shown.size() == 3);
    std::vector<std::string> seen;
    for (int i = 0; i < 3; ++i) {
        desk.send(act::StepSelection{1});
        seen.push_back(desk.session.state.selected);
    }
    desk.send(act::StepSelection{1});
    CHECK(desk.session.state.selected == seen.front());
    desk.send(act::StepSelection{-1});
    CHECK(desk.session.state.selected == seen.back());
}

TEST_CASE("playing runs from the first labels to the newest date and stops there") {
    Desk desk;
    desk.send(act::Play{Playback::Running});
    CHECK(desk.session.state.date == PartialDate{2005, 7, 0});
    double now_ms = 0.0;
    int steps = 0;
    while (desk.session.ui.playback == Playback::Running && steps < 1000) {
        now_ms += 250.0;
        desk.session = tick({desk.snapshot, desk.environment, desk.result, desk.index}, desk.session, now_ms);
        ++steps;
    }
    CHECK(desk.session.state.date == desk.snapshot.meta.default_date);
    CHECK(steps > 50);
}

TEST_CASE("playing moves by quarters, and a year takes 900 ms at normal speed") { // motion.timelineStep
    for (const double speed : {1.0, 2.0}) {
        CAPTURE(speed);
        Desk desk;
        desk.send(act::SetPlaybackSpeed{speed});
        desk.send(act::Play{Playback::Running});
        const double year_ms = 900.0 / speed;
        const auto date_at = [&](double now_ms) {
            while (desk.session.ui.now_ms < now_ms) {
                const UpdateInput input{desk.snapshot, desk.environment, desk.result, desk.index};
                desk.session = tick(input, desk.session, desk.session.ui.now_ms + 0.5);
            }
            return desk.session.state.date;
        };
        CHECK(date_at(1) == PartialDate{2005, 10, 0}); // at once: who presses the button sees that it works
        CHECK(date_at(year_ms / 4) == PartialDate{2005, 10, 0});
        CHECK(date_at(year_ms / 4 + 1) == PartialDate{2006, 1, 0});
        CHECK(date_at(year_ms + 1) == PartialDate{2006, 10, 0});
        CHECK(date_at(2 * year_ms + 1) == PartialDate{2007, 10, 0});
    }
}

TEST_CASE("a state from outside is made possible") {
    const Snapshot& snapshot = bundled_snapshot();
    State wild;
    wild.date = {1901, 1, 1};
    wild.selected = "nobody";
    wild.filter.of(Facet::Domain) = {"water", "water", "zzz", "agri"};
    wild.filter.text = std::string(5000, 'x');
    wild.camera = {1.0e9, -1.0e9, 1.0e9};
    const State settled = settle_state(snapshot, france().ground, wild);
    CHECK(settled.selected.empty());
    CHECK(settled.filter.of(Facet::Domain) == std::vector<std::string>{"agri", "water"});
    CHECK(settled.filter.text.size() <= 200);
    CHECK(settled == settle_state(snapshot, france().ground, settled));
}

TEST_CASE("a jump through time is animated, dragging is not") {
    Desk desk;
    desk.send(act::SetDate{{2010, 0, 0}});
    CHECK(desk.session.ui.transition.duration_ms > 0.0);
    desk.send(act::Press{"timeline/handle"});
    desk.send(act::SetDate{{2011, 0, 0}});
    CHECK(desk.session.ui.transition.duration_ms == 0.0);
}

TEST_CASE("a flight that is interrupted goes on from where the eye is") {
    Desk desk;
    desk.send(act::MoveCamera{{4.8, 45.7, 8.0}, true});
    desk.session.ui.now_ms += 100.0;
    desk.send(act::MoveCamera{{2.3, 48.8, 8.0}, true});
    const Camera& eye = desk.session.ui.flight.from;
    const Camera home = initial_state(desk.snapshot, france().ground, Lang::Fr).camera;
    CHECK(eye == camera_between(france().ground, home, {4.8, 45.7, 8.0}, 100.0 / 450.0)); // motion.mapFly
}

TEST_CASE("from outside the result one steps to its near end") {
    Desk desk;
    desk.send(act::ToggleFacet{Facet::Domain, "aero"});
    REQUIRE(desk.result.shown.size() > 1);
    const auto id = [&](ClusterIndex i) { return desk.snapshot.clusters[i].id; };
    desk.send(act::StepSelection{1});
    CHECK(desk.session.state.selected == id(desk.result.shown.front()));
    desk.send(act::Select{""});
    desk.send(act::StepSelection{-1});
    CHECK(desk.session.state.selected == id(desk.result.shown.back()));
}

TEST_CASE("the page hears of each kind of change, and once of any") {
    const State before = initial_state(bundled_snapshot(), france().ground, Lang::Fr);
    const auto kinds = [&](auto change) {
        State after = before;
        change(after);
        std::vector<PageEventKind> heard;
        for (const PageEvent& event : diff(before, after)) heard.push_back(event.kind);
        return heard;
    };
    using Kinds = std::vector<PageEventKind>;
    using enum PageEventKind;
    CHECK(kinds([](State&) {}).empty());
    CHECK(kinds([](State& s) { s.date = {2010, 0, 0}; }) == Kinds{DateChange, StateChange});
    CHECK(kinds([](State& s) { s.compare = PartialDate{2010, 0, 0}; }) == Kinds{DateChange, StateChange});
    CHECK(kinds([](State& s) { s.selected = "axelera"; }) == Kinds{Select, StateChange});
    CHECK(kinds([](State& s) { s.filter.text = "mer"; }) == Kinds{FilterChange, StateChange});
    CHECK(kinds([](State& s) { s.view = View::List; }) == Kinds{StateChange});
}

TEST_CASE("a text that is too long is cut between two characters") {
    for (std::size_t lead = 0; lead < 4; ++lead) {
        std::string text(lead, 'x');
        while (text.size() < 300) text += "€"; // three bytes
        const std::string cut = bounded_text(text);
        CHECK(is_valid_utf8(cut));
        CHECK(cut.size() <= k_text_max);
        CHECK(cut.size() > k_text_max - 3);
    }
}
