#include "platform/web/surface.hpp"

#include "backends/imgui_impl_opengl3.h"
#include "imgui.h"

#include <GLES3/gl3.h>
#include <emscripten.h>
#include <emscripten/html5.h>

namespace atlas::web {

namespace {

// A selector cannot see into a shadow root, so the canvas is handed over by reference. The array is private to each
// module instance, which is why several atlases can share a page.
EM_JS(void, bind_canvas, (), { specialHTMLTargets["!atlas"] = Module["canvas"]; });

EMSCRIPTEN_WEBGL_CONTEXT_HANDLE create_context() {
    EmscriptenWebGLContextAttributes attributes;
    emscripten_webgl_init_context_attributes(&attributes);
    attributes.majorVersion = 2;
    attributes.minorVersion = 0;
    attributes.alpha = false;
    attributes.depth = false;
    attributes.stencil = false;
    attributes.antialias = false; // the draw lists carry their own
    attributes.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
    bind_canvas();
    return emscripten_webgl_create_context("!atlas", &attributes);
}

}

Surface::Surface() {
    const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = create_context();
    if (context <= 0) return;
    m_context = static_cast<std::uintptr_t>(context);
    emscripten_webgl_make_context_current(context);
    ImGui_ImplOpenGL3_Init("#version 300 es");
}

Surface::~Surface() {
    if (!has_context()) return;
    if (!m_is_lost) ImGui_ImplOpenGL3_DestroyDeviceObjects();
    ImGui_ImplOpenGL3_Shutdown();
    emscripten_webgl_destroy_context(static_cast<EMSCRIPTEN_WEBGL_CONTEXT_HANDLE>(m_context));
}

void Surface::draw(const Scene& scene, const Environment& environment, ColourTheme theme) {
    if (!has_context() || m_is_lost) return;
    emscripten_webgl_make_context_current(static_cast<EMSCRIPTEN_WEBGL_CONTEXT_HANDLE>(m_context));
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
