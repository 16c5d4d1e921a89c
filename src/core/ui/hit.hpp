#pragma once
// What lies under a point of a Scene: the topmost panel decides the zone; inside it plain targets win over forgiving
// discs (nearest first), and surfaces come last. Linear in the nodes, which are bounded by pixels.

#include "core/ui/scene.hpp"

namespace atlas {

[[nodiscard]] const Panel* panel_at(const Scene& scene, Point at);
// Whether something of its own lies over the map there: an inset, the legend.
[[nodiscard]] bool is_covered(const Scene& scene, Point at);
[[nodiscard]] const Node* hit(const Scene& scene, Point at);
// The drag that starts at a node: its own, or that of its zone's surface (a map can be dragged by a pin).
[[nodiscard]] Drag drag_at(const Scene& scene, const Node* node);

}
