#pragma once
// What an organisation was called when. A name is in use from its stated beginning; where a Renamed event of the same
// year or window knows the day, from that day; a change that no source dates is not shown (the older name is then in no
// span). O(names + events) to build.

#include "core/snapshot/snapshot.hpp"

#include <span>

namespace atlas {

struct NameSpan {
    std::string_view name; // of the snapshot
    Date from;             // the first name of an organisation is valid from the beginning of time
};

class NameIndex {
public:
    explicit NameIndex(const Snapshot& snapshot);
    // In time order, never empty for a cluster of the snapshot.
    [[nodiscard]] std::span<const NameSpan> of(ClusterIndex cluster) const;
    [[nodiscard]] std::string_view at(ClusterIndex cluster, Date date) const;

private:
    std::vector<NameSpan> m_spans;
    std::vector<std::uint32_t> m_first; // per cluster, plus one at the end
};

}
