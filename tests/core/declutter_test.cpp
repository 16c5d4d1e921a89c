#include "core/geo/declutter.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

using namespace atlas;

namespace {

struct Seats {
    std::vector<std::string> ids;
    std::vector<SeatOnScreen> seats;
};

Seats towns(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> x(60.0f, 600.0f), y(20.0f, 560.0f), part(0.0f, 1.0f);
    std::normal_distribution<float> spread(0.0f, 5.0f);
    Seats made;
    Point town{300, 300};
    for (std::size_t i = 0; i < count; ++i) made.ids.push_back("pole-" + std::to_string(1000 + i));
    for (std::size_t i = 0; i < count; ++i) {
        if (part(random) < 0.4f) town = {x(random), y(random)};
        const bool same = part(random) < 0.3f;
        made.seats.push_back(
            {made.ids[i], {town.x + (same ? 0.0f : spread(random)), town.y + (same ? 0.0f : spread(random))}});
    }
    return made;
}

Point pin_at(const SeatOnScreen& seat, const FannedPin& pin) {
    return {seat.at.x + pin.offset.x, seat.at.y + pin.offset.y};
}

}

TEST_CASE("no two discs overlap, casing included") {
    for (unsigned seed = 1; seed <= 30; ++seed) {
        for (const float radius : {8.0f, 10.0f, 15.0f}) {
            const Seats made = towns(71, seed);
            const std::vector<FannedPin> pins = fan_out(made.seats, radius);
            float nearest = 1.0e9f;
            for (std::size_t i = 0; i < pins.size(); ++i)
                for (std::size_t j = 0; j < i; ++j)
                    nearest =
                        std::min(nearest, distance_px(pin_at(made.seats[i], pins[i]), pin_at(made.seats[j], pins[j])));
            CHECK(nearest >= radius * 2 + 1.9f); // within a group the pitch is 2r + 2
        }
    }
}

TEST_CASE("the order of the input does not matter") {
    for (unsigned seed = 1; seed <= 10; ++seed) {
        Seats made = towns(60, seed);
        const std::vector<FannedPin> before = fan_out(made.seats, 10.0f);
        std::vector<std::size_t> order(made.seats.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::shuffle(order.begin(), order.end(), std::mt19937(seed + 100));
        std::vector<SeatOnScreen> shuffled;
        for (const std::size_t i : order) shuffled.push_back(made.seats[i]);
        const std::vector<FannedPin> after = fan_out(shuffled, 10.0f);
        for (std::size_t i = 0; i < order.size(); ++i) {
            CHECK(after[i].offset == before[order[i]].offset);
            CHECK(after[i].hub == before[order[i]].hub);
            CHECK(after[i].group == before[order[i]].group);
        }
    }
}

TEST_CASE("lone pins stay exactly on their seat") {
    const std::vector<SeatOnScreen> seats{{"a", {10, 10}}, {"b", {100, 10}}, {"c", {50, 90}}};
    for (const FannedPin& pin : fan_out(seats, 10.0f)) {
        CHECK(pin.offset == Point{0, 0});
        CHECK(pin.group_size == 1);
    }
    CHECK(fan_out({}, 10.0f).empty());
}

TEST_CASE("slots by the size of the group") {
    const auto same_place = [](std::size_t n) {
        static const char* ids[] = {"a", "b", "c", "d", "e", "f", "g"};
        std::vector<SeatOnScreen> seats;
        for (std::size_t i = 0; i < n; ++i) seats.push_back({ids[i], {200, 200}});
        return fan_out(seats, 10.0f);
    };
    const auto two = same_place(2);
    CHECK(two[0].offset == Point{-11.5f, 0});
    CHECK(two[1].offset == Point{11.5f, 0});
    for (const FannedPin& pin : same_place(4)) CHECK(pin.offset.x == doctest::Approx(17.0f)); // one ladder
    const auto five = same_place(5); // the west column gets floor(n / 2)
    CHECK(std::count_if(five.begin(), five.end(), [](const FannedPin& p) { return p.column_px < 0; }) == 2);
    const auto seven = same_place(7);
    CHECK(std::count_if(seven.begin(), seven.end(), [](const FannedPin& p) { return p.column_px < 0; }) == 3);
}

TEST_CASE("members of a group keep their order from west to east") {
    const std::vector<SeatOnScreen> seats{
        {"a", {108, 100}}, {"b", {100, 100}}, {"c", {104, 96}}, {"d", {96, 103}}, {"e", {112, 99}}};
    const std::vector<FannedPin> pins = fan_out(seats, 10.0f);
    for (std::size_t i = 0; i < seats.size(); ++i)
        for (std::size_t j = 0; j < seats.size(); ++j)
            if (seats[i].at.x < seats[j].at.x) CHECK(pins[i].column_px <= pins[j].column_px);
}

TEST_CASE("a hundred seats in one town are all told apart") {
    std::vector<std::string> ids;
    for (int i = 0; i < 100; ++i) ids.push_back("p" + std::to_string(100 + i));
    std::vector<SeatOnScreen> seats;
    for (const std::string& id : ids) seats.push_back({id, {300, 300}});
    const std::vector<FannedPin> pins = fan_out(seats, 10.0f);
    for (std::size_t i = 0; i < pins.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) CHECK(distance_px(pins[i].offset, pins[j].offset) >= 21.9f);
}

TEST_CASE("pins stay inside the walls, on every side") {
    const Rect walls{100, 100, 300, 200};
    const float radius = 10.0f;
    std::vector<SeatOnScreen> seats;
    static const char* ids[] = {"a", "b", "c", "d", "e", "f", "g", "h"};
    const Point edges[] = {{101, 200}, {399, 200}, {250, 101}, {250, 299}};
    for (std::size_t i = 0; i < 8; ++i) seats.push_back({ids[i], edges[i / 2]}); // two on each edge
    const std::vector<FannedPin> pins = fan_out(seats, radius, walls);
    for (std::size_t i = 0; i < pins.size(); ++i) {
        CAPTURE(i);
        const Point pin = pin_at(seats[i], pins[i]);
        CHECK(pin.x >= walls.x + radius);
        CHECK(pin.x <= walls.right() - radius);
        CHECK(pin.y >= walls.y + radius);
        CHECK(pin.y <= walls.bottom() - radius);
    }
}
