#include "core/read/story_choice.hpp"
#include "core/scene/layout.hpp"
#include "support/stage.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <set>

using namespace atlas;

namespace {

std::set<std::string> ids_of(Stage& stage) {
    std::set<std::string> ids;
    for (const StoryIndex i : choose_stories(stage.input()).shown) ids.insert(stage.snapshot.stories[i].id);
    return ids;
}

Stage stories_view(Lang lang = Lang::Fr, float width_px = 1280, float height_px = 800) {
    Stage stage(lang, width_px, height_px);
    stage.session.state.view = View::Stories;
    stage.show();
    return stage;
}

}

TEST_CASE("all stories are there, whatever the date, and each theme says how many") {
    Stage stage = stories_view();
    for (const PartialDate date : {PartialDate{2006, 0, 0}, PartialDate{2026, 0, 0}}) {
        stage.session.state.date = date;
        const StoryChoice choice = choose_stories(stage.input());
        CHECK(choice.shown.size() == stage.snapshot.stories.size());
        CHECK(choice.in_all_themes == stage.snapshot.stories.size());
        CHECK(std::accumulate(choice.count_by_theme.begin(), choice.count_by_theme.end(), 0u) ==
              stage.snapshot.stories.size());
    }
    stage.send(act::ShowTheme{"health"});
    CHECK(choose_stories(stage.input()).shown.size() == 7); // as stories.json of the dossier says
    stage.show();
    CHECK(*stage.node("stories/theme/health")->checked);
}

TEST_CASE("the search finds stories, not all stories of a cluster that one of them tells of") {
    Stage stage = stories_view();
    stage.session.state.filter.text = "hydrogène";
    const std::set<std::string> found = ids_of(stage);
    CHECK(found.count("annex-frhyge") == 1);
    for (const std::string& id : found) {
        CAPTURE(id);
        const Story& story = stage.snapshot.stories[*stage.snapshot.find_story(id)];
        std::string words = story.title.in(Lang::Fr) + story.summary.in(Lang::Fr) + story.note.in(Lang::Fr) +
                            story.title.in(Lang::En) + story.summary.in(Lang::En);
        for (const StoryFigure& figure : story.figures) words += figure.label.in(Lang::Fr) + figure.label.in(Lang::En);
        CHECK(fold(words).find("hydrog") != std::string::npos);
    }
    stage.session.state.filter.text = "NextMove";
    CHECK(ids_of(stage).count("main-e7a") == 1);
}

TEST_CASE("a filter keeps the stories of the clusters that pass it") {
    Stage stage = stories_view();
    stage.session.state.filter.of(Facet::Domain) = {"aero"};
    const std::set<std::string> found = ids_of(stage);
    REQUIRE_FALSE(found.empty());
    for (StoryIndex i = 0; i < stage.snapshot.stories.size(); ++i) {
        const Story& story = stage.snapshot.stories[i];
        const bool has_one = std::any_of(story.clusters.begin(), story.clusters.end(),
                                         [&](ClusterIndex c) { return stage.result.passes[c] != 0; });
        CHECK((found.count(story.id) == 1) == has_one);
    }
}

TEST_CASE("nothing found says so and offers the way back") {
    Stage stage = stories_view();
    stage.session.state.filter.text = "zzzzzz qqqq";
    stage.show();
    REQUIRE(stage.node("stories/none") != nullptr);
    REQUIRE(stage.click("stories/clear"));
    CHECK(choose_stories(stage.input()).shown.size() == stage.snapshot.stories.size());
}

TEST_CASE("every story can be read in both languages, and its numbers lead to their source in one click") {
    for (const Lang lang : {Lang::Fr, Lang::En}) {
        Stage stage = stories_view(lang);
        for (const Story& story : stage.snapshot.stories) {
            CAPTURE(story.id);
            stage.send(act::ReadStory{story.id});
            stage.show();
            CHECK(stage.node("story/title")->name == story.title.in(lang));
            CHECK(stage.node("story/summary")->value == story.summary.in(lang));
            for (std::size_t i = 0; i < story.figures.size(); ++i) {
                const Node* node = stage.node("story/figure/" + std::to_string(i));
                REQUIRE(node != nullptr);
                CHECK(std::get<act::OpenSheet>(*node->action).topic == Topic(about::Story{story.id}));
            }
            for (const ClusterIndex cluster : story.clusters)
                CHECK(stage.node("story/cluster/" + stage.snapshot.clusters[cluster].id) != nullptr);
            for (const SourceIndex source : story.sources)
                CHECK(stage.node("story/source/" + stage.snapshot.sources[source].id) != nullptr);
        }
    }
}

TEST_CASE("stories follow one another round") {
    Stage stage = stories_view();
    const StoryChoice choice = choose_stories(stage.input());
    stage.send(act::ReadStory{stage.snapshot.stories[choice.shown.back()].id});
    stage.show();
    REQUIRE(stage.click("story/next"));
    CHECK(stage.session.ui.story == stage.snapshot.stories[choice.shown.front()].id);
    REQUIRE(stage.click("story/previous"));
    CHECK(stage.session.ui.story == stage.snapshot.stories[choice.shown.back()].id);
}

TEST_CASE("the scene is bounded by the window, and scrolling reaches the last story") {
    Stage stage = stories_view();
    const auto& nodes = stage.scene.nodes;
    CHECK(std::count_if(nodes.begin(), nodes.end(), [](const Node& n) { return n.zone == Zone::View; }) < 60);
    set_scroll(stage.session.ui, "stories", 1.0e6f);
    stage.show();
    const StoryChoice choice = choose_stories(stage.input());
    const Node* last = stage.node("stories/" + stage.snapshot.stories[choice.shown.back()].id);
    REQUIRE(last != nullptr);
    CHECK(last->rect.bottom() <= 800.0f);
    CHECK(last->rect.y > 52.0f);
}

TEST_CASE("texts of the stories stay inside their card at every size") {
    for (const float width : {1280.0f, 900.0f, 640.0f, 390.0f, 320.0f})
        for (const Lang lang : {Lang::Fr, Lang::En}) {
            Stage stage = stories_view(lang, width, 700.0f);
            for (const float top : {0.0f, 2000.0f, 1.0e6f}) {
                set_scroll(stage.session.ui, "stories", top);
                Scene scene;
                Pen pen(scene);
                layout_stories(stage.input(), arrange(stage.session, stage.environment), pen);
                for (const Record& record : scene.records)
                    if (const auto* run = std::get_if<rec::TextRun>(&record)) {
                        CAPTURE(run->text);
                        CHECK(extent(*run).second <= width);
                    }
            }
        }
}
