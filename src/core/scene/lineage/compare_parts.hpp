#pragma once
// What the comparison shows: kinds of change with their marks (never colour alone), counts, names, sentence.

#include "core/scene/layout.hpp"
#include "core/time/changes.hpp"
#include "core/ui/parts.hpp"

namespace atlas {

struct ChangeColumn {
    ChangeKind kind = ChangeKind::Entered;
    std::int32_t count = 0;
    std::string words;              // "entrées", without the number
    std::vector<std::string> names; // "ENTER", "PICOM → Cap Digital"
};
// Entered, left, merged, renamed, continued, in this order, zeros included.
[[nodiscard]] std::vector<ChangeColumn> change_columns(const LayoutInput& input, const Changes& changes);
// The mark of a kind: triangle, cross, diamond, ring, bar. The same on map, list and timeline.
void draw_change_mark(Pen& pen, Point at, ChangeKind kind, float scale = 1.0f);
[[nodiscard]] std::string change_kind_name(ChangeKind kind, Lang lang);

inline constexpr float k_compare_bar = 64.0f, k_compare_bar_small = 44.0f;
[[nodiscard]] inline float compare_bar_height(Breakpoint breakpoint) {
    return breakpoint == Breakpoint::Wide ? k_compare_bar : k_compare_bar_small;
}
// One band over the strip; rect.h is one of the two heights above.
void layout_compare_bar(const LayoutInput& input, const Rect& rect, Pen& pen);

}
