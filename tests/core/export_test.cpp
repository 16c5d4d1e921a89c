// Exports of the current result, read back by the programs' own readers where there is one.
#include "core/base/json.hpp"
#include "core/base/xml.hpp"
#include "core/export/export.hpp"
#include "core/export/json_subset.hpp"
#include "core/export/svg.hpp"
#include "core/read/citation.hpp"
#include "core/scene/lineage/compare_parts.hpp"
#include "core/snapshot/load.hpp"
#include "core/state/update.hpp"
#include "support/france.hpp"
#include "support/stage.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace atlas;

namespace {

constexpr std::string_view k_link = "https://atlas.example/#v1;dom=health";

Stage with_domain(const char* domain, Lang lang = Lang::Fr) {
    Stage stage(lang);
    stage.session.state.filter.of(Facet::Domain) = {domain};
    return stage;
}

std::size_t count_of(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

// Tags open and close in order, attributes are quoted, no stray < or &: what every XML reader asks for.
std::string xml_fault(const std::string& xml) {
    std::vector<std::string> open;
    for (std::size_t at = xml.find("?>") + 2; at < xml.size();) {
        const std::size_t lt = xml.find('<', at);
        for (std::size_t amp = xml.find('&', at); amp != std::string::npos && (lt == std::string::npos || amp < lt);
             amp = xml.find('&', amp + 1))
            if (xml.find(';', amp) == std::string::npos || xml.find(';', amp) - amp > 6) return "stray &";
        if (lt == std::string::npos) break;
        const std::size_t gt = xml.find('>', lt);
        if (gt == std::string::npos) return "unclosed tag";
        const std::string tag = xml.substr(lt + 1, gt - lt - 1);
        if (count_of(tag, "\"") % 2 != 0 || tag.find('<') != std::string::npos) return "bad tag " + tag;
        const std::string name = tag.substr(0, tag.find_first_of(" /\n", 1));
        if (tag.front() == '/') {
            if (open.empty() || open.back() != tag.substr(1)) return "closes " + tag;
            open.pop_back();
        } else if (tag.back() != '/') {
            open.push_back(name);
        }
        at = gt + 1;
    }
    return open.empty() ? std::string() : "open at the end: " + open.back();
}

}

TEST_CASE("an exported snapshot loads, holds what was shown, and can be exported again") {
    for (const char* domain : {"health", "water", "mobility", "aero"}) {
        Stage stage = with_domain(domain);
        const LayoutInput input = stage.input();
        const std::string json = export_text("json", input, k_link);
        const LoadResult loaded = load_snapshot(json);
        CAPTURE(domain);
        for (const Diagnostic& error : loaded.errors) MESSAGE(error.pointer << " " << error.message.in(Lang::En));
        REQUIRE(loaded.snapshot != nullptr);
        for (const ClusterIndex index : stage.result.shown) {
            const Cluster& cluster = stage.snapshot.clusters[index];
            const auto there = loaded.snapshot->find_cluster(cluster.id);
            REQUIRE(there.has_value());
            CHECK(loaded.snapshot->text_of(loaded.snapshot->clusters[*there].span) ==
                  stage.snapshot.text_of(cluster.span));
        }
        CHECK(loaded.snapshot->clusters.size() < stage.snapshot.clusters.size());
        CHECK(loaded.snapshot->counts.empty());
    }
}

TEST_CASE("the whole atlas exported is the whole atlas") {
    Stage stage;
    stage.session.state.date = {2007, 12, 31};
    const LoadResult loaded = load_snapshot(export_text("json", stage.input(), k_link));
    REQUIRE(loaded.snapshot != nullptr);
    for (const ClusterIndex index : stage.result.shown)
        CHECK(loaded.snapshot->find_cluster(stage.snapshot.clusters[index].id).has_value());
}

TEST_CASE("every list, domain and region exported: no error, and no warning that the whole atlas does not have") {
    const LoadResult whole = load_snapshot(bundled_bytes());
    std::set<std::string> known;
    for (const Diagnostic& warning : whole.warnings) known.insert(warning.message.in(Lang::En));
    const auto check = [&](Facet facet, const std::string& value) {
        Stage stage;
        stage.session.state.filter.of(facet) = {value};
        const std::string json = export_text("json", stage.input(), k_link);
        CAPTURE(value);
        CHECK(json.empty() == stage.result.shown.empty());
        if (json.empty()) return;
        const LoadResult loaded = load_snapshot(json);
        for (const Diagnostic& error : loaded.errors) FAIL_CHECK(error.pointer << " " << error.message.in(Lang::En));
        for (const Diagnostic& warning : loaded.warnings)
            CHECK_MESSAGE(known.count(warning.message.in(Lang::En)) == 1,
                          warning.pointer << " " << warning.message.in(Lang::En));
    };
    const Stage stage;
    for (const Roster& roster : stage.snapshot.rosters) check(Facet::Roster, roster.id);
    for (const Domain& domain : stage.snapshot.domains) check(Facet::Domain, domain.id);
    for (const Region& region : stage.snapshot.regions) check(Facet::Region, region.code);
}

TEST_CASE("who shares a label comes along") {
    Stage stage;
    stage.session.state.date = {2023, 12, 31};
    const auto images = stage.snapshot.find_cluster("images-et-reseaux");
    REQUIRE(images.has_value());
    const Cluster& cluster = stage.snapshot.clusters[*images];
    REQUIRE(
        std::any_of(cluster.labels.begin(), cluster.labels.end(), [](const Label& l) { return l.joint.has_value(); }));
    stage.session.state.filter.text = cluster.name;
    const LoadResult loaded = load_snapshot(export_text("json", stage.input(), k_link));
    REQUIRE(loaded.snapshot != nullptr);
    CHECK(loaded.snapshot->find_cluster("images-et-reseaux").has_value());
    for (const std::vector<ClusterIndex>& bodies : stage.index.facets.joint) {
        if (std::find(bodies.begin(), bodies.end(), *images) == bodies.end()) continue;
        for (const ClusterIndex body : bodies)
            CHECK(loaded.snapshot->find_cluster(stage.snapshot.clusters[body].id).has_value());
    }
}

TEST_CASE("a subset keeps fields that this version does not know") {
    std::string bytes = bundled_bytes();
    const std::string id = "\"id\":\"nextmove\",";
    REQUIRE(bytes.find(id) != std::string::npos);
    bytes.insert(bytes.find(id) + id.size(), "\"x_future\":{\"deep\":[1,2]},");
    const LoadResult loaded = load_snapshot(bytes);
    REQUIRE(loaded.snapshot != nullptr);
    const auto index = build_snapshot_index(*loaded.snapshot);
    Session session;
    session.state = initial_state(*loaded.snapshot, france().ground, Lang::Fr);
    session.state.filter.of(Facet::Domain) = {"mobility"};
    const Result result = evaluate(*loaded.snapshot, *index, session.state);
    Environment environment;
    const std::string json = snapshot_subset({*loaded.snapshot, *index, session, result, environment}, k_link);
    CHECK(json.find("\"x_future\":{\"deep\":[1,2]}") != std::string::npos);
    CHECK(json.find(k_link) != std::string::npos);
}

TEST_CASE("a subset keeps the days on which its labels began, whoever else got one then") {
    Stage stage = with_domain("water");
    const LoadResult loaded = load_snapshot(export_text("json", stage.input(), k_link));
    REQUIRE(loaded.snapshot != nullptr);
    const auto days = [](const Snapshot& s) {
        std::set<std::string> out;
        for (const Event& event : s.events)
            if (event.kind == EventKind::Labelled)
                for (const ClusterIndex c : event.to) out.insert(to_string(event.date) + " " + s.clusters[c].id);
        return out;
    };
    const std::set<std::string> all = days(stage.snapshot), kept = days(*loaded.snapshot);
    CHECK(kept.count("2010-05-11 hydreos") == 1);
    for (const std::string& day : all) {
        const bool is_wanted = loaded.snapshot->find_cluster(day.substr(day.find(' ') + 1)).has_value();
        CHECK(kept.count(day) == (is_wanted ? 1u : 0u));
    }
}

TEST_CASE("families stay whole: no merger of the subset lacks a side") {
    Stage stage = with_domain("water");
    const LoadResult loaded = load_snapshot(export_text("json", stage.input(), k_link));
    REQUIRE(loaded.snapshot != nullptr);
    for (const Event& event : loaded.snapshot->events) {
        if (event.kind != EventKind::Merged && event.kind != EventKind::Absorbed) continue;
        const auto original =
            std::find_if(stage.snapshot.events.begin(), stage.snapshot.events.end(), [&](const Event& e) {
                return e.kind == event.kind && e.date == event.date &&
                       stage.snapshot.clusters[e.to.at(0)].id == loaded.snapshot->clusters[event.to.at(0)].id;
            });
        REQUIRE(original != stage.snapshot.events.end());
        CHECK(event.from.size() == original->from.size());
        CHECK(event.to.size() == original->to.size());
    }
}

TEST_CASE("GeoJSON has one feature a cluster, longitude first") {
    Stage stage = with_domain("health");
    const std::string text = export_text("geojson", stage.input(), k_link);
    const JsonDocument document(text);
    REQUIRE(document.ok());
    const JsonValue features = document.root().find("features");
    CHECK(features.size() == stage.result.shown.size());
    std::size_t i = 0;
    for (JsonValue feature = features.first(); feature.exists(); feature = feature.next(), ++i) {
        const Cluster& cluster = stage.snapshot.clusters[stage.result.shown[i]];
        CHECK(feature.find("id").text() == cluster.id);
        const JsonValue place = feature.find("geometry").find("coordinates");
        if (!place.exists()) continue;
        CHECK(place.first().number() == cluster.seat->lng_deg);
        CHECK(place.first().next().number() == cluster.seat->lat_deg);
    }
    CHECK(document.root().find("link").text() == k_link);
    CHECK(document.root().find("sources").size() > 0);
}

TEST_CASE("a table row says what it is, of when, and under which licence") {
    Stage stage = with_domain("health");
    const std::string csv = export_text("csv", stage.input(), k_link);
    CHECK(count_of(csv, "\r\n") == stage.result.shown.size() + 1);
    CHECK(count_of(csv, k_link) == stage.result.shown.size());
    const std::string french = export_text("csv-fr", stage.input(), k_link);
    CHECK(french.starts_with("\xEF\xBB\xBF"));
    CHECK(french.find(';') != std::string::npos);
}

TEST_CASE("changes between two dates as a table: every holder of either date in one row") {
    Stage stage(Lang::En);
    CHECK(export_text("changes.csv", stage.input(), k_link).empty());
    stage.session.state.compare = PartialDate{2019, 2, 28};
    stage.session.state.date = {2023, 3, 31};
    const std::string csv = export_text("changes.csv", stage.input(), k_link);
    REQUIRE(stage.result.changes.has_value());
    const Changes& changes = *stage.result.changes;
    CHECK(count_of(csv, "\r\n") == 1 + changes.entered.size() + changes.left.size() + changes.merged.size() +
                                       changes.renamed.size() + changes.continued.size());
    CHECK(count_of(csv, "\r\nentered,") == 2); // ENTER and Infra2050
    CHECK(csv.find("ENTER") != std::string::npos);
    CHECK(csv.find("France Water Team") != std::string::npos);
}

TEST_CASE("the sentence says of what and when, in both languages") {
    Stage stage = with_domain("aero");
    CHECK(result_sentence(stage.input()).starts_with("3 pôles sur 53 labellisés en 2026 ("));
    Stage english = with_domain("aero", Lang::En);
    CHECK(result_sentence(english.input()).starts_with("3 of 53 labelled clusters in 2026 ("));
    Stage all;
    CHECK(result_sentence(all.input()) == "53 pôles labellisés en 2026.");
    const std::string citation = result_citation(all.input(), k_link);
    for (const std::string& part :
         {std::string(k_link), std::string("novembre 2026"), all.snapshot.meta.licence.in(Lang::Fr)})
        CHECK(citation.find(part) != std::string::npos);
}

TEST_CASE("pictures are well-formed XML, in order, with texts and provenance") {
    for (const Lang lang : {Lang::Fr, Lang::En}) {
        Stage stage = with_domain("health", lang);
        const std::string svg = export_text("svg", stage.input(), k_link);
        CHECK(xml_fault(svg) == "");
        CHECK(svg.find("<title>") != std::string::npos);
        CHECK(svg.find(xml_escaped(k_link)) != std::string::npos);
    }
}

TEST_CASE("a picture of a comparison says what its marks mean, another one does not") {
    Stage stage;
    const std::string alone = export_text("svg", stage.input(), k_link);
    stage.session.state.compare = parse_partial_date("2007-04");
    const std::string compared = export_text("svg", stage.input(), k_link);
    REQUIRE(stage.result.changes);
    int told = 0;
    for (const ChangeColumn& column : change_columns(stage.input(), *stage.result.changes)) {
        if (column.count == 0) continue;
        const std::string words = ">" + xml_escaped(column.words) + "<";
        CHECK_MESSAGE(compared.find(words) != std::string::npos, column.words);
        CHECK(alone.find(words) == std::string::npos);
        ++told;
    }
    CHECK(told == 5);
}

TEST_CASE("hostile texts stay texts in pictures") {
    Scene scene;
    Pen pen(scene);
    pen.text({10, 20}, "</text><script>alert(1)</script>&\"' \x01",
             {12.0f, FontWeight::Regular, Ink::Text, Align::Left, Ink::Halo});
    pen.clip({0, 0, 5, 5}); // never closed
    pen.hatch({0, 0, 20, 20}, Ink::Hatch);
    scene.records.push_back(rec::ClipPop{});
    scene.records.push_back(rec::ClipPop{}); // once too often
    scene.records.push_back(rec::Fade{{0, 0, 9, 9}, {Ink::Panel}, {Ink::Panel, 0}});
    const std::string svg = svg_of({scene, 100, 100, Palette::Light, {}, {}, "<t>", "&", "fr"});
    CHECK(xml_fault(svg) == "");
    CHECK(svg.find("<script") == std::string::npos);
    CHECK(svg.find('\x01') == std::string::npos);
}

TEST_CASE("an unknown kind of export is an empty text") {
    Stage stage;
    CHECK(export_text("exe", stage.input(), k_link).empty());
    CHECK(export_text("", stage.input(), k_link).empty());
}
