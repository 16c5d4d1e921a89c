#include "platform/web/surface.hpp"

namespace atlas::web {

void Surface::draw(const Scene& scene, const Environment& environment, ColourTheme theme) {
    if (has_context()) m_renderer.draw(*m_painter.paint(scene, environment, theme));
}

}
