#pragma once
// Points of the plane in Morton order: a quadtree without nodes. Every square cell of every level is one contiguous
// range of the sorted points, found by binary search, with its count and its mean known from prefix sums; so what a
// screen shows is found in time that grows with the screen, not with the data. Flat arrays, built once: O(n) radix
// sort. Source: G. M. Morton 1966; linear quadtrees after I. Gargantini, "An Effective Way to Represent Quadtrees",
// 1982.

#include "core/geo/map_geometry.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace atlas {

struct IndexedPoint {
    std::uint32_t id = 0;
    float x_m = 0.0f, y_m = 0.0f;
};

inline constexpr int k_index_levels = 16; // the finest grid has 2^16 cells a side

class SpatialIndex {
public:
    // A cell of a level that holds points: its place in the level's grid and the range of points in it.
    struct Cell {
        std::uint32_t column = 0, row = 0; // from the south-west
        std::uint32_t begin = 0, end = 0;
        [[nodiscard]] std::uint32_t count() const { return end - begin; }
    };

    SpatialIndex() = default;
    // Points outside the square round `bounds` count to the cells at its edge and are found all the same.
    SpatialIndex(std::vector<IndexedPoint> points, const MapBounds& bounds);

    [[nodiscard]] std::size_t size() const { return m_points.size(); }
    [[nodiscard]] std::span<const IndexedPoint> points(const Cell& cell) const {
        return std::span(m_points).subspan(cell.begin, cell.count());
    }
    [[nodiscard]] double cell_m(int level) const { return m_side_m / static_cast<double>(1u << level); }
    [[nodiscard]] MapBounds bounds_of(const Cell& cell, int level) const;
    [[nodiscard]] Metres mean_of(const Cell& cell) const; // of the points' cells at the finest level: within 40 m

    // Every cell of the level that holds points and touches the window.
    [[nodiscard]] std::vector<Cell> cells(int level, const MapBounds& window) const;
    // Ids of the points in the window, edges included; in no order.
    [[nodiscard]] std::vector<std::uint32_t> within(const MapBounds& window) const;
    // The nearest point not farther than the distance; of several equally near ones the smallest id.
    [[nodiscard]] std::optional<std::uint32_t> nearest(Metres at, double at_most_m) const;

private:
    struct Walk;
    void descend(const Cell& cell, int level, const Walk& walk) const;
    void split(const Cell& cell, int level, Cell (&children)[4]) const;
    [[nodiscard]] MapBounds reach_of(const Cell& cell, int level) const;

    double m_x_m = 0.0, m_y_m = 0.0, m_side_m = 1.0;
    std::vector<std::uint32_t> m_codes;
    std::vector<IndexedPoint> m_points;
    std::vector<std::uint64_t> m_sum_x, m_sum_y; // of cell columns and rows at the finest level; one more than points
};

}
