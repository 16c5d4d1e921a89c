#include "platform/web/surface.hpp"

#include "backends/imgui_impl_opengl3.h"
#include "imgui.h"

#include <GLES3/gl3.h>

namespace atlas::web {

extern "C" {
// webgl.js: the context of the module's canvas, 1 or 0; and its end
int surface_create();
void surface_destroy();
}

Surface::Surface() {
    m_has_context = surface_create() == 1;
    if (!m_has_context) return;
    ImGui_ImplOpenGL3_Init("#version 300 es");
}

Surface::~Surface() {
    if (!has_context()) return;
    if (!m_is_lost) ImGui_ImplOpenGL3_DestroyDeviceObjects();
    ImGui_ImplOpenGL3_Shutdown();
    surface_destroy();
}

void Surface::draw(const Scene& scene, const Environment& environment, ColourTheme theme) {
    if (!has_context() || m_is_lost) return;
    ImGui_ImplOpenGL3_NewFrame();
    ImDrawData* data = m_painter.paint(scene, environment, theme);
    glViewport(0, 0, static_cast<int>(data->DisplaySize.x * data->FramebufferScale.x),
               static_cast<int>(data->DisplaySize.y * data->FramebufferScale.y));
    ImGui_ImplOpenGL3_RenderDrawData(data);
}

void Surface::lose() {
    if (!has_context() || m_is_lost) return;
    m_is_lost = true;
    ImGui_ImplOpenGL3_DestroyDeviceObjects();
}

void Surface::restore() {
    if (!has_context() || !m_is_lost) return;
    ImGui_ImplOpenGL3_CreateDeviceObjects();
    m_is_lost = false;
}

}
