#include "core/export/geojson.hpp"

#include "core/base/json_writer.hpp"
#include "core/read/citation.hpp"
#include "core/read/wording.hpp"
#include "core/time/roster.hpp"

namespace atlas {

namespace {

void write_text(JsonWriter& json, std::string_view key, const std::string& value) {
    json.key(key);
    if (value.empty())
        json.null();
    else
        json.string(value);
}

void write_geometry(JsonWriter& json, const Cluster& cluster) {
    json.key("geometry");
    if (!cluster.seat || cluster.seat->kind == SeatKind::None) {
        json.null();
        return;
    }
    json.begin_object().key("type").string("Point").key("coordinates").begin_array();
    json.number(cluster.seat->lng_deg).number(cluster.seat->lat_deg).end_array().end_object();
}

void write_properties(JsonWriter& json, const Reading& input, ClusterIndex index) {
    const Snapshot& snapshot = input.snapshot;
    const Cluster& cluster = snapshot.clusters[index];
    const Lang lang = input.lang();
    const bool has_place = cluster.seat && cluster.seat->kind != SeatKind::None;
    json.key("properties").begin_object();
    write_text(json, "name", cluster.name);
    write_text(json, "domain", snapshot.domains[cluster.domain].id);
    write_text(json, "domain_name", snapshot.domains[cluster.domain].name.in(lang));
    write_text(json, "focus", cluster.focus.in(lang));
    write_text(json, "city", has_place ? cluster.seat->city : std::string());
    write_text(json, "place", !has_place ? std::string() : cluster.seat->kind == SeatKind::Anchor ? "anchor" : "seat");
    write_text(json, "region",
               cluster.seat && cluster.seat->region ? snapshot.regions[*cluster.seat->region].code : std::string());
    json.key("regions_covered").begin_array();
    for (const RegionIndex region : cluster.regions_covered) json.string(snapshot.regions[region].code);
    json.end_array().key("sectors").begin_array();
    for (const SectorIndex sector : cluster.sectors) json.string(snapshot.sectors[sector].id);
    json.end_array();
    const Label* label = label_at(cluster, last_day(input.state().date));
    write_text(json, "label_from", label ? to_string(label->from_stated) : std::string());
    write_text(json, "label_to", label && label->to_stated ? to_string(*label->to_stated) : std::string());
    const auto term = term_at(snapshot, index, last_day(input.state().date));
    write_text(json, "term", term ? snapshot.terms[*term].id : std::string());
    write_text(json, "president", cluster.president ? cluster.president->name : std::string());
    write_text(json, "website", cluster.website.linkable() ? "https://" + cluster.website.address : std::string());
    json.end_object();
}

}

std::string clusters_geojson(const Reading& input, std::string_view address) {
    const Snapshot& snapshot = input.snapshot;
    const Lang lang = input.lang();
    JsonWriter json;
    json.begin_object().key("type").string("FeatureCollection");
    json.key("name").string(snapshot.meta.title.in(lang));
    json.key("description").string(result_sentence(input));
    json.key("date").string(to_string(input.state().date));
    json.key("link").string(address);
    json.key("licence").string(snapshot.meta.licence.in(lang));
    json.key("sources").begin_array();
    for (const SourceIndex source : result_sources(input)) json.string(source_words(snapshot.sources[source], lang));
    json.end_array().key("features").begin_array();
    for (const ClusterIndex index : input.result.shown) {
        json.begin_object().key("type").string("Feature").key("id").string(snapshot.clusters[index].id);
        write_geometry(json, snapshot.clusters[index]);
        write_properties(json, input, index);
        json.end_object();
    }
    json.end_array().end_object();
    return json.take();
}

}
