#include "core/scene/list/list_parts.hpp"

#include "core/base/order.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

std::vector<PlacedColumn> place_columns(float x, float w) {
    struct Wish {
        ListColumn column;
        float least_px, share; // of what is left over
    };
    // In falling order of importance.
    static constexpr Wish k_wishes[] = {{ListColumn::Name, 216.0f, 2.0f},   {ListColumn::Seat, 150.0f, 1.0f},
                                        {ListColumn::Phases, 92.0f, 0.0f},  {ListColumn::Since, 62.0f, 0.0f},
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
