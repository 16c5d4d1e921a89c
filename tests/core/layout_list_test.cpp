// The list: every shown cluster has its row, in order, and only the rows that are seen are laid out.
#include "core/scene/list/list_parts.hpp"
#include "support/stage.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace atlas;

namespace {

Stage list_stage(float width = 1280.0f, float height = 800.0f, Lang lang = Lang::Fr) {
    Stage stage(lang);
    stage.environment.width_px = width;
    stage.environment.height_px = height;
    stage.session.state.view = View::List;
    stage.show();
    return stage;
}

std::vector<std::string> row_ids(const Stage& stage) {
    std::vector<std::string> ids;
    for (const Node& node : stage.scene.nodes) {
        if (node.role == Role::Row) ids.push_back(node.id);
    }
    return ids;
}

const Panel* list_panel(const Stage& stage) {
    for (const Panel& panel : stage.scene.panels) {
        if (panel.scroll_name == "list") return &panel;
    }
    return nullptr;
}

}

TEST_CASE("the title says how many, of what and when") {
    CHECK(list_stage().node("list/title")->name == "53 pôles labellisés en 2026");
    CHECK(list_stage(1280, 800, Lang::En).node("list/title")->name == "53 labelled clusters in 2026");
    Stage stage = list_stage();
    set_values(stage.session.state.filter, Facet::Term, {"4y"});
    stage.show();
    const std::string shown = std::to_string(stage.result.shown_count);
    CHECK(stage.node("list/title")->name == shown + " pôles sur 53 labellisés en 2026");
}

TEST_CASE("scrolling from top to end shows every row once, in order") {
    for (const auto& [width, height] : {std::pair{1280.0f, 800.0f}, {640.0f, 420.0f}, {390.0f, 844.0f}}) {
        Stage stage = list_stage(width, height);
        std::vector<std::string> seen;
        const Panel* panel = list_panel(stage);
        REQUIRE(panel != nullptr);
        const float most = panel->content_height_px - panel->rect.h;
        for (float top = 0.0f; top < most + 60.0f; top += 60.0f) {
            set_scroll(stage.session.ui, "list", std::min(top, most));
            stage.show();
            CHECK(row_ids(stage).size() < 30);
            for (const std::string& id : row_ids(stage)) {
                if (std::find(seen.begin(), seen.end(), id) == seen.end()) seen.push_back(id);
            }
        }
        REQUIRE(seen.size() == 53);
        const auto order = sorted_rows(bundled_snapshot(), bundled_index(), stage.result, {});
        for (std::size_t i = 0; i < order.size(); ++i)
            CHECK(seen[i] == "list/row/" + bundled_snapshot().clusters[order[i]].id);
    }
}

TEST_CASE("a row tells everything its cells show") {
    Stage stage = list_stage();
    stage.session.state.filter.text = "axelera";
    stage.show();
    const Node* row = stage.node("list/row/axelera");
    REQUIRE(row != nullptr);
    CHECK(row->name == "Axelera");
    std::vector<std::string> heads; // the two that are not drawn at this width among them
    for (const Node& node : stage.scene.nodes)
        if (node.role == Role::ColumnHeader) heads.push_back(node.id);
    CHECK(row->cells.size() == heads.size());
    for (const char* part : {"Solaize (69)", "Auvergne-Rhône-Alpes", "I, II, III, IV et V", "4 ans", "oui"}) {
        CAPTURE(part);
        CHECK(std::find(row->cells.begin(), row->cells.end(), part) != row->cells.end());
    }
    REQUIRE(stage.click("list/row/axelera"));
    CHECK(stage.session.state.selected == "axelera");
}

TEST_CASE("column heads sort, and say so") {
    Stage stage = list_stage();
    const auto head = [&](ListColumn column) { return "list/head/" + std::to_string(static_cast<int>(column)); };
    CHECK(stage.node(head(ListColumn::Name))->descending == false);
    CHECK_FALSE(stage.node(head(ListColumn::Stories))->descending);
    REQUIRE(stage.click(head(ListColumn::Stories)));
    CHECK(stage.session.ui.sort_column == SortColumn::Stories);
    REQUIRE(stage.click(head(ListColumn::Stories)));
    stage.show();
    CHECK(stage.node(head(ListColumn::Stories))->descending == true);
}

TEST_CASE("columns are chosen by width, never overlap and fill it") {
    std::size_t before = 0;
    for (float width = 200.0f; width < 2600.0f; width += 7.0f) {
        const auto columns = place_columns(24.0f, width);
        REQUIRE_FALSE(columns.empty());
        CHECK(columns[0].column == ListColumn::Name);
        CHECK(columns.size() >= before); // a wider table never loses a column
        before = columns.size();
        float x = 24.0f;
        for (const PlacedColumn& column : columns) {
            CHECK(column.x == doctest::Approx(x));
            x += column.w;
        }
        CHECK(x <= 24.0f + std::max(width, 216.0f) + 0.5f);
    }
    CHECK(before == 8);
}

TEST_CASE("a list of a hundred thousand costs a window of rows") {
    const RowSpan span = visible_rows(100000, 33.0f, 33.0f * 50000, 600.0f);
    CHECK(span.end - span.first < 25);
    CHECK(span.first <= 50000);
    CHECK(visible_rows(0, 33.0f, 0.0f, 600.0f).end == 0);
    CHECK(visible_rows(3, 33.0f, 1.0e6f, 600.0f).first == 3);
    CHECK(visible_rows(3, 33.0f, -50.0f, 600.0f).first == 0);
}

TEST_CASE("nothing is laid out wider than the window") {
    for (const Lang lang : {Lang::Fr, Lang::En}) {
        for (const float width : {320.0f, 390.0f, 640.0f, 900.0f, 1280.0f, 1920.0f}) {
            const Stage stage = list_stage(width, 700.0f, lang);
            for (const Node& node : stage.scene.nodes) {
                if (!node.id.starts_with("list/") && !node.id.starts_with("tabbar/")) continue;
                CAPTURE(node.id);
                CAPTURE(width);
                CHECK(node.rect.x >= 0.0f);
                CHECK(node.rect.right() <= width + 0.5f);
            }
        }
    }
}
