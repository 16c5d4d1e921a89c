// Tables as spreadsheets save them (tests/fixtures/tables): what must come of each, in every language.
#include "core/geo/map_file.hpp"
#include "core/snapshot/label_index.hpp"
#include "imported.hpp"
#include "read_file.hpp"

#include <algorithm>
#include <set>

using namespace atlas;

namespace {

using Lines = std::vector<std::string>;

Imported import_case(const std::string& name, const MapGeometry* map = nullptr) {
    return Imported(read_repository_file("tests/fixtures/tables/" + name + ".csv"), map);
}

const MapGeometry& map_of(const char* name) {
    static const auto france = read_map_file(read_repository_file("data/map/france.map")).geometry;
    static const auto germany = read_map_file(read_repository_file("data/map/germany.map")).geometry;
    return std::string_view(name) == "france" ? *france : *germany;
}

}

TEST_CASE("tables: two rows taken whatever the encoding, line ends and separators") {
    for (const char* name : {"csv_cp1252_trailing", "csv_mac_cr", "csv_sep_line", "csv_utf16"}) {
        CAPTURE(name);
        const Imported table = import_case(name);
        CHECK(table.table.taken == 2);
        CHECK(table.problems() == Lines{});
        CHECK(table["Alpha"].seat->city == "Lyon");
        CHECK(table["Alpha"].seat->lat_deg == doctest::Approx(45.76));
        CHECK(table["Beta"].seat->lng_deg == doctest::Approx(-1.5));
        CHECK(table.since("Beta") == "2006");
        CHECK(table.snapshot->domains[0].name.in(Lang::Fr) == "Santé");
        CHECK(table.snapshot->domains[1].name.in(Lang::Fr) == "Énergie");
    }
}

TEST_CASE("tables: days as meant, short years and numbers of days told") {
    const Imported table = import_case("csv_dates");
    CHECK(table.table.taken == 6);
    CHECK(table.since("Alpha") == "2005-07-12");
    CHECK(table.since("Beta") == "2006-01-02");
    CHECK(table.since("Gamma") == "2005-07-12");
    CHECK(table.since("Delta") == "2005-07-12");
    CHECK(table.since("Epsilon") == "2005-07");
    CHECK(table.since("Ok") == "2005");
    CHECK(table.problems() == Lines{"4|depuis|38545|said", "5|depuis|12/07/05|said", "6|depuis|juil-05|said"});
    CHECK(table.sentences(Lang::Fr)[1] ==
          "Ligne 5, colonne «\u00A0depuis\u00A0»\u202F: «\u00A012/07/05\u00A0» est lu 12 juillet 2005.");
    CHECK(table.sentences(Lang::En)[1] == "Row 5, column “depuis”: “12/07/05” is read as 12 July 2005.");
    CHECK(table.sentences(*Lang::parse("de"))[1] ==
          "Zeile 5, Spalte „depuis“: „12/07/05“ wird als 12. Juli 2005 gelesen.");
}

TEST_CASE("tables: a quotation mark never closed is one problem, of its row, and loses nothing") {
    const Imported table = import_case("csv_open_quote");
    CHECK(table.table.taken == 4);
    CHECK(table.problems() == Lines{"2|description||sign"});
    CHECK(table["Alpha"].focus.in(Lang::Fr) == "\"a quote that is never closed");
    CHECK(table["Delta"].focus.in(Lang::Fr) == "d");
    CHECK(table.sentences(Lang::En)[0] ==
          "Row 2, column “description”: a quotation mark opened here is never closed; it is read as an ordinary sign.");
}

TEST_CASE("tables: a title above the head costs one sentence") {
    const Imported small = import_case("csv_title_row");
    CHECK(small.table.taken == 1);
    CHECK(small.problems() == Lines{"3|||said"});
    const Imported large = import_case("title_first");
    CHECK(large.table.taken == 25);
    CHECK(
        large.sentences(Lang::Fr) ==
        Lines{"Ligne 3\u202F: cette ligne est lue comme titres des colonnes, ce qui est au-dessus n’est pas repris."});
}

TEST_CASE("tables: 25 German clusters in three encodings, and under German headings") {
    for (const char* name : {"de", "de_excel_bom", "de_excel_cp1252", "de_german_headers"}) {
        CAPTURE(name);
        const Imported table = import_case(name);
        CHECK(table.table.taken == 25);
        CHECK(table.problems() == Lines{});
        CHECK(table["m4 München"].seat->lat_deg == doctest::Approx(48.14));
        CHECK(table["BioEconomy"].seat->city == "Halle (Saale)");
        CHECK(table.since("Oncology Hamburg") == "2013");
        CHECK(table.snapshot->domains.size() == 10);
    }
}

TEST_CASE("tables: regions that are nobody's are new ones; those of the map are its own") {
    const Imported plain = import_case("de_land");
    CHECK(plain.table.taken == 25);
    CHECK(plain.problems() == Lines{});
    CHECK(plain.snapshot->regions.size() == 15);
    CHECK_FALSE(plain.table.is_on_map);
    const Imported foreign = import_case("de_land", &map_of("france"));
    CHECK_FALSE(foreign.table.is_on_map);
    CHECK(foreign.table.snapshot == plain.table.snapshot);
    const Imported placed = import_case("de_land", &map_of("germany"));
    CHECK(placed.table.is_on_map);
    const std::optional<RegionIndex> region = placed["MAI Carbon"].seat->region;
    REQUIRE(region);
    const auto is_region = [&](const MapArea& area) { return area.code == placed.snapshot->regions[*region].code; };
    CHECK(std::any_of(map_of("germany").regions.begin(), map_of("germany").regions.end(), is_region));
}

TEST_CASE("tables: without a column of regions a place on the map lies in its region") {
    const Imported table = import_case("de", &map_of("germany"));
    CHECK(table.table.is_on_map);
    const auto region_of = [&](std::string_view name) {
        return table.snapshot->regions[*table[name].seat->region].name.in(*Lang::parse("de"));
    };
    CHECK(region_of("MAI Carbon") == "Bayern");
    CHECK(region_of("BREMEN space") == "Bremen");
    CHECK(region_of("OptoNet") == "Thüringen");
}

TEST_CASE("tables: names alone are clusters without place, date and domain") {
    const Imported table = import_case("names_only");
    CHECK(table.table.taken == 25);
    CHECK(table.problems() == Lines{});
    for (const Cluster& cluster : table.snapshot->clusters) {
        CHECK_FALSE(cluster.seat);
        REQUIRE(cluster.labels.size() == 1);
        CHECK(holds_at(cluster.labels[0], k_import_day));
        CHECK(to_string(cluster.labels[0].from_stated).empty());
    }
}

TEST_CASE("tables: towns that no map knows are taken without a place, and named") {
    const Imported table = import_case("nocoord");
    CHECK(table.table.taken == 25);
    CHECK(table.table.problems.count == 25);
    CHECK(table.problems()[9] == "11|City|Halle (Saale)|no-place");
    CHECK(table["BioEconomy"].seat->kind == SeatKind::None);
    CHECK(table["BioEconomy"].seat->city == "Halle (Saale)");
    CHECK(table.sentences(Lang::Fr)[9] == "Ligne 11, colonne «\u00A0City\u00A0»\u202F: les coordonnées de «\u00A0Halle "
                                          "(Saale)\u00A0» manquent\u202F; le pôle est repris sans lieu.");
}

TEST_CASE("tables: each problem of a messy one is named by row, column and value; the good rows are taken") {
    const Imported table = import_case("messy");
    CHECK(table.problems() == Lines{"1|note||column", "5|Name|BioRN|row", "6|Name||row", "7|Since|31/02/2010|cell",
                                    "8|Latitude|52.5N|said", "14|Since|41000|said"});
    CHECK(table.table.taken == 11);
    CHECK(table["Extra"].seat->lat_deg == doctest::Approx(52.5));
    CHECK(table.since("Extra").empty());
    CHECK(table.since("Extra2") == "2012-03-01");
    CHECK(table["Extra2"].seat->lat_deg == doctest::Approx(52.5));
    CHECK(table.since("Extra3") == "2012-03-25");
    CHECK(table.since("Extra4") == "2012-03");
    CHECK(table["Extra6"].seat->city == "52.5, 13.4");
    CHECK(table.since("Extra7") == "2012-05-01");
    CHECK(table.since("Extra8") == "2012-04-01");
    for (const char* tag : {"fr", "en", "de"}) {
        const Lines said = table.sentences(*Lang::parse(tag));
        for (std::size_t i = 0; i < said.size(); ++i) {
            const TableProblem& problem = table.table.problems.kept[i];
            CHECK(said[i].find(std::to_string(problem.row)) != std::string::npos);
            CHECK(said[i].find(problem.column) != std::string::npos);
            CHECK(said[i].find(problem.value) != std::string::npos);
        }
    }
}

TEST_CASE("tables: a second file is judged as if it were alone") {
    const Imported first = import_case("own_first"), second = import_case("own_second"),
                   again = import_case("own_second");
    CHECK(first.problems() == Lines{"2|ville|Lyon|no-place", "3|ville|Paris|no-place"});
    CHECK(second.problems() == Lines{"2|ville|Toulouse|no-place", "3|ville|Bordeaux|no-place"});
    CHECK(second.table.snapshot == again.table.snapshot);
}

TEST_CASE("tables: names in any script, and those that differ by a sign, are clusters of their own") {
    const Imported table = import_case("own_non_latin");
    CHECK(table.table.taken == 5);
    std::set<std::string> ids;
    for (const Cluster& cluster : table.snapshot->clusters) ids.insert(cluster.id);
    CHECK(ids.size() == 5);
    CHECK(table["C"].id == "c");
    CHECK(table["东京集群"].seat->lat_deg == doctest::Approx(48.8));
}
