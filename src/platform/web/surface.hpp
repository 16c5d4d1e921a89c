#pragma once
// The WebGL2 canvas: context, ImGui's OpenGL3 renderer and the painter. Context loss only costs device objects; what is
// shown lives in app::Atlas. Without WebGL2 the surface stays blank and everything else works.

#include "view/painter.hpp"

namespace atlas::web {

class Surface {
public:
    Surface(); // on Module.canvas
    ~Surface();
    Surface(const Surface&) = delete;
    Surface& operator=(const Surface&) = delete;

    [[nodiscard]] bool has_context() const { return m_has_context; }
    void draw(const Scene& scene, const Environment& environment, ColourTheme theme);
    void lose();
    void restore();
    [[nodiscard]] view::PaintStats stats() const { return m_painter.stats(); }

private:
    view::Painter m_painter;
    bool m_has_context = false;
    bool m_is_lost = false;
};

}
