#include "core/ui/hit.hpp"
#include "view/hand.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace atlas;

TEST_CASE("hit: buttons win over pins, the nearest pin over others, the surface comes last") {
    const Scene scene = small_scene();
    CHECK(hit(scene, {370, 20})->id == "map/zoom-in");
    CHECK(hit(scene, {200, 200})->id == "map/pin/a");
    CHECK(hit(scene, {218, 200})->id == "map/pin/b");
    CHECK(hit(scene, {205, 218})->id == "map/pin/a");
    CHECK(hit(scene, {20, 300})->id == "map/surface");
    CHECK(hit(scene, {20, 450})->id == "timeline/date");
    CHECK(hit(scene, {500, 500}) == nullptr);
}

TEST_CASE("a click selects, a drag never does") {
    Hand hand;
    hand.send(PointerPhase::Down, {200, 200});
    hand.send(PointerPhase::Up, {202, 201});
    REQUIRE(hand.last<act::Select>() != nullptr);
    CHECK(hand.last<act::Select>()->id == "a");

    Hand dragging;
    dragging.send(PointerPhase::Down, {200, 200});
    dragging.send(PointerPhase::Move, {220, 200});
    dragging.send(PointerPhase::Move, {200, 200}); // back to where it began: still a drag
    dragging.send(PointerPhase::Up, {200, 200});
    CHECK(dragging.last<act::Select>() == nullptr);
    CHECK(dragging.last<act::MoveCamera>() != nullptr);
}

TEST_CASE("a press that leaves its target does nothing on release") {
    Hand hand;
    hand.send(PointerPhase::Down, {370, 20});
    hand.send(PointerPhase::Up, {380, 60});
    CHECK(hand.last<act::Home>() == nullptr);
}

TEST_CASE("panning keeps the place under the pointer") {
    Hand hand;
    hand.state.camera.zoom = 4.0;
    hand.scene.map.to_screen = shown(hand.state.camera);
    const Metres place = lambert93({2.35, 48.85});
    const Point before = hand.scene.map.to_screen.to_screen(place.x_m, place.y_m);
    hand.send(PointerPhase::Down, {20, 300});
    hand.send(PointerPhase::Move, {50, 320});
    hand.send(PointerPhase::Move, {60, 330});
    const Point after = hand.scene.map.to_screen.to_screen(place.x_m, place.y_m);
    CHECK(after.x - before.x == doctest::Approx(40).epsilon(0.02));
    CHECK(after.y - before.y == doctest::Approx(30).epsilon(0.02));
}

TEST_CASE("a slow drag loses nothing to the slop of a click") {
    const auto shift_px = [](int steps) {
        Hand hand;
        const Metres place = lambert93({2.35, 48.85});
        const Point before = hand.scene.map.to_screen.to_screen(place.x_m, place.y_m);
        hand.send(PointerPhase::Down, {20, 300});
        for (int i = 1; i <= steps; ++i)
            hand.send(PointerPhase::Move, {20 + 30 * static_cast<float>(i) / static_cast<float>(steps), 300});
        return hand.scene.map.to_screen.to_screen(place.x_m, place.y_m).x - before.x;
    };
    CHECK(shift_px(1) == doctest::Approx(30).epsilon(0.01));
    CHECK(shift_px(30) == doctest::Approx(30).epsilon(0.01));
}

TEST_CASE("a finger that stays after a pinch goes on from where it is") {
    Hand hand;
    hand.send(PointerPhase::Down, {150, 200}, 1);
    hand.send(PointerPhase::Down, {250, 200}, 2);
    hand.send(PointerPhase::Move, {300, 200}, 2);
    hand.send(PointerPhase::Up, {150, 200}, 1);
    const Metres place = lambert93({2.35, 48.85});
    const Point before = hand.scene.map.to_screen.to_screen(place.x_m, place.y_m);
    hand.send(PointerPhase::Move, {310, 200}, 2);
    const Point after = hand.scene.map.to_screen.to_screen(place.x_m, place.y_m);
    CHECK(after.x - before.x == doctest::Approx(10).epsilon(0.02));
}

TEST_CASE("the time track gives the month under the pointer, from the press on") {
    Hand hand;
    hand.send(PointerPhase::Down, {200, 450});
    REQUIRE(hand.last<act::SetDate>() != nullptr);
    CHECK(hand.last<act::SetDate>()->date == PartialDate{2015, 1, 0});
    hand.send(PointerPhase::Move, {400, 450});
    CHECK(hand.last<act::SetDate>()->date == PartialDate{2025, 1, 0});
    hand.send(PointerPhase::Move, {900, 450}); // beyond the end
    CHECK(hand.last<act::SetDate>()->date == PartialDate{2025, 1, 0});
}

TEST_CASE("two fingers pinch about their middle") {
    Hand hand;
    hand.send(PointerPhase::Down, {150, 200}, 1);
    hand.send(PointerPhase::Down, {250, 200}, 2);
    hand.send(PointerPhase::Move, {300, 200}, 2);
    hand.send(PointerPhase::Move, {100, 200}, 1);
    CHECK(hand.state.camera.zoom == doctest::Approx(2.0).epsilon(0.01));
    hand.send(PointerPhase::Up, {100, 200}, 1);
    hand.send(PointerPhase::Up, {300, 200}, 2);
    CHECK(hand.last<act::Select>() == nullptr);
}

TEST_CASE("shift and drag draw an area of four corners") {
    Hand hand;
    hand.send(PointerPhase::Down, {100, 100}, 0, true);
    hand.send(PointerPhase::Move, {180, 160}, 0, true);
    REQUIRE(hand.pointer.rubber_band().has_value());
    CHECK(*hand.pointer.rubber_band() == Rect{100, 100, 80, 60});
    hand.send(PointerPhase::Up, {180, 160}, 0, true);
    REQUIRE(hand.last<act::SetArea>() != nullptr);
    CHECK(hand.last<act::SetArea>()->ring.size() == 4);
    CHECK(hand.last<act::MoveCamera>() == nullptr);
    CHECK_FALSE(hand.pointer.rubber_band().has_value());
}

TEST_CASE("the wheel belongs to the page unless Ctrl is held or gestures are greedy") {
    Hand hand;
    WheelInput input;
    input.at = {20, 300};
    input.dy_px = -100;
    CHECK_FALSE(hand.pointer.wheel(input, hand.scene, hand.state).is_used);
    input.control = true;
    const PointerOutput output = hand.pointer.wheel(input, hand.scene, hand.state);
    CHECK(output.is_used);
    REQUIRE(output.actions.size() == 1);
    CHECK(std::get<act::ZoomAbout>(output.actions[0]).factor > 1.0);
    input.at = {20, 450};
    CHECK_FALSE(hand.pointer.wheel(input, hand.scene, hand.state).is_used);
}

TEST_CASE("inertia runs out, and stops on touch") {
    Hand hand;
    hand.state.camera.zoom = 8.0;
    hand.scene.map.to_screen = shown(hand.state.camera);
    hand.send(PointerPhase::Down, {100, 300});
    for (int i = 1; i <= 5; ++i) hand.send(PointerPhase::Move, {100.0f + 20.0f * static_cast<float>(i), 300});
    hand.send(PointerPhase::Up, {200, 300});
    REQUIRE(hand.pointer.is_moving());
    int frames = 0;
    while (hand.pointer.is_moving() && frames < 1000) {
        hand.now_ms += 16;
        static_cast<void>(hand.pointer.tick(hand.now_ms, hand.scene, hand.state));
        ++frames;
    }
    CHECK(frames > 5);
    CHECK(frames < 300);
    Hand stopped;
    stopped.pointer.allow_inertia(false);
    stopped.send(PointerPhase::Down, {100, 300});
    for (int i = 1; i <= 5; ++i) stopped.send(PointerPhase::Move, {100.0f + 20.0f * static_cast<float>(i), 300});
    stopped.send(PointerPhase::Up, {200, 300});
    CHECK_FALSE(stopped.pointer.is_moving());
}

TEST_CASE("a sheet follows the finger from where it was taken, and is thrown where it was going") {
    Scene scene;
    scene.panels.push_back({Zone::Card, {}, "card", {0, 300, 400, 500}, 0, Wheel::Page});
    Node grabber = node_at("card/grabber", Zone::Card, {0, 300, 400, 24}, Role::Slider);
    grabber.drag = {DragKind::CardHeight, 812, 12, 0.0, 1.0}; // share 0 with its middle at 812 px, 1 at 12 px
    grabber.action = act::StepSheet{};
    scene.nodes.push_back(grabber);
    Pointer pointer;
    const State state = state_at_home();
    const auto at = [&](PointerPhase phase, float y, double ms) {
        return pointer.handle({phase, PointerKind::Touch, 1, {200, y}, false, false, ms}, scene, state);
    };
    const auto size_of = [](const PointerOutput& output) {
        const act::SizeSheet* size = nullptr;
        for (const Action& action : output.actions)
            if (const auto* found = std::get_if<act::SizeSheet>(&action)) size = found;
        REQUIRE(size != nullptr);
        return *size;
    };
    at(PointerPhase::Down, 320, 0); // 8 px under its middle
    const act::SizeSheet on_the_way = size_of(at(PointerPhase::Move, 420, 100));
    CHECK(on_the_way.share == doctest::Approx(1.0 - 400.0 / 800.0)); // middle at 412
    CHECK_FALSE(on_the_way.let_go);
    const act::SizeSheet thrown = size_of(at(PointerPhase::Up, 420, 110));
    CHECK(thrown.let_go);
    CHECK(thrown.share < on_the_way.share); // it was going down
    at(PointerPhase::Down, 320, 300);
    at(PointerPhase::Move, 420, 400);
    CHECK(size_of(at(PointerPhase::Up, 420, 600)).share == doctest::Approx(on_the_way.share)); // held still

    at(PointerPhase::Down, 312, 1000);
    const PointerOutput tapped = at(PointerPhase::Up, 312, 1050);
    CHECK(std::any_of(tapped.actions.begin(), tapped.actions.end(),
                      [](const Action& action) { return std::holds_alternative<act::StepSheet>(action); }));
}

TEST_CASE("two taps of a finger zoom and leave selected what was, one selects; the mouse selects with each click") {
    Hand hand;
    hand.state.selected = "before";
    hand.scene.nodes[1].key = {NodeKind::Pin, 0};
    const auto tap = [&](PointerKind kind, double ms) {
        for (const PointerPhase phase : {PointerPhase::Down, PointerPhase::Up}) {
            const PointerOutput output =
                hand.pointer.handle({phase, kind, 0, {200, 200}, false, false, ms}, hand.scene, hand.state);
            for (const Action& action : output.actions) {
                if (const auto* select = std::get_if<act::Select>(&action)) hand.state.selected = select->id;
                hand.actions.push_back(action);
            }
        }
    };
    const auto zooms = [&] {
        return std::count_if(hand.actions.begin(), hand.actions.end(),
                             [](const Action& action) { return std::holds_alternative<act::ZoomAbout>(action); });
    };
    tap(PointerKind::Touch, 1000.0);
    CHECK(hand.state.selected == "a");
    hand.state.selected = "before";
    tap(PointerKind::Touch, 3000.0);
    tap(PointerKind::Touch, 3100.0);
    CHECK(hand.state.selected == "before");
    CHECK(zooms() == 1);
    tap(PointerKind::Mouse, 6000.0);
    tap(PointerKind::Mouse, 6100.0);
    CHECK(hand.state.selected == "a");
    CHECK(zooms() == 1);
}
