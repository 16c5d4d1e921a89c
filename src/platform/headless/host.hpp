#pragma once
// A host without browser and GPU: the same app, pointer and painter on a fixed clock. Tests and benchmarks drive it by
// node ids ("map/pin/axelera") with real pointer events at the node's place, as a hand would.

#include "app/atlas.hpp"
#include "core/ui/pointer.hpp"
#include "view/painter.hpp"

#include <string>
#include <string_view>

namespace atlas::headless {

class Host {
public:
    Host(std::string_view snapshot_bytes, std::string_view map_bytes, float width_px, float height_px);

    app::Atlas& atlas() { return m_atlas; }
    const Scene& frame(); // advances the clock by one frame of 16 ms
    const Scene& wait(double ms);
    [[nodiscard]] const Node* find(std::string_view node_id) const;
    bool click(std::string_view node_id); // false: no such node, or it lies outside the window
    void press(Point at, bool shift = false);
    void drag_to(Point at, int steps = 8);
    void release(Point at);
    void wheel(Point at, float dy_px, bool control);
    void resize(float width_px, float height_px);
    void set_environment(const Environment& environment);
    // Vertices and draw calls of the current scene, through ImGui's draw lists.
    [[nodiscard]] view::PaintStats paint();

private:
    void take(const PointerOutput& output);
    void point(PointerPhase phase, Point at, bool shift = false);

    app::Atlas m_atlas;
    Pointer m_pointer;
    view::Painter m_painter;
    double m_now_ms = 1000.0;
    Point m_last;
};

}
