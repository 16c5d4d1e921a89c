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

Event read_event(const Record& record) {
    Event event;
    event.id = record.id();
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
    for (const Record& record : records) snapshot.events.push_back(read_event(record));
}

}
