#include "core/base/order.hpp"
#include "core/snapshot/sections.hpp"

#include <algorithm>

namespace atlas {

namespace {

std::vector<Named> read_named(const Record& owner, std::string_view field) {
    std::vector<Named> out;
    for (const Record& record : owner.records(field))
        out.push_back({record.id(), record.both("name", Need::Required), record.both("detail")});
    return out;
}

std::vector<Roster> read_rosters(const Record& meta) {
    std::vector<Roster> out;
    for (const Record& record : meta.records("rosters")) {
        Roster roster;
        roster.id = record.id();
        roster.date = record.date("date", Need::Required).value_or(PartialDate());
        roster.title = record.both("title", Need::Required);
        roster.sources = record.sources("source", Need::Required);
        out.push_back(std::move(roster));
    }
    return out;
}

std::vector<TourStop> read_tour(const Record& meta) {
    std::vector<TourStop> out;
    for (const Record& record : meta.records("tour")) {
        TourStop stop;
        stop.cluster = record.reference("cluster", record.tables().clusters, Need::Required).value_or(0);
        stop.story = record.reference("story", record.tables().stories);
        stop.date = record.date("date");
        out.push_back(stop);
    }
    return out;
}

std::vector<Lang> read_languages(JsonValue list, Report& report) {
    constexpr std::size_t k_most = 40;
    std::vector<Lang> languages;
    if (!list.exists() || list.is(JsonKind::Null)) return languages;
    if (!list.is(JsonKind::Array)) report.error(list, Msg::ListExpected);
    if (list.size() == 0) report.error(list, Msg::ListIsEmpty);
    if (list.size() > k_most) report.error(list, Msg::TooManyItems, {std::to_string(k_most)});
    for (JsonValue item = list.first(); item.exists() && languages.size() < k_most; item = item.next()) {
        const std::optional<Lang> lang = Lang::parse(item.text());
        if (!lang || lang->tag() != item.text())
            report.error(item, Msg::BadLanguage, {quoted(item.text())});
        else if (std::find(languages.begin(), languages.end(), *lang) != languages.end())
            report.error(item, Msg::IdRepeated, {quoted(item.text())});
        else
            languages.push_back(*lang);
    }
    return languages;
}

}

void build_id_tables(JsonValue root, IdTables& tables, Report& report) {
    const JsonValue meta = root.find("meta");
    tables.languages = read_languages(meta.find("languages"), report);
    tables.sources.build(root.find("sources"), "sources", "id", report);
    tables.regions.build(root.find("regions"), "regions", "code", report);
    tables.domains.build(root.find("domains"), "domains", "id", report);
    tables.sectors.build(root.find("sectors"), "sectors", "id", report);
    tables.terms.build(meta.find("terms"), "meta.terms", "id", report);
    tables.classes.build(meta.find("classes"), "meta.classes", "id", report);
    tables.units.build(meta.find("units"), "meta.units", "id", report);
    tables.rosters.build(meta.find("rosters"), "meta.rosters", "id", report);
    tables.chapters.build(meta.find("chapters"), "meta.chapters", "id", report);
    tables.clusters.build(root.find("clusters"), "clusters", "id", report);
    tables.figures.build(root.find("figures"), "figures", "id", report);
    tables.stories.build(root.find("stories"), "stories", "id", report);
    tables.themes.build(root.find("themes"), "themes", "id", report);
    tables.policy.build(root.find("policy"), "policy", "id", report);
}

void check_unique(const Record& root, std::string_view list) {
    IdTable ids;
    ids.build(root.field(list), list, "id", root.report());
}

void read_meta(const Record& root, Snapshot& snapshot) {
    const std::optional<Record> meta = root.record("meta", Need::Required);
    if (!meta) return;
    Meta& out = snapshot.meta;
    out.title = meta->both("title", Need::Required);
    out.languages = meta->tables().languages;
    if (out.languages.empty()) // as the title is told
        for (const Text::Version& version : out.title.versions())
            if (!version.lang.is_empty()) out.languages.push_back(version.lang);
    out.description = meta->both("description");
    out.snapshot_date = meta->date("date", Need::Required).value_or(PartialDate());
    out.default_date = meta->date("default_date", Need::Required).value_or(PartialDate());
    out.licence = meta->both("licence", Need::Required);
    out.authorship = meta->both("authorship", Need::Required);
    out.map = meta->text("map");
    out.report_url = meta->url("report_url");
    out.tour = read_tour(*meta);
    snapshot.terms = read_named(*meta, "terms");
    snapshot.classes = read_named(*meta, "classes");
    snapshot.rosters = read_rosters(*meta);
    for (const Record& record : meta->records("units"))
        snapshot.units.push_back({record.text("id", Need::Required), record.both("name", Need::Required)});
    for (const Record& record : meta->records("countries"))
        snapshot.countries.push_back({record.code("id", Need::Required), record.both("name", Need::Required), {}});
    for (const Record& record : meta->records("chapters"))
        snapshot.chapters.push_back({record.id(), record.both("title", Need::Required)});
}

void read_sources(const Record& root, Snapshot& snapshot) {
    static constexpr std::string_view k_kinds[] = {"document", "web", "recollection", "inference"};
    for (const Record& record : root.records("sources", k_max_records, Need::Required)) {
        Source source;
        source.id = record.id();
        source.kind = record.choice("kind", k_kinds, SourceKind::Web);
        source.title = record.text("title", Need::Required);
        source.publisher = record.text("publisher");
        source.date = record.date("date");
        source.url = record.url("url");
        source.note = record.both("note");
        source.licence = record.both("licence");
        snapshot.sources.push_back(std::move(source));
    }
}

namespace {

// A list of codes, or an object of codes and names.
void read_departments(const Record& region, Snapshot& snapshot, std::vector<std::string>& codes) {
    const JsonValue list = region.field("departments");
    if (!list.is(JsonKind::Object)) {
        codes = region.texts("departments");
        for (const std::string& code : codes) snapshot.departments.push_back({code, {}, {}});
        return;
    }
    if (list.size() > k_max_list) return region.report().error(list, Msg::TooManyItems, {std::to_string(k_max_list)});
    for (JsonValue member = list.first(); member.exists(); member = member.next()) {
        codes.push_back(clean_text(member.key()));
        snapshot.departments.push_back({codes.back(), region.both_of(member), {}});
    }
}

}

void read_places(const Record& root, Snapshot& snapshot) {
    for (const Record& record : root.records("regions", k_max_list)) {
        Region region;
        region.code = record.code("code", Need::Required);
        region.name = record.both("name", Need::Required);
        region.capital = record.text("capital");
        read_departments(record, snapshot, region.departments);
        region.former = record.texts("former");
        snapshot.regions.push_back(std::move(region));
    }
    sort_stable(snapshot.departments, [](const Named& a, const Named& b) { return a.id < b.id; });
}

namespace {

constexpr std::string_view k_looks[k_look_count] = {"agri",    "health",   "energy", "water",
                                                    "digital", "mobility", "aero",   "industry"};

std::optional<Look> read_look(const Record& domain, std::string_view field) {
    if (domain.field(field).exists()) return domain.choice(field, k_looks, Look::Industry);
    const std::string id = domain.text("id");
    const auto known = std::find(std::begin(k_looks), std::end(k_looks), id);
    if (known == std::end(k_looks)) return std::nullopt;
    return static_cast<Look>(known - std::begin(k_looks));
}

}

namespace {

// "#1f6feb"
std::optional<std::uint32_t> read_rgb(std::string_view text) {
    if (text.size() != 7 || text.front() != '#') return std::nullopt;
    std::uint32_t rgb = 0;
    for (const char c : text.substr(1)) {
        const bool is_digit = c >= '0' && c <= '9';
        const char letter = static_cast<char>(c | 0x20);
        if (!is_digit && (letter < 'a' || letter > 'f')) return std::nullopt;
        rgb = rgb * 16 + static_cast<std::uint32_t>(is_digit ? c - '0' : letter - 'a' + 10);
    }
    return rgb;
}

}

void read_fields(const Record& root, Snapshot& snapshot) {
    for (const Record& record : root.records("domains", k_max_domains, Need::Required)) {
        const std::optional<std::uint32_t> rgb = read_rgb(record.field("colour").text());
        Domain domain{record.id(),
                      record.both("name", Need::Required),
                      record.both("short"),
                      rgb ? std::nullopt : read_look(record, "colour"),
                      read_look(record, "icon"),
                      rgb};
        if (domain.short_name.empty()) domain.short_name = domain.name;
        snapshot.domains.push_back(std::move(domain));
    }
    for (const Record& record : root.records("sectors", k_max_list, Need::Required)) {
        Sector sector;
        sector.id = record.id();
        sector.domain = record.reference("domain", record.tables().domains, Need::Required).value_or(0);
        sector.name = record.both("name", Need::Required);
        snapshot.sectors.push_back(std::move(sector));
    }
}

void read_themes(const Record& root, Snapshot& snapshot) {
    for (const Record& record : root.records("themes"))
        snapshot.themes.push_back({record.id(), record.both("title", Need::Required)});
}

}
