#include "core/ui/scroll_box.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr float k_bar_width = 5.0f, k_bar_margin = 4.0f, k_bar_shortest = 28.0f;

struct Shift {
    float dy;
    void move(Point& p) const { p.y += dy; }
    void move(Rect& r) const { r.y += dy; }
    void operator()(rec::RectFill& r) const { move(r.rect); }
    void operator()(rec::RectFrame& r) const { move(r.rect); }
    void operator()(rec::Disc& r) const { move(r.centre); }
    void operator()(rec::Ring& r) const { move(r.centre); }
    void operator()(rec::Line& r) const {
        move(r.from);
        move(r.to);
    }
    void operator()(rec::Polyline& r) const {
        for (Point& p : r.points) move(p);
    }
    void operator()(rec::Polygon& r) const {
        for (Point& p : r.points) move(p);
    }
    void operator()(rec::Bezier& r) const {
        for (Point* p : {&r.from, &r.control_1, &r.control_2, &r.to}) move(*p);
    }
    void operator()(rec::TextRun& r) const { move(r.at); }
    void operator()(rec::IconRun& r) const { move(r.centre); }
    void operator()(rec::Hatch& r) const { move(r.rect); }
    void operator()(rec::Fade& r) const { move(r.rect); }
    void operator()(rec::ClipPush& r) const { move(r.rect); }
    void operator()(rec::ClipPop&) const {}
    void operator()(rec::Mesh& r) const { r.to_screen.offset_y += static_cast<double>(dy); }
    void operator()(rec::Lines& r) const { r.to_screen.offset_y += static_cast<double>(dy); }
};

}

void shift_down(Scene& scene, std::size_t first_record, std::size_t first_node, float dy) {
    for (std::size_t i = first_record; i < scene.records.size(); ++i) std::visit(Shift{dy}, scene.records[i]);
    for (std::size_t i = first_node; i < scene.nodes.size(); ++i) scene.nodes[i].rect.y += dy;
}

ScrollBox::ScrollBox(const LayoutInput& input, Pen& pen, Panel panel, const Rect& window)
    : m_input(input), m_pen(pen), m_panel(std::move(panel)), m_window(window) {
    m_panel.wheel = Wheel::Scroll;
    m_pen.clip(m_window);
    m_first_record = m_pen.scene().records.size();
    m_first_node = m_pen.scene().nodes.size();
}

void ScrollBox::end(float content_bottom_px) {
    const float content = std::max(content_bottom_px - m_window.y, 0.0f);
    const float most = std::max(content - m_window.h, 0.0f);
    const float top = std::clamp(scroll_of(m_input.ui(), m_panel.scroll_name), 0.0f, most);
    shift_down(m_pen.scene(), m_first_record, m_first_node, -top);
    m_pen.unclip();
    if (most > 0.5f) {
        const float track = m_window.h - 2 * k_bar_margin;
        const float length = std::max(k_bar_shortest, track * m_window.h / content);
        const float x = m_window.right() - k_bar_width - k_bar_margin;
        const float y = m_window.y + k_bar_margin + (track - length) * top / most;
        m_pen.rect({x, y, k_bar_width, length}, Ink::Control, k_bar_width * 0.5f, 0.7f);
    }
    m_panel.content_height_px = m_panel.rect.h + most; // what callers clamp the offset with
    m_panel.natural_height_px = m_panel.rect.h - m_window.h + content;
    m_pen.panel(m_panel);
}

}
