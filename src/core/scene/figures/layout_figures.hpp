#pragma once
// The figures view: small graphics that draw only what the snapshot's figures say, then all figures as a table and
// all contradictions. Each part fills a box and says how high it is; every number is a node whose click opens its
// sources.

#include "core/base/messages.hpp"
#include "core/ui/parts.hpp"

namespace atlas {

struct FiguresPage {
    const LayoutInput& input;
    Pen& pen;

    [[nodiscard]] Lang lang() const { return input.lang(); }
    [[nodiscard]] const Snapshot& snapshot() const { return input.snapshot; }
    // A white box with title and lead; returns where its content starts.
    Point box(const Rect& rect, std::string_view id, std::string_view title, std::string_view lead);
    // A number that leads to its sources.
    void trace(const Rect& rect, const std::string& id, const std::string& name, const Topic& topic,
               float hit_radius_px = 0.0f);
};

void figures_counts(FiguresPage& page, const Rect& rect);
void figures_contradictions(FiguresPage& page, const Rect& rect);
[[nodiscard]] bool has_short_contradictions(const Snapshot& snapshot);
// False: the snapshot has nothing for the box, and none is drawn.
[[nodiscard]] bool figures_leverage(FiguresPage& page, const Rect& rect);
[[nodiscard]] bool figures_members(FiguresPage& page, const Rect& rect);
[[nodiscard]] bool figures_money(FiguresPage& page, const Rect& rect);
// These grow with their content; they return their bottom, or their top where there is none.
float figures_table(FiguresPage& page, const Rect& top);
float figures_all_contradictions(FiguresPage& page, const Rect& top);

}
