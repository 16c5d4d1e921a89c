#include "core/snapshot/checks.hpp"

#include "core/base/order.hpp"
#include "core/snapshot/label_index.hpp"

#include <algorithm>

namespace atlas {

namespace {

// Walks a list of the snapshot and the list of the file that it came from together.
template<class Item, class Check>
void for_each_record(const std::vector<Item>& items, JsonValue list, Check check) {
    JsonValue record = list.first();
    for (const Item& item : items) {
        check(item, record);
        record = record.next();
    }
}

Date last_effective_day(const Event& event) {
    return last_day(event.label_date ? *event.label_date : event.date);
}

bool starts_within(const Cluster& cluster, Date first, Date last) {
    return std::any_of(cluster.labels.begin(), cluster.labels.end(),
                       [&](const Label& label) { return first <= label.from && label.from <= last; });
}

bool holds_after(const Cluster& cluster, Date day) {
    return std::any_of(cluster.labels.begin(), cluster.labels.end(),
                       [&](const Label& label) { return label.from <= day && (!label.to || *label.to > day); });
}

// The end of a label may only be known as lying in a window.
Date last_possible_day(const Event& event) {
    const Date stated = last_effective_day(event);
    return event.window ? std::max(stated, last_day(event.window->latest)) : stated;
}

void check_parts_end(const Snapshot& snapshot, const Event& event, JsonValue record, Report& report) {
    const Date day = last_possible_day(event);
    for (const ClusterIndex part : event.from) {
        const Cluster& cluster = snapshot.clusters[part];
        const bool goes_on = std::find(event.to.begin(), event.to.end(), part) != event.to.end();
        if (!goes_on && holds_after(cluster, day))
            report.error(record.find("from"), Msg::PartStillLabelled, {cluster.id});
    }
}

void check_event(const Snapshot& snapshot, const Event& event, JsonValue record, Report& report) {
    switch (event.kind) {
    case EventKind::Labelled:
        for (const ClusterIndex index : event.to) {
            const Cluster& cluster = snapshot.clusters[index];
            if (!starts_within(cluster, event.effective_day(), last_possible_day(event)))
                report.error(record.find("to"), Msg::NoLabelStarts, {cluster.id});
        }
        break;
    case EventKind::Merged:
    case EventKind::Absorbed:
        if (!event.partial) check_parts_end(snapshot, event, record, report);
        break;
    case EventKind::Delabelled:
    case EventKind::NotRenewed:
    case EventKind::Dissolved:
        for (const ClusterIndex index : event.from) {
            if (holds_after(snapshot.clusters[index], last_possible_day(event)))
                report.error(record.find("from"), Msg::NoLabelEnds, {snapshot.clusters[index].id});
        }
        break;
    case EventKind::Renamed:
    case EventKind::Split:
        break;
    }
}

// Depth first without recursion: a cluster met again while it is still open is its own ancestor.
class CycleSearch {
public:
    explicit CycleSearch(const Snapshot& snapshot)
        : m_heirs(snapshot.clusters.size()), m_colour(snapshot.clusters.size()) {
        for (const Event& event : snapshot.events) {
            for (const ClusterIndex from : event.from) {
                for (const ClusterIndex to : event.to) {
                    if (from != to) m_heirs[from].push_back(to);
                }
            }
        }
    }

    std::optional<ClusterIndex> find() {
        for (ClusterIndex start = 0; start < m_heirs.size(); ++start) {
            if (m_colour[start] != Colour::New) continue;
            if (const auto cycle = walk(start)) return cycle;
        }
        return std::nullopt;
    }

private:
    enum class Colour : std::uint8_t { New, Open, Done };
    struct Step {
        ClusterIndex cluster;
        std::size_t next;
    };

    std::optional<ClusterIndex> walk(ClusterIndex start) {
        std::vector<Step> path{{start, 0}};
        m_colour[start] = Colour::Open;
        while (!path.empty()) {
            Step& step = path.back();
            if (step.next == m_heirs[step.cluster].size()) {
                m_colour[step.cluster] = Colour::Done;
                path.pop_back();
                continue;
            }
            const ClusterIndex heir = m_heirs[step.cluster][step.next++];
            if (m_colour[heir] == Colour::Open) return heir;
            if (m_colour[heir] == Colour::Done) continue;
            m_colour[heir] = Colour::Open;
            path.push_back({heir, 0});
        }
        return std::nullopt;
    }

    std::vector<std::vector<ClusterIndex>> m_heirs;
    std::vector<Colour> m_colour;
};

void check_joint_labels(const Snapshot& snapshot, JsonValue clusters, Report& report) {
    struct Use {
        std::string_view id;
        JsonValue at;
    };
    std::vector<Use> uses;
    for_each_record(snapshot.clusters, clusters, [&](const Cluster& cluster, JsonValue record) {
        for_each_record(cluster.labels, record.find("labels"), [&](const Label& label, JsonValue at) {
            if (!label.joint) return;
            uses.push_back({label.joint->id, at.find("joint")});
            const bool ends_late = label.to && (!label.joint->to || *label.joint->to > *label.to);
            if (label.joint->from < label.from || ends_late) report.error(at.find("joint"), Msg::JointOutside);
        });
    });
    sort_stable(uses, [](const Use& a, const Use& b) { return a.id < b.id; });
    for (std::size_t i = 0; i < uses.size(); ++i) {
        const bool shared =
            (i > 0 && uses[i - 1].id == uses[i].id) || (i + 1 < uses.size() && uses[i + 1].id == uses[i].id);
        if (!shared) report.warn(uses[i].at, Msg::JointAlone, {uses[i].id});
    }
}

void check_phases(const Snapshot& snapshot, JsonValue phases, Report& report) {
    const Phase* before = nullptr;
    for_each_record(snapshot.phases, phases, [&](const Phase& phase, JsonValue record) {
        const bool in_order = before == nullptr || before->number < phase.number;
        const bool apart = before == nullptr || !before->end || !phase.start || *before->end < *phase.start;
        if (!in_order || !apart) report.error(record, Msg::PhasesOverlap);
        before = &phase;
    });
}

// A roster of 2026 speaks of some day of 2026.
void check_rosters(const Snapshot& snapshot, JsonValue clusters, Report& report) {
    for_each_record(snapshot.clusters, clusters, [&](const Cluster& cluster, JsonValue record) {
        for (const RosterName& name : cluster.rosters) {
            const Roster& roster = snapshot.rosters[name.roster];
            const bool holds = std::any_of(cluster.labels.begin(), cluster.labels.end(), [&](const Label& label) {
                return label.from <= last_day(roster.date) && (!label.to || *label.to > first_day(roster.date));
            });
            if (!holds) report.warn(record.find("rosters"), Msg::RosterWithoutLabel, {cluster.id, roster.id});
        }
    });
}

void check_counts(const Snapshot& snapshot, JsonValue counts, Report& report) {
    if (snapshot.counts.empty()) return;
    const LabelIndex labels(snapshot);
    for_each_record(snapshot.counts, counts, [&](const PublishedCount& count, JsonValue record) {
        const RosterStep step = labels.at(count.date);
        const JsonValue derived = record.find("derived");
        if (static_cast<int>(step.count) != count.derived)
            report.error(derived.kind() == JsonKind::Missing ? record : derived, Msg::CountDiffers,
                         {std::to_string(step.count), std::to_string(count.derived)});
        else if (static_cast<int>(step.count_min) != count.derived_min)
            report.error(record, Msg::CountDiffers,
                         {std::to_string(step.count_min), std::to_string(count.derived_min)});
    });
}

}

void check_snapshot(const Snapshot& snapshot, JsonValue root, Report& report) {
    for_each_record(snapshot.events, root.find("events"),
                    [&](const Event& event, JsonValue record) { check_event(snapshot, event, record, report); });
    if (const auto cycle = CycleSearch(snapshot).find())
        report.error(root.find("events"), Msg::LineageCycle, {snapshot.clusters[*cycle].id});
    check_joint_labels(snapshot, root.find("clusters"), report);
    check_phases(snapshot, root.find("phases"), report);
    check_rosters(snapshot, root.find("clusters"), report);
    check_counts(snapshot, root.find("counts"), report);
}

}
