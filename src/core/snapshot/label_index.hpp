#pragma once
// Who holds the label when.
// One rule for dates of mixed precision, everywhere in the atlas: the bounds of a label and the day of an event are the
// first day of what the source states ("2019-12" -> 2019-12-01), the date a reader asks for is the last day of it
// ("2019" -> 2019-12-31). A holder at D has from <= D < to. Several bodies under one joint label count once. Partners
// never count. Uncertain ends: count takes them at their latest, count_min at their earliest.
// Building: O(labels log labels), about 50 ms for 200 000 clusters; counts: O(log steps); holders: one linear pass over
// flat arrays, which is what every caller needs anyway.

#include "core/snapshot/snapshot.hpp"

#include <span>

namespace atlas {

// The counts from `from` until the next step.
struct RosterStep {
    Date from;
    std::uint32_t count = 0;     // labels; joint ones once
    std::uint32_t count_min = 0; // the same with uncertain ends at their earliest
    std::uint32_t bodies = 0;    // organisations
};

class LabelIndex {
public:
    explicit LabelIndex(const Snapshot& snapshot);

    [[nodiscard]] std::uint32_t count_at(Date date) const { return at(date).count; }
    [[nodiscard]] std::uint32_t count_min_at(Date date) const { return at(date).count_min; }
    [[nodiscard]] std::uint32_t bodies_at(Date date) const { return at(date).bodies; }
    [[nodiscard]] RosterStep at(Date date) const;
    // Per cluster: 1 if a holder.
    [[nodiscard]] std::vector<std::uint8_t> holds_at(Date date) const;
    [[nodiscard]] std::vector<ClusterIndex> holders_at(Date date) const;
    // Every day on which a count changes, in time order.
    [[nodiscard]] std::span<const RosterStep> steps() const { return m_steps; }

private:
    std::size_t m_cluster_count = 0;
    std::vector<std::int32_t> m_from, m_to; // one per label, days since 1970; parallel to m_cluster
    std::vector<ClusterIndex> m_cluster;
    std::vector<RosterStep> m_steps;
};

[[nodiscard]] bool holds_at(const Label& label, Date date);
[[nodiscard]] bool holds_at(const Cluster& cluster, Date date);
// Whether several bodies share it on the day; whether it is held then is another question.
[[nodiscard]] bool is_joint_at(const Label& label, Date date);
[[nodiscard]] const Label* label_at(const Cluster& cluster, Date date);

}
