#include "core/state/update.hpp"

#include "core/explore/snapshot_index.hpp"
#include "core/snapshot/load.hpp"
#include "support/bundled_snapshot.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace atlas;

namespace {

struct Desk {
    const Snapshot& snapshot = bundled_snapshot();
    const SnapshotIndex& index = bundled_index();
    Environment environment;
    Session session;
    Result result;

    Desk() {
        session.state = initial_state(snapshot, Lang::Fr);
        result = evaluate(snapshot, index, session.state);
    }
    void send(const Action& action) {
        session = update({snapshot, environment, result, index}, session, action);
        result = evaluate(snapshot, index, session.state);
    }
};

}

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
    CHECK(desk.session.state.camera == initial_state(desk.snapshot, Lang::Fr).camera);
}

TEST_CASE("Escape takes one thing away at a time") {
    Desk desk;
    desk.send(act::Select{"axelera"});
    desk.send(act::OpenSheet{Sheet::Share, {}});
    desk.send(act::Dismiss{});
    CHECK(desk.session.ui.sheet == Sheet::None);
    CHECK(desk.session.state.selected == "axelera");
    desk.send(act::Hover{"map/pin/axelera"});
    desk.send(act::Dismiss{});
    CHECK(desk.session.ui.tooltip_dismissed == "map/pin/axelera");
    CHECK(desk.session.state.selected == "axelera");
    desk.send(act::Dismiss{});
    CHECK(desk.session.state.selected.empty());
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

TEST_CASE("a state from outside is made possible") {
    const Snapshot& snapshot = bundled_snapshot();
    State wild;
    wild.date = {1901, 1, 1};
    wild.selected = "nobody";
    wild.filter.of(Facet::Domain) = {"water", "water", "zzz", "agri"};
    wild.filter.text = std::string(5000, 'x');
    wild.camera = {1.0e9, -1.0e9, 1.0e9};
    const State settled = settle_state(snapshot, wild);
    CHECK(settled.selected.empty());
    CHECK(settled.filter.of(Facet::Domain) == std::vector<std::string>{"agri", "water"});
    CHECK(settled.filter.text.size() <= 200);
    CHECK(settled == settle_state(snapshot, settled));
}

TEST_CASE("a phone's sheet goes where it is drawn, and to the nearest stop when let go") {
    Desk desk;
    const auto share = [&](PhoneSheet sheet) { return seen_share(desk.session.ui, sheet); };
    const auto settle = [&] { desk.session.ui.now_ms += 1000.0; };
    CHECK(share(PhoneSheet::Card) == k_sheet_stops[1]);
    desk.send(act::SizeSheet{PhoneSheet::Card, 0.5, false});
    CHECK(share(PhoneSheet::Card) == 0.5f);
    CHECK(share(PhoneSheet::List) == k_sheet_stops[1]);
    desk.send(act::SizeSheet{PhoneSheet::Card, 0.4, true});
    settle();
    CHECK(share(PhoneSheet::Card) == k_sheet_stops[0]);
    for (const double foreign : {-9.0, 0.0, 9.0, 1.0e300, std::nan("")}) {
        desk.send(act::SizeSheet{PhoneSheet::List, foreign, true});
        settle();
        CHECK(std::count(std::begin(k_sheet_stops), std::end(k_sheet_stops), share(PhoneSheet::List)) == 1);
    }
    for (const int step : {1, 1, 1, -1, -7, 7}) {
        desk.send(act::StepSheet{PhoneSheet::Card, step});
        settle();
        CHECK(std::count(std::begin(k_sheet_stops), std::end(k_sheet_stops), share(PhoneSheet::Card)) == 1);
    }
    CHECK(share(PhoneSheet::Card) == k_sheet_stops[2]);
    desk.send(act::Select{"axelera"}); // a card that opens begins half way up
    CHECK(share(PhoneSheet::Card) == k_sheet_stops[1]);
}
