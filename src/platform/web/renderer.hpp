#pragma once
// ImDrawData -> WebGL 2, through webgl.js. The context belongs to the atlas alone, so a frame asks it nothing, saves
// nothing and puts nothing back. Dear ImGui's own backend asks for the whole state before each frame, and each question
// waits for the GPU: on two loaded cores with software GL, 78 to 88 ms of script per move of a drag, and 10 ms with the
// answers cached in the page. A cache would have to stand beside that backend; this renderer needs none.
// Vertices are made and uploaded anew each frame, the base map's too: a frame without any map takes 4.8 ms of the main
// thread's CPU time instead of 5.7 (a pan on two loaded cores, of which a canvas that is only cleared takes 1.4 to 2),
// so that geometry kept on the GPU, with a shader and some thirty draw calls of its own, would gain less than that.
// Cost: one upload, and one call per draw command.

#include <vector>

struct ImDrawData;
struct ImTextureData;
template<typename T>
struct ImVector;

namespace atlas::web {

class Renderer {
public:
    Renderer(); // on Module.canvas
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    [[nodiscard]] bool has_context() const { return m_has_context; }
    // Nothing while the context is lost.
    void draw(const ImDrawData& data);
    void lose(); // textures are asked for again by the painter's next frame
    void restore();

private:
    std::vector<ImVector<ImTextureData*>*> m_textures; // one for each ImGui context that was drawn; ImGui owns them
    bool m_has_context = false;
    bool m_is_lost = false;
};

}
