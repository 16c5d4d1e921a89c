// What the map says about other organisations: links of the selected cluster, marks of two compared dates.
#include "core/map_stage.hpp"
#include "core/scene/map/layout_map_sheet.hpp"
#include "core/time/changes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace atlas;

namespace {

struct Link {
    Point from, to;
};

std::vector<Link> links_of(const Scene& scene) {
    std::vector<Link> links;
    for (const Record& record : scene.records) {
        const auto* arc = std::get_if<rec::Bezier>(&record);
        if (arc != nullptr && arc->paint.ink == Ink::Accent) links.push_back({arc->from, arc->to});
        const auto* line = std::get_if<rec::Line>(&record);
        if (line != nullptr && line->paint.ink == Ink::Leader && line->dash_px > 0.0f)
            links.push_back({line->from, line->to});
    }
    return links;
}

bool has_disc(const Scene& scene, Point at) {
    return std::any_of(scene.records.begin(), scene.records.end(), [&](const Record& record) {
        const auto* disc = std::get_if<rec::Disc>(&record);
        return disc != nullptr && disc->radius > 2.9f && distance_px(disc->centre, at) < 0.6f;
    });
}

Scene sheet_of(MapStage& stage) {
    const Result result = evaluate(stage.snapshot, *stage.index, stage.session.state);
    return layout_map_sheet(
        {{stage.snapshot, *stage.index, stage.session, result, stage.environment}, geometry(), stage.memo}, 1200.0f,
        1000.0f);
}

std::size_t check_ends(const Scene& scene, const Rect& room) {
    const std::vector<Link> links = links_of(scene);
    for (const Link& link : links)
        for (const Point end : {link.from, link.to})
            if (room.contains(end)) CHECK(has_disc(scene, end));
    return links.size();
}

}

TEST_CASE("every link ends at a pin or at a mark, on screen and on paper") {
    MapStage stage;
    std::size_t links = 0;
    for (const Cluster& cluster : stage.snapshot.clusters) {
        CAPTURE(cluster.id);
        stage.session.state.selected = cluster.id;
        for (const PartialDate date : {PartialDate{2007, 4, 0}, PartialDate{2019, 6, 0}, PartialDate{2026, 3, 0}}) {
            const Scene scene = stage.at(date);
            links += check_ends(scene, scene.map.rect);
        }
        links += check_ends(sheet_of(stage), {0.0f, 64.0f, 1200.0f, 900.0f});
    }
    CHECK(links > 300);
}

TEST_CASE("a former seat can be asked for its name") {
    MapStage stage;
    stage.session.state.selected = "nextmove";
    const Scene scene = stage.frame();
    const auto node =
        std::find_if(scene.nodes.begin(), scene.nodes.end(), [](const Node& n) { return n.id == "map/pin/mta"; });
    REQUIRE(node != scene.nodes.end());
    CHECK(node->name.find("MTA") != std::string::npos);
    CHECK(node->action.has_value());
    std::set<std::string> ids;
    for (const Node& each : scene.nodes) CHECK(ids.insert(each.id).second);
}

TEST_CASE("two dates compared: who changed carries a mark, who is gone stands at its place") {
    MapStage stage;
    stage.session.state.compare = PartialDate{2007, 4, 0};
    const Result result = evaluate(stage.snapshot, *stage.index, stage.session.state);
    REQUIRE(result.changes);
    const std::vector<ChangeKind> kinds = change_kinds(*result.changes, stage.snapshot.clusters.size());
    for (const std::string_view selected : {"", "aktantis"}) {
        stage.session.state.selected = selected;
        const Scene scene = stage.frame();
        std::set<std::string> ids;
        for (const Node& node : scene.nodes) CHECK(ids.insert(node.id).second);
        std::size_t expected = 0;
        for (ClusterIndex i = 0; i < kinds.size(); ++i) {
            const Cluster& cluster = stage.snapshot.clusters[i];
            const bool has_seat = cluster.seat && cluster.seat->kind != SeatKind::None;
            if (kinds[i] == ChangeKind::None || kinds[i] == ChangeKind::Continued || !has_seat) continue;
            CAPTURE(cluster.id);
            CHECK(ids.contains("map/pin/" + cluster.id));
            ++expected;
        }
        const auto badges = std::count_if(scene.records.begin(), scene.records.end(), [](const Record& record) {
            const auto* disc = std::get_if<rec::Disc>(&record);
            return disc != nullptr && disc->paint.ink == Ink::Panel;
        });
        CHECK(static_cast<std::size_t>(badges) == expected);
        CHECK(expected > 40);
    }
    stage.session.state.compare.reset();
    for (const Record& record : stage.frame().records)
        if (const auto* disc = std::get_if<rec::Disc>(&record)) CHECK(disc->paint.ink != Ink::Panel);
}
