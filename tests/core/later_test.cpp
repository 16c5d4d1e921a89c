// The first part of the browser module alone must show the map as the whole one does, and wait for nothing.
#include "core/ui/outline.hpp"
#include "support/stage.hpp"

#include <doctest/doctest.h>

using namespace atlas;

namespace {

const float k_widths[] = {1280.0f, 1000.0f, 640.0f, 390.0f};

// What a Scene shows, as far as it can be compared: every control, and how much is drawn. Regions can be clicked once
// their profile can be shown.
std::string shown(Stage& stage, bool is_whole) {
    stage.environment.is_whole = is_whole;
    stage.show();
    Scene& scene = stage.scene;
    const auto regions = std::erase_if(scene.nodes, [](const Node& node) { return node.key.kind == NodeKind::Region; });
    CHECK((regions > 0) == is_whole);
    return outline_controls(scene, stage.input()) + std::to_string(scene.records.size());
}

}

TEST_CASE("the map as it opens needs no room that comes later") {
    for (const float width : k_widths)
        for (const char* date : {"2026", "2023-06", "2007-04"})
            for (const char* region : {"", "53"}) {
                Stage stage(Lang::Fr, width, 800.0f);
                stage.session.state.date = *parse_partial_date(date);
                if (*region != '\0') stage.session.state.filter.of(Facet::Region) = {region};
                const std::string first = shown(stage, false);
                CHECK_FALSE(stage.scene.waits);
                CHECK(first == shown(stage, true));
            }
}

TEST_CASE("what is not there is asked for, and only that") {
    const auto waits = [](const auto& change, float width) {
        Stage stage(Lang::En, width, 800.0f);
        change(stage.session);
        stage.environment.is_whole = false;
        const bool is_waiting = stage.show().waits;
        CHECK(is_waiting == (outline_controls(stage.scene, stage.input()).find("\"waits\":true") != std::string::npos));
        stage.environment.is_whole = true;
        CHECK_FALSE(stage.show().waits);
        return is_waiting;
    };
    for (const float width : k_widths) {
        for (const View view : {View::Timeline, View::List, View::Stories, View::Figures})
            CHECK(waits([&](Session& session) { session.state.view = view; }, width));
        CHECK(waits([](Session& session) { session.state.selected = "axelera"; }, width));
        CHECK(waits([](Session& session) { session.state.compare = parse_partial_date("2007"); }, width));
        for (const Sheet sheet : {Sheet::Share, Sheet::Export, Sheet::Help, Sheet::SourceList, Sheet::Phase})
            CHECK(waits([&](Session& session) { session.ui.sheet = sheet; }, width));
        CHECK_FALSE(waits([](Session& session) { session.ui.sheet = Sheet::Filters; }, width));
    }
    CHECK(waits([](Session& session) { session.state.filter.text = "photonique"; }, 1280.0f));
}
