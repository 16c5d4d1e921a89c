// The lineage view: who is on screen, what the rows say, folding, selection, comparison.
#include "support/stage.hpp"

#include "core/scene/lineage/lineage_frame.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace atlas;

namespace {

Stage lineage_stage(Lang lang = Lang::Fr, float width_px = 1280.0f, float height_px = 800.0f) {
    Stage stage(lang, width_px, height_px);
    stage.session.state.view = View::Timeline;
    return stage;
}

// Scrolls from top to bottom and collects every organisation that came by.
std::set<std::string> walk(Stage& stage) {
    std::set<std::string> seen;
    float top = 0.0f;
    for (int page = 0; page < 100; ++page) {
        set_scroll(stage.session.ui, "lanes", top);
        stage.show();
        for (const Node& node : stage.scene.nodes)
            if (node.role == Role::Row && node.id.starts_with("lineage/")) seen.insert(node.id.substr(8));
        const Panel* panel = stage.panel("lanes");
        REQUIRE(panel != nullptr);
        if (top + panel->rect.h >= panel->content_height_px) break;
        top += panel->rect.h * 0.5f;
    }
    return seen;
}

}

TEST_CASE("every organisation that held the label can be reached, grouped as one likes, in every size") {
    for (const LaneGrouping grouping : {LaneGrouping::Domain, LaneGrouping::Region, LaneGrouping::Entry})
        for (const auto& [width, height] : {std::pair(1280.0f, 800.0f), std::pair(390.0f, 844.0f)}) {
            Stage stage = lineage_stage(Lang::Fr, width, height);
            stage.session.ui.lane_grouping = grouping;
            const std::set<std::string> seen = walk(stage);
            CHECK(seen.size() == 91);
        }
}

TEST_CASE("rows say what an organisation was, where it came from and what it became") {
    Stage stage = lineage_stage();
    stage.session.ui.collapsed_groups = {"domain/agri", "domain/health", "domain/energy", "domain/water"};
    stage.show();
    const Node* scs = stage.node("lineage/scs");
    REQUIRE(scs != nullptr);
    CHECK(scs->name == "SCS");
    CHECK(scs->value == "label 12 juil. 2005 – 1ᵉʳ janv. 2024, rejoint Aktantis (2024)");
    const Node* aktantis = stage.node("lineage/aktantis");
    REQUIRE(aktantis != nullptr);
    CHECK(aktantis->hint.find("SCS et Optitec") != std::string::npos);
    CHECK(aktantis->rect.x >= scs->rect.right() - 0.5f); // one lane, one after the other
    CHECK(aktantis->rect.y == scs->rect.y);
    REQUIRE(stage.click("lineage/aktantis"));
    CHECK(stage.session.state.selected == "aktantis");
    CHECK(stage.node("lineage/aktantis")->selected == true);
}

TEST_CASE("groups fold and unfold, and say how many they hold") {
    Stage stage = lineage_stage();
    stage.show();
    const Node* group = stage.node("lineage/group/domain/agri");
    REQUIRE(group != nullptr);
    CHECK(group->expanded == true);
    CHECK(group->value == "16 organisations, 10 en 2026");
    CHECK(stage.node("lineage/aquimer") != nullptr);
    REQUIRE(stage.click("lineage/group/domain/agri"));
    CHECK(stage.node("lineage/group/domain/agri")->expanded == false);
    CHECK(stage.node("lineage/aquimer") == nullptr);
    CHECK(stage.shows("16 organisations, 10 en 2026"));
}

TEST_CASE("time can be zoomed; what is out of sight costs nothing and the whole comes back") {
    Stage stage = lineage_stage();
    const std::size_t all = stage.show().records.size();
    stage.send(act::ZoomLanes{2018.0, 2020.0});
    stage.show();
    CHECK(stage.shows("2019"));
    CHECK_FALSE(stage.shows("2012"));
    for (const Record& record : stage.scene.records)
        if (const auto* bar = std::get_if<rec::RectFill>(&record)) CHECK(bar->rect.w <= 1280.0f);
    REQUIRE(stage.click("lineage/zoom-all"));
    CHECK(stage.scene.records.size() == all);
}

TEST_CASE("grouping goes round, compare opens the panel, collapse leads back to the map") {
    Stage stage = lineage_stage();
    stage.show();
    REQUIRE(stage.click("lineage/group-by"));
    CHECK(stage.session.ui.lane_grouping == LaneGrouping::Region);
    REQUIRE(stage.click("lineage/compare-toggle"));
    REQUIRE(stage.session.state.compare);
    REQUIRE(stage.node("compare/sentence") != nullptr);
    CHECK(stage.node("compare/3")->name == "11 fusions"); // 2007 to 2026
    CHECK(stage.node("compare/3")->value.find("SCS + Optitec → Aktantis") != std::string::npos);
    REQUIRE(stage.click("lineage/close"));
    CHECK(stage.session.state.view == View::Map);
}

TEST_CASE("selecting an organisation keeps its forerunners and heirs at full strength") {
    Stage stage = lineage_stage();
    stage.show();
    const auto strong_bars = [&] {
        return std::count_if(stage.scene.records.begin(), stage.scene.records.end(), [](const Record& record) {
            const auto* bar = std::get_if<rec::RectFill>(&record);
            return bar != nullptr && bar->paint.ink >= Ink::DomainAgri && bar->paint.alpha >= 120;
        });
    };
    const auto all = strong_bars();
    stage.session.state.selected = "innov-alliance";
    stage.show();
    CHECK(strong_bars() > 0);
    CHECK(strong_bars() < all / 4);
}
