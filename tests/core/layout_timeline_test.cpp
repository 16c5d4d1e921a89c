// The strip: what it shows, what it says, and that a hand can reach it.
#include "support/stage.hpp"

#include "core/scene/time_memo.hpp"
#include "core/time/sentence.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace atlas;

namespace {

struct Size {
    float width_px, height_px;
};
constexpr Size k_sizes[] = {{1280, 800}, {900, 600}, {640, 420}, {390, 844}};

PartialDate date(std::string_view text) {
    return *parse_partial_date(text);
}

}

TEST_CASE("the slider speaks: month, phase, number of clusters") {
    for (const Size size : k_sizes) {
        CAPTURE(size.width_px);
        Stage stage(Lang::Fr, size.width_px, size.height_px);
        stage.session.state.date = date("2023-03");
        stage.show();
        const Node* slider = stage.node("timeline/date");
        REQUIRE(slider != nullptr);
        CHECK(slider->role == Role::Slider);
        CHECK(slider->value == "mars 2023, phase V, 55 pôles");
        CHECK(slider->number == last_day(date("2023-03")).days);
        CHECK(slider->number_min <= slider->number);
        CHECK(slider->number <= slider->number_max);
    }
    Stage english(Lang::En);
    english.session.state.date = date("2007-04");
    english.show();
    CHECK(english.node("timeline/date")->value == "April 2007, phase I, 66 clusters");
}

TEST_CASE("a band leads to its last day, the current one to the newest date, the sixth to its sheet") {
    for (const Size size : k_sizes) {
        CAPTURE(size.width_px);
        Stage stage(Lang::Fr, size.width_px, size.height_px);
        stage.show();
        REQUIRE(stage.click("timeline/phase/1"));
        CHECK(to_string(stage.session.state.date) == "2008-12-31");
        REQUIRE(stage.click("timeline/phase/4"));
        CHECK(to_string(stage.session.state.date) == "2022-12-31");
        CHECK(stage.node("timeline/phase/4")->current);
        REQUIRE(stage.click("timeline/phase/5"));
        CHECK(stage.session.state.date == stage.snapshot.meta.default_date);
        const Node* sixth = stage.node("timeline/phase/6");
        REQUIRE(sixth != nullptr);
        CHECK(sixth->hint.find("sans décision") != std::string::npos);
        REQUIRE(stage.click("timeline/phase/6"));
        CHECK(stage.session.ui.sheet == Sheet::Phase);
        CHECK(stage.session.ui.sheet_topic == Topic(about::Phase{6}));
    }
}

TEST_CASE("dragging: the handle stands where the drag puts it") {
    Stage stage;
    for (const char* text : {"2005-07", "2012-06", "2019-02", "2026-03"}) {
        CAPTURE(text);
        stage.session.state.date = date(text);
        stage.show();
        const Node* slider = stage.node("timeline/date");
        const Drag& drag = slider->drag;
        CHECK(drag.kind == DragKind::Date);
        const double part = (static_cast<double>(slider->rect.centre().x) - static_cast<double>(drag.x0_px)) /
                            static_cast<double>(drag.x1_px - drag.x0_px);
        CHECK(drag.value0 + part * (drag.value1 - drag.value0) == doctest::Approx(slider->number).epsilon(0.0005));
    }
}

TEST_CASE("published figures carry the difference and its reason") {
    Stage stage;
    stage.show();
    const Node* first = stage.node("timeline/count/2005-07-12");
    REQUIRE(first != nullptr);
    CHECK(first->name == "12 juillet 2005\u202F: chiffre publié 67");
    CHECK(first->value == "liste reconstituée 66, écart \u22121");
    CHECK(first->hint.find("67e label") != std::string::npos);
    const Node* last = stage.node("timeline/count/2026-06-30");
    REQUIRE(last != nullptr);
    CHECK(last->name == "2026\u202F: chiffre publié 53"); // only the year is known
    CHECK(last->value == "liste reconstituée 53");
    for (const PublishedCount& count : stage.snapshot.counts)
        CHECK((stage.node("timeline/count/" + to_string(count.date)) != nullptr) == (count.kind != CountKind::Derived));
}

TEST_CASE("two handles, two letters, one sentence, and a way out") {
    for (const Size size : k_sizes) {
        CAPTURE(size.width_px);
        Stage stage(Lang::Fr, size.width_px, size.height_px);
        stage.session.state.date = date("2007-04");
        stage.session.state.compare = date("2026-03");
        stage.show();
        const Node* sentence = stage.node("compare/sentence");
        REQUIRE(sentence != nullptr);
        CHECK(sentence->name.starts_with("Entre avril 2007 et mars 2026, 66 pôles deviennent 53"));
        const Node* copy = stage.node("compare/copy");
        REQUIRE(copy != nullptr);
        CHECK(std::get<act::Ask>(*copy->action).argument == sentence->name);
        REQUIRE(stage.node("compare/csv") != nullptr);
        CHECK(std::get<act::Ask>(*stage.node("compare/csv")->action).argument == "changes.csv");
        REQUIRE(stage.click("compare/close"));
        CHECK_FALSE(stage.session.state.compare);
    }
}

TEST_CASE("play, pause and speed") {
    Stage stage;
    stage.show();
    REQUIRE(stage.click("timeline/play"));
    CHECK(stage.session.ui.playback == Playback::Running);
    CHECK(to_string(stage.session.state.date) == "2005-07"); // from the newest date it begins again
    CHECK(stage.scene.next_frame_ms >= 0.0);
    REQUIRE(stage.click("timeline/speed"));
    CHECK(stage.session.ui.playback_speed == doctest::Approx(2.0));
    REQUIRE(stage.click("timeline/play"));
    CHECK(stage.session.ui.playback == Playback::Stopped);
    CHECK(stage.scene.next_frame_ms < 0.0); // nothing moves, nothing is drawn
}

TEST_CASE("ticks tell each year's mergers, entries and ends") {
    Stage stage;
    stage.show();
    CHECK(stage.node("timeline/labels/2010")->name == "2010\u202F: 6 entrées, 6 fins de label");
    CHECK(stage.node("timeline/labels/2007")->name == "2007\u202F: 5 entrées");
    CHECK(stage.node("timeline/mergers/2017")->name == "2017\u202F: 2 fusions");
    CHECK(stage.node("timeline/labels/2005") == nullptr); // the beginning is not news
}

TEST_CASE("everything of the strip lies inside the window, in both languages and all sizes") {
    for (const Lang lang : {Lang::Fr, Lang::En})
        for (const Size size : k_sizes)
            for (const bool has_compare : {false, true}) {
                Stage stage(lang, size.width_px, size.height_px);
                if (has_compare) stage.session.state.compare = date("2007-04");
                stage.show();
                for (const Node& node : stage.scene.nodes) {
                    if (!node.id.starts_with("timeline/") && !node.id.starts_with("compare/")) continue;
                    CAPTURE(node.id);
                    CAPTURE(size.width_px);
                    CHECK(node.rect.x >= -0.5f);
                    CHECK(node.rect.right() <= size.width_px + 0.5f);
                    CHECK(node.rect.bottom() <= size.height_px + 0.5f);
                    CHECK_FALSE((node.name.empty() && node.role != Role::Surface));
                }
            }
}
