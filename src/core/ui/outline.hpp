#pragma once
// The Outline: the controls of the Scene as a semantic tree in JSON, from which the page builds native HTML (the
// accessible twin, the fallback without WebGL).
//   panels: [{zone, name, rect:[x,y,w,h], scroll, top, height, wheel, nodes:[{id, role, name, value, hint, href, rect,
//   ...state}]}]

#include "core/ui/layout_input.hpp"
#include "core/ui/scene.hpp"

#include <string>

namespace atlas {

// Controls of the current scene; cheap, sent after each frame that changed it.
// `status` is what a screen reader hears of the last change.
[[nodiscard]] std::string outline_controls(const Scene& scene, const LayoutInput& input,
                                           const std::string& status = {});

}
