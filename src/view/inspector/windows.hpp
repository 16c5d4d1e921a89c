#pragma once
// The windows of the inspector that keep nothing between frames. Each belongs between Begin and End of its own.

#include "view/inspector/inspector.hpp"

namespace atlas::view {

// What is changed there becomes the wish.
void show_state(const Inspected& inspected, std::optional<Action>& wish);
void show_memo(const LayoutMemo& memo);
// Outlines the node under the pointer's row over the atlas.
void show_scene(const Scene& scene);
void show_inks(const Environment& environment, ColourTheme theme, InkChanges& changes);

}
