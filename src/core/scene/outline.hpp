#pragma once
// The Outline: the Scene as a semantic tree in JSON, from which the page builds native HTML (the accessible twin, the
// fallback without WebGL, the printable text). Two parts:
//   panels: [{zone, name, rect:[x,y,w,h], scroll, top, height, wheel, nodes:[{id, role, name, value, hint, href, rect,
//   ...state}]}] document: title, sentence, the table of shown clusters, the selected card, legend and sources as text
//   blocks.

#include "core/scene/layout.hpp"

#include <string>

namespace atlas {

// Controls of the current scene; cheap, sent after each frame that changed it.
[[nodiscard]] std::string outline_controls(const Scene& scene, const LayoutInput& input);
// The whole answer as text blocks; built only when asked for (text version, print, no WebGL).
[[nodiscard]] std::string outline_document(const LayoutInput& input);

}
