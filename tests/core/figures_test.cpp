#include "support/stage.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace atlas;

namespace {

Stage figures_view(Lang lang = Lang::Fr, float width_px = 1280) {
    Stage stage(lang, width_px, 800);
    stage.session.state.view = View::Figures;
    stage.show();
    return stage;
}

Topic topic_of(const Node& node) {
    const auto* open = node.action ? std::get_if<act::OpenSheet>(&*node.action) : nullptr;
    return open == nullptr ? Topic() : open->topic;
}

}

TEST_CASE("all figures are one click from their sheet, by value and statement") {
    for (const Lang lang : {Lang::Fr, Lang::En}) {
        const Stage stage = figures_view(lang);
        for (const Figure& figure : stage.snapshot.figures) {
            const Node* node = stage.node("figures/row/" + figure.id);
            CAPTURE(figure.id);
            REQUIRE(node != nullptr);
            CHECK(topic_of(*node) == Topic(about::Figure{figure.id}));
            CHECK(node->name.find(figure.statement.in(lang)) != std::string::npos);
            CHECK((node->hint.find("≠") != std::string::npos) == !figure.disputed_by.empty());
        }
    }
}

TEST_CASE("every contradiction is there, with both sides") {
    const Stage stage = figures_view();
    for (const Contradiction& contradiction : stage.snapshot.contradictions) {
        const Node* node = stage.node("figures/dispute/" + contradiction.id);
        CAPTURE(contradiction.id);
        REQUIRE(node != nullptr);
        for (const Statement& statement : contradiction.statements)
            CHECK(node->name.find(statement.says.in(Lang::Fr)) != std::string::npos);
    }
    CHECK(stage.node("figures/contradiction/initial-count") != nullptr); // 66 and 71 in the first screen
}

TEST_CASE("published counts are dots that lead to their source; those that differ say by how much") {
    const Stage stage = figures_view(Lang::En);
    for (const PublishedCount& count : stage.snapshot.counts) {
        const Node* node = stage.node("figures/count/" + to_string(count.date));
        CAPTURE(to_string(count.date));
        if (count.kind == CountKind::Derived) continue;
        REQUIRE(node != nullptr);
        CHECK(topic_of(*node) == Topic(about::Count{count.date}));
        CHECK((node->name.find("the rebuilt line gives") != std::string::npos) == (count.value != count.derived));
    }
}

TEST_CASE("leverage: no line joins the two measures") {
    const Stage stage = figures_view();
    CHECK(stage.node("figures/figure/fig-rd-effect-phase2") != nullptr);
    CHECK(stage.node("figures/figure/fig-leverage-2026") != nullptr);
    CHECK(stage.node("figures/leverage")->value.find("ne pas les relier") != std::string::npos);
}

TEST_CASE("shares make 88 %, and the missing 12 % are said") {
    const Stage stage = figures_view();
    CHECK(stage.node("figures/members")->value.find("88\u202F%") != std::string::npos);
    const Node* rest = stage.node("figures/undescribed");
    REQUIRE(rest != nullptr);
    CHECK(rest->name == "non décrit 12\u202F%");
    CHECK(topic_of(*rest) == Topic(about::Contradiction{"shares-88"}));
}

TEST_CASE("public money adds up on screen") {
    const Stage stage = figures_view();
    CHECK(stage.shows("765 + 575 + 160 = 1\u202F500\u202FM€"));
}

TEST_CASE("no number of the view is a dead end") {
    const Stage stage = figures_view();
    std::set<std::string> ids;
    for (const Node& node : stage.scene.nodes) {
        if (!node.id.starts_with("figures/")) continue;
        CAPTURE(node.id);
        CHECK(ids.insert(node.id).second);
        if (node.role == Role::Button) CHECK(topic_of(node) != Topic());
    }
}

TEST_CASE("texts stay inside the window at every width") {
    for (const float width : {1280.0f, 1000.0f, 640.0f, 390.0f, 320.0f})
        for (const Lang lang : {Lang::Fr, Lang::En}) {
            Stage stage = figures_view(lang, width);
            Scene scene;
            Pen pen(scene);
            layout_figures(stage.input(), arrange(stage.session, stage.environment), pen);
            for (const Record& record : scene.records)
                if (const auto* run = std::get_if<rec::TextRun>(&record)) {
                    CAPTURE(run->text);
                    CAPTURE(width);
                    CHECK(extent(*run).second <= width);
                    CHECK(extent(*run).first >= 0.0f);
                }
        }
}
