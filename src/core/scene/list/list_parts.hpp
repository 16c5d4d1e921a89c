#pragma once
// The list of the shown clusters: columns chosen by width, rows laid out only where they are seen. Shared by the table
// (layout_list.cpp) and the phone's rows (list_phone.cpp).

#include "core/read/list_row.hpp"
#include "core/scene/layout.hpp"
#include "core/ui/parts.hpp"

namespace atlas {

struct PlacedColumn {
    ListColumn column = ListColumn::Name;
    float x = 0.0f, w = 0.0f;
};
// As many columns as fit, the important ones first; the rest of the width is shared.
[[nodiscard]] std::vector<PlacedColumn> place_columns(float x, float w);

// First and one past the last row that a window of `height_px` shows, with one more on either side for the keyboard.
struct RowSpan {
    std::size_t first = 0, end = 0;
};
[[nodiscard]] RowSpan visible_rows(std::size_t count, float row_px, float top_px, float height_px);

// The head of a column that is not drawn, without a place: rows tell it all the same.
void put_unseen_head(const LayoutInput& input, ListColumn column, Pen& pen);
[[nodiscard]] Node head_node(const LayoutInput& input, ListColumn column);
// What a row is, but for its place.
[[nodiscard]] Node row_node(const LayoutInput& input, const std::vector<ClusterIndex>& rows, std::size_t at,
                            const ListRow& row);
void put_phase_squares(Pen& pen, Point at, const ListRow& row, Ink ink, Point square_px);
void layout_phone_list(const LayoutInput& input, const Rooms& rooms, Pen& pen);

}
