#include "platform/web/renderer.hpp"

#include "imgui.h"

#include <algorithm>

namespace atlas::web {

extern "C" { // webgl.js
int surface_create();
void surface_restore();
void surface_destroy();
int surface_texture(int width, int height, const void* pixels);
void surface_texture_part(int id, int x, int y, int width, int height, const void* pixels, int row);
void surface_drop_texture(int id);
void surface_begin(int width, int height, float width_px, float height_px);
void surface_upload(const void* vertices, int vertex_bytes, const void* indices, int index_bytes);
void surface_draw(int texture, int left, int top, int width, int height, unsigned first, unsigned count);
}

namespace {

static_assert(sizeof(ImDrawVert) == 20 && sizeof(ImDrawIdx) == 4); // what webgl.js reads

int id_of(ImTextureID texture) {
    return static_cast<int>(texture);
}

void forget(ImTextureData& texture) {
    texture.SetTexID(ImTextureID_Invalid);
    texture.SetStatus(ImTextureStatus_Destroyed);
}

void follow(ImTextureData& texture) {
    if (texture.Status == ImTextureStatus_WantCreate) {
        const int id = surface_texture(texture.Width, texture.Height, texture.GetPixels());
        texture.SetTexID(static_cast<ImTextureID>(id));
        texture.SetStatus(ImTextureStatus_OK);
    } else if (texture.Status == ImTextureStatus_WantUpdates) {
        for (const ImTextureRect& part : texture.Updates)
            surface_texture_part(id_of(texture.TexID), part.x, part.y, part.w, part.h,
                                 texture.GetPixelsAt(part.x, part.y), texture.Width);
        texture.SetStatus(ImTextureStatus_OK);
    } else if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0) {
        surface_drop_texture(id_of(texture.TexID));
        forget(texture);
    }
}

void draw_list(const ImDrawList& list, ImVec2 scale) {
    surface_upload(list.VtxBuffer.Data, list.VtxBuffer.size_in_bytes(), list.IdxBuffer.Data,
                   list.IdxBuffer.size_in_bytes());
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const int left = static_cast<int>(command.ClipRect.x * scale.x);
        const int top = static_cast<int>(command.ClipRect.y * scale.y);
        const int width = static_cast<int>(command.ClipRect.z * scale.x) - left;
        const int height = static_cast<int>(command.ClipRect.w * scale.y) - top;
        if (command.ElemCount == 0 || width <= 0 || height <= 0) continue;
        surface_draw(id_of(command.GetTexID()), left, top, width, height, command.IdxOffset, command.ElemCount);
    }
}

}

Renderer::Renderer() : m_has_context(surface_create() == 1) {}

Renderer::~Renderer() {
    if (!m_has_context) return;
    lose();
    surface_destroy();
}

void Renderer::draw(const ImDrawData& data) {
    const int width = static_cast<int>(data.DisplaySize.x * data.FramebufferScale.x);
    const int height = static_cast<int>(data.DisplaySize.y * data.FramebufferScale.y);
    if (!m_has_context || m_is_lost || width <= 0 || height <= 0) return;
    if (std::find(m_textures.begin(), m_textures.end(), data.Textures) == m_textures.end())
        m_textures.push_back(data.Textures);
    for (ImTextureData* texture : *data.Textures) follow(*texture);
    surface_begin(width, height, data.DisplaySize.x, data.DisplaySize.y);
    for (const ImDrawList* list : data.CmdLists) draw_list(*list, data.FramebufferScale);
}

void Renderer::lose() {
    if (m_is_lost) return;
    m_is_lost = true;
    for (ImVector<ImTextureData*>* textures : m_textures)
        for (ImTextureData* texture : *textures) forget(*texture);
}

void Renderer::restore() {
    if (!m_has_context || !m_is_lost) return;
    surface_restore();
    m_is_lost = false;
}

}
