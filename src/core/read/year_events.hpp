#pragma once
// What happened to labels year by year: the ticks of the strip, and the same in the text version. O(events + labels).

#include "core/time/lanes.hpp"

#include <string>
#include <vector>

namespace atlas {

// What happened in one year, as the ticks under the step line mark it.
struct YearEvents {
    int year = 0;
    std::vector<EventIndex> mergers;   // with at least one label holder
    std::vector<ClusterIndex> entered; // labels given for the first time, after the first day of the policy
    std::vector<ClusterIndex> ended;   // labels that nobody took over
};

// `first_day`: of the policy, whose first labels are no entries.
[[nodiscard]] std::vector<YearEvents> events_by_year(const LaneInput& input, Date first_day);
// Short names; those beyond `most` are counted.
[[nodiscard]] std::string cluster_names(const Snapshot& snapshot, const std::vector<ClusterIndex>& clusters, Lang lang,
                                        std::size_t most);
// "MTA → Mov'eo"
[[nodiscard]] std::string merger_words(const Snapshot& snapshot, const Event& event, Lang lang, std::size_t most);

}
