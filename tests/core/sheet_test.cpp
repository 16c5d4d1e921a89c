#include "core/base/locale.hpp"
#include "support/stage.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace atlas;

namespace {

Stage with_sheet(Sheet sheet, const Topic& topic = {}, Lang lang = Lang::Fr, float width_px = 1280) {
    Stage stage(lang, width_px, 800);
    stage.environment.page_address = "https://atlas.example/carte";
    stage.send(act::OpenSheet{sheet, topic});
    stage.show();
    return stage;
}

bool says(const Stage& stage, std::string_view words) {
    for (const Node& node : stage.scene.nodes)
        if (node.zone == Zone::Sheet &&
            (node.name.find(words) != std::string::npos || node.value.find(words) != std::string::npos))
            return true;
    return false;
}

std::size_t links(const Stage& stage) {
    std::size_t count = 0;
    for (const Node& node : stage.scene.nodes)
        if (node.zone == Zone::Sheet && node.role == Role::Link) ++count;
    return count;
}

}

TEST_CASE("every sheet can be closed by button, by Escape and by a click outside") {
    for (const Sheet sheet : {Sheet::Share, Sheet::Export, Sheet::Help, Sheet::SourceList, Sheet::Phase})
        for (const char* way : {"sheet/close", "sheet/outside", ""}) {
            Stage stage = with_sheet(sheet, sheet == Sheet::Phase ? Topic(about::Phase{5}) : Topic());
            if (*way != '\0')
                REQUIRE(stage.click(way));
            else
                stage.send(act::Dismiss{});
            CHECK(stage.session.ui.sheet == Sheet::None);
        }
}

TEST_CASE("the sources of a cluster say what each is for, and are linked when they have an address") {
    const Stage stage = with_sheet(Sheet::SourceList, about::Cluster{"nextmove"});
    const Snapshot& snapshot = stage.snapshot;
    CHECK(says(stage, "présidence"));
    const Cluster& cluster = snapshot.clusters[*snapshot.find_cluster("nextmove")];
    for (const SourceIndex source : cluster.president->sources) CHECK(says(stage, snapshot.sources[source].title));
    CHECK(links(stage) > 3);
}

TEST_CASE("a figure's sheet has its source and its contradictions") {
    const Snapshot& snapshot = bundled_snapshot();
    for (const Figure& figure : snapshot.figures) {
        const Stage stage = with_sheet(Sheet::SourceList, about::Figure{figure.id}, Lang::En);
        CAPTURE(figure.id);
        CHECK(says(stage, figure.statement.in(Lang::En)));
        REQUIRE_FALSE(figure.sources.empty());
        for (const SourceIndex source : figure.sources) CHECK(says(stage, snapshot.sources[source].title));
        for (const ContradictionIndex index : figure.disputed_by)
            for (const Statement& statement : snapshot.contradictions[index].statements)
                CHECK(says(stage, statement.says.in(Lang::En)));
    }
}

TEST_CASE("66 and 71 are shown as a contradiction, with the reason") {
    const Stage stage = with_sheet(Sheet::SourceList, about::Contradiction{"initial-count"});
    CHECK(says(stage, "66 pôles"));
    CHECK(says(stage, "71 pôles"));
    CHECK(says(stage, "66 avant les cinq labels de juillet 2007, 71 après."));
}

TEST_CASE("all sources of the snapshot are listed") {
    const Stage stage = with_sheet(Sheet::SourceList);
    for (const Source& source : stage.snapshot.sources) CHECK(says(stage, source.title));
}

TEST_CASE("sharing offers link, sentence, citation and a QR code of the link") {
    const Stage stage = with_sheet(Sheet::Share);
    const auto* copy = std::get_if<act::Ask>(&*stage.node("sheet/copy-sentence")->action);
    REQUIRE(copy != nullptr);
    CHECK(copy->service == act::Service::CopySentence);
    CHECK(copy->argument == "53 pôles labellisés en 2026.");
    REQUIRE(stage.node("sheet/qr") != nullptr);
    CHECK(stage.node("sheet/qr")->value.starts_with("https://atlas.example/carte#v1"));
    CHECK(stage.node("sheet/copy-embed") != nullptr);
}

TEST_CASE("an error report is filled in; where it goes is the snapshot's to say") {
    const Stage stage = with_sheet(Sheet::Share, about::Report{"nextmove"});
    CHECK(says(stage, "NextMove (nextmove)"));
    CHECK(stage.node("sheet/copy-report") != nullptr);
    for (const Node& node : stage.scene.nodes)
        if (node.role == Role::Link && node.zone == Zone::Sheet)
            CHECK((node.href.starts_with("https://") || node.href.starts_with("mailto:")));
}

TEST_CASE("hostile topics give an empty or general sheet, never a crash") {
    for (const char* topic : {"cluster:", "cluster:nobody", "figure:x", "phase:", "phase:999999999999999999999",
                              "phase:-1", "count:1", "count:2031-01-01", "policy:", ":", "report:<b>", "\xff\xfe"})
        for (const Sheet sheet : {Sheet::SourceList, Sheet::Phase, Sheet::Share, Sheet::Card}) {
            const Stage stage = with_sheet(sheet, topic_of(topic));
            if (sheet == Sheet::SourceList) CHECK(says(stage, stage.snapshot.sources.back().title)); // all of them
        }
}

TEST_CASE("sheets fit every window; ids are unique") {
    for (const float width : {1280.0f, 640.0f, 390.0f, 320.0f})
        for (const Lang lang : {Lang::Fr, Lang::En})
            for (const auto& [sheet, topic] : {std::pair{Sheet::Share, Topic()},
                                               {Sheet::Export, {}},
                                               {Sheet::Help, {}},
                                               {Sheet::SourceList, about::Cluster{"eurobiomed"}},
                                               {Sheet::Phase, about::Phase{4}}}) {
                const Stage stage = with_sheet(sheet, topic, lang, width);
                Scene scene;
                Pen pen(scene);
                Stage copy = stage;
                layout_sheet(copy.input(), arrange(copy.session, copy.environment), pen);
                std::set<std::string> ids;
                for (const Node& node : scene.nodes) {
                    CAPTURE(node.id);
                    CHECK(ids.insert(node.id).second);
                }
                for (const Record& record : scene.records)
                    if (const auto* run = std::get_if<rec::TextRun>(&record)) {
                        CAPTURE(run->text);
                        CHECK(extent(*run).second <= width);
                        CHECK(extent(*run).first >= 0.0f);
                    }
            }
}

TEST_CASE("up to three languages stand side by side, the one in use among them") {
    Stage stage(*Lang::parse("de"));
    stage.show();
    for (const char* id : {"header/lang-fr", "header/lang-en", "header/lang-de"}) REQUIRE(stage.node(id) != nullptr);
    CHECK(stage.node("header/lang-de")->checked == true);
    REQUIRE(stage.click("header/lang-fr"));
    CHECK(stage.session.state.lang == Lang::Fr);
    CHECK(stage.node("header/lang-de") == nullptr); // the data know nothing of German
    CHECK(stage.node("header/languages") == nullptr);
}

TEST_CASE("more languages are a menu, which closes when one is chosen") {
    const Lang spanish = *Lang::parse("es");
    offer_language(spanish, "Español");
    Snapshot snapshot = bundled_snapshot();
    snapshot.meta.languages = {Lang::Fr, Lang::En, *Lang::parse("de"), spanish};
    Stage stage;
    const auto show = [&] {
        const LayoutInput input = stage.input();
        stage.scene = layout(
            {{snapshot, input.index, input.session, input.result, input.environment}, input.geometry, input.memo});
    };
    show();
    CHECK(stage.node("header/lang-fr") == nullptr);
    REQUIRE(stage.node("header/languages") != nullptr);
    CHECK(stage.node("header/languages")->value == "Français");
    stage.send(*stage.node("header/languages")->action);
    show();
    REQUIRE(stage.node("sheet/lang-es") != nullptr);
    stage.send(*stage.node("sheet/lang-es")->action);
    show();
    CHECK(stage.session.state.lang == spanish);
    CHECK(stage.node("sheet/lang-es") == nullptr);
    CHECK(stage.node("header/languages")->value == "Español");
}
