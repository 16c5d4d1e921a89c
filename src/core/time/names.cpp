#include "core/time/names.hpp"

#include <algorithm>
#include <limits>

namespace atlas {

namespace {

constexpr Date k_always{std::numeric_limits<std::int32_t>::min()};

using Renamings = std::vector<std::vector<const Event*>>; // per cluster, in time order

Renamings renamings_of(const Snapshot& snapshot) {
    Renamings renamings(snapshot.clusters.size());
    for (const Event& event : snapshot.events)
        if (event.kind == EventKind::Renamed)
            for (const ClusterIndex cluster : event.to) renamings[cluster].push_back(&event);
    return renamings;
}

bool is_within(PartialDate fine, PartialDate coarse) {
    return fine.year == coarse.year && (coarse.month == 0 || fine.month == coarse.month) &&
           (coarse.day == 0 || fine.day == coarse.day);
}

std::optional<Date> refined(const std::vector<const Event*>& renamings, PartialDate stated) {
    for (const Event* event : renamings)
        if (is_within(event->date, stated)) return event->effective_day();
    return first_day(stated);
}

// The day on which `later` followed `earlier`; nothing if no source dates it.
std::optional<Date> change_day(const std::vector<const Event*>& renamings, const NameInterval& earlier,
                               const NameInterval& later) {
    if (later.from) return refined(renamings, *later.from);
    for (const Event* event : renamings)
        if (event->window && (event->window == later.from_window || event->window == earlier.to_window))
            return event->effective_day();
    if (earlier.to) return refined(renamings, *earlier.to);
    if (later.from_window) return first_day(later.from_window->latest);
    return std::nullopt;
}

}

NameIndex::NameIndex(const Snapshot& snapshot) {
    const Renamings renamings = renamings_of(snapshot);
    m_first.reserve(snapshot.clusters.size() + 1);
    for (std::size_t i = 0; i < snapshot.clusters.size(); ++i) {
        const Cluster& cluster = snapshot.clusters[i];
        m_first.push_back(static_cast<std::uint32_t>(m_spans.size()));
        m_spans.push_back({cluster.names.empty() ? cluster.name : cluster.names.front().name, k_always});
        for (std::size_t k = 1; k < cluster.names.size(); ++k) {
            const auto day = change_day(renamings[i], cluster.names[k - 1], cluster.names[k]);
            const NameSpan next{cluster.names[k].name, day.value_or(m_spans.back().from)};
            if (next.from <= m_spans.back().from)
                m_spans.back().name = next.name;
            else
                m_spans.push_back(next);
        }
    }
    m_first.push_back(static_cast<std::uint32_t>(m_spans.size()));
}

std::span<const NameSpan> NameIndex::of(ClusterIndex cluster) const {
    if (std::size_t{cluster} + 1 >= m_first.size()) return {};
    return std::span(m_spans).subspan(m_first[cluster], m_first[cluster + 1] - m_first[cluster]);
}

std::string_view NameIndex::at(ClusterIndex cluster, Date date) const {
    std::string_view name;
    for (const NameSpan& span : of(cluster))
        if (span.from <= date) name = span.name;
    return name;
}

}
