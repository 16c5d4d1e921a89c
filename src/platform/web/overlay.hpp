#pragma once
// What stands over the atlas's picture for those who work on it: nothing in a release, the inspector in web-debug.
// Which one is a choice of the linker (overlay_none.cpp, overlay_inspector.cpp), so that no other file knows.

#include "app/atlas.hpp"
#include "core/ui/pointer.hpp"
#include "platform/web/surface.hpp"

#include <memory>

namespace atlas::web {

class Overlay {
public:
    virtual ~Overlay() = default;
    // True: the atlas must not see the event.
    virtual bool takes(const PointerInput& input) = 0;
    virtual bool takes(const WheelInput& input) = 0;
    // True: something has changed, another frame is due at once.
    virtual bool draw(app::Atlas& atlas, Surface& surface, double last_frame_ms) = 0;
};

// Null: there is none.
[[nodiscard]] std::unique_ptr<Overlay> make_overlay(app::Atlas& atlas);

}
