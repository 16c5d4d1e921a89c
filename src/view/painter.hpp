#pragma once
// Scene records -> Dear ImGui draw lists. The only code that calls ImGui; decides nothing. ImGui is used for what it is
// best at (anti-aliased draw lists, dynamic font atlas, WebGL2 renderer); windows and widgets are not used, so no ImGui
// frame is ever begun. Cost: one pass over the records.

#include "core/ui/scene.hpp"
#include "core/ui/tokens.hpp"

#include <memory>

struct ImDrawData;

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

    // Valid until the next call.
    ImDrawData* paint(const Scene& scene, const Environment& environment, ColourTheme theme);
    // Instead of the theme’s own colours, from the next picture on.
    void recolour(const InkChanges& changes) { m_changes = changes; }
    [[nodiscard]] PaintStats stats() const { return m_stats; }

private:
    struct Device; // the ImGui objects
    std::unique_ptr<Device> m_device;
    PaintStats m_stats;
    InkChanges m_changes{};
};

}
