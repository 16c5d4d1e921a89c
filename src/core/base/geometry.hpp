#pragma once
// Plane geometry in CSS px, y downwards, origin at the canvas' top left corner.

#include <cmath>

namespace atlas {

struct Point {
    float x = 0.0f, y = 0.0f;
    bool operator==(const Point&) const = default;
};

struct Rect {
    float x = 0.0f, y = 0.0f, w = 0.0f, h = 0.0f;

    [[nodiscard]] float right() const { return x + w; }
    [[nodiscard]] float bottom() const { return y + h; }
    [[nodiscard]] Point centre() const { return {x + w * 0.5f, y + h * 0.5f}; }
    [[nodiscard]] bool is_empty() const { return w <= 0.0f || h <= 0.0f; }
    [[nodiscard]] bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    [[nodiscard]] bool overlaps(const Rect& o) const {
        return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
    }
    [[nodiscard]] Rect inset(float by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
    [[nodiscard]] Rect inset(float dx, float dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
    bool operator==(const Rect&) const = default;
};

// screen = scale * world + offset, with y flipped by a negative scale_y. Used for map geometry (world in metres).
struct Affine {
    double scale_x = 1.0, scale_y = 1.0, offset_x = 0.0, offset_y = 0.0;

    [[nodiscard]] Point to_screen(double x, double y) const {
        return {static_cast<float>(scale_x * x + offset_x), static_cast<float>(scale_y * y + offset_y)};
    }
    [[nodiscard]] double x_of(float px) const { return (static_cast<double>(px) - offset_x) / scale_x; }
    [[nodiscard]] double y_of(float px) const { return (static_cast<double>(px) - offset_y) / scale_y; }
    bool operator==(const Affine&) const = default;
};

inline float distance_px(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

}
