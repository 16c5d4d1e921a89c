// What Escape takes away, and in which order.
#include "support/desk.hpp"

#include <doctest/doctest.h>

using namespace atlas;

TEST_CASE("Escape takes one thing away at a time") {
    Desk desk;
    desk.send(act::Select{"axelera"});
    desk.send(act::OpenSheet{Sheet::Share, {}});
    desk.send(act::Dismiss{});
    CHECK(desk.session.ui.sheet == Sheet::None);
    CHECK(desk.session.state.selected == "axelera");
    desk.send(act::Hover{"map/pin/axelera"});
    desk.send(act::Dismiss{});
    CHECK(desk.session.ui.tooltip_dismissed == "map/pin/axelera");
    CHECK(desk.session.state.selected == "axelera");
    desk.send(act::Dismiss{});
    CHECK(desk.session.state.selected.empty());
}

TEST_CASE("Escape is not spent on what has no tooltip") {
    Desk desk;
    desk.send(act::Select{"axelera"});
    desk.send(act::Hover{"map/surface"});
    UpdateInput input{desk.snapshot, desk.environment, desk.result, desk.index, false};
    CHECK(update(input, desk.session, act::Dismiss{}).state.selected.empty());
    input.has_tooltip = true;
    CHECK(update(input, desk.session, act::Dismiss{}).state.selected == "axelera");
}

TEST_CASE("a profile leaves the story that was read, so that Escape closes the profile") {
    Desk desk;
    desk.send(act::ReadStory{desk.snapshot.stories.front().id});
    desk.send(act::OpenProfile{"region:53"});
    CHECK(desk.session.ui.story.empty());
    CHECK(desk.session.state.view == View::Map);
    desk.send(act::Dismiss{});
    CHECK(desk.session.state.profile.empty());
}

TEST_CASE("Escape closes the story that is read before the card, and the card before the comparison") {
    Desk desk;
    desk.send(act::Select{"axelera"});
    desk.send(act::SetCompare{PartialDate{2007, 4, 0}});
    desk.send(act::ReadStory{desk.snapshot.stories.front().id});
    REQUIRE_FALSE(desk.session.ui.story.empty());
    desk.send(act::Dismiss{});
    CHECK(desk.session.ui.story.empty());
    CHECK(desk.session.state.view == View::Stories); // among the other stories, where it was opened
    CHECK(desk.session.state.selected == "axelera");
    desk.send(act::Dismiss{});
    CHECK(desk.session.state.selected.empty());
    CHECK(desk.session.state.compare.has_value());
    desk.send(act::Dismiss{});
    CHECK_FALSE(desk.session.state.compare.has_value());
}

TEST_CASE("a tooltip that was closed comes back when the pointer does") {
    Desk desk;
    desk.send(act::Hover{"map/pin/axelera"});
    desk.send(act::Dismiss{});
    REQUIRE(desk.session.ui.tooltip_dismissed == "map/pin/axelera");
    desk.send(act::Hover{""});
    desk.send(act::Hover{"map/pin/axelera"});
    CHECK(desk.session.ui.tooltip_dismissed.empty());
}
