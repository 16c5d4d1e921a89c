// The room that explains the policy: everything of the guide is there, with its sources, at every width; what no
// chapter shows is not lost; words of the glossary are explained where they stand.
#include "core/read/policy_words.hpp"
#include "core/read/read.hpp"
#include "core/snapshot/load.hpp"
#include "core/state/views.hpp"
#include "read_file.hpp"
#include "support/stage.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <set>

using namespace atlas;

namespace {

constexpr float k_tall_px = 60'000.0f;

Stage guide_view(Lang lang = Lang::Fr, float width_px = 1280.0f, float height_px = k_tall_px) {
    Stage stage(lang, width_px, height_px);
    stage.send(act::SetView{View::Understand});
    stage.show();
    return stage;
}

const Node* ending(const Stage& stage, const std::string& end) {
    for (const Node& node : stage.scene.nodes)
        if (node.id.starts_with("guide/") && node.id.ends_with(end)) return &node;
    return nullptr;
}

Topic topic_of(const Node& node) {
    const auto* open = node.action ? std::get_if<act::OpenSheet>(&*node.action) : nullptr;
    return open == nullptr ? Topic() : open->topic;
}

std::string with(std::string snapshot, std::string_view member) { // before the last brace
    return snapshot.insert(snapshot.rfind('}'), "," + std::string(member));
}

}

TEST_CASE("every passage of the policy can be read point by point, and leads to its sources") {
    for (const Lang lang : {Lang::Fr, Lang::En}) {
        const Stage stage = guide_view(lang);
        for (const PolicySection& passage : stage.snapshot.policy) {
            CAPTURE(passage.id);
            const Node* title = ending(stage, "/" + passage.id + "/title");
            REQUIRE(title != nullptr);
            CHECK(title->name == passage.title.in(lang));
            CHECK(topic_of(*ending(stage, "/" + passage.id + "/sources")) == Topic(about::Policy{passage.id}));
            for (std::size_t i = 0; i < passage.items.size(); ++i) {
                const Node* point = ending(stage, "/" + passage.id + "/" + std::to_string(i));
                REQUIRE(point != nullptr);
                CHECK(point->value.find(passage.items[i].text.in(lang)) != std::string::npos);
            }
        }
    }
}

TEST_CASE("all phases stand side by side, each opens its own sheet") {
    Stage stage = guide_view();
    for (const Phase& phase : stage.snapshot.phases) {
        const Node* cell = stage.node("guide/phase/" + std::to_string(phase.number));
        REQUIRE(cell != nullptr);
        CHECK(topic_of(*cell) == Topic(about::Phase{phase.number}));
        CHECK(stage.shows(roman(phase.number)));
    }
    const Rect first = stage.node("guide/phase/1")->rect, second = stage.node("guide/phase/2")->rect;
    CHECK(first.y == second.y);
    CHECK(first.right() <= second.x);
    CHECK(first.h == second.h);
}

TEST_CASE("the sum of 2006 to 2008 is drawn as its parts, in proportion: 765 + 575 + 160 = 1 500") {
    const Stage stage = guide_view();
    const Node* text = ending(stage, "/funding-2006-2008/title");
    REQUIRE(text != nullptr);
    std::vector<float> bars;
    for (const Record& record : stage.scene.records)
        if (const auto* bar = std::get_if<rec::RectFill>(&record))
            if (bar->rect.h == 34.0f && bar->rect.bottom() <= text->rect.y && bar->rect.y > text->rect.y - 60.0f)
                bars.push_back(bar->rect.w + 2.0f);
    REQUIRE(bars.size() == 3);
    CHECK(bars[0] / bars[1] == doctest::Approx(765.0 / 575.0).epsilon(0.01));
    CHECK(bars[1] / bars[2] == doctest::Approx(575.0 / 160.0).epsilon(0.01));
}

TEST_CASE("a chapter of the contents is scrolled to, and told as the one that is read") {
    Stage stage = guide_view(Lang::Fr, 1280.0f, 800.0f);
    for (const GuideChapter& chapter : stage.snapshot.guide) {
        CAPTURE(chapter.id);
        REQUIRE(stage.click("guide/contents/" + chapter.id));
        const Node* heading = stage.node("guide/chapter/" + chapter.id);
        REQUIRE(heading != nullptr);
        CHECK(heading->rect.y > 52.0f); // under the header
        CHECK(heading->rect.y < 800.0f);
        CHECK(stage.node("guide/contents/" + chapter.id)->selected == true);
    }
    CHECK(stage.node("guide/contents/what")->selected == false);
}

TEST_CASE("a word of the glossary is explained where it first stands, once") {
    Stage stage = guide_view();
    std::set<std::string> seen;
    for (const Node& node : stage.scene.nodes)
        if (node.id.starts_with("term/")) CHECK(seen.insert(node.id).second);
    CHECK(seen.contains("term/fui"));
    CHECK(seen.contains("term/france-2030"));
    const Node* fui = stage.node("term/fui");
    CHECK(fui->hint.find("Fonds unique interministériel") != std::string::npos);
    const Node* around = ending(stage, "/cluster-strategy/1");
    CHECK(around->rect.contains({fui->rect.centre().x, fui->rect.y + 4.0f}));
    REQUIRE(stage.click("term/fui"));
    CHECK(stage.session.ui.sheet == Sheet::SourceList);
    CHECK(stage.shows("Fonds unique interministériel"));
}

TEST_CASE("no text of the guide leaves its column, at every width") {
    for (const float width : {320.0f, 390.0f, 640.0f, 768.0f, 1024.0f, 1280.0f, 1920.0f}) {
        CAPTURE(width);
        Stage stage = guide_view(Lang::Fr, width, 3000.0f);
        float top = 0.0f;
        REQUIRE(stage.panel("understand") != nullptr);
        const float whole = stage.panel("understand")->content_height_px;
        while (true) {
            const Rect room = stage.panel("understand")->rect;
            for (const Node& node : stage.scene.nodes)
                if (node.id.starts_with("guide/") || node.id.starts_with("term/")) {
                    CAPTURE(node.id);
                    CHECK(node.rect.x >= room.x);
                    CHECK(node.rect.right() <= room.right());
                }
            for (const Record& record : stage.scene.records)
                if (const auto* run = std::get_if<rec::TextRun>(&record))
                    if (room.contains(run->at)) CHECK(extent(*run).second <= room.right());
            if (top > whole) break;
            top += 2800.0f; // less than a window: nothing is left out
            stage.send(act::Scroll{"understand", top});
            stage.show();
        }
    }
}

TEST_CASE("passages that no chapter shows, and those of a snapshot without a guide, form the last one") {
    std::string example = read_repository_file("data/examples/three_organisations.json");
    example.replace(example.find("\"policy\""), 8, "\"other\""); // has none
    const std::string policy =
        R"("policy":[{"id":"why","title":"Why","items":[{"text":"Because."}],"source":["SOURCE"]},)"
        R"({"id":"how","title":"How","source":["SOURCE"]}])";
    const LoadResult plain = load_snapshot(example);
    REQUIRE(plain.snapshot != nullptr);
    CHECK_FALSE(has_view(*plain.snapshot, View::Understand));
    std::string sourced = policy;
    for (std::size_t at = sourced.find("SOURCE"); at != std::string::npos; at = sourced.find("SOURCE"))
        sourced.replace(at, 6, plain.snapshot->sources.front().id);
    const LoadResult bare = load_snapshot(with(example, sourced));
    REQUIRE(bare.snapshot != nullptr);
    CHECK(has_view(*bare.snapshot, View::Understand));
    REQUIRE(bare.snapshot->guide.size() == 1);
    CHECK(bare.snapshot->guide.front().parts.size() == 2);
    const LoadResult half = load_snapshot(with(
        with(example, sourced), R"("guide":[{"id":"one","title":"One","parts":[{"show":"text","policy":"how"}]}])"));
    REQUIRE(half.snapshot != nullptr);
    REQUIRE(half.snapshot->guide.size() == 2);
    CHECK(half.snapshot->guide.back().title.empty());
    REQUIRE(half.snapshot->guide.back().parts.size() == 1);
    CHECK(half.snapshot->policy[*half.snapshot->guide.back().parts.front().policy].id == "why");
    const LoadResult wrong = load_snapshot(with(
        with(example, sourced), R"("guide":[{"id":"one","title":"One","parts":[{"show":"path","policy":"what"}]}])"));
    CHECK(wrong.snapshot == nullptr);
    REQUIRE(wrong.errors.size() == 1);
    CHECK(wrong.errors.front().pointer == "/guide/0/parts/0/policy");
}

TEST_CASE("what the room draws of a passage is in the document, too") {
    Stage stage = guide_view();
    const Document document = read(stage.input());
    std::string all;
    const auto collect = [&](const auto& self, const Section& section) -> void {
        for (const Block& block : section.blocks)
            if (const auto* list = std::get_if<List>(&block))
                for (const Phrase& phrase : list->items) all += phrase.words + "\n";
        for (const Section& below : section.sections) self(self, below);
    };
    collect(collect, document.root);
    for (const PolicySection& passage : stage.snapshot.policy)
        for (const PolicyItem& item : passage.items)
            CHECK(all.find(policy_words(stage.snapshot, item, Lang::Fr)) != std::string::npos);
}
