// Any number of random actions: counts stay right after each, every state has a link that reopens to it, and undo and
// redo walk through exactly the states that were.
#include "app/atlas.hpp"
#include "core/random_state.hpp"
#include "core/state/permalink.hpp"
#include "core/state/state_json.hpp"
#include "support/bundled_snapshot.hpp"
#include "support/france.hpp"
#include "support/recount.hpp"

#include <doctest/doctest.h>

using namespace atlas;
using test::Random;

namespace {

PartialDate random_day(Random& random) {
    return partial(Date{from_civil(2003, 1, 1).days + static_cast<std::int32_t>(random.below(365 * 30))});
}

std::string random_cluster(Random& random) {
    const Snapshot& snapshot = bundled_snapshot();
    return snapshot.clusters[random.below(snapshot.clusters.size())].id;
}

Action random_facet(Random& random) {
    const auto facet = static_cast<Facet>(random.below(k_facet_count));
    const std::vector<std::string> values = facet_values(bundled_snapshot(), facet);
    const std::string value = random.chance(5) ? test::random_word(random) : values[random.below(values.size())];
    if (random.chance(60)) return act::ToggleFacet{facet, value};
    if (random.chance(60)) return act::SetFacet{facet, {}};
    return act::SetFacet{facet, {value, values[random.below(values.size())], value}};
}

Action random_area(Random& random) {
    act::SetArea area;
    for (std::size_t n = random.below(6); n > 0; --n)
        area.ring.push_back({random.between(-6, 9), random.between(41, 52)});
    return area;
}

Action random_action(Random& random) {
    static const char* const k_texts[] = {"", "", "mer", "lyon", "Mov’eo", "hydrogene", "zzzz", "é", "\xFF"};
    switch (random.below(16)) {
    case 0:
        return act::Select{random.chance(20) ? std::string() : random_cluster(random)};
    case 1:
        return act::StepSelection{random.chance(50) ? 1 : -1};
    case 2:
        return act::SetDate{random_day(random)};
    case 3:
        return act::SetCompare{random.chance(50) ? std::optional(random_day(random)) : std::nullopt};
    case 4:
        return act::StepMonths{static_cast<int>(random.below(25)) - 12};
    case 5:
        return act::StepPhase{random.chance(50) ? 1 : -1};
    case 6:
        return act::SetView{static_cast<View>(random.below(k_words<View>.size()))};
    case 7:
        return act::SetText{k_texts[random.below(std::size(k_texts))]};
    case 8:
        return act::MoveCamera{{random.between(-9, 12), random.between(40, 53), random.between(0.1, 20)}, false};
    case 9:
        return random_area(random);
    case 10:
        return act::ClearFilters{};
    case 11:
        return act::StepArea{static_cast<int>(random.below(21)) - 10, static_cast<int>(random.below(21)) - 10};
    case 12:
        return random.chance(50) ? Action{act::ChooseArea{}} : Action{act::SetCorner{}};
    default:
        return random_facet(random);
    }
}

}

TEST_CASE("after each of 5 000 random actions counts, links and history are right") {
    app::Atlas atlas;
    REQUIRE(atlas.load(bundled_bytes(), france_bytes()).snapshot != nullptr);
    Random random(2026);
    for (int i = 0; i < 5000; ++i) {
        const State before = atlas.state();
        atlas.dispatch(random_action(random));
        const State after = atlas.state();
        CAPTURE(i);
        CAPTURE(state_to_json(after));
        test::check_against_recount(atlas.snapshot(), after, atlas.result());
        const PermalinkReading reading = decode_permalink(encode_permalink(after, atlas.initial()), atlas.initial());
        REQUIRE(reading.state == after);
        REQUIRE(reading.ignored.empty());
        if (after == before) continue;
        atlas.dispatch(act::Undo{});
        REQUIRE(atlas.state() == before);
        atlas.dispatch(act::Redo{});
        REQUIRE(atlas.state() == after);
    }
}

TEST_CASE("undo goes back through every state, in order, and redo forth again") {
    app::Atlas atlas;
    REQUIRE(atlas.load(bundled_bytes(), france_bytes()).snapshot != nullptr);
    Random random(7);
    std::vector<State> states = {atlas.state()};
    while (states.size() < 150) {
        atlas.dispatch(random_action(random));
        if (atlas.state() != states.back()) states.push_back(atlas.state());
    }
    for (std::size_t i = states.size() - 1; i > 0; --i) {
        REQUIRE(atlas.state() == states[i]);
        atlas.dispatch(act::Undo{});
    }
    CHECK(atlas.state() == states[0]);
    CHECK_FALSE(atlas.can_undo());
    for (std::size_t i = 1; i < states.size(); ++i) {
        atlas.dispatch(act::Redo{});
        REQUIRE(atlas.state() == states[i]);
    }
    CHECK_FALSE(atlas.can_redo());
    atlas.dispatch(act::Undo{});
    atlas.dispatch(act::SetText{"autre chemin"});
    CHECK_FALSE(atlas.can_redo()); // a new action ends the old future
}

TEST_CASE("a state from outside is one step of history") {
    app::Atlas atlas;
    REQUIRE(atlas.load(bundled_bytes(), france_bytes()).snapshot != nullptr);
    const State start = atlas.state();
    Random random(8);
    for (int i = 0; i < 300; ++i) {
        const State before = atlas.state();
        atlas.set_state(test::random_state(random));
        const State after = atlas.state();
        REQUIRE(test::is_valid_state(after));
        test::check_against_recount(atlas.snapshot(), after, atlas.result());
        atlas.set_state(after); // what settled once stays
        REQUIRE(atlas.state() == after);
        atlas.dispatch(act::Undo{});
        REQUIRE(atlas.state() == before);
        atlas.dispatch(act::Redo{});
    }
}

TEST_CASE("a new reader finds nothing of the one before: state, sheets, colouring, order, scroll, history") {
    app::Atlas atlas;
    REQUIRE(atlas.load(bundled_bytes(), france_bytes()).snapshot != nullptr);
    atlas.frame(1000.0);
    const Session fresh = atlas.session();
    Random random(9);
    for (int i = 0; i < 50; ++i) atlas.dispatch(random_action(random));
    atlas.begin_gesture();
    const Action left_behind[] = {act::OpenSheet{Sheet::Share, {}},
                                  act::ToggleChoropleth{},
                                  act::Sort{SortColumn::Region},
                                  act::GroupLanes{LaneGrouping::Region},
                                  act::SetPlaybackSpeed{4.0},
                                  act::Scroll{"list", 300.0f},
                                  act::Notice{"x"},
                                  act::ZoomLanes{2010.0, 2012.0},
                                  act::Play{}};
    for (const Action& action : left_behind) atlas.dispatch(action);
    atlas.dispatch(act::SetTheme{ColourTheme::Contrast});
    atlas.dispatch(act::StartOver{});
    Session expected = fresh;
    expected.state.theme = ColourTheme::Contrast; // whose it is to set back: a kiosk's, not the atlas's
    expected.ui.now_ms = atlas.session().ui.now_ms;
    CHECK(atlas.session() == expected);
    test::check_against_recount(atlas.snapshot(), atlas.state(), atlas.result());
    CHECK_FALSE(atlas.can_undo());
    CHECK_FALSE(atlas.can_redo());
    atlas.end_gesture();
    CHECK_FALSE(atlas.can_undo());
}
