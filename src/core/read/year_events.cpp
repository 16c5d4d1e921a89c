#include "core/read/year_events.hpp"

#include "core/base/messages.hpp"
#include "core/time/lane_bars.hpp"

#include <algorithm>

namespace atlas {

namespace {

YearEvents& of_year(std::vector<YearEvents>& years, Date day) {
    const int year = civil(day).year;
    const auto place =
        std::lower_bound(years.begin(), years.end(), year, [](const YearEvents& each, int y) { return each.year < y; });
    if (place != years.end() && place->year == year) return *place;
    return *years.insert(place, YearEvents{year, {}, {}, {}});
}

}

std::vector<YearEvents> events_by_year(const LaneInput& input, Date first_day) {
    std::vector<YearEvents> years;
    for (std::size_t i = 0; i < input.snapshot.events.size(); ++i) {
        const Event& event = input.snapshot.events[i];
        if (event.kind != EventKind::Merged && event.kind != EventKind::Absorbed) continue;
        const bool has_holder = std::any_of(event.from.begin(), event.from.end(), [&](ClusterIndex source) {
            return !input.snapshot.clusters[source].labels.empty();
        });
        if (has_holder) of_year(years, event.effective_day()).mergers.push_back(static_cast<EventIndex>(i));
    }
    const LaneEvents events(input.snapshot);
    for (ClusterIndex cluster = 0; cluster < input.snapshot.clusters.size(); ++cluster)
        for (const LaneMark& mark : events.marks(input, {cluster})) {
            if (mark.kind == MarkKind::Entry && mark.day > first_day)
                of_year(years, mark.day).entered.push_back(cluster);
            if (mark.kind == MarkKind::End || mark.kind == MarkKind::Absent)
                of_year(years, mark.day).ended.push_back(cluster);
        }
    return years;
}

std::string cluster_names(const Snapshot& snapshot, const std::vector<ClusterIndex>& clusters, Lang lang,
                          std::size_t most) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < clusters.size() && i < most; ++i)
        names.push_back(snapshot.clusters[clusters[i]].short_name);
    if (clusters.size() > names.size())
        names.push_back(
            say(Msg::ChangeAndMore, lang, {format_number(static_cast<double>(clusters.size() - names.size()), lang)}));
    return join(names);
}

std::string merger_words(const Snapshot& snapshot, const Event& event, Lang lang, std::size_t most) {
    return say(Msg::ChangeMergedFromTo, lang,
               {cluster_names(snapshot, event.from, lang, most), cluster_names(snapshot, event.to, lang, most)});
}

}
