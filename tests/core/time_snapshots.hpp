// Small snapshots built by hand: "a" holds from 2005 and so on. Clusters are named by single letters.
#pragma once

#include "core/snapshot/snapshot.hpp"

#include <string_view>

namespace made {

using namespace atlas;

struct Maker {
    Snapshot snapshot;

    ClusterIndex cluster(std::string_view id, std::string_view from = "", std::string_view to = "") {
        Cluster cluster;
        cluster.id = cluster.name = cluster.short_name = id;
        cluster.kind = from.empty() ? ClusterKind::Partner : ClusterKind::Cluster;
        snapshot.clusters.push_back(cluster);
        const auto index = static_cast<ClusterIndex>(snapshot.clusters.size() - 1);
        if (!from.empty()) label(index, from, to);
        return index;
    }
    Label& label(ClusterIndex cluster, std::string_view from, std::string_view to = "") {
        Label label;
        label.from_stated = *parse_partial_date(from);
        label.from = first_day(label.from_stated);
        if (!to.empty()) {
            label.to_stated = parse_partial_date(to);
            label.to = first_day(*label.to_stated);
        }
        snapshot.clusters[cluster].labels.push_back(label);
        return snapshot.clusters[cluster].labels.back();
    }
    Event& event(EventKind kind, std::string_view date, std::vector<ClusterIndex> from, std::vector<ClusterIndex> to) {
        Event event;
        event.id = "e" + std::to_string(snapshot.events.size());
        event.kind = kind;
        event.date = *parse_partial_date(date);
        event.from = std::move(from);
        event.to = std::move(to);
        snapshot.events.push_back(event);
        return snapshot.events.back();
    }
};

inline Date day(std::string_view text) {
    return last_day(*parse_partial_date(text));
}

}
