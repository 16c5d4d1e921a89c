#include "core/ui/node_key.hpp"

#include "support/bundled_snapshot.hpp"
#include "support/stage.hpp"

#include <doctest/doctest.h>

using namespace atlas;

TEST_CASE("a node's text names the kind and the record, and is read back") {
    const Snapshot& snapshot = bundled_snapshot();
    const ClusterIndex axelera = *snapshot.find_cluster("axelera");
    CHECK(node_id(snapshot, {NodeKind::Pin, axelera}) == "map/pin/axelera");
    CHECK(node_id(snapshot, {NodeKind::PinTip, axelera}) == "map/tooltip/axelera");
    CHECK(node_id(snapshot, {NodeKind::Lane, axelera}) == "lineage/axelera");
    CHECK(node_id(snapshot, {NodeKind::Phase, 0}) == "timeline/phase/" + std::to_string(snapshot.phases[0].number));
    CHECK(node_id(snapshot, {NodeKind::MapSurface}) == "map/surface");
    for (ClusterIndex i = 0; i < snapshot.clusters.size(); ++i)
        for (const NodeKind kind : {NodeKind::Pin, NodeKind::PinTip, NodeKind::Lane})
            CHECK(node_key(snapshot, node_id(snapshot, {kind, i})) == NodeKey{kind, i});
    for (std::uint32_t i = 0; i < snapshot.phases.size(); ++i)
        CHECK(node_key(snapshot, node_id(snapshot, {NodeKind::Phase, i})) == NodeKey{NodeKind::Phase, i});
    CHECK(node_key(snapshot, "map/surface") == NodeKey{NodeKind::MapSurface});
}

TEST_CASE("texts of other nodes, and of nothing, have no key") {
    for (const char* id : {"", "map/pin/", "map/pin/nobody", "map/pin/axelera/", "map/surface/", "map/tooltip",
                           "lineage/surface", "lineage/zoom-all", "timeline/phase/", "timeline/phase/99",
                           "timeline/phase/4a", "timeline/date", "filters/domains/health"}) {
        CAPTURE(id);
        CHECK(node_key(bundled_snapshot(), id) == NodeKey{});
    }
}

TEST_CASE("in every view the keys of the nodes say what their texts say") {
    for (const View view : {View::Map, View::Timeline, View::List}) {
        Stage stage;
        stage.session.state.view = view;
        stage.show();
        std::size_t keyed = 0;
        for (const Node& node : stage.scene.nodes) {
            CAPTURE(node.id);
            CHECK(node_key(stage.snapshot, node.id) == node.key);
            if (node.key.kind != NodeKind::Other) ++keyed;
        }
        CHECK(keyed > 0);
    }
}
