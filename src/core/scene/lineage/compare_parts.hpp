#pragma once
// What the comparison draws: the mark of each kind of change (never colour alone), the band over the strip.

#include "core/read/change_words.hpp"
#include "core/scene/layout.hpp"
#include "core/ui/parts.hpp"

namespace atlas {

// The mark of a kind: triangle, cross, diamond, ring, bar. The same on map, list and timeline.
void draw_change_mark(Pen& pen, Point at, ChangeKind kind, float scale = 1.0f);

inline constexpr float k_compare_bar = 64.0f, k_compare_bar_small = 44.0f;
[[nodiscard]] inline float compare_bar_height(Breakpoint breakpoint) {
    return breakpoint == Breakpoint::Wide ? k_compare_bar : k_compare_bar_small;
}
// One band over the strip; rect.h is one of the two heights above.
void layout_compare_bar(const LayoutInput& input, const Rect& rect, Pen& pen);

}
