#pragma once
// The parts of cards and profiles, one file each. CardColumn is what those of a cluster share: the cluster, the column
// they fill from top to bottom. Each part starts at y and moves y below what it drew. Sizes: design.md §1 "Card".

#include "core/scene/layout.hpp"
#include "core/ui/parts.hpp"

namespace atlas {

inline constexpr float k_card_padding = 20.0f, k_card_head = 52.0f;

struct CardBody { // of a cluster's card, or of a profile
    const LayoutInput& input;
    Pen& pen;
    float x, w;
    float y;

    [[nodiscard]] Lang lang() const { return input.lang(); }
    [[nodiscard]] const Snapshot& snapshot() const { return input.snapshot; }
    [[nodiscard]] Date day() const { return last_day(input.state().date); }
};

struct CardColumn : CardBody {
    const Cluster& cluster;
    ClusterIndex index;
    DomainLook look;
    float body_px = 13.0f;
};

// A rule, a title at the left and a remark at the right.
void card_section(CardBody& body, std::string_view id, std::string_view title, std::string_view aside = {});
// A sentence in the quiet tone of a remark, at the given indent.
void card_remark(CardBody& body, std::string_view id, std::string_view sentence, float indent = 0.0f);
// The name that the card is about, in up to three lines.
void card_title(CardBody& body, std::string_view id, const std::string& name);
// A square button at the right end of the head.
struct CardButton {
    std::string id;
    Msg name;
    Icon icon;
    Action action;
};
void put_card_button(const CardBody& body, Point middle, CardButton button);
// Where a card is drawn: beside the map, or as a phone's sheet, whose grabber is then part of it. Call end_card() right
// after the card's panel.
[[nodiscard]] Rect begin_card(const LayoutInput& input, const Rooms& rooms, Pen& pen);
void end_card(const LayoutInput& input, const Rooms& rooms, Pen& pen);

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
