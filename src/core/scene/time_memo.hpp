#pragma once
// What strip, lineage view and comparison derive from a snapshot once: names, yearly ticks and the order
// of the lanes. Kept in LayoutMemo, which lives as long as its snapshot.

#include "core/explore/snapshot_index.hpp"
#include "core/read/year_events.hpp"
#include "core/scene/layout.hpp"
#include "core/ui/parts.hpp"

namespace atlas {

struct LineageMemo {
    LineageMemo(const Snapshot& snapshot, const SnapshotIndex& index);

    const LaneOrder& order(const LayoutInput& input, LaneGrouping grouping);

    Date today;       // the newest date that the sources support
    Date first, last; // that the date handle can reach
    NameIndex names;
    std::vector<YearEvents> years; // in time order
    std::int32_t count_least = 0, count_most = 0;

private:
    std::optional<LaneOrder> m_order;
    LaneGrouping m_grouping = LaneGrouping::Domain;
};

[[nodiscard]] LineageMemo& time_memo(const LayoutInput& input);

// Whole years from the first to the last date of the snapshot, and room behind them for phases without an end.
[[nodiscard]] TimeAxis time_axis(const LayoutInput& input, float x0, float x1);

}
