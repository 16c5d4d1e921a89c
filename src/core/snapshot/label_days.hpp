// Whose label begins or ends on a day: what an event that names nobody means. In the order of their ids.
// Building: O(labels log labels); a look-up: O(log labels + answer).
#pragma once

#include "core/snapshot/snapshot.hpp"

namespace atlas {

class LabelDays {
public:
    explicit LabelDays(const Snapshot& snapshot);
    [[nodiscard]] std::vector<ClusterIndex> begun(Date day) const;
    [[nodiscard]] std::vector<ClusterIndex> ended(Date day) const;

private:
    struct Entry {
        Date day;
        std::string_view id; // of the snapshot
        ClusterIndex cluster;
    };
    static std::vector<ClusterIndex> on(const std::vector<Entry>& entries, Date day);
    std::vector<Entry> m_begun, m_ended;
};

}
