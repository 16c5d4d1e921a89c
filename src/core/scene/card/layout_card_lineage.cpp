// Names and lineage in words, oldest first, with the branches as drawn in the lineage view: a line for the cluster, one
// that runs in for each body it came from, a short tail for those that joined it.

#include "core/read/lineage_rows.hpp"
#include "core/scene/card/layout_card.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr float k_row = 24.0f, k_more_line = 15.0f, k_branch = 12.0f;

// Where everything stands, before anything is drawn.
struct LineageGrid {
    float lane_x = 0.0f, text_x = 0.0f;
    std::vector<float> y; // of each row's first line
    std::vector<std::vector<std::string>> lines;
};

bool is_quiet(const LineageRow& row) {
    return row.mark == LineageMark::Joined || row.mark == LineageMark::Left;
}

Type row_type(const CardColumn& column, const LineageRow& row, Ink ink) {
    const bool is_present = row.mark == LineageMark::Node && row.text == column.cluster.name;
    return {is_quiet(row) ? column.body_px - 1.0f : column.body_px,
            is_present ? FontWeight::SemiBold : FontWeight::Regular, ink};
}

LineageGrid grid_of(const CardColumn& column, const std::vector<LineageRow>& rows) {
    float years = 0.0f;
    for (const LineageRow& row : rows) years = std::max(years, text_width(row.year, 11.0f, FontWeight::Regular));
    LineageGrid grid;
    grid.lane_x = column.x + std::max(52.0f, years + 14.0f);
    grid.text_x = grid.lane_x + 22.0f;
    float y = column.y + 8.0f;
    for (const LineageRow& row : rows) {
        grid.y.push_back(y);
        grid.lines.push_back(wrap(row.text, row_type(column, row, Ink::Text), column.x + column.w - grid.text_x));
        y += k_row + k_more_line * static_cast<float>(std::max<std::size_t>(grid.lines.back().size(), 1) - 1);
    }
    return grid;
}

void draw_dot(const CardColumn& column, Point at, bool is_full) {
    column.pen.disc(at, 5.5f, Ink::Panel);
    column.pen.disc(at, 4.5f, column.look.ink);
    if (!is_full) column.pen.disc(at, 2.3f, Ink::Panel);
}

bool lies_on_branch(const std::vector<LineageRow>& rows, std::size_t i) {
    if (rows[i].mark != LineageMark::Branch) return false;
    const auto before = static_cast<std::ptrdiff_t>(i);
    return std::any_of(rows.begin(), rows.begin() + before,
                       [](const LineageRow& r) { return r.mark == LineageMark::Branch; });
}

void draw_branches(const CardColumn& column, const std::vector<LineageRow>& rows, const LineageGrid& grid) {
    const float main_x = grid.lane_x, side_x = main_x + k_branch;
    std::size_t merger = rows.size();
    for (std::size_t i = rows.size(); i-- > 0;) {
        const float y = grid.y[i];
        if (rows[i].is_merger) merger = i;
        if (rows[i].mark == LineageMark::Joined)
            column.pen.bezier({side_x + 6, y - 1}, {side_x - 2, y - 1}, {main_x, y + 2},
                              {main_x, std::min(y + 9, std::max(y, grid.y.back()))}, 1.5f, Ink::Control);
        if (!lies_on_branch(rows, i) || merger == rows.size()) continue;
        const float end = grid.y[merger], turn = std::max(y, end - k_row);
        column.pen.line({side_x, y}, {side_x, turn}, 2.5f, column.look.ink);
        column.pen.bezier({side_x, turn}, {side_x, end - k_row * 0.4f}, {main_x, end - k_row * 0.6f}, {main_x, end},
                          2.5f, column.look.ink);
    }
}

Node row_node(const CardColumn& column, const LineageRow& row, const std::string& id, const Rect& rect) {
    Node node{.id = id, .zone = Zone::Card, .role = Role::Text, .rect = rect, .cursor = Cursor::Default};
    node.name = lineage_row_words(row, column.lang());
    node.hint = row.hint;
    if (!row.target) return node;
    node.role = Role::Button;
    node.cursor = Cursor::Pointer;
    node.action = act::Select{column.snapshot().clusters[*row.target].id};
    return node;
}

void draw_row(const CardColumn& column, const LineageRow& row, const LineageGrid& grid, std::size_t i) {
    const std::string id = "card/names/" + std::to_string(i);
    const bool is_hot = row.target && is_hovered(column.input, id);
    const Type type = row_type(column, row, is_hot ? Ink::Accent : is_quiet(row) ? Ink::Text2 : Ink::Text);
    const Type small{11.0f, FontWeight::Regular, Ink::Text3};
    column.pen.text({column.x, grid.y[i] + 4.0f}, row.year, small);
    float y = grid.y[i] + 4.4f, width = 0.0f;
    for (const std::string& line : grid.lines[i]) {
        width = column.pen.text({grid.text_x, y}, line, type);
        if (is_hot) column.pen.horizontal(grid.text_x, y + 2.6f, width, Ink::Accent);
        y += k_more_line;
    }
    const float aside_x = grid.text_x + width + 7.0f;
    if (aside_x + text_width(row.aside, small.size_px, small.weight) <= column.x + column.w)
        column.pen.text({aside_x, y - k_more_line}, row.aside, small);
    const float top = grid.y[i] - k_row * 0.5f;
    column.pen.node(row_node(column, row, id, {column.x, top, column.w, y - k_more_line + 6.6f - top}));
}

}

void card_lineage(CardColumn& column) {
    card_section(column, "card/names", say(Msg::CardNames, column.lang()));
    const std::vector<LineageRow> rows = lineage_rows(column.input, column.index);
    const LineageGrid grid = grid_of(column, rows);
    column.pen.line({grid.lane_x, grid.y.front()}, {grid.lane_x, grid.y.back()}, 2.5f, column.look.ink);
    draw_branches(column, rows, grid);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Point at{lies_on_branch(rows, i) ? grid.lane_x + k_branch : grid.lane_x, grid.y[i]};
        if (rows[i].mark == LineageMark::Left)
            draw_glyph(column.pen, at, Glyph::End, 1.5f);
        else if (rows[i].mark != LineageMark::Joined)
            draw_dot(column, at, rows[i].mark == LineageMark::Node || rows[i].text == column.cluster.name);
        draw_row(column, rows[i], grid, i);
    }
    column.y = grid.y.back() + k_row - 4.0f +
               k_more_line * static_cast<float>(std::max<std::size_t>(grid.lines.back().size(), 1) - 1);
}

}
