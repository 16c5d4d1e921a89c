#pragma once
// The WebGL2 canvas: the painter and the renderer of its draw lists. Context loss only costs device objects; what is
// shown lives in app::Atlas. Without WebGL2 the surface stays blank and everything else works.

#include "platform/web/renderer.hpp"
#include "view/painter.hpp"

namespace atlas::web {

class Surface {
public:
    [[nodiscard]] bool has_context() const { return m_renderer.has_context(); }
    void draw(const Scene& scene, const Environment& environment, ColourTheme theme);
    void draw_over(const ImDrawData& data) { m_renderer.draw(data); } // after draw(), in the same frame
    void recolour(const InkChanges& changes) { m_painter.recolour(changes); }
    void lose() { m_renderer.lose(); }
    void restore() { m_renderer.restore(); }
    [[nodiscard]] view::PaintStats stats() const { return m_painter.stats(); }

private:
    view::Painter m_painter;
    Renderer m_renderer; // ends before the painter, whose textures it gives back
};

}
