#pragma once
// Scene records -> Dear ImGui draw lists. The only code that calls ImGui; decides nothing. ImGui is used for what it is
// best at (anti-aliased draw lists, dynamic font atlas, WebGL2 renderer); windows and widgets are not used.

#include "core/scene/scene.hpp"
#include "core/scene/tokens.hpp"

struct ImDrawData;
struct ImDrawList;
struct ImFont;

namespace atlas::view {

struct PaintStats {
    int vertices = 0, indices = 0, draw_calls = 0;
};

class Painter {
public:
    Painter(); // creates the ImGui context and adds the baked fonts
    ~Painter();
    Painter(const Painter&) = delete;
    Painter& operator=(const Painter&) = delete;

    // Valid until the next call. pixel_ratio: canvas px per CSS px.
    ImDrawData* paint(const Scene& scene, const Environment& environment, ColourTheme theme);
    [[nodiscard]] PaintStats stats() const { return m_stats; }

private:
    struct Fonts {
        ImFont* text[2] = {};
        ImFont* icons[3] = {};
    };
    Fonts m_fonts;
    ImDrawList* m_list = nullptr;
    ImDrawData* m_data = nullptr;
    PaintStats m_stats;
    int m_frame = 0;
};

}
