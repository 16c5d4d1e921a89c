// The examples of other countries, each on its own map: nothing of France is left on screen, and no room is empty.
#include "core/base/messages.hpp"
#include "core/geo/map_file.hpp"
#include "core/geo/plain_map.hpp"
#include "core/scene/layout.hpp"
#include "core/scene/layout_memo.hpp"
#include "core/snapshot/load.hpp"
#include "core/state/update.hpp"
#include "core/state/views.hpp"
#include "read_file.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>

using namespace atlas;

namespace {

struct Country {
    std::shared_ptr<const Snapshot> snapshot;
    std::shared_ptr<const MapGeometry> map;
    std::shared_ptr<const SnapshotIndex> index;
    std::optional<LayoutMemo> memo{std::in_place};
    Session session;

    Country(const char* data, const char* map_name)
        : snapshot(load_snapshot(read_repository_file(std::string("data/examples/") + data)).snapshot) {
        REQUIRE(snapshot);
        map = map_name == nullptr ? plain_map(std::vector<LngLat>{{4.35, 50.85}, {5.57, 50.63}})
                                  : read_map_file(read_repository_file(std::string("data/map/") + map_name)).geometry;
        REQUIRE(map);
        index = build_snapshot_index(*snapshot, map->ground);
        session.state = initial_state(*snapshot, map->ground, Lang::En);
        session.ui.now_ms = 10000.0;
    }
    Scene show(float width_px, float height_px) {
        Environment environment;
        environment.width_px = width_px;
        environment.height_px = height_px;
        const Result result = evaluate(*snapshot, *index, session.state);
        return layout({{*snapshot, *index, session, result, environment}, *map, *memo});
    }
    void become(Snapshot other) {
        snapshot = std::make_shared<const Snapshot>(std::move(other));
        index = build_snapshot_index(*snapshot, map->ground);
        memo.emplace();
    }
    void go(View view) {
        const Result result = evaluate(*snapshot, *index, session.state);
        session = update({*snapshot, {}, result, *index}, session, act::SetView{view});
    }
};

std::string texts(const Scene& scene) {
    std::string out;
    for (const Record& record : scene.records)
        if (const auto* run = std::get_if<rec::TextRun>(&record)) (out += run->text) += '\n';
    return out;
}

std::size_t count_nodes(const Scene& scene, std::string_view start) {
    return static_cast<std::size_t>(std::count_if(scene.nodes.begin(), scene.nodes.end(),
                                                  [&](const Node& node) { return node.id.starts_with(start); }));
}

constexpr std::pair<float, float> k_sizes[] = {
    {1280.0f, 800.0f}, {768.0f, 1024.0f}, {640.0f, 420.0f}, {390.0f, 844.0f}};

}

TEST_CASE("without phases the strip counts years, at every size, and the date can be moved") {
    Country country("wallonie.json", "belgium.map");
    Snapshot plain = *country.snapshot;
    plain.phases.clear();
    country.become(std::move(plain));
    for (const auto& size : k_sizes) {
        const auto [width, height] = size;
        CAPTURE(size.first);
        const Scene scene = country.show(width, height);
        CHECK(texts(scene).find("2010\n") != std::string::npos);
        CHECK(texts(scene).find("2020\n") != std::string::npos);
        CHECK(count_nodes(scene, "timeline/phase/") == 0);
        CHECK(count_nodes(scene, "timeline/date") >= 1);
        country.session.state.selected = country.snapshot->clusters.front().id;
        const Scene card = country.show(width, height);
        CHECK(count_nodes(card, "card/label-bar") == 1);
        country.session.state.selected.clear();
    }
}

TEST_CASE("a facet that leaves no choice is not offered") {
    Country country("wallonie.json", "belgium.map");
    REQUIRE(country.snapshot->terms.empty()); // how long a label lasts is known of none: one value, "unknown"
    const std::string said = texts(country.show(1280.0f, 800.0f));
    CHECK(said.find(say(Msg::FacetTerm, Lang::En)) == std::string::npos);
    CHECK(said.find(say(Msg::FacetRegion, Lang::En)) != std::string::npos);
}

TEST_CASE("a phase that has no first or no last day reaches to the end of the axis") {
    Country country("wallonie.json", "belgium.map");
    Snapshot open = *country.snapshot;
    REQUIRE(open.phases.size() == 4);
    const auto bands_of = [&](std::size_t count) {
        country.become(open);
        const Scene scene = country.show(1280.0f, 800.0f);
        CHECK(count_nodes(scene, "timeline/phase/") == count);
        return texts(scene);
    };
    bands_of(4);
    open.phases.front().start.reset();
    open.phases.back().end.reset();
    CHECK(bands_of(4).find("2021") != std::string::npos);
}

TEST_CASE("every region of the examples is on their map") {
    for (const auto& [data, map] :
         {std::pair("wallonie.json", "belgium.map"), {"spitzencluster.json", "germany.map"}}) {
        const Country country(data, map);
        std::set<std::string> codes;
        for (const MapMesh& mesh : country.map->main().regions) codes.insert(mesh.code);
        for (const Region& region : country.snapshot->regions) CHECK_MESSAGE(codes.contains(region.code), region.code);
    }
}

TEST_CASE("each example shows its pins inside the map, at every size, and no inset") {
    for (const auto& [data, map] : {std::pair("wallonie.json", "belgium.map"),
                                    {"spitzencluster.json", "germany.map"},
                                    {"wallonie.json", static_cast<const char*>(nullptr)}}) {
        Country country(data, map);
        const std::size_t shown = evaluate(*country.snapshot, *country.index, country.session.state).shown.size();
        CHECK(shown >= 6);
        for (const auto& [width, height] : k_sizes) {
            const Scene scene = country.show(width, height);
            CHECK(count_nodes(scene, "map/pin/") == shown);
            CHECK(count_nodes(scene, "map/inset/") == 0);
            for (const Node& node : scene.nodes)
                if (node.id.starts_with("map/pin/")) CHECK(scene.map.rect.contains(node.rect.centre()));
            CHECK(texts(scene).find("France\n") == texts(scene).rfind("France\n")); // at most the neighbour's name
            CHECK(texts(scene).find("Scales differ") == std::string::npos);
        }
    }
}

TEST_CASE("rooms that a snapshot has nothing for are not offered and not entered") {
    Country country("spitzencluster.json", "germany.map");
    CHECK(!has_view(*country.snapshot, View::Stories));
    CHECK(has_view(*country.snapshot, View::Figures));
    for (const auto& [width, height] : k_sizes) {
        const Scene scene = country.show(width, height);
        CHECK(count_nodes(scene, "header/view-stories") + count_nodes(scene, "tabbar/stories") == 0);
        CHECK(count_nodes(scene, "header/view-figures") + count_nodes(scene, "tabbar/figures") == 1);
    }
    country.go(View::Stories);
    CHECK(country.session.state.view == View::Map);
    State linked = country.session.state;
    linked.view = View::Stories;
    CHECK(settle_state(*country.snapshot, country.map->ground, linked).view == View::Map);
    country.go(View::Figures);
    CHECK(country.session.state.view == View::Figures);
}

TEST_CASE("no box under Figures is empty") {
    Country country("spitzencluster.json", "germany.map");
    country.go(View::Figures);
    const Scene scene = country.show(1280.0f, 4000.0f);
    CHECK(count_nodes(scene, "figures/counts") > 0);
    CHECK(count_nodes(scene, "figures/leverage") == 0);
    CHECK(count_nodes(scene, "figures/members") == 0);
    CHECK(count_nodes(scene, "figures/money") == 0);
    CHECK(count_nodes(scene, "figures/all") > 0);
}
