#include "core/geo/spatial_index.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

using namespace atlas;

namespace {

constexpr MapBounds k_bounds{0.0, 0.0, 1.0e6, 8.0e5};

// Towns with many points, loners, doubles, and a few points outside the bounds.
std::vector<IndexedPoint> sample(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> anywhere(-2.0e4f, 1.02e6f), part(0.0f, 1.0f);
    std::normal_distribution<float> near_town(0.0f, 3.0e3f);
    std::vector<IndexedPoint> points;
    float town_x = 5.0e5f, town_y = 4.0e5f;
    for (std::uint32_t id = 0; id < count; ++id) {
        if (part(random) < 0.02f) {
            town_x = anywhere(random);
            town_y = anywhere(random) * 0.8f;
        }
        if (part(random) < 0.1f && !points.empty())
            points.push_back({id, points.back().x_m, points.back().y_m});
        else if (part(random) < 0.2f)
            points.push_back({id, anywhere(random), anywhere(random) * 0.8f});
        else
            points.push_back({id, town_x + near_town(random), town_y + near_town(random)});
    }
    return points;
}

bool is_in(const MapBounds& w, const IndexedPoint& p) {
    const double x = static_cast<double>(p.x_m), y = static_cast<double>(p.y_m);
    return x >= w.min_x_m && x <= w.max_x_m && y >= w.min_y_m && y <= w.max_y_m;
}

}

TEST_CASE("windows find what a linear scan finds") {
    const std::vector<IndexedPoint> points = sample(3000, 7);
    const SpatialIndex index(points, k_bounds);
    REQUIRE(index.size() == points.size());
    std::mt19937 random(11);
    std::uniform_real_distribution<double> along(-1.0e5, 1.1e6), size(0.0, 3.0e5);
    for (int round = 0; round < 200; ++round) {
        const double x = along(random), y = along(random);
        const MapBounds window{x, y, x + size(random), y + size(random)};
        std::vector<std::uint32_t> expected;
        for (const IndexedPoint& p : points)
            if (is_in(window, p)) expected.push_back(p.id);
        std::vector<std::uint32_t> found = index.within(window);
        std::sort(found.begin(), found.end());
        CHECK(found == expected);
    }
}

TEST_CASE("the nearest point is the one that a linear scan finds") {
    const std::vector<IndexedPoint> points = sample(2000, 5);
    const SpatialIndex index(points, k_bounds);
    std::mt19937 random(3);
    std::uniform_real_distribution<double> along(-1.0e5, 1.1e6);
    for (int round = 0; round < 500; ++round) {
        const Metres at{along(random), along(random)};
        const double at_most = round % 2 == 0 ? 1.0e7 : 2.0e4;
        std::optional<std::uint32_t> expected;
        double best = at_most;
        for (const IndexedPoint& p : points) {
            const double d = std::hypot(static_cast<double>(p.x_m) - at.x_m, static_cast<double>(p.y_m) - at.y_m);
            if (d < best || (d == best && !expected)) {
                best = d;
                expected = p.id;
            }
        }
        CHECK(index.nearest(at, at_most) == expected);
    }
}

TEST_CASE("the cells of a level hold every point once, where they say") {
    const std::vector<IndexedPoint> points = sample(2500, 9);
    const SpatialIndex index(points, k_bounds);
    const MapBounds everything{-1.0e9, -1.0e9, 1.0e9, 1.0e9};
    for (const int level : {0, 1, 3, 6, 10, 16}) {
        std::vector<int> seen(points.size(), 0);
        for (const SpatialIndex::Cell& cell : index.cells(level, everything)) {
            CHECK(cell.count() > 0);
            const MapBounds box = index.bounds_of(cell, level);
            double sum_x = 0.0;
            bool is_clamped = false;
            for (const IndexedPoint& p : index.points(cell)) {
                ++seen[p.id];
                const double x = static_cast<double>(p.x_m), y = static_cast<double>(p.y_m);
                const bool outside = x < 0.0 || y < 0.0 || x > 1.0e6 || y > 1.0e6;
                is_clamped = is_clamped || outside;
                sum_x += x;
                if (outside) continue;
                CHECK(x >= box.min_x_m - 1.0);
                CHECK(x <= box.max_x_m + 1.0);
                CHECK(y >= box.min_y_m - 1.0);
                CHECK(y <= box.max_y_m + 1.0);
            }
            if (!is_clamped) CHECK(std::abs(index.mean_of(cell).x_m - sum_x / cell.count()) < 40.0);
        }
        CHECK(std::all_of(seen.begin(), seen.end(), [](int n) { return n == 1; }));
    }
}

TEST_CASE("the index does not depend on the order of the points") {
    std::vector<IndexedPoint> points = sample(800, 21);
    const SpatialIndex one(points, k_bounds);
    std::shuffle(points.begin(), points.end(), std::mt19937(1));
    const SpatialIndex two(points, k_bounds);
    const auto a = one.cells(7, k_bounds), b = two.cells(7, k_bounds);
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        CHECK(a[i].column == b[i].column);
        CHECK(a[i].row == b[i].row);
        CHECK(a[i].count() == b[i].count());
        CHECK(one.mean_of(a[i]) == two.mean_of(b[i]));
    }
}

TEST_CASE("empty and odd input") {
    const SpatialIndex none({}, k_bounds);
    CHECK(none.within(k_bounds).empty());
    CHECK(none.cells(4, k_bounds).empty());
    CHECK(!none.nearest({0.0, 0.0}, 1.0e9));
    const SpatialIndex odd({{1, NAN, 0.0f}, {2, INFINITY, 5.0f}, {3, 10.0f, 10.0f}}, {0, 0, 0, 0});
    CHECK(odd.size() == 1);
    CHECK(odd.nearest({0.0, 0.0}, 100.0) == 3u);
}

TEST_CASE("points outside the frame are found on every side of it") {
    const std::vector<IndexedPoint> corners{
        {0, -5.0e4f, 3.0e5f}, {1, 1.05e6f, 3.0e5f}, {2, 5.0e5f, -5.0e4f}, {3, 5.0e5f, 1.05e6f}};
    std::vector<IndexedPoint> points = sample(2000, 13);
    for (IndexedPoint& p : points) p.id += 10;
    points.insert(points.end(), corners.begin(), corners.end());
    const SpatialIndex index(points, k_bounds);
    for (const IndexedPoint& p : corners) {
        const double x = static_cast<double>(p.x_m), y = static_cast<double>(p.y_m);
        CHECK(index.within({x - 1.0, y - 1.0, x + 1.0, y + 1.0}) == std::vector<std::uint32_t>{p.id});
        CHECK(index.nearest({x, y}, 10.0) == p.id);
    }
}
