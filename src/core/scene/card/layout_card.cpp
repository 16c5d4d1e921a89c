// The card of the selected cluster: beside the map on wide windows, over it on medium ones, a small card in embeds, a
// sheet on phones. Head and sources stay, the rest scrolls.

#include "core/scene/card/layout_card.hpp"

#include "core/read/label_words.hpp"
#include "core/read/wording.hpp"
#include "core/scene/layout.hpp"
#include "core/scene/phone_sheet.hpp"
#include "core/state/profile.hpp"
#include "core/ui/scroll_box.hpp"

#include <cmath>

namespace atlas {

namespace {

constexpr float k_foot = 38.0f, k_report = 34.0f;

void head(CardColumn& column, const Rect& room, bool has_neighbours, Action close) {
    const Lang lang = column.lang();
    const float middle = room.y + 28.0f;
    draw_domain_disc(column.pen, {column.x + 12.0f, middle}, 12.0f, column.look);
    const Domain& domain = column.snapshot().domains[column.cluster.domain];
    const Type type{12.0f, FontWeight::Regular, Ink::Text2};
    const float room_px = column.w - 32.0f - (has_neighbours ? 92.0f : 28.0f);
    const bool fits = text_width(domain.name.in(lang), type.size_px, type.weight) <= room_px;
    const std::string shown = ellipsis((fits ? domain.name : domain.short_name).in(lang), type, room_px);
    const float width = column.pen.text({column.x + 32.0f, middle + 4.3f}, shown, type);
    column.pen.node({.id = "card/domain",
                     .name = domain.name.in(lang),
                     .zone = Zone::Card,
                     .rect = {column.x, middle - 14.0f, 32.0f + width, 28.0f},
                     .action = act::OpenProfile{profile_id({Facet::Domain, domain.id})}});
    const float last = room.right() - 24.0f;
    put_card_button(column, {last, middle}, {"card/close", Msg::CardClose, Icon::Close, std::move(close)});
    if (!has_neighbours) return;
    put_card_button(column, {last - 30.0f, middle}, {"card/next", Msg::CardNext, Icon::Next, act::StepSelection{1}});
    put_card_button(column, {last - 60.0f, middle},
                    {"card/previous", Msg::CardPrevious, Icon::Previous, act::StepSelection{-1}});
}

void title(CardColumn& column) {
    const Lang lang = column.lang();
    card_title(column, "card/title", column.cluster.name);
    if (const std::string* then = former_name_on(column.cluster, column.day()))
        card_remark(column, "card/name-then",
                    say(Msg::CardNameThen, lang, {std::to_string(civil(column.day()).year), *then}));
    if (column.cluster.focus.in(lang).empty()) return;
    const std::string focus = column.cluster.focus.in(lang) + ".";
    const Type body{column.body_px, FontWeight::Regular, Ink::Text2};
    const float start = column.y;
    column.y += column.pen.paragraph({column.x, column.y + 16.0f}, focus, body, column.w, 19.0f) + 12.0f;
    column.pen.node({.id = "card/focus",
                     .value = focus,
                     .zone = Zone::Card,
                     .role = Role::Text,
                     .rect = {column.x, start, column.w, column.y - start},
                     .cursor = Cursor::Default});
}

void foot(const CardColumn& column, const Rect& room) {
    const Lang lang = column.lang();
    const auto count = static_cast<std::int64_t>(sources_of(column.snapshot(), column.index).size());
    const std::string date = format_date(column.snapshot().meta.snapshot_date, lang);
    const std::string number = format_number(static_cast<double>(count), lang);
    const std::string words = say(Plural::CardSources, lang, count, {number, date});
    const bool is_hot = is_hovered(column.input, "card/sources");
    column.pen.rect(room, is_hot ? Ink::Hover : Ink::Sunken);
    column.pen.icon({column.x + 7.0f, room.centre().y}, Icon::Source, 15.0f, Ink::Text2);
    const Type quiet{11.0f, FontWeight::Regular, Ink::Text2};
    const float see = column.pen.text({column.x + column.w, room.centre().y + 4.2f}, say(Msg::CardSeeSources, lang),
                                      {11.0f, FontWeight::SemiBold, Ink::Accent, Align::Right});
    column.pen.text({column.x + 22.0f, room.centre().y + 4.2f}, ellipsis(words, quiet, column.w - see - 32.0f), quiet);
    column.pen.node({.id = "card/sources",
                     .name = words,
                     .zone = Zone::Card,
                     .rect = room,
                     .action = act::OpenSheet{Sheet::SourceList, about::Cluster{column.cluster.id}}});
}

void report_link(CardColumn& column) {
    const Lang lang = column.lang();
    const std::string label(say(Msg::CardReport, lang));
    const Button button{.id = "card/report",
                        .label = label,
                        .icon = Icon::Warning,
                        .look = ButtonLook::Bare,
                        .zone = Zone::Card,
                        .action = act::OpenSheet{Sheet::Share, about::Report{column.cluster.id}}};
    put_button(column.input, column.pen, {column.x - 12.0f, column.y, button_width(button), 30.0f}, button);
    column.y += k_report;
}

CardColumn column_for(const LayoutInput& input, Pen& pen, ClusterIndex index, const Rect& room) {
    const Cluster& cluster = input.snapshot.clusters[index];
    return {{input, pen, room.x + k_card_padding, room.w - 2 * k_card_padding, room.y},
            cluster,
            index,
            domain_look(input.snapshot, cluster.domain)};
}

void draw_small_card(const LayoutInput& input, Pen& pen, const Rect& room, ClusterIndex index) {
    CardColumn column = column_for(input, pen, index, room);
    const Lang lang = input.lang();
    column.x = room.x + 14.0f;
    column.w = room.w - 28.0f;
    pen.raised(room, 8.0f);
    pen.panel({Zone::Card, {}, say(Msg::CardZone, lang, {column.cluster.name}), room, room.h, Wheel::Page});
    draw_domain_disc(pen, {room.x + 22.0f, room.y + 22.0f}, 9.0f, column.look);
    const Type quiet{11.0f, FontWeight::Regular, Ink::Text2};
    const DomainIndex domain = column.cluster.domain;
    pen.text({room.x + 37.0f, room.y + 26.0f},
             ellipsis(input.snapshot.domains[domain].short_name.in(lang), quiet, room.w - 75.0f), quiet);
    put_button(input, pen, {room.right() - 34.0f, room.y + 6.0f, 32.0f, 32.0f},
               {.id = "card/close",
                .label = std::string(say(Msg::CardClose, lang)),
                .icon = Icon::Close,
                .look = ButtonLook::Icon,
                .zone = Zone::Card,
                .action = act::Select{}});
    const Type name{20.0f, FontWeight::SemiBold};
    pen.text({column.x, room.y + 56.0f}, ellipsis(column.cluster.name, name, column.w), name);
    pen.node({.id = "card/title",
              .name = column.cluster.name,
              .zone = Zone::Card,
              .role = Role::Heading,
              .rect = {column.x, room.y + 36.0f, column.w, 26.0f},
              .level = 2,
              .cursor = Cursor::Default});
    pen.paragraph({column.x, room.y + 75.0f}, column.cluster.focus.in(lang), {12.0f, FontWeight::Regular, Ink::Text2},
                  column.w, 17.0f, 2);
    card_label_bar(column, {column.x, room.y + 106.0f, column.w, 8.0f});
    const std::string caption = say(Msg::CardMiniLabel, lang, {label_caption(column.input, column.index)});
    pen.text({column.x, room.y + 130.0f}, ellipsis(caption, quiet, column.w), quiet);
    const std::string open(say(Msg::CardOpen, lang));
    const float width = pen.text({column.x, room.y + 156.0f}, open, {12.0f, FontWeight::SemiBold, Ink::Accent});
    pen.icon({column.x + width + 11.0f, room.y + 152.0f}, Icon::More, 12.0f, Ink::Accent, IconStyle::Bold);
    pen.node({.id = "card/open",
              .name = open,
              .zone = Zone::Card,
              .rect = {column.x - 4.0f, room.y + 138.0f, width + 26.0f, 28.0f},
              .action = act::OpenSheet{Sheet::Card, {}}});
}

}

void card_section(CardBody& body, std::string_view id, std::string_view title_words, std::string_view aside) {
    body.pen.horizontal(body.x, body.y, body.w);
    body.pen.text({body.x, body.y + 20.0f}, title_words, {12.0f, FontWeight::SemiBold});
    body.pen.text({body.x + body.w, body.y + 20.0f}, aside, {11.0f, FontWeight::Regular, Ink::Text3, Align::Right});
    Node node{.id = std::string(id),
              .name = std::string(title_words),
              .value = std::string(aside),
              .zone = Zone::Card,
              .role = Role::Heading,
              .rect = {body.x, body.y, body.w, 30.0f},
              .level = 3,
              .cursor = Cursor::Default};
    body.pen.node(std::move(node));
    body.y += 30.0f;
}

void card_remark(CardBody& body, std::string_view id, std::string_view sentence, float indent) {
    const Type type{11.0f, FontWeight::Regular, Ink::Text3};
    const float top = body.y;
    body.y += body.pen.paragraph({body.x + indent, body.y + 11.0f}, sentence, type, body.w - indent, 15.0f) + 3.0f;
    body.pen.node({.id = std::string(id),
                   .value = std::string(sentence),
                   .zone = Zone::Card,
                   .role = Role::Text,
                   .rect = {body.x, top, body.w, body.y - top},
                   .cursor = Cursor::Default});
}

void card_title(CardBody& body, std::string_view id, const std::string& name) {
    const Type type{26.0f, FontWeight::SemiBold};
    const float top = body.y;
    body.y += body.pen.paragraph({body.x, body.y + 8.0f + 14.0f}, name, type, body.w, 30.0f, 3);
    body.pen.node({.id = std::string(id),
                   .name = name,
                   .zone = Zone::Card,
                   .role = Role::Heading,
                   .rect = {body.x, top, body.w, body.y - top},
                   .level = 2,
                   .cursor = Cursor::Default});
}

void put_card_button(const CardBody& body, Point middle, CardButton button) {
    put_button(body.input, body.pen, {middle.x - 16.0f, middle.y - 16.0f, 32.0f, 32.0f},
               {.id = std::move(button.id),
                .label = std::string(say(button.name, body.lang())),
                .icon = button.icon,
                .look = ButtonLook::Icon,
                .zone = Zone::Card,
                .action = std::move(button.action)});
}

Rect begin_card(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    if (rooms.breakpoint != Breakpoint::Mobile) return rooms.card;
    const Rect sheet = phone_sheet_rect(input, rooms, PhoneSheet::Card);
    pen.rect({sheet.x, sheet.y, sheet.w, k_grabber}, Ink::Panel);
    return {sheet.x, sheet.y + k_grabber, sheet.w, sheet.h - k_grabber};
}

void end_card(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    if (rooms.breakpoint != Breakpoint::Mobile) {
        pen.vertical(rooms.card.x, rooms.card.y, rooms.card.h);
        return;
    }
    const Rect sheet = phone_sheet_rect(input, rooms, PhoneSheet::Card);
    Panel& panel = pen.scene().panels.back(); // the grabber is the card's
    panel.rect = sheet;
    panel.content_height_px += k_grabber;
    panel.natural_height_px += k_grabber;
    put_grabber(input, rooms, PhoneSheet::Card, sheet, pen);
}

void draw_full_card(const LayoutInput& input, Pen& pen, const Rect& room, Zone zone, ClusterIndex index) {
    CardColumn column = column_for(input, pen, index, room);
    const std::size_t first_node = pen.scene().nodes.size();
    pen.rect(room, Ink::Panel);
    const Rect window{room.x, room.y + k_card_head, room.w, room.h - k_card_head - k_foot};
    const std::string name = say(Msg::CardZone, input.lang(), {column.cluster.name});
    ScrollBox box(input, pen, {.zone = zone, .scroll_name = "card", .name = name, .rect = room}, window);
    column.y = window.y;
    title(column);
    card_label(column);
    card_lineage(column);
    card_facts(column);
    card_policy(column);
    card_stories(column);
    card_written(column);
    report_link(column);
    box.end(column.y + 8.0f);
    foot(column, {room.x, room.bottom() - k_foot, room.w, k_foot});
    head(column, room, input.result.shown.size() > 1,
         zone == Zone::Sheet ? Action(act::OpenSheet{}) : Action(act::Select{}));
    for (std::size_t i = first_node; i < pen.scene().nodes.size(); ++i) pen.scene().nodes[i].zone = zone;
}

void layout_card(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    const auto index = input.snapshot.find_cluster(input.state().selected);
    if (!index) return;
    if (rooms.breakpoint == Breakpoint::Compact) {
        if (input.ui().sheet != Sheet::Card) draw_small_card(input, pen, rooms.card, *index);
        return;
    }
    draw_full_card(input, pen, begin_card(input, rooms, pen), Zone::Card, *index);
    end_card(input, rooms, pen);
}

}
