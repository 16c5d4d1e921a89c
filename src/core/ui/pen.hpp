#pragma once
// The pen writes records and nodes into a Scene. It measures text with the baked font metrics, so core knows every
// width that the canvas will show. All coordinates are CSS px; text y is the baseline.

#include "core/ui/scene.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace atlas {

struct Type { // how a run of text looks
    float size_px = 13.0f;
    FontWeight weight = FontWeight::Regular;
    Ink ink = Ink::Text;
    Align align = Align::Left;
    Ink halo = Ink::None;
};

[[nodiscard]] float text_width(std::string_view utf8, float size_px, FontWeight weight);
// Cut at the end with an ellipsis so that the result is at most max_px wide.
[[nodiscard]] std::string ellipsis(std::string_view utf8, const Type& type, float max_px);
// Broken at spaces (never at no-break spaces); a word wider than max_px is broken inside, after a hyphen or slash where
// it has one.
[[nodiscard]] std::vector<std::string> wrap(std::string_view utf8, const Type& type, float max_px);

class Pen {
public:
    explicit Pen(Scene& scene) : m_scene(scene) {}

    void rect(const Rect& rect, Ink ink, float radius = 0.0f, float opacity = 1.0f);
    void frame(const Rect& rect, Ink ink, float radius = 0.0f, float thickness = 1.0f);
    void raised(const Rect& rect, float radius); // panel with its 1-2 px offset shadow and hairline
    // The same under what has been drawn since the scene had so many records.
    void raised_behind(std::size_t first_record, const Rect& rect, float radius);
    void horizontal(float x, float y, float w, Ink ink = Ink::Hair); // 1 px filled
    void vertical(float x, float y, float h, Ink ink = Ink::Hair);
    void disc(Point centre, float radius, Ink ink, float opacity = 1.0f);
    void ring(Point centre, float radius, float thickness, Ink ink);
    void line(Point from, Point to, float thickness, Ink ink);
    void dashed(Point from, Point to, float thickness, Ink ink, float dash_px = 2.0f, float gap_px = 3.0f);
    void polyline(std::vector<Point> points, float thickness, Ink ink);
    void polygon(std::vector<Point> points, Ink ink); // convex
    void bezier(Point from, Point control_1, Point control_2, Point to, float thickness, Ink ink);
    void hatch(const Rect& rect, Ink ink, float step_px = 6.0f, float thickness = 1.2f);
    void icon(Point centre, Icon icon, float size_px, Ink ink, IconStyle style = IconStyle::Regular);
    float text(Point at, std::string_view utf8, const Type& type); // returns the width
    // Up to max_lines lines, the last one with an ellipsis; returns the height used.
    float paragraph(Point at, std::string_view utf8, const Type& type, float max_px, float line_px, int max_lines = 99);
    void clip(const Rect& rect);
    void unclip();
    void add(Record record) { m_scene.records.push_back(std::move(record)); }
    Node& node(Node node); // appended; the reference is valid until the next call
    void panel(Panel panel) { m_scene.panels.push_back(std::move(panel)); }
    Scene& scene() { return m_scene; }

private:
    Scene& m_scene;
};

}
