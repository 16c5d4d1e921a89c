#pragma once
// layout(): snapshot + state + size -> Scene. One function per zone, each in its own file; this header is the contract
// between them. Pure but for the memo, which only saves work: dropping it never changes a Scene.

#include "core/ui/layout_input.hpp"
#include "core/ui/pen.hpp"

namespace atlas {

// Widths at which the arrangement changes (design.md §1).
enum class Breakpoint : std::uint8_t { Mobile, Compact, Medium, Wide, Kiosk };

// The window's parts; an empty rect is not shown.
struct Rooms {
    Breakpoint breakpoint = Breakpoint::Wide;
    Rect header, filters, main, timeline, card, tab_bar;
};

[[nodiscard]] Rooms arrange(const Session& session, const Environment& environment);
[[nodiscard]] Scene layout(const LayoutInput& input);

// Zones; each draws inside its rect and adds its nodes and panel.
void layout_header(const LayoutInput& input, const Rooms& rooms, Pen& pen);
void layout_filters(const LayoutInput& input, const Rooms& rooms, Pen& pen);
void layout_filter_sheet(const LayoutInput& input, const Rooms& rooms, Pen& pen); // where there is no panel
void layout_map(const LayoutInput& input, const Rooms& rooms, Pen& pen);
void layout_timeline(const LayoutInput& input, const Rooms& rooms, Pen& pen); // the strip, in rooms.timeline
void layout_lineage(const LayoutInput& input, const Rooms& rooms, Pen& pen);  // View::Timeline, in rooms.main
void layout_card(const LayoutInput& input, const Rooms& rooms, Pen& pen);
void layout_profile(const LayoutInput& input, const Rooms& rooms, Pen& pen); // of a region or domain, where cards are
void layout_list(const LayoutInput& input, const Rooms& rooms, Pen& pen);
void layout_stories(const LayoutInput& input, const Rooms& rooms, Pen& pen);
void layout_figures(const LayoutInput& input, const Rooms& rooms, Pen& pen);
void layout_understand(const LayoutInput& input, const Rooms& rooms, Pen& pen);
void layout_sheet(const LayoutInput& input, const Rooms& rooms, Pen& pen); // share, export, help, sources, phase
void layout_kiosk(const LayoutInput& input, const Rooms& rooms, Pen& pen);
void layout_tab_bar(const LayoutInput& input, const Rooms& rooms, Pen& pen); // mobile
void layout_tooltip(const LayoutInput& input, const Rooms& rooms, Pen& pen); // drawn last

}
