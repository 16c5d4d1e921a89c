#include "core/base/json_writer.hpp"
#include "core/explore/facet_traits.hpp"
#include "core/state/state_json.hpp"

namespace atlas {

namespace {

void write_clusters(JsonWriter& out, const Snapshot& snapshot, const std::vector<ClusterIndex>& clusters) {
    out.begin_array();
    for (const ClusterIndex cluster : clusters) out.string(snapshot.clusters[cluster].id);
    out.end_array();
}

void write_changes(JsonWriter& out, const Snapshot& snapshot, const Changes& changes) {
    out.begin_object();
    out.key("earlier").string(to_string(changes.earlier)).key("later").string(to_string(changes.later));
    write_clusters(out.key("entered"), snapshot, changes.entered);
    write_clusters(out.key("left"), snapshot, changes.left);
    out.key("merged").begin_array();
    for (const Merger& merger : changes.merged) {
        write_clusters(out.begin_object().key("from"), snapshot, merger.from);
        write_clusters(out.key("to"), snapshot, merger.to);
        out.end_object();
    }
    out.end_array();
    write_clusters(out.key("renamed"), snapshot, changes.renamed);
    write_clusters(out.key("continued"), snapshot, changes.continued);
    out.key("holdersEarlier").integer(changes.holders_earlier);
    out.key("holdersLater").integer(changes.holders_later);
    out.key("jointDifference").integer(changes.joint_difference).end_object();
}

}

std::string result_to_json(const Snapshot& snapshot, const Result& result) {
    JsonWriter out;
    out.begin_object().key("total").integer(result.total).key("shown").integer(result.shown_count);
    write_clusters(out.key("ids"), snapshot, result.shown);
    out.key("counts").begin_object();
    for (std::size_t i = 0; i < k_facet_count; ++i) {
        const auto facet = static_cast<Facet>(i);
        out.key(facet_key(facet)).begin_object();
        for (const FacetCount& count : result.of(facet)) out.key(count.value).integer(count.count);
        out.end_object();
    }
    out.end_object().key("changes");
    if (result.changes) {
        write_changes(out, snapshot, *result.changes);
    } else {
        out.null();
    }
    return out.end_object().take();
}

}
