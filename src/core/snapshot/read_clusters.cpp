#include "core/base/order.hpp"
#include "core/snapshot/sections.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr Range k_latitudes{-90, 90};
constexpr Range k_longitudes{-180, 180};
constexpr std::size_t k_max_rosters = 100;

// The region of each department, sorted.
class DepartmentTable {
public:
    explicit DepartmentTable(const Snapshot& snapshot) {
        for (std::size_t i = 0; i < snapshot.regions.size(); ++i) {
            for (const std::string& department : snapshot.regions[i].departments)
                m_entries.push_back({department, static_cast<RegionIndex>(i)});
        }
        sort_stable(m_entries);
    }
    std::optional<RegionIndex> region_of(std::string_view department) const {
        const Entry wanted{department, 0};
        const auto place = std::lower_bound(m_entries.begin(), m_entries.end(), wanted);
        if (place == m_entries.end() || place->first != department) return std::nullopt;
        return place->second;
    }

    // A place's code begins with that of its department: the longest known beginning ("30202" -> "30", "97411" ->
    // "974").
    std::string_view department_of(std::string_view place_code) const {
        for (std::size_t length = place_code.size(); length-- > 1;) {
            if (const std::string_view start = place_code.substr(0, length); region_of(start)) return start;
        }
        return {};
    }

private:
    using Entry = std::pair<std::string_view, RegionIndex>;
    std::vector<Entry> m_entries;
};

NameInterval read_name(const Record& record, const std::string& present) {
    NameInterval name;
    name.name = record.field("name").exists() ? record.text("name", Need::Required) : present;
    name.from = record.date("from");
    name.to = record.date("to");
    name.from_window = record.window("from_window");
    name.to_window = record.window("to_window");
    name.sources = record.sources();
    if (name.from && name.to && last_day(*name.to) < first_day(*name.from))
        record.report().error(record.field("to"), Msg::EndBeforeBegin);
    return name;
}

EarlierSeat read_earlier_seat(const Record& record) {
    EarlierSeat seat;
    seat.city = record.text("city", Need::Required);
    seat.place_code = record.code(k_place_code, Need::Optional);
    seat.lat_deg = record.number("lat", k_latitudes, Need::Required).value_or(0);
    seat.lng_deg = record.number("lng", k_longitudes, Need::Required).value_or(0);
    seat.from = record.date("from");
    seat.to = record.date("to");
    seat.sources = record.sources();
    if (seat.from && seat.to && last_day(*seat.to) < first_day(*seat.from))
        record.report().error(record.field("to"), Msg::EndBeforeBegin);
    return seat;
}

Seat read_seat(const Record& record, const DepartmentTable& departments) {
    static constexpr std::string_view k_kinds[] = {"seat", "anchor", "none"};
    Seat seat;
    seat.kind = record.choice("kind", k_kinds, SeatKind::Seat);
    const Need place = seat.kind == SeatKind::None ? Need::Optional : Need::Required;
    seat.city = record.text("city", place);
    seat.place_code = record.code(k_place_code, Need::Optional);
    seat.department = record.code("department", Need::Optional);
    if (seat.department.empty()) seat.department = departments.department_of(seat.place_code);
    seat.region = record.reference("region", record.tables().regions);
    if (!seat.region) seat.region = departments.region_of(seat.department);
    seat.lat_deg = record.number("lat", k_latitudes, place).value_or(0);
    seat.lng_deg = record.number("lng", k_longitudes, place).value_or(0);
    seat.confidence = record.confidence();
    seat.sources = record.sources();
    seat.note = record.both("note");
    for (const Record& earlier : record.records("earlier")) seat.earlier.push_back(read_earlier_seat(earlier));
    return seat;
}

// A name that the next one follows was in use until then.
std::vector<NameInterval> read_names(const Record& record, const std::string& present) {
    std::vector<NameInterval> names;
    for (const Record& each : record.records("names")) {
        names.push_back(read_name(each, present));
        if (names.size() < 2) continue;
        NameInterval& before = names[names.size() - 2];
        if (!before.to) before.to = names.back().from;
        if (!before.to_window) before.to_window = names.back().from_window;
    }
    return names;
}

JointLabel read_joint(const Record& record) {
    JointLabel joint;
    joint.id = record.id();
    joint.from = record.day("from", Need::Required).value_or(Date());
    joint.to = record.day("to");
    joint.sources = record.sources();
    if (joint.to && *joint.to <= joint.from) record.report().error(record.field("to"), Msg::EndBeforeBegin);
    return joint;
}

PhaseTerm read_term(const Record& record) {
    PhaseTerm term;
    term.phase = record.whole("phase", {1, 1000}, Need::Required).value_or(1);
    term.term = record.reference("term", record.tables().terms, Need::Required).value_or(0);
    term.confidence = record.confidence();
    term.sources = record.sources();
    term.note = record.both("note");
    return term;
}

void check_label_end(const Record& record, const Label& label) {
    if (label.to && *label.to <= label.from) record.report().error(record.field("to"), Msg::EndBeforeBegin);
    const bool in_order =
        label.to && label.to_earliest && label.from < *label.to_earliest && *label.to_earliest <= *label.to;
    if (!label.to_certain && !in_order) record.report().error(record.value(), Msg::EarliestMissing);
}

Label read_label(const Record& record, Need beginning) {
    Label label;
    label.from_stated = record.date("from", beginning).value_or(PartialDate());
    label.to_stated = record.date("to");
    label.from = first_day(label.from_stated);
    if (label.to_stated) label.to = first_day(*label.to_stated);
    label.to_certain = record.truth("to_certain").value_or(true);
    if (const auto earliest = record.date("to_earliest")) label.to_earliest = first_day(*earliest);
    if (const auto joint = record.record("joint")) label.joint = read_joint(*joint);
    label.confidence = record.confidence();
    label.sources = record.sources("source", Need::Required);
    for (const Record& term : record.records("terms")) label.phase_terms.push_back(read_term(term));
    check_label_end(record, label);
    return label;
}

std::vector<Label> read_labels(const Record& record) {
    std::vector<Label> labels;
    for (const Record& each : record.records("labels")) {
        labels.push_back(read_label(each, labels.empty() ? Need::Optional : Need::Required));
        if (labels.size() < 2 || !labels.back().from_stated.is_known()) continue;
        const Label& before = labels[labels.size() - 2];
        if (!before.to || *before.to > labels.back().from) record.report().error(each.value(), Msg::LabelsOverlap);
    }
    return labels;
}

std::vector<RosterName> read_roster_names(const Record& cluster, const std::string& present) {
    std::vector<RosterName> out;
    const std::optional<Record> rosters = cluster.record("rosters");
    if (!rosters) return out;
    if (rosters->value().size() > k_max_rosters) {
        cluster.report().error(rosters->value(), Msg::TooManyItems, {std::to_string(k_max_rosters)});
        return out;
    }
    for (JsonValue member = rosters->value().first(); member.exists(); member = member.next()) {
        const std::optional<RosterIndex> roster = cluster.tables().rosters.find(member.key());
        if (!roster)
            cluster.report().error(member, Msg::IdUnknown, {clean_text(member.key().substr(0, 60)), "meta.rosters"});
        const bool is_present = member.is(JsonKind::Bool) && member.boolean(); // true: printed as the present name
        out.push_back({roster.value_or(0), is_present ? present : rosters->text(member.key(), Need::Required)});
    }
    return out;
}

// Names printed in lists are names to search for, too.
void add_alias(Cluster& cluster, const std::string& name) {
    const auto same = [&](const std::string& known) { return known == name; };
    const auto same_interval = [&](const NameInterval& known) { return known.name == name; };
    const bool is_known = same(cluster.name) || std::any_of(cluster.aliases.begin(), cluster.aliases.end(), same) ||
                          std::any_of(cluster.names.begin(), cluster.names.end(), same_interval);
    if (!is_known) cluster.aliases.push_back(name);
}

void read_identity(const Record& record, Cluster& cluster) {
    static constexpr std::string_view k_kinds[] = {"cluster", "partner"};
    cluster.id = record.id();
    cluster.span = record.span();
    cluster.kind = record.choice("kind", k_kinds, ClusterKind::Cluster);
    cluster.name = record.text("name", Need::Required);
    cluster.short_name = record.text("short");
    if (cluster.short_name.empty()) cluster.short_name = cluster.name;
    cluster.names = read_names(record, cluster.name);
    cluster.aliases = record.texts("aliases");
    cluster.rosters = read_roster_names(record, cluster.name);
    for (const RosterName& roster : cluster.rosters) add_alias(cluster, roster.name);
}

void read_activity(const Record& record, const Snapshot& snapshot, Cluster& cluster) {
    cluster.sectors = record.references("sectors", record.tables().sectors, Need::Required);
    for (const SectorIndex sector : cluster.sectors) {
        if (sector >= snapshot.sectors.size()) continue; // of a broken list, reported already
        const DomainIndex domain = snapshot.sectors[sector].domain;
        const auto place = std::find(cluster.domains.begin(), cluster.domains.end(), domain);
        if (place == cluster.domains.end()) cluster.domains.push_back(domain);
    }
    if (!cluster.domains.empty()) cluster.domain = cluster.domains.front();
    cluster.focus = record.both("focus");
    cluster.industry_2007 = record.both("industry_2007");
    cluster.international_2007 = record.truth("international_2007");
    cluster.cluster_class = record.reference("class", record.tables().classes);
    cluster.note = record.both("note");
}

void read_contact(const Record& record, Cluster& cluster) {
    if (const auto website = record.record("website"))
        cluster.website = {website->host("address"), website->confidence(), website->sources()};
    const std::optional<Record> president = record.record("president");
    if (!president) return;
    cluster.president = President{president->text("name", Need::Required),
                                  president->date("date", Need::Required).value_or(PartialDate()), president->sources(),
                                  president->both("note")};
}

void read_backing(const Record& record, Cluster& cluster) {
    if (const auto confidence = record.record("confidence")) {
        cluster.class_confidence = confidence->confidence("class");
        cluster.regions_confidence = confidence->confidence("regions");
        cluster.sectors_confidence = confidence->confidence("sectors");
    }
    if (const auto sources = record.record("sources")) {
        cluster.class_sources = sources->sources("class");
        cluster.regions_sources = sources->sources("regions");
        cluster.coordinates_sources = sources->sources("coordinates");
    }
}

// A label whose beginning nobody knows holds as far back as the file goes; one that ended earlier, for its last day.
void settle_beginnings(Snapshot& snapshot) {
    std::optional<Date> earliest;
    for (const Cluster& cluster : snapshot.clusters)
        for (const Label& label : cluster.labels)
            if (label.from_stated.is_known()) earliest = std::min(earliest.value_or(label.from), label.from);
    const Date otherwise = first_day(PartialDate{snapshot.meta.default_date.year, 0, 0});
    for (Cluster& cluster : snapshot.clusters) {
        for (Label& label : cluster.labels) {
            if (label.from_stated.is_known()) continue;
            label.from = earliest.value_or(otherwise);
            if (const auto end = label.to_earliest ? label.to_earliest : label.to)
                label.from = std::min(label.from, Date{end->days - 1});
        }
    }
}

}

void read_clusters(const Record& root, Snapshot& snapshot) {
    const std::optional<Record> meta = root.record("meta");
    const Sources coordinates = meta ? meta->sources("coordinates_source") : Sources();
    const std::vector<Record> records = root.records("clusters", k_max_clusters, Need::Required);
    snapshot.clusters.reserve(records.size());
    const DepartmentTable departments(snapshot);
    for (const Record& record : records) {
        Cluster& cluster = snapshot.clusters.emplace_back();
        read_identity(record, cluster);
        if (const auto seat = record.record("seat")) cluster.seat = read_seat(*seat, departments);
        cluster.regions_covered = record.references("regions", record.tables().regions);
        read_activity(record, snapshot, cluster);
        read_contact(record, cluster);
        cluster.labels = read_labels(record);
        read_backing(record, cluster);
        if (cluster.seat && cluster.seat->kind != SeatKind::None && cluster.coordinates_sources.empty())
            cluster.coordinates_sources = coordinates;
        if (cluster.kind == ClusterKind::Partner && !cluster.labels.empty())
            record.report().error(record.field("labels"), Msg::PartnerWithLabel);
        if (cluster.kind == ClusterKind::Cluster && cluster.labels.empty())
            record.report().warn(record.value(), Msg::ClusterWithoutLabel);
    }
    settle_beginnings(snapshot);
}

}
