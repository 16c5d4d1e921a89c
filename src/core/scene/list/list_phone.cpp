// The list on a phone (mobile.png): a sheet over the lower part of the map with search, filters, count and tall rows.

#include "core/base/messages.hpp"
#include "core/scene/filters/filter_parts.hpp"
#include "core/scene/layout.hpp"
#include "core/scene/list/list_parts.hpp"
#include "core/scene/phone_sheet.hpp"
#include "core/ui/scroll_box.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr float k_padding = 16.0f, k_head = 120.0f, k_row = 60.0f;

void put_filter_button(const Column& column, const Rect& rect) {
    const std::size_t count = active_chips(column.input).size();
    Button button{"list/filters",
                  std::string(say(Msg::Filters, column.lang())),
                  {},
                  Icon::None,
                  ButtonLook::Soft,
                  Zone::View,
                  act::OpenSheet{Sheet::Filters, {}}};
    Pen& pen = column.pen;
    pen.rect(rect, Ink::AccentSoft, 6.0f);
    pen.icon(rect.centre(), Icon::Filter, 19.0f, Ink::Text);
    if (count > 0) {
        const Point at{rect.right() - 6.0f, rect.y + 4.0f};
        pen.disc(at, 9.0f, Ink::Accent);
        pen.text({at.x, at.y + 4.0f}, std::to_string(count),
                 {11.0f, FontWeight::SemiBold, Ink::OnAccent, Align::Centre});
    }
    Node node;
    node.id = button.id;
    node.name = button.label;
    if (count > 0) node.value = std::to_string(count);
    node.zone = Zone::View;
    node.rect = rect;
    node.is_fixed = true;
    node.action = button.action;
    pen.node(std::move(node));
}

// Name, then seat, and round again: what a phone's row shows.
SortColumn next_order(SortColumn column) {
    switch (column) {
    case SortColumn::Name:
        return SortColumn::Domain;
    case SortColumn::Domain:
        return SortColumn::Region;
    case SortColumn::Region:
        return SortColumn::Since;
    default:
        return SortColumn::Name;
    }
}

Msg order_words(SortColumn column) {
    switch (column) {
    case SortColumn::Domain:
        return Msg::FacetDomain;
    case SortColumn::Region:
        return Msg::ColumnRegion;
    case SortColumn::Since:
        return Msg::ColumnSince;
    default:
        return Msg::ColumnName;
    }
}

void put_head(const Column& column, const Rect& sheet) {
    Pen& pen = column.pen;
    const LayoutInput& input = column.input;
    pen.rect({sheet.x, sheet.y, sheet.w, k_head}, Ink::Panel);
    const Rect search{column.x, sheet.y + 23.0f, column.w - 56.0f, 44.0f};
    put_search_field(column, search);
    put_filter_button(column, {search.right() + 8.0f, search.y, 48.0f, 44.0f});
    const std::size_t first = pen.scene().nodes.size();
    const float baseline = sheet.y + 101.0f;
    const float count_end = put_count(column, baseline);
    const SortColumn next = next_order(input.ui().sort_column);
    Button sort{"list/sort",
                say(Msg::SortBy, input.lang(), {say(order_words(next), input.lang())}),
                {},
                Icon::Sort,
                ButtonLook::Icon,
                Zone::View,
                act::Sort{next}};
    const float right = sheet.right() - k_padding;
    put_button(input, pen, {right - 38.0f, sheet.y + 72.0f, 44.0f, 44.0f}, sort);
    for (const ListColumn told : list_columns(input)) put_unseen_head(input, told, pen);
    put_chips_in_line(column, {count_end + 12.0f, sheet.y + 80.0f}, right - 46.0f);
    for (std::size_t i = first; i < pen.scene().nodes.size(); ++i) pen.scene().nodes[i].is_fixed = true;
}

void put_row(const Column& column, const std::vector<ClusterIndex>& rows, std::size_t at, float rows_top) {
    const ClusterIndex cluster = rows[at];
    const float y = rows_top + static_cast<float>(at) * k_row;
    const LayoutInput& input = column.input;
    Pen& pen = column.pen;
    const ListRow row = list_row(input, cluster);
    Node node = row_node(input, rows, at, row);
    node.rect = {0.0f, y, column.w + 2 * k_padding, k_row};
    if (*node.selected) pen.rect(node.rect, Ink::AccentSoft);
    const DomainLook look = domain_look(input.snapshot, input.snapshot.clusters[cluster].domain);
    const float right = column.x + column.w;
    const float squares = right - 68.0f;
    pen.horizontal(column.x, y, column.w);
    if (row.holds)
        draw_domain_disc(pen, {column.x + 18.0f, y + 30.0f}, 15.0f, look);
    else
        draw_pin(pen, {column.x + 18.0f, y + 30.0f}, 14.0f, look, PinState::Absent);
    const float x = column.x + 46.0f;
    const Type strong{15.0f, FontWeight::SemiBold, row.holds ? Ink::Text : Ink::Text2};
    const Type quiet{12.0f, FontWeight::Regular, Ink::Text2};
    pen.text({x, y + 26.0f}, ellipsis(input.snapshot.clusters[cluster].short_name, strong, squares - 8.0f - x), strong);
    std::string place = row.city;
    if (!row.region.empty()) place += (place.empty() ? "" : ", ") + row.region;
    pen.text({x, y + 45.0f}, ellipsis(place, quiet, squares - 8.0f - x), quiet);
    put_phase_squares(pen, {squares, y + 30.0f}, row, look.ink, {8.0f, 8.0f});
    pen.icon({right - 4.0f, y + 30.0f}, Icon::Next, 14.0f, Ink::Text2, IconStyle::Bold);
    pen.node(std::move(node));
}

}

void layout_phone_list(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    const float top_px = rooms.timeline.is_empty() ? rooms.main.y : rooms.timeline.bottom();
    const Rect sheet{0.0f, top_px, rooms.main.w, rooms.main.bottom() - top_px};
    if (sheet.h < k_head) return;
    const Column column{input, pen, Zone::View, sheet.x + k_padding, sheet.w - 2 * k_padding, true};
    const std::vector<ClusterIndex> rows = sorted_rows(input.snapshot, input.index, input.result, list_order(input));
    pen.rect(sheet, Ink::Panel);
    Panel panel{Zone::View, "list", std::string(say(Msg::ListName, input.lang())), sheet, 0.0f, Wheel::Scroll};
    panel.fixed_top_px = k_head;
    ScrollBox box(input, pen, panel, below_head(panel));
    const float first_row = sheet.y + k_head;
    // What the typed words may mean comes first: old names are told here, and clusters that the filter hides.
    const float rows_top = put_suggestions(column, first_row);
    const float content = rows_top - first_row + static_cast<float>(rows.size()) * k_row, window = sheet.h - k_head;
    const float top = std::clamp(scroll_of(input.ui(), "list"), 0.0f, std::max(0.0f, content - window));
    const RowSpan seen = visible_rows(rows.size(), k_row, top - (rows_top - first_row), window);
    for (std::size_t i = seen.first; i < seen.end; ++i) put_row(column, rows, i, rows_top);
    float bottom = first_row + content;
    if (rows.empty()) bottom = put_empty_state(column, rows_top + 12.0f, EmptyLook::Page);
    box.end(bottom);
    put_head(column, sheet);
    put_grabber(input, rooms, PhoneSheet::List, sheet, pen);
}

}
