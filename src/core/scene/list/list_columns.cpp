#include "core/scene/list/list_parts.hpp"

#include "core/base/messages.hpp"
#include "core/base/order.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace atlas {

std::vector<PlacedColumn> place_columns(float x, float w) {
    struct Wish {
        ListColumn column;
        float least_px, share; // of what is left over
    };
    // In falling order of importance.
    static constexpr Wish k_wishes[] = {{ListColumn::Name, 216.0f, 2.0f},   {ListColumn::Seat, 150.0f, 1.0f},
                                        {ListColumn::Phases, 92.0f, 0.0f},  {ListColumn::Label, 62.0f, 0.0f},
                                        {ListColumn::Region, 178.0f, 1.0f}, {ListColumn::Stories, 92.0f, 0.0f},
                                        {ListColumn::Term, 150.0f, 0.5f},   {ListColumn::Domain, 160.0f, 0.5f}};
    float used = 0.0f, shares = 0.0f;
    std::vector<Wish> granted;
    for (const Wish& wish : k_wishes) {
        if (!granted.empty() && used + wish.least_px > w) break;
        granted.push_back(wish);
        used += wish.least_px;
        shares += wish.share;
    }
    sort_stable(granted, [](const Wish& a, const Wish& b) { return a.column < b.column; });
    const float spare = std::max(0.0f, w - used);
    std::vector<PlacedColumn> columns;
    for (const Wish& wish : granted) {
        const float width = std::floor(wish.least_px + spare * wish.share / shares);
        columns.push_back({wish.column, x, width});
        x += width;
    }
    return columns;
}

RowSpan visible_rows(std::size_t count, float row_px, float top_px, float height_px) {
    const auto first = static_cast<std::size_t>(std::max(0.0f, std::floor(top_px / row_px) - 1.0f));
    const auto end = static_cast<std::size_t>(std::max(0.0f, std::ceil((top_px + height_px) / row_px) + 1.0f));
    return {std::min(first, count), std::min(end, count)};
}

namespace {

// Phases, lists and changes have no order.
std::optional<SortColumn> order_by(ListColumn column) {
    switch (column) {
    case ListColumn::Name:
        return SortColumn::Name;
    case ListColumn::Domain:
        return SortColumn::Domain;
    case ListColumn::Seat:
        return SortColumn::Seat;
    case ListColumn::Region:
        return SortColumn::Region;
    case ListColumn::Label:
        return SortColumn::Since;
    case ListColumn::Term:
        return SortColumn::Term;
    case ListColumn::Stories:
        return SortColumn::Stories;
    case ListColumn::Phases:
    case ListColumn::List:
    case ListColumn::Change:
        break;
    }
    return std::nullopt;
}

}

Node head_node(const LayoutInput& input, ListColumn column) {
    const Ui& ui = input.ui();
    const std::optional<SortColumn> order = order_by(column);
    Node node;
    node.id = "list/head/" + std::to_string(static_cast<int>(column));
    const bool is_since = column == ListColumn::Label; // of which the year is drawn
    node.name = is_since ? std::string(say(Msg::ColumnSince, input.lang())) : column_name(input, column);
    node.zone = Zone::View;
    node.role = Role::ColumnHeader;
    node.is_fixed = true;
    if (!order) return node;
    if (ui.sort_column == *order) node.descending = ui.sort_descending;
    node.hint = say(Msg::SortBy, input.lang(), {node.name});
    node.action = act::Sort{*order};
    return node;
}

void put_unseen_head(const LayoutInput& input, ListColumn column, Pen& pen) {
    Node node = head_node(input, column);
    node.action.reset(); // what takes the focus must be seen
    node.hint.clear();
    pen.node(std::move(node));
}

Node row_node(const LayoutInput& input, const std::vector<ClusterIndex>& rows, std::size_t at, const ListRow& row) {
    const std::string& id = input.snapshot.clusters[row.cluster].id;
    Node node;
    node.id = "list/row/" + id;
    node.name = row.name;
    node.cells = list_cells(input, row);
    node.group = list_title(input);
    node.zone = Zone::View;
    node.role = Role::Row;
    node.number = static_cast<double>(at + 1);
    node.number_max = static_cast<double>(rows.size());
    node.selected = input.state().selected == id;
    node.action = act::Select{id};
    return node;
}

void put_phase_squares(Pen& pen, Point at, const ListRow& row, Ink ink, Point square_px) {
    for (const bool is_held : row.phases) {
        const Rect square{at.x, at.y - square_px.y * 0.5f, square_px.x, square_px.y};
        if (is_held)
            pen.rect(square, ink, 2.0f);
        else
            pen.frame(square, Ink::BarEmpty, 2.0f);
        at.x += square_px.x + 2.0f;
    }
}

}
