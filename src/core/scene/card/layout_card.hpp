#pragma once
// The card's parts, one file each; CardColumn is what they share: the cluster, the column they fill from top to bottom.
// Each part starts at y and moves y below what it drew. Sizes: design.md §1 "Card".

#include "core/ui/parts.hpp"

namespace atlas {

struct CardColumn {
    const LayoutInput& input;
    Pen& pen;
    const Cluster& cluster;
    ClusterIndex index;
    DomainLook look;
    float x, w;
    float y;
    float body_px = 13.0f;

    [[nodiscard]] Lang lang() const { return input.lang(); }
    [[nodiscard]] const Snapshot& snapshot() const { return input.snapshot; }
    [[nodiscard]] Date day() const { return last_day(input.state().date); }
};

// A rule, a title at the left and a remark at the right.
void card_section(CardColumn& column, std::string_view id, std::string_view title, std::string_view aside = {});
// A sentence in the quiet tone of a remark, at the given indent.
void card_remark(CardColumn& column, std::string_view id, std::string_view sentence, float indent = 0.0f);
void card_label(CardColumn& column);
void card_label_bar(CardColumn& column, const Rect& bar); // the bar alone, as in the small card
void card_lineage(CardColumn& column);
void card_facts(CardColumn& column);
void card_policy(CardColumn& column); // what policy texts say of it, the list of 2007 first
void card_stories(CardColumn& column);
void card_written(CardColumn& column); // other spellings, the printed lists

// The whole card in a rect: beside the map, over it, or as a sheet.
void draw_full_card(const LayoutInput& input, Pen& pen, const Rect& rect, Zone zone, ClusterIndex cluster);

}
