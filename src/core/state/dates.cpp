#include "core/state/dates.hpp"

#include "core/base/order.hpp"

#include <algorithm>

namespace atlas {

namespace {

PartialDate month_of(Date date) {
    const CivilDate day = civil(date);
    return {static_cast<std::int16_t>(day.year), static_cast<std::uint8_t>(day.month), 0};
}

}

PartialDate first_date(const Snapshot& snapshot) {
    std::optional<Date> first;
    for (const Cluster& cluster : snapshot.clusters)
        for (const Label& label : cluster.labels)
            if (!first || label.from < *first) first = label.from;
    return first ? month_of(*first) : snapshot.meta.default_date;
}

PartialDate last_date(const Snapshot& snapshot) {
    Date last = std::max(last_day(snapshot.meta.default_date), last_day(snapshot.meta.snapshot_date));
    for (const Phase& phase : snapshot.phases)
        if (phase.end) last = std::max(last, *phase.end);
    return partial(last);
}

PartialDate clamp_date(const Snapshot& snapshot, PartialDate date) {
    const PartialDate first = first_date(snapshot), last = last_date(snapshot);
    if (last_day(date) < last_day(first)) return first;
    // A whole year or month that the end lies in is kept as stated.
    if (first_day(date) > last_day(last)) return last;
    return date;
}

PartialDate month_step(PartialDate date, int months) {
    const int month = date.month == 0 ? 12 : date.month;
    const int count = date.year * 12 + month - 1 + months;
    const int year = std::clamp(count / 12, k_first_year, k_last_year);
    return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(count % 12 + 1), 0};
}

PartialDate phase_step(const Snapshot& snapshot, PartialDate date, int step) {
    const Date day = last_day(date), last = last_day(snapshot.meta.default_date);
    std::vector<Date> stops{last_day(first_date(snapshot))};
    for (const Phase& phase : snapshot.phases)
        if (phase.end) stops.push_back(std::min(*phase.end, last));
    stops.push_back(last);
    sort_stable(stops);
    if (step > 0) {
        const auto next = std::upper_bound(stops.begin(), stops.end(), day);
        return next == stops.end() ? date : *next == last ? snapshot.meta.default_date : partial(*next);
    }
    const auto here = std::lower_bound(stops.begin(), stops.end(), day);
    return here == stops.begin() ? date : partial(*std::prev(here));
}

const Phase* phase_at(const Snapshot& snapshot, Date day) {
    for (const Phase& phase : snapshot.phases)
        if (phase.start && *phase.start <= day && (!phase.end || day <= *phase.end)) return &phase;
    return nullptr;
}

}
