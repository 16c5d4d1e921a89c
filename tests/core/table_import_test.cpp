#include "imported.hpp"

#include "core/export/csv.hpp"
#include "core/read/label_words.hpp"
#include "core/state/dates.hpp"
#include "read_file.hpp"

#include <numeric>
#include <random>
#include <set>

using namespace atlas;

namespace {

using Lines = std::vector<std::string>;

std::string csv_cell(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

}

TEST_CASE("import: nothing is a table without a head or a row") {
    const auto fails_with = [](std::string_view bytes, Msg reason) {
        const Imported table(bytes);
        CHECK(table.table.snapshot.empty());
        REQUIRE_FALSE(table.table.problems.kept.empty());
        CHECK(table.table.problems.kept.front().reason == reason);
        CHECK(table.table.problems.kept.front().done == TableDone::TableLeft);
    };
    fails_with("", Msg::TableEmpty);
    fails_with(" \r\n\r\n", Msg::TableEmpty);
    fails_with("a;b\n1;2\n", Msg::TableNoHead);
    fails_with("nom;ville\n;;\n", Msg::TableNoRow);
    fails_with(std::string(TableImport::k_most_bytes + 1, 'x'), Msg::TableTooLarge);
}

TEST_CASE("import: an ambiguous day is asked, and answered") {
    const std::string_view text = "Name,Since\nA,03/04/2012\n";
    const Imported asked(text);
    CHECK(asked.problems() == Lines{"2|Since|03/04/2012|year"});
    CHECK(asked.since("A") == "2012");
    CHECK(asked.sentences(Lang::En)[0] ==
          "Row 2, column “Since”: “03/04/2012” may be 3 April 2012 or 4 March 2012: write the "
          "month as a word, or the date like 2012-04-03; only the year is taken.");
    CHECK(Imported(text, nullptr, DayOrder::DayFirst).since("A") == "2012-04-03");
    CHECK(Imported(text, nullptr, DayOrder::MonthFirst).since("A") == "2012-03-04");
    CHECK(Imported("Name,Since\nA,03/04/2012\nB,25/04/2012\n").since("A") == "2012-04-03"); // as the other row shows
    CHECK(Imported("Name,Since\nA,03/04/2012\nB,4/25/2012\n").since("A") == "2012-03-04");
    CHECK(Imported("nom;depuis\nA;03/04/2012\n").since("A") == "2012-04-03"); // French headings
}

TEST_CASE("import: places in one cell, in two, in half") {
    for (const char* place : {"45.76, 4.83", "45,76 ; 4,83", "45.76,4.83", "45.76 4.83", "POINT(4.83 45.76)",
                              "45,76,4,83", "45.76N, 4.83E"}) {
        CAPTURE(place);
        const Imported table("nom\tcoordonnées\nA\t" + std::string(place) + "\n");
        CHECK(table["A"].seat->lat_deg == doctest::Approx(45.76));
        CHECK(table["A"].seat->lng_deg == doctest::Approx(4.83));
    }
    const Imported wrong("nom;lat;lng\nA;45;\nB;95;4\nC;x;y\nD;−45,5;+170°\n");
    CHECK(wrong.problems() == Lines{"2|lat|45|no-place", "3|lat|95|no-place", "4|lat|x|no-place", "4|lng|y|no-place"});
    CHECK(wrong["D"].seat->lat_deg == doctest::Approx(-45.5));
    CHECK(wrong["D"].seat->lng_deg == doctest::Approx(170.0));
    CHECK_FALSE(wrong["A"].seat);
}

TEST_CASE("import: nothing disappears in silence") {
    const Imported table("nom;ville;ville;;note\nA;Lyon;Paris;x;y\nB;Lyon;;;;;z\nC;Lyon;;w;\n");
    CHECK(table.problems() == Lines{"1|ville||column", "1|note||column", "2|4|x|column", "2|ville|Lyon|no-place",
                                    "3||z|row", "4|ville|Lyon|no-place"});
    CHECK(table.table.taken == 2);
}

TEST_CASE("import: lists, websites, partners, ids of the table's own, classes") {
    const Imported table(
        "id;nom;nature;alias;site;secteurs;domaine;classe;régions couvertes;présidence;label depuis\n"
        "axelera;Axelera;;A/B|A;https://Axelera.ORG/fr/;Chimie | Eau/air;Industrie;mondial;Nord / Sud;Zoé;2005\n"
        "Bad Id;Beta;Partenaire, jamais labellisé;;pas un site;;Industrie;;;;2006\n");
    CHECK(table["Axelera"].id == "axelera");
    CHECK(table["Axelera"].aliases == Lines{"A", "B"});
    CHECK(table["Axelera"].website.address == "axelera.org/fr");
    CHECK(table["Axelera"].sectors.size() == 2);
    CHECK(table["Axelera"].regions_covered.size() == 2);
    CHECK(table["Axelera"].president->name == "Zoé");
    CHECK(table["Axelera"].cluster_class);
    CHECK(table["Beta"].kind == ClusterKind::Partner);
    CHECK(table["Beta"].labels.empty());
    CHECK(table["Beta"].id == "beta");
    CHECK(table.problems() == Lines{"3|site|pas un site|cell", "3|id|Bad Id|said"});
}

TEST_CASE("import: a beginning that nobody knows goes back as far as the table does") {
    const Imported table("nom;depuis;fin\nA;2005-03;\nB;;\nC;;2004\nD;2012;2010\n");
    CHECK(table["B"].labels[0].from == from_civil(2005, 3, 1));
    CHECK(table["C"].labels[0].from < *table["C"].labels[0].to);
    CHECK(table.problems() == Lines{"5|fin|2010|cell"});
    CHECK(to_string(first_date(*table.snapshot)) == "2003-12");
}

TEST_CASE("import: more themes, sectors, classes and regions than a snapshot holds: the rest is left out, and told") {
    std::string text = "nom;domaine;classe;région\n";
    constexpr int k_rows = 1'200;
    for (int i = 0; i < k_rows; ++i) {
        const std::string n = std::to_string(i);
        text += "N" + n + ";D" + n + ";C" + n + ";R" + n + "\n";
    }
    const Imported table(text);
    REQUIRE(table.snapshot); // loads
    CHECK(table.snapshot->clusters.size() == k_rows);
    CHECK(table.snapshot->regions.size() == 1'000);
    CHECK(table.snapshot->classes.size() == 1'000);
    CHECK(table.snapshot->domains.size() == 100); // one of them is "unknown"
    CHECK(table.table.problems.count == (k_rows - 99) + 2 * (k_rows - 1'000));
}

TEST_CASE("import: a label whose beginning nobody knows gets no year, anywhere") {
    const Imported table("nom;depuis;fin\nA;2005-03;\nB;;\nC;;2019\n");
    for (const char* name : {"B", "C"}) {
        CAPTURE(name);
        const Label& label = table[name].labels[0];
        const std::string words = interval_words(label, Lang::En);
        CHECK(words.find("2005") == std::string::npos);
        CHECK(words.find("not known") == std::string::npos);
        CHECK((words.find("2019") != std::string::npos) == label.to.has_value());
    }
}

TEST_CASE("import: the same in slices of any size") {
    const std::string bytes = read_repository_file("tests/fixtures/tables/messy.csv");
    const ImportedTable whole = import_table({bytes, "x.csv", k_import_day, DayOrder::Unknown, nullptr, {}});
    for (const std::size_t slice : {1u, 2u, 3u, 5u}) {
        TableImport table({bytes, "x.csv", k_import_day, DayOrder::Unknown, nullptr, {}});
        double progress = 0.0;
        while (table.advance(slice)) {
            CHECK(table.progress() >= progress);
            progress = table.progress();
        }
        CHECK(table.progress() == 1.0);
        const ImportedTable sliced = table.finish();
        CHECK(sliced.snapshot == whole.snapshot);
        CHECK(sliced.problems.count == whole.problems.count);
    }
}

TEST_CASE("import: the atlas's own CSV comes back, in every language") {
    const LoadResult bundled = load_snapshot(read_repository_file("data/snapshot.json"));
    REQUIRE(bundled.snapshot);
    const Snapshot& s = *bundled.snapshot;
    std::vector<ClusterIndex> rows(s.clusters.size());
    std::iota(rows.begin(), rows.end(), 0u);
    for (const char* tag : {"fr", "en", "de"}) {
        CAPTURE(tag);
        const Lang lang = *Lang::parse(tag);
        const Imported table(clusters_csv(s, {rows, last_day(s.meta.default_date), lang, csv_style_of(lang)}));
        REQUIRE(table.table.taken == s.clusters.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const Cluster &before = s.clusters[i], &after = table.snapshot->clusters[i];
            CAPTURE(before.id);
            CHECK(after.id == before.id);
            CHECK(after.name == before.name);
            CHECK(after.kind == before.kind);
            if (!before.labels.empty()) {
                const Label& label = before.labels.back();
                REQUIRE(after.labels.size() == 1);
                CHECK(after.labels[0].from_stated == label.from_stated);
                CHECK(after.labels[0].to_stated == label.to_stated);
            }
            const bool has_place = before.seat && before.seat->kind != SeatKind::None;
            if (has_place) CHECK(after.seat->lat_deg == before.seat->lat_deg);
            if (has_place) CHECK(after.seat->lng_deg == before.seat->lng_deg);
            CHECK(table.snapshot->domains[after.domain].name.in(lang) == s.domains[before.domain].name.in(lang));
            CHECK(after.website.address == before.website.address);
        }
        for (const TableProblem& problem :
             table.table.problems.kept) // columns of the export that a table need not have
            CHECK_MESSAGE(problem.done == TableDone::ColumnLeft, sentence_of(problem, Lang::En));
    }
}

TEST_CASE("import: random cells of any kind make a valid snapshot, and every row is taken or told") {
    std::mt19937 random(18);
    const Lines k_pieces = {"A", "é",  "北", "C++",  "\"",   ";",  ",", "\n", "\r", " ", "2012",
                            "/", "31", "-",  "45,5", "\xFF", "\t", "=", "'",  "|",  "N", "x.fr"};
    const Lines k_heads = {"nom",     "depuis", "fin",  "domaine", "ville",    "lat",   "lng", "région",
                           "régions", "id",     "site", "classe",  "secteurs", "alias", "?"};
    for (int round = 0; round < 300; ++round) {
        std::string text;
        for (const std::string& head : k_heads) text += head + ";";
        const int rows = static_cast<int>(random() % 8);
        for (int row = 0; row < rows; ++row) {
            text += "\n";
            for (std::size_t i = 0; i < k_heads.size(); ++i) {
                std::string cell;
                for (std::uint32_t n = random() % 4; n > 0; --n) cell += k_pieces[random() % k_pieces.size()];
                text += (random() % 3 == 0 ? cell : csv_cell(cell)) + ";";
            }
        }
        const Imported table(text); // loads what it made
        std::size_t left = 0;
        for (const TableProblem& problem : table.table.problems.kept)
            left += problem.done == TableDone::RowLeft ? 1u : 0u;
        REQUIRE(table.table.taken + left == table.table.rows);
    }
}
