// The table of the shown clusters (list.png): title and column heads stay, rows scroll under them.

#include "core/base/messages.hpp"
#include "core/scene/filters/filter_parts.hpp"
#include "core/scene/layout.hpp"
#include "core/scene/list/list_parts.hpp"
#include "core/ui/scroll_box.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr float k_margin = 24.0f, k_title = 64.0f, k_heads = 34.0f, k_row = 33.0f;

struct Table {
    const LayoutInput& input;
    Pen& pen;
    Rect room;
    std::vector<PlacedColumn> columns;
    std::uint32_t most_stories = 1;

    [[nodiscard]] Lang lang() const { return input.lang(); }
    [[nodiscard]] float rows_top() const { return room.y + k_title + k_heads; }
};

bool is_right_aligned(ListColumn column) {
    return column == ListColumn::Label || column == ListColumn::Stories;
}

void put_head(const Table& table, const PlacedColumn& column) {
    Node node = head_node(table.input, column.column);
    const bool is_current = node.descending.has_value();
    node.rect = {column.x, table.room.y + k_title, column.w, k_heads};
    const float baseline = node.rect.y + 21.5f, right = column.x + column.w - 12.0f;
    const Ink ink = is_current || is_hovered(table.input, node.id) ? Ink::Text : Ink::Text2;
    const Type type{12.0f, is_current ? FontWeight::SemiBold : FontWeight::Regular, ink};
    const float arrow = is_current ? 18.0f : 0.0f;
    const std::string label = ellipsis(node.name, type, column.w - 12.0f - arrow);
    const float width = text_width(label, type.size_px, type.weight);
    const float x = is_right_aligned(column.column) ? right - width - arrow : column.x;
    table.pen.text({x, baseline}, label, type);
    if (is_current) {
        const Icon icon = *node.descending ? Icon::SortDown : Icon::SortUp;
        table.pen.icon({x + width + 11.0f, baseline - 4.0f}, icon, 13.0f, Ink::Text, IconStyle::Bold);
    }
    table.pen.node(std::move(node));
}

// Of a row: what one column shows of it.
void put_change(const Table& table, const ListRow& row, Point at) {
    switch (row.change) {
    case ChangeKind::Entered:
        return draw_glyph(table.pen, at, Glyph::Entry);
    case ChangeKind::Left:
        return draw_glyph(table.pen, at, Glyph::End);
    case ChangeKind::Merged:
        return draw_glyph(table.pen, at, Glyph::Merger);
    case ChangeKind::Renamed:
        return draw_glyph(table.pen, at, Glyph::Renaming);
    case ChangeKind::None:
    case ChangeKind::Continued:
        return;
    }
}

void put_name(const Table& table, const ListRow& row, Point at, float width) {
    const DomainLook look = domain_look(table.input.snapshot, table.input.snapshot.clusters[row.cluster].domain);
    if (row.holds)
        draw_domain_disc(table.pen, {at.x + 10.0f, at.y}, 10.0f, look);
    else
        draw_pin(table.pen, {at.x + 10.0f, at.y}, 9.0f, look, PinState::Absent);
    const Type type{13.0f, FontWeight::SemiBold, row.holds ? Ink::Text : Ink::Text2};
    const bool is_marked = row.change != ChangeKind::None && row.change != ChangeKind::Continued;
    const std::string name = ellipsis(row.name, type, width - 30.0f - 12.0f - (is_marked ? 14.0f : 0.0f));
    const float end = at.x + 30.0f + table.pen.text({at.x + 30.0f, at.y + 4.7f}, name, type);
    if (is_marked) put_change(table, row, {end + 10.0f, at.y});
}

void put_seat(const Table& table, const ListRow& row, Point at, float width) {
    const Type type{13.0f}, caption{11.0f, FontWeight::Regular, Ink::Text2};
    const std::string& city = row.city.empty() ? std::string("–") : row.city;
    const float code = row.department.empty() ? 0.0f : text_width(row.department, 11.0f, FontWeight::Regular) + 7.0f;
    const float x = at.x + table.pen.text({at.x, at.y + 4.7f}, ellipsis(city, type, width - 12.0f - code), type);
    if (code > 0.0f) table.pen.text({x + 7.0f, at.y + 4.7f}, row.department, caption);
}

void put_stories(const Table& table, const ListRow& row, Point at, float width) {
    const float right = at.x + width;
    if (row.stories == 0) {
        table.pen.text({right, at.y + 4.7f}, "–", {13.0f, FontWeight::Regular, Ink::Text3, Align::Right});
        return;
    }
    table.pen.text({right, at.y + 4.7f}, std::to_string(row.stories),
                   {13.0f, FontWeight::Regular, Ink::Text, Align::Right});
    const float longest = std::min(54.0f, width - 34.0f);
    const float length =
        std::max(6.0f, longest * static_cast<float>(row.stories) / static_cast<float>(table.most_stories));
    table.pen.rect({right - 22.0f - length, at.y - 2.0f, length, 4.0f}, Ink::Text2, 2.0f);
}

void put_words(const Table& table, std::string_view words, Point at, const Type& type, float width) {
    const std::string shown = words.empty() ? std::string("–") : ellipsis(words, type, width - 12.0f);
    table.pen.text({at.x, at.y + 4.7f}, shown, type);
}

void put_cell(const Table& table, const ListRow& row, const PlacedColumn& column, float middle) {
    const Point at{column.x, middle};
    const Type plain{13.0f}, quiet{13.0f, FontWeight::Regular, Ink::Text2};
    const DomainLook look = domain_look(table.input.snapshot, table.input.snapshot.clusters[row.cluster].domain);
    switch (column.column) {
    case ListColumn::Name:
        return put_name(table, row, at, column.w);
    case ListColumn::Domain:
        return put_words(table, row.domain, at, quiet, column.w);
    case ListColumn::Seat:
        return put_seat(table, row, at, column.w);
    case ListColumn::Region:
        return put_words(table, row.region, at, quiet, column.w);
    case ListColumn::Label: {
        const Type right{13.0f, FontWeight::Regular, Ink::Text2, Align::Right};
        return put_words(table, row.since, {column.x + column.w - 12.0f, middle}, right, column.w + 12.0f);
    }
    case ListColumn::Phases:
        return put_phase_squares(table.pen, at, row, look.ink, {13.0f, 9.0f});
    case ListColumn::Term:
        return put_words(table, row.term, at, plain, column.w);
    case ListColumn::Stories:
        return put_stories(table, row, at, column.w - 12.0f);
    case ListColumn::List:
    case ListColumn::Change: // told by a mark beside the name
        return;
    }
}

void put_row(const Table& table, const std::vector<ClusterIndex>& rows, std::size_t at) {
    const ClusterIndex cluster = rows[at];
    const float y = table.rows_top() + static_cast<float>(at) * k_row;
    const ListRow row = list_row(table.input, cluster);
    Node node = row_node(table.input, rows, at, row);
    node.rect = {table.room.x + 8.0f, y, table.room.w - 24.0f, k_row};
    const Rect ground = node.rect.inset(0.0f, 1.0f);
    if (*node.selected)
        table.pen.rect(ground, Ink::AccentSoft, 6.0f);
    else if (is_hovered(table.input, node.id))
        table.pen.rect(ground, Ink::Hover, 6.0f);
    for (const PlacedColumn& column : table.columns) put_cell(table, row, column, y + k_row * 0.5f);
    table.pen.horizontal(table.room.x + k_margin, y + k_row - 1.0f, table.room.w - 2 * k_margin);
    table.pen.node(std::move(node));
}

// Buttons first, from the right; the title takes the room that is left.
void put_title(const Table& table) {
    const bool has_words = table.room.w >= 620.0f;
    Button copy{"list/copy-link",
                std::string(say(Msg::CopyLink, table.lang())),
                {},
                Icon::Link,
                has_words ? ButtonLook::Outline : ButtonLook::Icon,
                Zone::View,
                act::Ask{act::Service::CopyLink, {}}};
    Button csv{"list/csv",
               std::string(say(Msg::ExportCsv, table.lang())),
               std::string(say(Msg::ExportCsvHint, table.lang())),
               Icon::Download,
               copy.look,
               Zone::View,
               act::Ask{act::Service::Export, "csv"}};
    float right = table.room.right() - k_margin;
    for (const Button* button : {&csv, &copy}) {
        const float width = has_words ? button_width(*button) : 36.0f;
        put_button(table.input, table.pen, {right - width, table.room.y + 17.0f, width, 30.0f}, *button);
        table.pen.scene().nodes.back().is_fixed = true;
        right -= width + 8.0f;
    }
    const Type type{table.room.w >= 620.0f ? 22.0f : 16.0f, FontWeight::SemiBold};
    Node heading;
    heading.id = "list/title";
    heading.name = list_title(table.input);
    heading.zone = Zone::View;
    heading.role = Role::Heading;
    heading.level = 2;
    heading.cursor = Cursor::Default;
    heading.is_fixed = true;
    heading.rect = {table.room.x + k_margin, table.room.y + 14.0f, right - table.room.x - k_margin, 34.0f};
    table.pen.text({heading.rect.x, table.room.y + 38.0f}, ellipsis(heading.name, type, heading.rect.w - 12.0f), type);
    table.pen.node(std::move(heading));
}

void put_heads(const Table& table) {
    const Rect band{table.room.x, table.room.y + k_title, table.room.w, k_heads};
    table.pen.rect({band.x, table.room.y, band.w, k_title}, Ink::Panel);
    table.pen.rect(band, Ink::Sunken);
    table.pen.horizontal(band.x, band.bottom() - 1.0f, band.w, Ink::Control);
    put_title(table);
    for (const ListColumn column : list_columns(table.input)) {
        const auto placed = std::find_if(table.columns.begin(), table.columns.end(),
                                         [&](const PlacedColumn& drawn) { return drawn.column == column; });
        if (placed == table.columns.end())
            put_unseen_head(table.input, column, table.pen);
        else
            put_head(table, *placed);
    }
}

}

void layout_list(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    if (rooms.breakpoint == Breakpoint::Mobile) return layout_phone_list(input, rooms, pen);
    const Rect& room = rooms.main;
    const float right = rooms.card.is_empty() || rooms.card.x >= room.right() ? room.right() : rooms.card.x;
    Table table{input, pen, {room.x, room.y, right - room.x, room.h}, {}};
    table.columns = place_columns(room.x + k_margin, table.room.w - 2 * k_margin);
    for (const std::uint32_t count : input.index.facets.stories_per_cluster) {
        table.most_stories = std::max(table.most_stories, count);
    }
    const std::vector<ClusterIndex> rows = sorted_rows(input.snapshot, input.index, input.result, list_order(input));
    pen.rect(table.room, Ink::Panel);
    Panel panel{Zone::View, "list", std::string(say(Msg::ListName, input.lang())), table.room, 0.0f, Wheel::Scroll};
    panel.fixed_top_px = k_title + k_heads;
    ScrollBox box(input, pen, panel, below_head(panel));
    const float content = static_cast<float>(rows.size()) * k_row;
    const float window = table.room.h - k_title - k_heads;
    const float top = std::clamp(scroll_of(input.ui(), "list"), 0.0f, std::max(0.0f, content - window));
    const RowSpan seen = visible_rows(rows.size(), k_row, top, window);
    for (std::size_t i = seen.first; i < seen.end; ++i) put_row(table, rows, i);
    float bottom = table.rows_top() + content;
    if (rows.empty()) {
        const Column column{input, pen, Zone::View, table.room.x + k_margin, table.room.w - 2 * k_margin, false};
        bottom = put_empty_state(column, table.rows_top() + std::max(16.0f, window * 0.2f), EmptyLook::Page);
    }
    box.end(bottom);
    put_heads(table);
}

}
