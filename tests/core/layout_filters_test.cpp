// The filter panel: what it says is what evaluate() answers, every row can be used, nothing leaves its column.
#include "core/state/names.hpp"
#include "support/stage.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace atlas;

namespace {

const Rect* panel_rect(const Scene& scene, Zone zone) {
    for (const Panel& panel : scene.panels) {
        if (panel.zone == zone) return &panel.rect;
    }
    return nullptr;
}

std::vector<const Node*> nodes_of(const Stage& stage, std::string_view start) {
    std::vector<const Node*> nodes;
    for (const Node& node : stage.scene.nodes) {
        if (node.id.starts_with(start)) nodes.push_back(&node);
    }
    return nodes;
}

}

TEST_CASE("the number of clusters is a range where ends are not dated") {
    Stage stage;
    stage.session.state.date = {2025, 6, 0};
    stage.show();
    CHECK(stage.node("filters/count")->name == "53 à 56 pôles labellisés");
    set_values(stage.session.state.filter, Facet::Domain, {"health"});
    stage.show();
    CHECK(stage.node("filters/count")->name.ends_with("pôles sur 53 à 56"));
    stage.session.state.filter = {};
    stage.session.state.date = stage.snapshot.meta.default_date;
    stage.show();
    CHECK(stage.node("filters/count")->name == "53 pôles sur 53");
}

TEST_CASE("every facet row is a checkbox with its count, and a click filters by it") {
    for (const Lang lang : {Lang::Fr, Lang::En}) {
        Stage stage(lang);
        stage.show();
        const auto rows = nodes_of(stage, "filters/domains/");
        REQUIRE(rows.size() == 8);
        for (const Node* row : rows) {
            CHECK(row->role == Role::Checkbox);
            CHECK(row->checked == false);
            CHECK_FALSE(row->name.empty());
        }
        const std::string count = stage.node("filters/domains/health")->value;
        REQUIRE(stage.click("filters/domains/health"));
        stage.show();
        CHECK(stage.node("filters/domains/health")->checked == true);
        CHECK(std::to_string(stage.result.shown_count) == count);
        CHECK(stage.node("filters/chip/domains/health") != nullptr);
        REQUIRE(stage.click("filters/chip/domains/health"));
        CHECK(stage.session.state.filter.is_empty());
    }
}

TEST_CASE("clear all exists only with a chip and empties the filter") {
    Stage stage;
    stage.show();
    CHECK(stage.node("filters/clear") == nullptr);
    stage.session.state.filter.text = "mer";
    set_values(stage.session.state.filter, Facet::Domain, {"mobility"});
    stage.show();
    REQUIRE(stage.click("filters/clear"));
    CHECK(stage.session.state.filter.is_empty());
}

TEST_CASE("sections fold and unfold; long ones can be searched") {
    Stage stage;
    stage.show();
    CHECK(nodes_of(stage, "filters/regions/").empty());
    REQUIRE(stage.click("filters/section/regions"));
    stage.show();
    CHECK(nodes_of(stage, "filters/regions/").size() == 18);
    REQUIRE(stage.node("filters/search/regions") != nullptr);
    CHECK(stage.node("filters/search/regions")->role == Role::SearchBox);
    stage.send(act::SearchInFacet{Facet::Region, "breta"});
    stage.show();
    const auto rows = nodes_of(stage, "filters/regions/");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0]->name == "Bretagne");
    REQUIRE(stage.click("filters/section/domains"));
    stage.show();
    CHECK(nodes_of(stage, "filters/domains/").empty());
}

TEST_CASE("an old name leads to the cluster of today") {
    Stage stage;
    stage.session.state.filter.text = "moveo";
    stage.show();
    REQUIRE(stage.node("filters/suggest/0") != nullptr);
    CHECK(stage.node("filters/suggest/0")->name == "Mov’eo → NextMove");
    REQUIRE(stage.click("filters/suggest/0"));
    CHECK(stage.session.state.selected == "nextmove");
}

TEST_CASE("an empty result names the culprits and offers the way out") {
    Stage stage;
    set_values(stage.session.state.filter, Facet::Domain, {"energy"});
    set_values(stage.session.state.filter, Facet::Region, {"94"});
    stage.show();
    REQUIRE(stage.node("filters/remove-culprit") != nullptr);
    CHECK(stage.node("filters/remove-culprit")->name == "Retirer «\u00A0Corse\u00A0»");
    REQUIRE(stage.click("filters/remove-culprit"));
    CHECK(stage.result.shown_count == 6);
}

TEST_CASE("nodes stay in their column, in both languages and all sizes") {
    for (const Lang lang : {Lang::Fr, Lang::En}) {
        for (const auto& [width, height] :
             {std::pair{1280.0f, 800.0f}, {900.0f, 600.0f}, {640.0f, 420.0f}, {390.0f, 844.0f}}) {
            Stage stage(lang);
            stage.environment.width_px = width;
            stage.environment.height_px = height;
            stage.session.ui.sheet = Sheet::Filters;
            stage.session.state.filter.text = "une recherche très longue qui ne trouve rien du tout";
            for (std::size_t f = 0; f < k_facet_count; ++f) {
                const auto facet = static_cast<Facet>(f);
                set_values(stage.session.state.filter, facet, {facet_values(bundled_snapshot(), facet).back()});
            }
            stage.session.ui.open_facets.set();
            stage.show();
            const Rect* room = panel_rect(stage.scene, Zone::Filters);
            REQUIRE(room != nullptr);
            for (const Node* node : nodes_of(stage, "filters/")) {
                CAPTURE(node->id);
                CHECK(node->rect.x >= room->x);
                CHECK(node->rect.right() <= room->right());
                CHECK(node->rect.h >= 24.0f);
                CHECK_FALSE(node->name.empty());
            }
        }
    }
}

TEST_CASE("a phone's filter sheet can be left, by its cross and by its button") {
    for (const char* id : {"sheet/close", "sheet/show"}) {
        Stage stage;
        stage.environment.width_px = 390;
        stage.environment.height_px = 844;
        stage.session.ui.sheet = Sheet::Filters;
        stage.show();
        REQUIRE(stage.click(id));
        CHECK(stage.session.ui.sheet == Sheet::None);
    }
}
