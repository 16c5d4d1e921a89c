#include "core/scene/lineage/compare_parts.hpp"

#include "core/base/messages.hpp"
#include "core/scene/lineage/lineage_frame.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr std::size_t k_names_told = 60; // in a tooltip or to a screen reader; the CSV has them all

Button copy_button(const LayoutInput& input) {
    Button button;
    button.id = "compare/copy";
    button.label = say(Msg::ChangeCopy, input.lang());
    button.hint = say(Msg::ChangeCopyHint, input.lang());
    button.icon = Icon::Quote;
    button.look = ButtonLook::Primary;
    button.zone = Zone::Compare;
    button.action = act::Ask{act::Service::CopySentence, compare_sentence(input).text};
    return button;
}

Button csv_button(const LayoutInput& input) {
    Button button;
    button.id = "compare/csv";
    button.label = say(Msg::ChangeExport, input.lang());
    button.hint = say(Msg::ChangeExportHint, input.lang());
    button.icon = Icon::Download;
    button.zone = Zone::Compare;
    button.action = act::Ask{act::Service::Export, "changes.csv"};
    return button;
}

Button close_button(const LayoutInput& input) {
    Button button;
    button.id = "compare/close";
    button.label = say(Msg::Close, input.lang());
    button.icon = Icon::Close;
    button.look = ButtonLook::Icon;
    button.zone = Zone::Compare;
    button.action = act::SetCompare{};
    return button;
}

Node column_node(const LayoutInput& input, const ChangeColumn& column, const Rect& rect) {
    Node node;
    node.id = "compare/" + std::to_string(static_cast<int>(column.kind));
    node.name = format_number(column.count, input.lang()) + " " + column.words;
    std::vector<std::string> names = column.names;
    if (names.size() > k_names_told) {
        const auto more = static_cast<double>(names.size() - k_names_told);
        names.resize(k_names_told);
        names.push_back(say(Msg::ChangeAndMore, input.lang(), {format_number(more, input.lang())}));
    }
    node.value = join(names);
    node.zone = Zone::Compare;
    node.role = Role::Text;
    node.rect = rect;
    node.hit_radius_px = std::min(rect.w, 120.0f) * 0.5f;
    node.cursor = Cursor::Default;
    return node;
}

void put_sentence_node(const LayoutInput& input, Pen& pen, const Rect& rect) {
    Node node;
    node.id = "compare/sentence";
    node.name = compare_sentence(input).text;
    node.zone = Zone::Compare;
    node.role = Role::Status;
    node.rect = rect;
    node.cursor = Cursor::Default;
    pen.node(std::move(node));
}

// Mark, number and word on one line; returns the width.
float put_count(const LayoutInput& input, Pen& pen, Point at, const ChangeColumn& column, bool has_words) {
    const Type number{13.0f, FontWeight::SemiBold}, word{12.0f, FontWeight::Regular, Ink::Text2};
    draw_change_mark(pen, {at.x + 4.0f, at.y - 4.5f}, column.kind, 1.1f);
    float x = at.x + 13.0f;
    x += pen.text({x, at.y}, format_number(column.count, input.lang()), number);
    if (has_words) x += 5.0f + pen.text({x + 5.0f, at.y}, column.words, word);
    pen.node(column_node(input, column, {at.x, at.y - 14.0f, x - at.x, 20.0f}));
    return x - at.x;
}

float put_counts(const LayoutInput& input, Pen& pen, Point at, float right) {
    const std::vector<ChangeColumn> columns = change_columns(input, *input.result.changes);
    float needed = 0.0f;
    for (const ChangeColumn& column : columns)
        needed += 34.0f + text_width(column.words, 12.0f, FontWeight::Regular) + 20.0f;
    const bool has_words = at.x + needed < right;
    for (const ChangeColumn& column : columns)
        at.x += put_count(input, pen, at, column, has_words) + (has_words ? 20.0f : 12.0f);
    return at.x;
}

// Mark and large number, the word, then names as far as two lines go.
void put_column(const LayoutInput& input, Pen& pen, const Rect& rect, const ChangeColumn& column) {
    const Type number{22.0f, FontWeight::SemiBold}, word{12.0f, FontWeight::Regular, Ink::Text2};
    const Type small{11.0f, FontWeight::Regular, Ink::Text2};
    draw_change_mark(pen, {rect.x + 6.0f, rect.y + 22.0f}, column.kind, 1.7f);
    const float width = pen.text({rect.x + 20.0f, rect.y + 30.0f}, format_number(column.count, input.lang()), number);
    if (column.names.empty()) // the word below, where the names of the others stand
        pen.paragraph({rect.x + 20.0f, rect.y + 49.0f}, column.words, word, rect.w - 19.0f, 15.0f, 2);
    else
        pen.text({rect.x + 20.0f + width + 6.0f, rect.y + 30.0f}, ellipsis(column.words, word, rect.w - width - 30.0f),
                 word);
    const std::size_t shown = column.names.size() <= 3 ? column.names.size() : 2;
    for (std::size_t i = 0; i < shown; ++i)
        pen.text({rect.x + 20.0f, rect.y + 49.0f + 15.0f * static_cast<float>(i)},
                 ellipsis(column.names[i], small, rect.w - 28.0f), small);
    if (column.names.size() > shown)
        pen.text({rect.x + 20.0f, rect.y + 79.0f},
                 say(Msg::ChangeAndMore, input.lang(),
                     {format_number(static_cast<double>(column.names.size() - shown), input.lang())}),
                 {11.0f, FontWeight::Regular, Ink::Text3});
    pen.node(column_node(input, column, {rect.x, rect.y + 8.0f, rect.w, rect.h - 16.0f}));
}

void layout_wide_panel(const LayoutInput& input, const Rect& room, Pen& pen) {
    const ChangeSentence sentence = compare_sentence(input);
    const bool has_many = room.w >= 1180.0f;
    const float names_px = 132.0f, slim_px = 92.0f;
    const float columns_px = names_px * 3 + (has_many ? slim_px * 2 : 0.0f);
    const float buttons = room.right() - 20.0f - 96.0f;
    const float left = room.x + 20.0f, columns = buttons - 16.0f - columns_px;
    const float width = columns - left - 20.0f;
    pen.text({left, room.y + 21.0f}, sentence.lead, {12.0f, FontWeight::Regular, Ink::Text2});
    const float used =
        pen.paragraph({left, room.y + 42.0f}, sentence.headline + ".", {15.0f, FontWeight::SemiBold}, width, 20.0f, 2);
    pen.paragraph({left, room.y + 44.0f + used}, sentence.account + ".", {12.0f, FontWeight::Regular, Ink::Text2},
                  width, 15.0f, 2);
    put_sentence_node(input, pen, {left, room.y + 10.0f, width, room.h - 20.0f});
    float x = columns;
    for (const ChangeColumn& column : change_columns(input, *input.result.changes)) {
        const bool is_slim = column.kind == ChangeKind::Renamed || column.kind == ChangeKind::Continued;
        if (is_slim && !has_many) continue;
        ChangeColumn shown = column;
        if (is_slim) shown.names.clear();
        put_column(input, pen, {x, room.y, is_slim ? slim_px : names_px, room.h}, is_slim ? shown : column);
        x += is_slim ? slim_px : names_px;
    }
    put_button(input, pen, {buttons, room.y + 14.0f, 96.0f, 34.0f}, copy_button(input));
    put_button(input, pen, {buttons, room.y + 54.0f, 96.0f, 32.0f}, csv_button(input));
}

void layout_narrow_panel(const LayoutInput& input, const Rect& room, Pen& pen) {
    const ChangeSentence sentence = compare_sentence(input);
    const float left = room.x + 14.0f, width = room.w - 28.0f;
    pen.text({left, room.y + 22.0f}, sentence.lead, {12.0f, FontWeight::Regular, Ink::Text2});
    pen.paragraph({left, room.y + 42.0f}, sentence.headline + ".", {13.0f, FontWeight::SemiBold}, width, 18.0f, 3);
    const float after = put_counts(input, pen, {left, room.bottom() - 17.0f}, room.right() - 260.0f);
    const Type sum{12.0f, FontWeight::Regular, Ink::Text2};
    if (after + text_width(sentence.sum, sum.size_px, sum.weight) < room.right() - 100.0f)
        pen.text({after + 6.0f, room.bottom() - 17.0f}, sentence.sum, sum);
    put_sentence_node(input, pen, {left, room.y + 8.0f, width, room.h - 46.0f});
    Button copy = copy_button(input), csv = csv_button(input);
    copy.look = csv.look = ButtonLook::Icon;
    put_button(input, pen, {room.right() - 86.0f, room.bottom() - 40.0f, 36.0f, 36.0f}, copy);
    put_button(input, pen, {room.right() - 46.0f, room.bottom() - 40.0f, 36.0f, 36.0f}, csv);
}

}

void layout_compare(const LayoutInput& input, const Rect& room, Pen& pen) {
    if (!input.result.changes || !input.state().compare) return;
    pen.rect(room, Ink::Sunken);
    pen.horizontal(room.x, room.y, room.w);
    pen.panel({Zone::Compare, {}, std::string(say(Msg::ChangeZone, input.lang())), room});
    constexpr float k_narrow = 1000.0f;
    if (room.w < k_narrow)
        layout_narrow_panel(input, room, pen);
    else
        layout_wide_panel(input, room, pen);
}

void layout_compare_bar(const LayoutInput& input, const Rect& rect, Pen& pen) {
    if (!input.result.changes || !input.state().compare) return;
    pen.rect(rect, Ink::Sunken);
    pen.horizontal(rect.x, rect.y, rect.w);
    pen.panel({Zone::Compare, {}, std::string(say(Msg::ChangeZone, input.lang())), rect});
    const ChangeSentence sentence = compare_sentence(input);
    const bool is_small = rect.h < k_compare_bar;
    float right = rect.right() - 12.0f - 36.0f;
    const float top = is_small ? rect.y + 4.0f : rect.y + 14.0f;
    put_button(input, pen, {right, top, 36.0f, 36.0f}, close_button(input));
    Button copy = copy_button(input), csv = csv_button(input);
    if (is_small) copy.look = csv.look = ButtonLook::Icon;
    for (const Button* button : {&csv, &copy}) {
        const float width = is_small ? 36.0f : std::round(button_width(*button));
        right -= width + 6.0f;
        put_button(input, pen, {right, top, width, 36.0f}, *button);
    }
    const float left = rect.x + 16.0f;
    const Type sum{12.0f, FontWeight::Regular, Ink::Text2};
    const float baseline = is_small ? rect.y + 27.0f : rect.y + 49.0f;
    const float after = put_counts(input, pen, {left, baseline}, right - 150.0f);
    if (after + text_width(sentence.sum, sum.size_px, sum.weight) < right)
        pen.text({after + 4.0f, baseline}, sentence.sum, sum);
    put_sentence_node(input, pen, {left, rect.y + 6.0f, right - left - 16.0f, is_small ? rect.h - 12.0f : 24.0f});
    if (is_small) return;
    const Type lead{13.0f, FontWeight::Regular, Ink::Text2}, head{13.0f, FontWeight::SemiBold};
    const float x = left + pen.text({left, rect.y + 25.0f}, sentence.lead + ",", lead) + 5.0f;
    pen.text({x, rect.y + 25.0f}, ellipsis(sentence.headline, head, right - x - 16.0f), head);
}

}
