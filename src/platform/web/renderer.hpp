#pragma once
// ImDrawData -> WebGL 2, through webgl.js. The context belongs to the atlas alone, so a frame asks it nothing, saves
// nothing and puts nothing back. Dear ImGui's own backend asks for the whole state before each frame, and each question
// waits for the GPU: on two loaded cores with software GL, 78 to 88 ms of script per move of a drag, and 10 ms with the
// answers cached in the page. A cache would have to stand beside that backend; this renderer needs none.
// Vertices are uploaded anew each frame, the base map's too: leaving the uploads out changed neither the main thread's
// time nor the frame rate, which hangs on the pixels filled.
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
