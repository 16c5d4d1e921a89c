#include "core/tables/table_snapshot.hpp"

#include "core/base/decimal.hpp"
#include "core/base/json_object.hpp"
#include "core/base/messages.hpp"
#include "core/snapshot/cluster.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr std::string_view k_source = "table";
constexpr std::string_view k_no_domain = "none";
constexpr std::size_t k_most_title = 80; // bytes; a longer one is cut

struct LookNames {
    std::string_view id, names;
};
constexpr LookNames k_looks[] = {
#define ATLAS_LOOK(id, names) {id, names},
#include "core/tables/looks.def"
};

// The domain's id when it has a look of its own; else empty.
std::string_view look_named(std::string_view name) {
    const std::string wanted = "|" + fold(name) + "|";
    for (const LookNames& look : k_looks)
        if (("|" + std::string(look.names) + "|").find(wanted) != std::string::npos) return look.id;
    return {};
}

void write_text(JsonWriter& out, const Text& text) {
    if (text.versions().size() == 1) {
        out.string(text.versions().front().words);
        return;
    }
    out.begin_object();
    for (const auto& [lang, words] : text.versions()) out.key(lang.tag()).string(words);
    out.end_object();
}

void write_texts(JsonWriter& out, std::string_view key, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    out.key(key).begin_array();
    for (const std::string& text : texts) out.string(text);
    out.end_array();
}

void write_source(JsonWriter& out) {
    out.key("source").begin_array().string(k_source).end_array();
}

std::string title_of(const std::string& file_name) {
    std::string title = clean_text(file_name.substr(0, file_name.rfind('.')));
    if (title.size() > k_most_title) title = quoted(title);
    return title.empty() ? "CSV" : title;
}

// A town that has no name is called by its place.
std::string city_of(const TableCluster& cluster) {
    if (!cluster.city.empty() || !cluster.place) return cluster.city;
    return shortest_number(cluster.place->lat_deg) + ", " + shortest_number(cluster.place->lng_deg);
}

}

std::string TableSnapshot::domain_of(const TableCluster& cluster) {
    if (!cluster.domain.empty()) return m_domains.take(cluster.domain);
    return m_domains.take_as(std::string(k_no_domain), tell(Msg::Unknown));
}

std::string TableSnapshot::region_called(const std::string& name) {
    const MapArea* area = m_map.called(name);
    if (area == nullptr) return m_regions.take(name);
    return m_regions.take_as(area->code, area->name.empty() ? Text(area->code) : area->name);
}

std::string TableSnapshot::region_of(const TableCluster& cluster) {
    if (!cluster.region.empty()) return region_called(cluster.region);
    const MapArea* area = cluster.place ? m_map.at(*cluster.place) : nullptr;
    return area == nullptr ? std::string() : region_called(area->code);
}

void TableSnapshot::write_identity(const TableCluster& cluster, const std::string& id) {
    m_clusters.key("id").string(id).key("name").string(cluster.name);
    if (cluster.is_partner) m_clusters.key("kind").string("partner");
    if (!cluster.focus.empty()) m_clusters.key("focus").string(cluster.focus);
    write_texts(m_clusters, "aliases", cluster.aliases);
}

void TableSnapshot::write_activity(const TableCluster& cluster) {
    const std::string domain = domain_of(cluster);
    m_clusters.key("sectors").begin_array();
    if (cluster.sectors.empty() && cluster.domain.empty())
        m_clusters.string(m_sectors.take_as(std::string(k_no_domain), tell(Msg::Unknown), domain));
    else if (cluster.sectors.empty())
        m_clusters.string(m_sectors.take(cluster.domain, domain));
    for (const std::string& sector : cluster.sectors) m_clusters.string(m_sectors.take(sector, domain));
    m_clusters.end_array();
    if (!cluster.cluster_class.empty()) m_clusters.key("class").string(m_classes.take(cluster.cluster_class));
}

void TableSnapshot::write_seat(const TableCluster& cluster) {
    const std::string city = city_of(cluster), region = region_of(cluster);
    if (!city.empty() || !region.empty()) {
        m_clusters.key("seat").begin_object();
        if (!cluster.place) m_clusters.key("kind").string("none");
        if (!city.empty()) m_clusters.key("city").string(city);
        if (!cluster.place_code.empty()) m_clusters.key(k_place_code).string(cluster.place_code);
        if (!cluster.department.empty()) m_clusters.key("department").string(cluster.department);
        if (!region.empty()) m_clusters.key("region").string(region);
        if (cluster.place)
            m_clusters.key("lat").number(cluster.place->lat_deg).key("lng").number(cluster.place->lng_deg);
        m_clusters.key("confidence").string("high");
        write_source(m_clusters);
        m_clusters.end_object();
    }
    std::vector<std::string> codes;
    for (const std::string& name : cluster.regions) {
        std::string code = region_called(name);
        if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(std::move(code));
    }
    write_texts(m_clusters, "regions", codes);
}

void TableSnapshot::write_label(const TableCluster& cluster) {
    if (cluster.is_partner) return;
    m_clusters.key("labels").begin_array().begin_object();
    if (cluster.since) m_clusters.key("from").string(to_string(*cluster.since));
    if (cluster.until) m_clusters.key("to").string(to_string(*cluster.until));
    m_clusters.key("confidence").string("high");
    write_source(m_clusters);
    m_clusters.end_object().end_array();
}

void TableSnapshot::write_contact(const TableCluster& cluster) {
    if (!cluster.president.empty()) {
        const CivilDate day = civil(m_origin.today);
        const PartialDate month{static_cast<std::int16_t>(day.year), static_cast<std::uint8_t>(day.month), 0};
        m_clusters.key("president").begin_object().key("name").string(cluster.president);
        m_clusters.key("date").string(to_string(month));
        write_source(m_clusters);
        m_clusters.end_object();
    }
    if (cluster.website.empty()) return;
    m_clusters.key("website").begin_object().key("address").string(cluster.website).key("confidence").string("high");
    write_source(m_clusters);
    m_clusters.end_object();
}

void TableSnapshot::add(const TableCluster& cluster, const std::string& id) {
    m_clusters.begin_object();
    write_identity(cluster, id);
    write_seat(cluster);
    write_activity(cluster);
    write_label(cluster);
    write_contact(cluster);
    m_clusters.end_object();
}

void TableSnapshot::write_meta(JsonWriter& out) const {
    const std::string file = clean_text(m_origin.file_name);
    out.key("meta").begin_object().key("title").string(title_of(m_origin.file_name));
    out.key("description");
    write_text(out, tell(Msg::TableDescription, {file}));
    out.key("date").string(to_string(m_origin.today)).key("default_date").string(to_string(m_origin.today));
    out.key("licence");
    write_text(out, tell(Msg::TableLicence));
    out.key("authorship");
    write_text(out, tell(Msg::TableAuthorship, {file}));
    if (!m_origin.map_name.empty()) out.key("map").string(m_origin.map_name);
    out.key("classes").begin_array();
    for (const TableWord& word : m_classes.words()) {
        out.begin_object().key("id").string(word.id).key("name");
        write_text(out, word.name);
        out.end_object();
    }
    out.end_array().end_object();
}

// Each look is given once, so that no two domains look alike.
void TableSnapshot::write_domains(JsonWriter& out) const {
    std::vector<std::string_view> given;
    out.key("domains").begin_array();
    for (const TableWord& word : m_domains.words()) {
        out.begin_object().key("id").string(word.id).key("name");
        write_text(out, word.name);
        const std::string_view look = look_named(word.name.versions().front().words);
        if (!look.empty() && std::find(given.begin(), given.end(), look) == given.end()) {
            out.key("colour").string(look).key("icon").string(look);
            given.push_back(look);
        }
        out.end_object();
    }
    out.end_array();
}

std::string TableSnapshot::take() {
    JsonWriter out;
    out.begin_object().key("schema").integer(1);
    write_meta(out);
    out.key("sources").begin_array().begin_object().key("id").string(k_source).key("kind").string("document");
    out.key("title").string(m_origin.file_name.empty() ? title_of({}) : clean_text(m_origin.file_name));
    out.end_object().end_array();
    out.key("regions").begin_array();
    for (const TableWord& word : m_regions.words()) {
        out.begin_object().key("code").string(word.id).key("name");
        write_text(out, word.name);
        out.end_object();
    }
    out.end_array();
    write_domains(out);
    out.key("sectors").begin_array();
    for (const TableWord& word : m_sectors.words()) {
        out.begin_object().key("id").string(word.id).key("domain").string(word.parent).key("name");
        write_text(out, word.name);
        out.end_object();
    }
    out.end_array();
    m_clusters.end_array();
    out.key("clusters").raw(m_clusters.text());
    return out.end_object().take();
}

}
