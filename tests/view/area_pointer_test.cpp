// The pointer while an area is chosen by its corners.
#include "view/hand.hpp"

#include <doctest/doctest.h>

using namespace atlas;

namespace {

// A hand over a map on which an area is being chosen.
struct ChoosingHand : Hand {
    ChoosingHand() { scene.map.is_choosing = true; }

    void click(Point at, PointerKind kind = PointerKind::Mouse) {
        now_ms += 40;
        for (const PointerPhase phase : {PointerPhase::Down, PointerPhase::Up})
            for (const Action& action :
                 pointer.handle({phase, kind, 0, at, false, false, now_ms}, scene, state).actions)
                actions.push_back(action);
    }
    [[nodiscard]] LngLat place_at(Point at) const {
        const Affine& to_screen = scene.map.to_screen;
        return scene.map.ground->projection.unproject({to_screen.x_of(at.x), to_screen.y_of(at.y)});
    }
    // Where corners were set: the pointer says the place before.
    [[nodiscard]] std::vector<Point> corners() const {
        std::vector<Point> found;
        for (std::size_t i = 0; i < actions.size(); ++i) {
            if (!std::holds_alternative<act::SetCorner>(actions[i])) continue;
            REQUIRE(i > 0);
            const Metres at = lambert93(std::get<act::PointArea>(actions[i - 1]).place);
            found.push_back(scene.map.to_screen.to_screen(at.x_m, at.y_m));
        }
        return found;
    }
    void check_corners(const std::vector<Point>& wanted) const {
        const std::vector<Point> found = corners();
        REQUIRE(found.size() == wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i) CHECK(distance_px(found[i], wanted[i]) < 0.1f);
    }
};

}

TEST_CASE("while an area is chosen clicks and taps are its corners, on pins too, however fast") {
    for (const PointerKind kind : {PointerKind::Mouse, PointerKind::Touch, PointerKind::Pen}) {
        ChoosingHand hand;
        hand.click({200, 200}, kind); // a pin
        hand.scene.map.corner = hand.place_at({200, 200});
        hand.click({204, 203}, kind); // near it, at once: no double click
        hand.check_corners({{200, 200}, {204, 203}});
        CHECK(hand.last<act::Select>() == nullptr);
        CHECK(hand.last<act::ZoomAbout>() == nullptr);
    }
}

TEST_CASE("while an area is chosen the pointer is followed over the map, and buttons stay buttons") {
    ChoosingHand hand;
    hand.send(PointerPhase::Move, {50, 60});
    REQUIRE(hand.last<act::PointArea>() != nullptr);
    hand.actions.clear();
    hand.send(PointerPhase::Move, {370, 20});
    hand.send(PointerPhase::Move, {200, 450});
    CHECK(hand.last<act::PointArea>() == nullptr);
    hand.click({370, 20});
    CHECK(hand.last<act::Home>() != nullptr);
    CHECK(hand.last<act::SetCorner>() == nullptr);
}

TEST_CASE("while an area is chosen a drag leads from corner to corner, or to the other one") {
    ChoosingHand hand;
    hand.send(PointerPhase::Down, {100, 100});
    hand.send(PointerPhase::Move, {150, 140});
    hand.scene.map.corner = hand.place_at({200, 200});
    hand.send(PointerPhase::Move, {180, 160});
    hand.send(PointerPhase::Up, {180, 160});
    hand.check_corners({{100, 100}, {180, 160}});
    CHECK(hand.last<act::MoveCamera>() == nullptr);
    CHECK_FALSE(hand.pointer.is_moving());

    ChoosingHand second;
    second.scene.map.corner = second.place_at({100, 100});
    second.send(PointerPhase::Down, {100, 100});
    second.send(PointerPhase::Move, {180, 160});
    second.send(PointerPhase::Up, {180, 160});
    second.check_corners({{180, 160}});
}

TEST_CASE("while an area is chosen two fingers still pinch, and a press that was taken away sets nothing") {
    ChoosingHand hand;
    hand.send(PointerPhase::Down, {150, 200}, 1);
    hand.send(PointerPhase::Down, {250, 200}, 2);
    hand.send(PointerPhase::Move, {300, 200}, 2);
    hand.send(PointerPhase::Up, {300, 200}, 2);
    hand.send(PointerPhase::Move, {120, 260}, 1);
    hand.send(PointerPhase::Up, {120, 260}, 1);
    CHECK(hand.last<act::ZoomAbout>() != nullptr);
    CHECK(hand.last<act::SetCorner>() == nullptr);
    hand.send(PointerPhase::Down, {150, 200}, 1);
    hand.send(PointerPhase::Cancel, {150, 200}, 1);
    CHECK(hand.last<act::SetCorner>() == nullptr);
}

TEST_CASE("Shift and a drag are the area at once, also while one is chosen") {
    ChoosingHand hand;
    hand.send(PointerPhase::Down, {100, 100}, 0, true);
    hand.send(PointerPhase::Move, {180, 160}, 0, true);
    hand.send(PointerPhase::Up, {180, 160}, 0, true);
    REQUIRE(hand.last<act::SetArea>() != nullptr);
    CHECK(hand.last<act::SetCorner>() == nullptr);
}
