#include "core/scene/map/layout_map_view.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace atlas;

namespace {

struct Case {
    std::vector<LabelWish> wishes;
    LabelRoom room;
};

Case scatter(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> x(30.0f, 670.0f), y(30.0f, 550.0f);
    std::uniform_int_distribution<int> letters(3, 20);
    Case made;
    made.room = {{0, 0, 700, 580}, {{10, 300, 160, 260}, {640, 10, 40, 100}}, 10.0f, 11.0f, 13.0f};
    while (made.wishes.size() < count) {
        const Point at{x(random), y(random)};
        bool is_apart = true;
        for (const LabelWish& other : made.wishes) is_apart = is_apart && distance_px(at, other.pin) > 24.0f;
        if (!is_apart) continue;
        made.wishes.push_back(
            {std::string(static_cast<std::size_t>(letters(random)), 'n'), at, 0.0f, 1, made.wishes.empty()});
    }
    return made;
}

Rect box_of(const LabelWish& wish, const LabelSpot& spot) {
    return {wish.pin.x + spot.box.x, wish.pin.y + spot.box.y, spot.box.w, spot.box.h};
}

}

TEST_CASE("labels overlap neither each other nor pins nor furniture, and stay inside") {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        const Case made = scatter(60, seed);
        const std::vector<LabelSpot> spots = place_labels(made.wishes, made.room);
        REQUIRE(spots.size() == made.wishes.size());
        for (std::size_t i = 0; i < spots.size(); ++i) {
            if (!spots[i].is_placed) continue;
            const Rect box = box_of(made.wishes[i], spots[i]);
            CHECK(box.x >= 3.0f);
            CHECK(box.right() <= 697.0f);
            CHECK(box.y >= 3.0f);
            CHECK(box.bottom() <= 577.0f);
            for (const Rect& blocker : made.room.blockers) CHECK(!box.overlaps(blocker));
            for (std::size_t j = 0; j < spots.size(); ++j) {
                const Point pin = made.wishes[j].pin;
                CHECK(!box.overlaps({pin.x - 10.0f, pin.y - 10.0f, 20.0f, 20.0f}));
                if (j != i && spots[j].is_placed) CHECK(!box.overlaps(box_of(made.wishes[j], spots[j])));
            }
        }
    }
}

TEST_CASE("leaders never run through another pin") {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        const Case made = scatter(70, seed);
        const std::vector<LabelSpot> spots = place_labels(made.wishes, made.room);
        for (std::size_t i = 0; i < spots.size(); ++i) {
            if (!spots[i].is_placed || !spots[i].has_leader) continue;
            for (std::size_t j = 0; j < spots.size(); ++j) {
                if (j == i) continue;
                for (int step = 0; step <= 20; ++step) {
                    const float t = static_cast<float>(step) / 20.0f;
                    const Point on{made.wishes[i].pin.x + spots[i].leader_end.x * t,
                                   made.wishes[i].pin.y + spots[i].leader_end.y * t};
                    CHECK(distance_px(on, made.wishes[j].pin) > 10.0f); // the disc's radius
                }
            }
        }
    }
}

TEST_CASE("the selected name is always there, and first above its pin") {
    Case made = scatter(40, 3);
    made.wishes[0].pin = {400, 300};
    std::erase_if(made.wishes, [&](const LabelWish& w) {
        return !w.is_selected && distance_px(w.pin, {400, 300}) < 30.0f;
    });
    const LabelSpot spot = place_labels(made.wishes, made.room).front();
    CHECK(spot.is_placed);
    CHECK(!spot.has_leader);
}

TEST_CASE("pins of the west column are named to the west, of the east column to the east") {
    const std::vector<LabelWish> wishes{{"Ouest", {300, 300}, -14.0f, 5, false}, {"Est", {328, 300}, 14.0f, 5, false}};
    const std::vector<LabelSpot> spots = place_labels(wishes, {{0, 0, 700, 580}, {}, 10.0f, 11.0f, 13.0f});
    CHECK(spots[0].box.right() < 0.0f);
    CHECK(spots[1].box.x > 0.0f);
}

TEST_CASE("the order of the wishes does not matter") {
    const Case made = scatter(50, 8);
    const std::vector<LabelSpot> before = place_labels(made.wishes, made.room);
    std::vector<std::size_t> order(made.wishes.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::shuffle(order.begin(), order.end(), std::mt19937(4));
    Case shuffled{{}, made.room};
    for (const std::size_t i : order) shuffled.wishes.push_back(made.wishes[i]);
    // names are made unique, so that nothing but the name can break ties
    Case unique = made;
    for (std::size_t i = 0; i < unique.wishes.size(); ++i) unique.wishes[i].text += std::to_string(100 + i);
    for (std::size_t i = 0; i < order.size(); ++i) shuffled.wishes[i].text = unique.wishes[order[i]].text;
    const std::vector<LabelSpot> one = place_labels(unique.wishes, made.room),
                                 two = place_labels(shuffled.wishes, made.room);
    for (std::size_t i = 0; i < order.size(); ++i) CHECK(two[i].box == one[order[i]].box);
    CHECK(before.size() == one.size());
}
