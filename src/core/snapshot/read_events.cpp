#include "core/snapshot/label_days.hpp"
#include "core/snapshot/name_forms.hpp"
#include "core/snapshot/sections.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr std::string_view k_event_kinds[] = {"labelled", "renamed",    "merged",      "absorbed",
                                              "split",    "delabelled", "not-renewed", "dissolved"};

// How many organisations an event takes in and gives out; `most` 0: any number.
struct Shape {
    std::size_t from_least, from_most, to_least, to_most;
};

Shape shape_of(EventKind kind) {
    switch (kind) {
    case EventKind::Labelled:
        return {0, 0, 1, 0};
    case EventKind::Renamed:
        return {1, 1, 1, 1};
    case EventKind::Merged:
        return {2, 0, 1, 1};
    case EventKind::Absorbed:
        return {1, 0, 1, 1};
    case EventKind::Split:
        return {1, 1, 2, 0};
    case EventKind::Delabelled:
    case EventKind::NotRenewed:
    case EventKind::Dissolved:
        break;
    }
    return {1, 0, 0, 0};
}

std::string count_text(std::size_t least, std::size_t most) {
    if (most == 0) return "≥ " + std::to_string(least);
    return std::to_string(least);
}

bool fits(std::size_t count, std::size_t least, std::size_t most) {
    return count >= least && (most == 0 || count <= most);
}

void check_shape(const Record& record, const Event& event) {
    const Shape shape = shape_of(event.kind);
    if (!fits(event.from.size(), shape.from_least, shape.from_most) ||
        !fits(event.to.size(), shape.to_least, shape.to_most)) {
        const std::string from = count_text(shape.from_least, shape.from_most);
        record.report().error(record.value(), Msg::EventShape, {from, count_text(shape.to_least, shape.to_most)});
    }
    if (event.kind == EventKind::Renamed && (event.name_before.empty() || event.name_after.empty()))
        record.report().error(record.value(), Msg::RenameNeedsNames);
}

// As far as both are precise.
bool agree(PartialDate a, PartialDate b) {
    const bool is_coarse = a.month == 0 || b.month == 0;
    return a.year == b.year && (is_coarse || (a.month == b.month && (a.day == 0 || b.day == 0 || a.day == b.day)));
}

bool is_change_of(const Event& event, const NameInterval& before, const NameInterval& after) {
    if (event.window) return after.from_window == event.window || before.to_window == event.window;
    const std::optional<PartialDate>& stated = after.from ? after.from : before.to;
    return stated && agree(event.date, *stated);
}

// A renaming and the names of the organisation tell the same thing: its names need not be written twice.
void take_names(const Cluster& cluster, Event& event) {
    for (std::size_t i = 1; i < cluster.names.size(); ++i) {
        if (!is_change_of(event, cluster.names[i - 1], cluster.names[i])) continue;
        if (event.name_before.empty()) event.name_before = plain_name(cluster.names[i - 1].name);
        if (event.name_after.empty()) event.name_after = plain_name(cluster.names[i].name);
        return;
    }
}

// A day on which many labels begin or end need not name them all again.
void take_holders(const Record& record, const LabelDays& days, Event& event) {
    if (event.kind == EventKind::Labelled && !record.field("to").exists()) event.to = days.begun(event.effective_day());
    if (event.kind == EventKind::Delabelled && !record.field("from").exists())
        event.from = days.ended(event.effective_day());
}

Event read_event(const Record& record, const Snapshot& snapshot, const LabelDays& days) {
    Event event;
    if (record.field("id").exists()) event.id = record.id();
    event.span = record.span();
    event.kind = record.choice("kind", k_event_kinds, EventKind::Labelled, Need::Required);
    event.date = record.date("date", Need::Required).value_or(PartialDate{k_first_year, 0, 0});
    event.label_date = record.date("label_date");
    event.window = record.window("window");
    event.from = record.references("from", record.tables().clusters);
    event.to = record.references("to", record.tables().clusters);
    if (event.kind == EventKind::Renamed && event.to.empty()) event.to = event.from;
    event.name_before = record.text("name_before");
    event.name_after = record.text("name_after");
    if (event.kind == EventKind::Renamed && !event.from.empty() && event.from[0] < snapshot.clusters.size())
        take_names(snapshot.clusters[event.from[0]], event);
    take_holders(record, days, event);
    event.partial = record.truth("partial").value_or(false);
    event.label_only = record.truth("label_only").value_or(false);
    event.label_gap = record.truth("label_gap").value_or(false);
    event.note = record.both("note");
    if (event.note.empty() && event.kind == EventKind::Renamed)
        event.note = tell(Msg::RenamedNote, {event.name_before, event.name_after});
    event.confidence = record.confidence();
    event.sources = record.sources("source", Need::Required);
    check_shape(record, event);
    return event;
}

}

void read_events(const Record& root, Snapshot& snapshot) {
    IdTable ids;
    ids.build(root.field("events"), "events", "id", root.report());
    const std::vector<Record> records = root.records("events", k_max_clusters);
    snapshot.events.reserve(records.size());
    const LabelDays days(snapshot);
    for (const Record& record : records) snapshot.events.push_back(read_event(record, snapshot, days));
}

}
