#include "core/geo/triangulate.hpp"

#include "core/base/order.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace atlas {
namespace {

using Loop = std::vector<std::uint32_t>; // counter-clockwise

struct Vertex {
    double x = 0.0, y = 0.0;
    bool operator==(const Vertex&) const = default;
};

double cross(Vertex a, Vertex b, Vertex c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool holds(Vertex a, Vertex b, Vertex c, Vertex p) {
    return cross(a, b, p) >= 0.0 && cross(b, c, p) >= 0.0 && cross(c, a, p) >= 0.0;
}

class Clipper {
public:
    Clipper(std::span<const float> x_m, std::span<const float> y_m, std::vector<std::uint32_t>& triangles)
        : m_x(x_m), m_y(y_m), m_triangles(triangles) {}

    [[nodiscard]] Vertex at(std::uint32_t i) const {
        return {static_cast<double>(m_x[i]), static_cast<double>(m_y[i])};
    }

    [[nodiscard]] bool is_inside(const Loop& loop, Vertex p) const {
        bool inside = false;
        for (std::size_t i = 0, j = loop.size() - 1; i < loop.size(); j = i++) {
            const Vertex a = at(loop[i]), b = at(loop[j]);
            if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
        }
        return inside;
    }

    void join_hole(Loop& outer, const Loop& hole) const;
    void clip(const Loop& loop);

private:
    [[nodiscard]] std::size_t bridge(const Loop& outer, Vertex from) const;
    [[nodiscard]] bool is_ear(std::size_t i, const std::vector<std::size_t>& reflex) const;
    [[nodiscard]] double turn(std::size_t i) const {
        return cross(at(m_loop[m_before[i]]), at(m_loop[i]), at(m_loop[m_after[i]]));
    }

    std::span<const float> m_x, m_y;
    std::vector<std::uint32_t>& m_triangles;
    Loop m_loop;
    std::vector<std::size_t> m_before, m_after;
};

// The corner of `outer` that sees `from`, a hole's easternmost corner, looking east.
std::size_t Clipper::bridge(const Loop& outer, Vertex from) const {
    std::size_t best = 0;
    double hit_x = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < outer.size(); ++i) {
        const Vertex a = at(outer[i]), b = at(outer[(i + 1) % outer.size()]);
        if (a.y > from.y || b.y < from.y || a.y == b.y) continue; // land lies west of an edge that goes north
        const double x = a.x + (from.y - a.y) * (b.x - a.x) / (b.y - a.y);
        if (x < from.x || x >= hit_x) continue;
        hit_x = x;
        best = a.x > b.x ? i : (i + 1) % outer.size();
    }
    if (!std::isfinite(hit_x)) return 0;
    const Vertex hit{hit_x, from.y}, corner = at(outer[best]);
    double least = std::numeric_limits<double>::infinity();
    std::size_t seen = best;
    for (std::size_t i = 0; i < outer.size(); ++i) { // corners in between would hide the chosen one
        const Vertex p = at(outer[i]);
        const bool between = corner.y < from.y ? holds(from, corner, hit, p) : holds(from, hit, corner, p);
        if (!between || p == from) continue;
        const double slope = std::abs(p.y - from.y) / std::max(p.x - from.x, 1.0e-9);
        const bool opens =
            cross(at(outer[(i + outer.size() - 1) % outer.size()]), p, at(outer[(i + 1) % outer.size()])) <= 0.0;
        if (slope < least && (opens || i == best)) {
            least = slope;
            seen = i;
        }
    }
    return seen;
}

void Clipper::join_hole(Loop& outer, const Loop& hole) const {
    std::size_t east = 0;
    for (std::size_t i = 1; i < hole.size(); ++i) {
        if (at(hole[i]).x > at(hole[east]).x) east = i;
    }
    const std::size_t place = bridge(outer, at(hole[east]));
    Loop detour;
    for (std::size_t i = 0; i <= hole.size(); ++i) detour.push_back(hole[(east + i) % hole.size()]);
    detour.push_back(outer[place]);
    outer.insert(outer.begin() + static_cast<std::ptrdiff_t>(place) + 1, detour.begin(), detour.end());
}

bool Clipper::is_ear(std::size_t i, const std::vector<std::size_t>& reflex) const {
    const Vertex a = at(m_loop[m_before[i]]), b = at(m_loop[i]), c = at(m_loop[m_after[i]]);
    if (cross(a, b, c) <= 0.0) return false;
    for (const std::size_t other : reflex) {
        const Vertex p = at(m_loop[other]);
        if (p == a || p == b || p == c) continue;
        if (holds(a, b, c, p)) return false;
    }
    return true;
}

void Clipper::clip(const Loop& loop) {
    m_loop = loop;
    std::size_t left = m_loop.size();
    m_before.resize(left);
    m_after.resize(left);
    for (std::size_t i = 0; i < left; ++i) {
        m_before[i] = (i + left - 1) % left;
        m_after[i] = (i + 1) % left;
    }
    std::vector<std::size_t> reflex;
    for (std::size_t i = 0; i < left; ++i) {
        if (turn(i) <= 0.0) reflex.push_back(i);
    }
    std::size_t i = 0, tried = 0;
    while (left > 2) {
        const bool gives_up = tried > left; // only crossing rings come here: cut anything
        if (!gives_up && !is_ear(i, reflex)) {
            i = m_after[i];
            ++tried;
            continue;
        }
        if (turn(i) != 0.0) m_triangles.insert(m_triangles.end(), {m_loop[m_before[i]], m_loop[i], m_loop[m_after[i]]});
        const std::size_t before = m_before[i], after = m_after[i];
        m_after[before] = after;
        m_before[after] = before;
        std::erase_if(reflex, [&](std::size_t r) { return r == i || ((r == before || r == after) && turn(r) > 0.0); });
        --left;
        tried = 0;
        i = m_after[after]; // every other corner: rounder triangles
    }
}

Loop loop_of(RingSpan ring, bool reversed) {
    Loop loop;
    for (std::uint32_t i = ring.begin; i < ring.end; ++i) loop.push_back(i);
    if (reversed) std::reverse(loop.begin(), loop.end());
    return loop;
}

}

double ring_area_m2(std::span<const float> x_m, std::span<const float> y_m, RingSpan ring) {
    double doubled = 0.0;
    for (std::uint32_t i = ring.begin, j = ring.end - 1; i < ring.end; j = i++) {
        doubled += static_cast<double>(x_m[j]) * static_cast<double>(y_m[i]) -
                   static_cast<double>(x_m[i]) * static_cast<double>(y_m[j]);
    }
    return doubled / 2.0;
}

void triangulate(std::span<const float> x_m, std::span<const float> y_m, std::span<const RingSpan> rings,
                 std::vector<std::uint32_t>& triangles) {
    std::vector<double> areas;
    double largest = 0.0;
    for (const RingSpan ring : rings) {
        areas.push_back(ring.end - ring.begin < 3 ? 0.0 : ring_area_m2(x_m, y_m, ring));
        if (std::abs(areas.back()) > std::abs(largest)) largest = areas.back();
    }
    Clipper clipper(x_m, y_m, triangles);
    std::vector<Loop> outers;
    for (std::size_t i = 0; i < rings.size(); ++i) {
        if (areas[i] * largest > 0.0) outers.push_back(loop_of(rings[i], areas[i] < 0.0));
    }
    std::vector<Loop> holes;
    for (std::size_t i = 0; i < rings.size(); ++i) {
        if (areas[i] * largest < 0.0) holes.push_back(loop_of(rings[i], areas[i] > 0.0));
    }
    // eastern holes first: a bridge may end on a hole that is already joined
    const auto east = [&](const Loop& loop) {
        double x = clipper.at(loop[0]).x;
        for (const std::uint32_t v : loop) x = std::max(x, clipper.at(v).x);
        return x;
    };
    sort_stable(holes, [&](const Loop& a, const Loop& b) { return east(a) > east(b); });
    for (const Loop& hole : holes) {
        for (Loop& outer : outers) {
            if (!clipper.is_inside(outer, clipper.at(hole[0]))) continue;
            clipper.join_hole(outer, hole);
            break;
        }
    }
    for (const Loop& outer : outers) clipper.clip(outer);
}

}
