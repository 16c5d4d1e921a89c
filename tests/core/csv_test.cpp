// core/export/csv: written with the command line, for the page's exports to use as well.
#include "core/export/csv.hpp"

#include "core/time/roster.hpp"
#include "support/bundled_snapshot.hpp"

#include <doctest/doctest.h>
#include <numeric>

using namespace atlas;

namespace {

// A reader of RFC 4180 that knows nothing of the writer.
std::vector<std::vector<std::string>> read_csv(std::string_view text, char separator) {
    std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string& cell = rows.back().back();
        if (quoted) {
            if (text[i] != '"') {
                cell += text[i];
            } else if (i + 1 < text.size() && text[i + 1] == '"') {
                cell += text[++i];
            } else {
                quoted = false;
            }
        } else if (text[i] == '"') {
            quoted = true;
        } else if (text[i] == separator) {
            rows.back().emplace_back();
        } else if (text.substr(i, 2) == "\r\n") {
            ++i;
            rows.emplace_back(1);
        } else {
            cell += text[i];
        }
    }
    rows.pop_back();
    return rows;
}

std::string table_text(Lang lang, CsvStyle style) {
    const Snapshot& s = bundled_snapshot();
    std::vector<ClusterIndex> rows(s.clusters.size());
    std::iota(rows.begin(), rows.end(), 0u);
    return clusters_csv(s, {rows, last_day(s.meta.default_date), lang, style});
}

}

TEST_CASE("cells are quoted as RFC 4180 says and read back the same") {
    const std::string_view cells[] = {"", "plain", "a,b", "a;b", "say \"x\"", "two\r\nlines", " space ", "é €"};
    for (const CsvStyle style : {k_plain_csv, k_semicolon_csv}) {
        CsvWriter out(style);
        for (const std::string_view cell : cells) out.text(cell);
        out.end_row();
        std::string text = out.take();
        if (style.byte_order_mark) {
            CHECK(text.substr(0, 3) == "\xEF\xBB\xBF");
            text.erase(0, 3);
        }
        const auto rows = read_csv(text, style.separator);
        REQUIRE(rows.size() == 1);
        REQUIRE(rows[0].size() == std::size(cells));
        for (std::size_t i = 0; i < std::size(cells); ++i) CHECK(rows[0][i] == cells[i]);
    }
}

TEST_CASE("no text is a formula, numbers stay numbers") {
    for (const std::string_view bad : {"=1+1", "+33", "-2", "@SUM(A1)", "\tx", "\rx", "＝1", "＠x", " =1+1", "  \t+33",
                                       "\u00A0-2", "\u3000＝1", "\u200B@SUM(A1)", "\uFEFF =1", "\u202E\u2009=1"}) {
        CsvWriter out(k_plain_csv);
        out.text(bad);
        out.end_row();
        const auto rows = read_csv(out.take(), ',');
        REQUIRE(rows.size() == 1);
        CHECK(rows[0][0] == "'" + std::string(bad));
    }
    for (const std::string_view good : {" space ", "a=1", "\u00A0a", "\u3000", "·=1"}) {
        CsvWriter out(k_plain_csv);
        out.text(good);
        out.end_row();
        CHECK(read_csv(out.take(), ',')[0][0] == good);
    }
    CsvWriter plain(k_plain_csv);
    plain.number(-3.4566);
    plain.end_row();
    CHECK(plain.take() == "-3.4566\r\n");
    CsvWriter french(k_semicolon_csv);
    french.number(-3.4566);
    french.number(2);
    french.end_row();
    CHECK(french.take() == "\xEF\xBB\xBF-3,4566;2\r\n");
}

TEST_CASE("the table of clusters has a row for each, as wide as its head") {
    const Snapshot& s = bundled_snapshot();
    for (const Lang lang : {Lang::Fr, Lang::En}) {
        const auto rows = read_csv(table_text(lang, k_plain_csv), ',');
        REQUIRE(rows.size() == s.clusters.size() + 1);
        std::size_t holders = 0;
        for (const auto& row : rows) {
            CHECK(row.size() == rows[0].size());
            holders += row[3] == (lang == Lang::Fr ? "oui" : "yes") ? 1u : 0u;
        }
        CHECK(holders == 53);
    }
}

TEST_CASE("a row says what the snapshot says") {
    const Snapshot& s = bundled_snapshot();
    const auto rows = read_csv(table_text(Lang::En, k_plain_csv), ',');
    const ClusterIndex index = s.find_cluster("axelera").value();
    const auto& row = rows[index + 1];
    const Cluster& cluster = s.clusters[index];
    CHECK(row[0] == "axelera");
    CHECK(row[1] == cluster.name);
    CHECK(row[4] == "2005-07-12");
    CHECK(row[5].empty());
    CHECK(row[11] == cluster.seat->city);
    CHECK(std::stod(row[15]) == cluster.seat->lat_deg);
    CHECK(std::stod(row[16]) == cluster.seat->lng_deg);
}
