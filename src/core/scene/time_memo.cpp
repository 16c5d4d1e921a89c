#include "core/scene/time_memo.hpp"

#include "core/scene/layout_memo.hpp"
#include "core/state/dates.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

LineageMemo::LineageMemo(const Snapshot& snapshot, const SnapshotIndex& index)
    : today(last_day(snapshot.meta.default_date)), first(last_day(first_date(snapshot))),
      last(last_day(last_date(snapshot))), names(snapshot) {
    const auto steps = index.labels.steps();
    if (steps.empty()) return;
    years = events_by_year({snapshot, index.lineage, names, today}, steps.front().from);
    count_least = count_most = static_cast<std::int32_t>(steps.front().count);
    const auto take = [&](std::int32_t count) {
        count_least = std::min(count_least, count);
        count_most = std::max(count_most, count);
    };
    for (const RosterStep& step : steps) take(static_cast<std::int32_t>(step.count));
    for (const PublishedCount& count : snapshot.counts) take(count.value);
}

const LaneOrder& LineageMemo::order(const LayoutInput& input, LaneGrouping grouping) {
    if (!input.memo.noted(MemoEntry::LaneOrder, m_order && m_grouping == grouping)) {
        m_order = order_lanes({input.snapshot, input.index.lineage, names, today}, grouping);
        m_grouping = grouping;
    }
    return *m_order;
}

LineageMemo& time_memo(const LayoutInput& input) {
    if (!input.memo.lineage) input.memo.lineage = std::make_shared<LineageMemo>(input.snapshot, input.index);
    return *input.memo.lineage;
}

TimeAxis time_axis(const LayoutInput& input, float x0, float x1) {
    constexpr double k_undated = 0.11, k_margin = 0.02; // of the years: a band that can be read; the handle's half
    const std::vector<Phase>& phases = input.snapshot.phases;
    const bool is_open = std::any_of(phases.begin(), phases.end(), [](const Phase& phase) { return !phase.end; });
    const LineageMemo& memo = time_memo(input);
    double first = civil(memo.first).year;
    const double last = civil(memo.last).year + 1;
    for (const Phase& phase : phases)
        if (phase.start) first = std::min(first, std::floor(year_of(*phase.start)));
    return {x0, x1, first, last + (last - first) * (is_open ? k_undated : k_margin)};
}

}
