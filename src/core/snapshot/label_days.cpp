#include "core/snapshot/label_days.hpp"

#include "core/base/order.hpp"

#include <algorithm>

namespace atlas {

LabelDays::LabelDays(const Snapshot& snapshot) {
    for (ClusterIndex i = 0; i < snapshot.clusters.size(); ++i) {
        const Cluster& cluster = snapshot.clusters[i];
        for (const Label& label : cluster.labels) {
            m_begun.push_back({label.from, cluster.id, i});
            if (label.to) m_ended.push_back({*label.to, cluster.id, i});
        }
    }
    for (std::vector<Entry>* entries : {&m_begun, &m_ended})
        sort_stable(*entries,
                    [](const Entry& a, const Entry& b) { return a.day != b.day ? a.day < b.day : a.id < b.id; });
}

std::vector<ClusterIndex> LabelDays::on(const std::vector<Entry>& entries, Date day) {
    std::vector<ClusterIndex> out;
    auto place = std::lower_bound(entries.begin(), entries.end(), day,
                                  [](const Entry& entry, Date wanted) { return entry.day < wanted; });
    for (; place != entries.end() && place->day == day; ++place) out.push_back(place->cluster);
    return out;
}

std::vector<ClusterIndex> LabelDays::begun(Date day) const {
    return on(m_begun, day);
}

std::vector<ClusterIndex> LabelDays::ended(Date day) const {
    return on(m_ended, day);
}

}
