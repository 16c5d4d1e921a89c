#include "core/snapshot/load.hpp"

#include "core/base/order.hpp"
#include "core/snapshot/checks.hpp"
#include "core/snapshot/sections.hpp"

namespace atlas {

namespace {

constexpr int k_schema = 1;

void read_all(const Record& root, Snapshot& snapshot) {
    read_meta(root, snapshot);
    read_sources(root, snapshot);
    read_places(root, snapshot);
    read_fields(root, snapshot);
    read_themes(root, snapshot);
    read_clusters(root, snapshot);
    read_events(root, snapshot);
    read_figures(root, snapshot);
    read_phases(root, snapshot);
    read_stories(root, snapshot);
    read_policy(root, snapshot);
    read_guide(root, snapshot);
    read_glossary(root, snapshot);
    read_contradictions(root, snapshot);
    read_counts(root, snapshot);
}

bool is_known_schema(const Record& root) {
    const JsonValue schema = root.field("schema", Need::Required);
    if (!schema.exists()) return false;
    const bool known = schema.is(JsonKind::Number) && schema.number() == k_schema;
    if (!known) root.report().error(schema, Msg::UnsupportedSchema);
    return known;
}

void sort_by_time(Snapshot& snapshot) {
    sort_stable(snapshot.events, [](const Event& a, const Event& b) { return first_day(a.date) < first_day(b.date); });
    sort_stable(snapshot.counts, [](const PublishedCount& a, const PublishedCount& b) { return a.date < b.date; });
}

std::shared_ptr<const Snapshot> read_snapshot(JsonValue value, std::string_view bytes, Report& report) {
    const IdTables nothing;
    const Record top(value, nothing, report);
    if (!value.is(JsonKind::Object)) {
        report.error(value, Msg::NotASnapshot);
        return nullptr;
    }
    if (!is_known_schema(top)) return nullptr;
    IdTables tables;
    build_id_tables(value, tables, report);
    auto snapshot = std::make_shared<Snapshot>();
    read_all(Record(value, tables, report), *snapshot);
    if (report.has_errors()) return nullptr;
    check_snapshot(*snapshot, value, report);
    if (report.has_errors()) return nullptr;
    sort_by_time(*snapshot);
    snapshot->index_ids();
    snapshot->raw = bytes;
    return snapshot;
}

}

LoadResult load_snapshot(std::string_view bytes) {
    LoadResult result;
    Report report(bytes);
    const JsonDocument document(bytes);
    if (!document.ok()) {
        report.problem(document.problem());
    } else {
        if (document.has_byte_order_mark()) report.warn({}, Msg::ByteOrderMarkSkipped);
        result.snapshot = read_snapshot(document.root(), bytes, report);
    }
    report.finish(result);
    return result;
}

}
