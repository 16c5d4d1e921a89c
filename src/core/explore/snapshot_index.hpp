#pragma once
// What is derived from a snapshot once, when it is loaded, and only read afterwards. Lives as long as its snapshot; the
// app builds it in load() and hands it to evaluate(), update() and layout().

#include "core/explore/facets.hpp"
#include "core/explore/search.hpp"
#include "core/geo/ground.hpp"
#include "core/time/lineage.hpp"
#include "core/time/roster.hpp"

#include <memory>

namespace atlas {

class DatedSets; // filter_sets.hpp

struct SnapshotIndex {
    LabelIndex labels;
    Lineage lineage;
    FacetIndex facets;
    SearchIndex search;
    Ground ground; // of the map that the data are shown on
    // Of the last date asked about: most changes are changes of the filter. Only saves work.
    mutable std::shared_ptr<const DatedSets> last_dated = {};
};

[[nodiscard]] std::shared_ptr<const SnapshotIndex> build_snapshot_index(const Snapshot& snapshot,
                                                                        const Ground& ground = {});

}
