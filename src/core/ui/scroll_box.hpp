#pragma once
// A part of the window whose content may be taller than itself. Content is laid out from the top as if everything
// fitted; end() then measures it, clamps the remembered scroll offset, moves what was drawn, and adds scrollbar and
// panel. So no layout function computes with offsets, and a shorter content never leaves the reader behind its end.

#include "core/ui/layout_input.hpp"
#include "core/ui/pen.hpp"

namespace atlas {

class ScrollBox {
public:
    // `window` is the part of panel.rect that scrolls; a head and a foot of the same panel may stand round it. They are
    // drawn after end(), so that they win over what has been scrolled beneath them.
    ScrollBox(const LayoutInput& input, Pen& pen, Panel panel, const Rect& window);
    ScrollBox(const ScrollBox&) = delete;
    ScrollBox& operator=(const ScrollBox&) = delete;
    void end(float content_bottom_px); // as laid out, without scroll; call once

private:
    const LayoutInput& m_input;
    Pen& m_pen;
    Panel m_panel;
    Rect m_window;
    std::size_t m_first_record, m_first_node;
};

// The part of a panel under its fixed head.
[[nodiscard]] inline Rect below_head(const Panel& panel) {
    const float head = panel.fixed_top_px;
    return {panel.rect.x, panel.rect.y + head, panel.rect.w, panel.rect.h - head};
}

// Moves the records and nodes from the given places on by dy.
void shift_down(Scene& scene, std::size_t first_record, std::size_t first_node, float dy);

}
