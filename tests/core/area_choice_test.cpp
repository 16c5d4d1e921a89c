// An area by its two corners: what clicks and arrows make of it, what gives it up, what is said on the way.
#include "core/state/area_choice.hpp"

#include "core/explore/snapshot_index.hpp"
#include "core/read/area_words.hpp"
#include "core/state/state_json.hpp"
#include "support/desk.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace atlas;

namespace {

const LngLat k_brest{-5.0, 48.9}, k_lyon{5.2, 45.4};

// From the seats in the plane of the map, without the filter's code.
std::vector<ClusterIndex> holders_between(const Desk& desk, LngLat a, LngLat b) {
    const Metres from = lambert93(a), to = lambert93(b);
    std::vector<ClusterIndex> inside;
    for (ClusterIndex i = 0; i < desk.snapshot.clusters.size(); ++i) {
        const Cluster& cluster = desk.snapshot.clusters[i];
        if (desk.result.holds[i] == 0 || !cluster.seat || cluster.seat->kind == SeatKind::None) continue;
        const Metres at = lambert93({cluster.seat->lng_deg, cluster.seat->lat_deg});
        if (at.x_m > std::min(from.x_m, to.x_m) && at.x_m < std::max(from.x_m, to.x_m) &&
            at.y_m > std::min(from.y_m, to.y_m) && at.y_m < std::max(from.y_m, to.y_m))
            inside.push_back(i);
    }
    return inside;
}

const Cluster& nearest_holder(const Desk& desk, LngLat place) {
    const Metres here = lambert93(place);
    const auto squared_m = [&](const Cluster& cluster) {
        if (desk.result.holds[static_cast<std::size_t>(&cluster - desk.snapshot.clusters.data())] == 0) return 1.0e30;
        const Metres at = lambert93({cluster.seat->lng_deg, cluster.seat->lat_deg});
        return (at.x_m - here.x_m) * (at.x_m - here.x_m) + (at.y_m - here.y_m) * (at.y_m - here.y_m);
    };
    const auto& all = desk.snapshot.clusters;
    return *std::min_element(all.begin(), all.end(),
                             [&](const Cluster& a, const Cluster& b) { return squared_m(a) < squared_m(b); });
}

Reading reading(const Desk& desk) {
    return {desk.snapshot, desk.index, desk.session, desk.result, desk.environment};
}

std::string said_after(Desk& desk, const Action& action) {
    const AreaChoice before = desk.session.ui.area;
    desk.send(action);
    return area_status(before, reading(desk)).value_or("");
}

}

TEST_CASE("two corners, in whatever order, keep the clusters that sit between them") {
    for (const auto& [first, second] : {std::pair{k_brest, k_lyon}, std::pair{k_lyon, k_brest}}) {
        Desk desk;
        const std::vector<ClusterIndex> wanted = holders_between(desk, first, second);
        REQUIRE(wanted.size() > 5);
        desk.send(act::ChooseArea{});
        desk.send(act::PointArea{first});
        desk.send(act::SetCorner{});
        CHECK(desk.session.state.filter.area.empty());
        desk.send(act::PointArea{second});
        desk.send(act::SetCorner{});
        CHECK(desk.session.state.filter.area.size() == 4);
        CHECK_FALSE(desk.session.ui.area.is_on);
        std::vector<ClusterIndex> shown(desk.result.shown.begin(), desk.result.shown.end());
        std::sort(shown.begin(), shown.end());
        CHECK(shown == wanted);
    }
}

TEST_CASE("Escape, another room and the button give it up, and the filter stays as it was") {
    for (const Action& way_out :
         {Action{act::Dismiss{}}, Action{act::SetView{View::List}}, Action{act::ChooseArea{false}}}) {
        Desk desk;
        desk.send(act::Select{"axelera"});
        desk.send(act::ChooseArea{});
        desk.send(act::SetCorner{});
        const Filter before = desk.session.state.filter;
        desk.send(way_out);
        CHECK(desk.session.ui.area == AreaChoice{});
        CHECK(desk.session.state.filter == before);
        CHECK(desk.session.state.selected == "axelera");
    }
}

TEST_CASE("twice the same place is no area, nor is a line") {
    Desk desk;
    desk.send(act::ChooseArea{});
    desk.send(act::SetCorner{});
    desk.send(act::SetCorner{});
    CHECK(desk.session.ui.area.is_on);
    desk.send(act::StepArea{3, 0});
    desk.send(act::SetCorner{});
    CHECK(desk.session.ui.area.is_on);
    CHECK(desk.session.state.filter.area.empty());
    desk.send(act::StepArea{0, 3});
    desk.send(act::SetCorner{});
    CHECK(desk.session.state.filter.area.size() == 4);
}

TEST_CASE("nothing points, steps or sets a corner where no area is being chosen") {
    Desk desk;
    for (const Action& action :
         {Action{act::PointArea{k_lyon}}, Action{act::StepArea{1, 1}}, Action{act::SetCorner{}}}) {
        const Session before = desk.session;
        desk.send(action);
        CHECK(desk.session == before);
    }
}

TEST_CASE("the cursor of the arrows never leaves the frame, and is seen in every window") {
    const Ground& ground = france().ground;
    std::mt19937 random(17);
    for (const double zoom : {1.0, 3.0, 16.0}) {
        Desk desk;
        desk.send(act::MoveCamera{{2.3, 46.6, zoom}, false});
        desk.send(act::ChooseArea{});
        for (int i = 0; i < 400; ++i) {
            const int east = static_cast<int>(random() % 41) - 20, north = static_cast<int>(random() % 41) - 20;
            desk.send(act::StepArea{east, north});
            const Metres at = lambert93(desk.session.ui.area.cursor);
            CHECK(at.x_m >= ground.frame.min_x_m - 1.0);
            CHECK(at.x_m <= ground.frame.max_x_m + 1.0);
            CHECK(at.y_m >= ground.frame.min_y_m - 1.0);
            CHECK(at.y_m <= ground.frame.max_y_m + 1.0);
            for (const Rect& room : {Rect{0, 0, 900, 560}, Rect{0, 0, 320, 640}}) {
                const Affine affine = camera_affine(ground, frame_ground(ground, room, {}), desk.session.state.camera);
                const Point seen = affine.to_screen(at.x_m, at.y_m);
                CHECK(room.inset(-1.0f).contains(seen));
            }
        }
    }
}

TEST_CASE("each step says what to do next, what is near, how many it would hold") {
    Desk desk;
    CHECK(said_after(desk, act::ChooseArea{}).starts_with("Premier coin"));
    CHECK(said_after(desk, act::PointArea{k_lyon}).empty()); // a pointer is not read out
    const std::string near = said_after(desk, act::StepArea{0, 0});
    CHECK(near.starts_with(nearest_holder(desk, k_lyon).name + ", "));
    CHECK(near.ends_with("\u00A0km"));
    CHECK(said_after(desk, act::SetCorner{}).starts_with("Coin opposé"));
    desk.send(act::PointArea{k_brest});
    const std::string held = said_after(desk, act::StepArea{0, 0});
    CHECK(held == std::to_string(holders_between(desk, k_lyon, k_brest).size()) + " pôles dans la zone");
    CHECK(said_after(desk, act::Dismiss{}) == "Choix de zone abandonné");
    desk.environment.coarse_pointer = true;
    CHECK(said_after(desk, act::ChooseArea{}).starts_with("Touchez"));
}

TEST_CASE("a page can do all of it") {
    const auto action = [](std::string_view json) { return std::get<Action>(action_from_json(json)); };
    Desk desk;
    desk.send(action(R"({"type":"chooseArea"})"));
    desk.send(action(R"({"type":"pointArea","place":{"lng":-5,"lat":48.9}})"));
    desk.send(action(R"({"type":"setCorner"})"));
    desk.send(action(R"({"type":"stepArea","east":12000,"north":-12000})"));
    desk.send(action(R"({"type":"setCorner"})"));
    CHECK(desk.session.state.filter.area.size() == 4);
    CHECK(std::holds_alternative<Refusal>(action_from_json(R"({"type":"pointArea"})")));
}
