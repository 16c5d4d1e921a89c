#pragma once
// The draw records of a Scene, in painter's order: plain numbers, no ImGui. The canvas painter (view/painter) and the
// SVG writer (export/svg) walk the same list, which is why both show the same picture. Units: CSS px.

#include "core/base/geometry.hpp"
#include "core/ui/icons.hpp"
#include "core/ui/ink.hpp"

#include <string>
#include <variant>
#include <vector>

namespace atlas {

struct MapMesh; // geo/map_geometry.hpp
struct MapLines;

enum class FontWeight : std::uint8_t { Regular, SemiBold };
enum class Align : std::uint8_t { Left, Centre, Right };
enum class IconStyle : std::uint8_t { Regular, Fill, Bold };

namespace rec {

struct RectFill {
    Rect rect;
    float radius = 0.0f;
    Paint paint;
};
struct RectFrame { // the line lies inside the rect
    Rect rect;
    float radius = 0.0f, thickness = 1.0f;
    Paint paint;
};
struct Disc {
    Point centre;
    float radius = 0.0f;
    Paint paint;
};
struct Ring {
    Point centre;
    float radius = 0.0f, thickness = 1.0f;
    Paint paint;
};
struct Line {
    Point from, to;
    float thickness = 1.0f;
    Paint paint;
    float dash_px = 0.0f, gap_px = 0.0f; // 0: solid
};
struct Polyline {
    std::vector<Point> points;
    float thickness = 1.0f;
    Paint paint;
    bool closed = false;
};
struct Polygon { // convex
    std::vector<Point> points;
    Paint paint;
};
struct Bezier {
    Point from, control_1, control_2, to;
    float thickness = 1.0f;
    Paint paint;
};
struct TextRun { // y is the baseline
    Point at;
    std::string text;
    float size_px = 13.0f;
    FontWeight weight = FontWeight::Regular;
    Align align = Align::Left;
    Paint paint, halo;
};
struct IconRun { // centred
    Point centre;
    Icon icon = Icon::None;
    float size_px = 16.0f;
    IconStyle style = IconStyle::Regular;
    Paint paint;
};
struct Hatch { // lines at 45 degrees
    Rect rect;
    float step_px = 6.0f, thickness = 1.2f;
    Paint paint;
};
struct Fade { // horizontal gradient
    Rect rect;
    Paint left, right;
};
struct ClipPush {
    Rect rect;
};
struct ClipPop {};
struct Mesh { // points into the immutable map geometry
    const MapMesh* mesh = nullptr;
    Affine to_screen;
    Paint paint;
};
struct Lines {
    const MapLines* lines = nullptr;
    Affine to_screen;
    float thickness = 1.0f;
    Paint paint;
};

}

using Record = std::variant<rec::RectFill, rec::RectFrame, rec::Disc, rec::Ring, rec::Line, rec::Polyline, rec::Polygon,
                            rec::Bezier, rec::TextRun, rec::IconRun, rec::Hatch, rec::Fade, rec::ClipPush, rec::ClipPop,
                            rec::Mesh, rec::Lines>;

}
