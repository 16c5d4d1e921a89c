#include "core/geo/spatial_index.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace atlas {
namespace {

constexpr std::uint32_t k_leaf = 24; // points that are cheaper to look at than to divide
constexpr double k_infinite = std::numeric_limits<double>::infinity();

std::uint32_t spread_bits(std::uint32_t v) {
    v = (v | (v << 8)) & 0x00FF00FFu;
    v = (v | (v << 4)) & 0x0F0F0F0Fu;
    v = (v | (v << 2)) & 0x33333333u;
    return (v | (v << 1)) & 0x55555555u;
}

std::uint32_t gather_bits(std::uint32_t v) {
    v &= 0x55555555u;
    v = (v | (v >> 1)) & 0x33333333u;
    v = (v | (v >> 2)) & 0x0F0F0F0Fu;
    v = (v | (v >> 4)) & 0x00FF00FFu;
    return (v | (v >> 8)) & 0x0000FFFFu;
}

std::uint32_t grid_place(double along_m, double side_m) {
    const double place = along_m / side_m * 65536.0;
    return static_cast<std::uint32_t>(std::clamp(place, 0.0, 65535.0)); // NaN is kept out by the caller
}

struct Keyed {
    std::uint32_t code = 0;
    IndexedPoint point;
};

// Stable, three passes of eleven bits.
void sort_by_code(std::vector<Keyed>& keyed) {
    std::vector<Keyed> other(keyed.size());
    for (const unsigned shift : {0u, 11u, 22u}) {
        std::uint32_t start[2049] = {};
        for (const Keyed& k : keyed) ++start[((k.code >> shift) & 2047u) + 1];
        for (std::size_t i = 1; i < 2049; ++i) start[i] += start[i - 1];
        for (const Keyed& k : keyed) other[start[(k.code >> shift) & 2047u]++] = k;
        keyed.swap(other);
    }
}

bool touches(const MapBounds& a, const MapBounds& b) {
    return a.min_x_m <= b.max_x_m && b.min_x_m <= a.max_x_m && a.min_y_m <= b.max_y_m && b.min_y_m <= a.max_y_m;
}

bool contains(const MapBounds& window, const IndexedPoint& p) {
    const double x = static_cast<double>(p.x_m), y = static_cast<double>(p.y_m);
    return x >= window.min_x_m && x <= window.max_x_m && y >= window.min_y_m && y <= window.max_y_m;
}

double distance_m(const MapBounds& box, Metres at) {
    const double dx = std::max({box.min_x_m - at.x_m, at.x_m - box.max_x_m, 0.0});
    const double dy = std::max({box.min_y_m - at.y_m, at.y_m - box.max_y_m, 0.0});
    return std::hypot(dx, dy);
}

}

struct SpatialIndex::Walk {
    const MapBounds& window;
    int deepest = k_index_levels;
    std::uint32_t leaf = 0; // ranges this short are not divided
    std::function<void(const Cell&, int)> visit;
};

SpatialIndex::SpatialIndex(std::vector<IndexedPoint> points, const MapBounds& bounds)
    : m_x_m(bounds.min_x_m), m_y_m(bounds.min_y_m), m_side_m(std::max({bounds.width_m(), bounds.height_m(), 1.0})) {
    std::erase_if(points, [](const IndexedPoint& p) { return !std::isfinite(p.x_m) || !std::isfinite(p.y_m); });
    std::vector<Keyed> keyed(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::uint32_t column = grid_place(static_cast<double>(points[i].x_m) - m_x_m, m_side_m);
        const std::uint32_t row = grid_place(static_cast<double>(points[i].y_m) - m_y_m, m_side_m);
        keyed[i] = {spread_bits(column) | (spread_bits(row) << 1), points[i]};
    }
    sort_by_code(keyed);
    m_points = std::move(points);
    m_codes.resize(keyed.size());
    m_sum_x.assign(keyed.size() + 1, 0);
    m_sum_y.assign(keyed.size() + 1, 0);
    for (std::size_t i = 0; i < keyed.size(); ++i) {
        m_codes[i] = keyed[i].code;
        m_points[i] = keyed[i].point;
        m_sum_x[i + 1] = m_sum_x[i] + gather_bits(keyed[i].code);
        m_sum_y[i + 1] = m_sum_y[i] + gather_bits(keyed[i].code >> 1);
    }
}

MapBounds SpatialIndex::bounds_of(const Cell& cell, int level) const {
    const double side = cell_m(level);
    const double x = m_x_m + side * cell.column, y = m_y_m + side * cell.row;
    return {x, y, x + side, y + side};
}

// Where the cell's points can be: cells at the edge also hold what lies outside.
MapBounds SpatialIndex::reach_of(const Cell& cell, int level) const {
    MapBounds reach = bounds_of(cell, level);
    const std::uint32_t last = (1u << level) - 1;
    if (cell.column == 0) reach.min_x_m = -k_infinite;
    if (cell.row == 0) reach.min_y_m = -k_infinite;
    if (cell.column == last) reach.max_x_m = k_infinite;
    if (cell.row == last) reach.max_y_m = k_infinite;
    const double slack = 1.0; // single precision of the points
    return {reach.min_x_m - slack, reach.min_y_m - slack, reach.max_x_m + slack, reach.max_y_m + slack};
}

Metres SpatialIndex::mean_of(const Cell& cell) const {
    const double count = std::max(1.0, static_cast<double>(cell.count())), finest = cell_m(k_index_levels);
    const double column = static_cast<double>(m_sum_x[cell.end] - m_sum_x[cell.begin]) / count;
    const double row = static_cast<double>(m_sum_y[cell.end] - m_sum_y[cell.begin]) / count;
    return {m_x_m + finest * (column + 0.5), m_y_m + finest * (row + 0.5)};
}

void SpatialIndex::split(const Cell& cell, int level, Cell (&children)[4]) const {
    const int below = 2 * (k_index_levels - level - 1); // bits of the code under the children's
    const std::uint32_t first = m_codes[cell.begin] >> below & ~3u;
    const auto end = m_codes.begin() + static_cast<std::ptrdiff_t>(cell.end);
    auto from = m_codes.begin() + static_cast<std::ptrdiff_t>(cell.begin);
    for (std::uint32_t quarter = 0; quarter < 4; ++quarter) {
        const std::uint32_t next = first + quarter + 1; // codes from `next` on lie behind this quarter
        const auto to =
            quarter == 3 ? end : std::partition_point(from, end, [&](std::uint32_t c) { return c >> below < next; });
        children[quarter] = {cell.column * 2 + (quarter & 1u), cell.row * 2 + (quarter >> 1u),
                             static_cast<std::uint32_t>(from - m_codes.begin()),
                             static_cast<std::uint32_t>(to - m_codes.begin())};
        from = to;
    }
}

void SpatialIndex::descend(const Cell& cell, int level, const Walk& walk) const {
    if (cell.begin == cell.end || !touches(reach_of(cell, level), walk.window)) return;
    if (level == walk.deepest || cell.count() <= walk.leaf) return walk.visit(cell, level);
    Cell children[4];
    split(cell, level, children);
    for (const Cell& child : children) descend(child, level + 1, walk);
}

std::vector<SpatialIndex::Cell> SpatialIndex::cells(int level, const MapBounds& window) const {
    std::vector<Cell> found;
    const Cell root{0, 0, 0, static_cast<std::uint32_t>(size())};
    descend(root, 0,
            {window, std::clamp(level, 0, k_index_levels), 0, [&](const Cell& cell, int) { found.push_back(cell); }});
    return found;
}

std::vector<std::uint32_t> SpatialIndex::within(const MapBounds& window) const {
    std::vector<std::uint32_t> found;
    const Cell root{0, 0, 0, static_cast<std::uint32_t>(size())};
    descend(root, 0, {window, k_index_levels, k_leaf, [&](const Cell& cell, int) {
                          for (const IndexedPoint& p : points(cell))
                              if (contains(window, p)) found.push_back(p.id);
                      }});
    return found;
}

std::optional<std::uint32_t> SpatialIndex::nearest(Metres at, double at_most_m) const {
    struct Waiting {
        double distance = 0.0;
        Cell cell;
        int level = 0;
    };
    const auto is_farther = [](const Waiting& a, const Waiting& b) { return a.distance > b.distance; };
    std::vector<Waiting> heap{{0.0, {0, 0, 0, static_cast<std::uint32_t>(size())}, 0}};
    double best_m = at_most_m;
    std::optional<std::uint32_t> best;
    while (!heap.empty()) {
        std::pop_heap(heap.begin(), heap.end(), is_farther);
        const Waiting next = heap.back();
        heap.pop_back();
        if (next.cell.begin == next.cell.end || next.distance > best_m) continue;
        if (next.level == k_index_levels || next.cell.count() <= k_leaf) {
            for (const IndexedPoint& p : points(next.cell)) {
                const double d = std::hypot(static_cast<double>(p.x_m) - at.x_m, static_cast<double>(p.y_m) - at.y_m);
                if (d > best_m || (best && d == best_m && p.id > *best)) continue;
                best_m = d;
                best = p.id;
            }
            continue;
        }
        Cell children[4];
        split(next.cell, next.level, children);
        for (const Cell& child : children) {
            heap.push_back({distance_m(reach_of(child, next.level + 1), at), child, next.level + 1});
            std::push_heap(heap.begin(), heap.end(), is_farther);
        }
    }
    return best;
}

}
