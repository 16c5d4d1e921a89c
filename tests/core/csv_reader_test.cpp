#include "core/tables/csv_reader.hpp"

#include "core/base/text.hpp"
#include "core/tables/cells.hpp"
#include "core/tables/dialect.hpp"
#include "core/tables/encoding.hpp"

#include <doctest/doctest.h>

using namespace atlas;

namespace {

using Cells = std::vector<std::string>;

std::vector<Cells> rows_of(std::string_view text, char separator = ';', std::size_t width = 0) {
    CsvReader reader(text, separator, width);
    std::vector<Cells> rows;
    for (CsvRow row; reader.next(row);) rows.push_back(row.cells);
    return rows;
}

std::string utf16(std::u16string_view text, bool is_big) {
    std::string out;
    for (const char16_t c : text) {
        const char low = static_cast<char>(c & 0xFF), high = static_cast<char>(c >> 8);
        out += is_big ? high : low;
        out += is_big ? low : high;
    }
    return out;
}

}

TEST_CASE("csv: quotation marks, doubled ones, line ends inside, spaces outside") {
    CHECK(rows_of("a;\"b;\"\"c\"\"\nd\" ; e \r\nf;;") == std::vector<Cells>{{"a", "b;\"c\"\nd", "e"}, {"f", "", ""}});
    CHECK(rows_of("a\"b;c\"") == std::vector<Cells>{{"a\"b", "c\""}});
    CHECK(rows_of("\"\";\"a\"") == std::vector<Cells>{{"", "a"}});
}

TEST_CASE("csv: LF, CRLF and CR end rows, blank rows are counted") {
    for (const char* end : {"\n", "\r\n", "\r"}) {
        const std::string text = std::string("a") + end + end + "b" + end;
        CsvReader reader(text, ',');
        CsvRow row;
        REQUIRE(reader.next(row));
        REQUIRE(reader.next(row));
        CHECK(row.is_blank());
        REQUIRE(reader.next(row));
        CHECK(row.number == 3);
        CHECK(row.cells == Cells{"b"});
        CHECK_FALSE(reader.next(row));
    }
}

TEST_CASE("csv: a quotation mark that nothing closes is an ordinary sign, and told") {
    CsvReader reader("a;b\nc;\"d\ne;f\n", ';', 2);
    std::vector<Cells> rows;
    for (CsvRow row; reader.next(row);) rows.push_back(row.cells);
    CHECK(rows == std::vector<Cells>{{"a", "b"}, {"c", "\"d"}, {"e", "f"}});
    REQUIRE(reader.open_quotes().size() == 1);
    CHECK(reader.open_quotes()[0].row == 2);
    CHECK(reader.open_quotes()[0].column == 1);
}

TEST_CASE("csv: a later quotation mark does not swallow the rows between") {
    const std::string_view text = "1;2;3;4\na;b;c;\"open\ne;f;g;h\ni;j;k;\"l\"\n";
    CHECK(rows_of(text, ';', 4) ==
          std::vector<Cells>{
              {"1", "2", "3", "4"}, {"a", "b", "c", "\"open"}, {"e", "f", "g", "h"}, {"i", "j", "k", "l"}});
    // a text of several lines stays one cell
    CHECK(rows_of("1;2;3;4\na;b;c;\"one\ntwo; and\nthree\"\n", ';', 4)[1][3] == "one\ntwo; and\nthree");
}

TEST_CASE("csv: what opens everywhere costs no more than its length") {
    std::string text;
    for (int i = 0; i < 50'000; ++i) text += "a;\"b\n";
    CHECK(rows_of(text, ';', 2).size() == 50'000);
}

TEST_CASE("encoding: the same text from every form") {
    const std::string expected = "Zoé – 北京 😀";
    CHECK(utf8_text("\xEF\xBB\xBF" + expected) == expected);
    const std::u16string wide = u"Zoé – 北京 😀";
    CHECK(utf8_text("\xFF\xFE" + utf16(wide, false)) == expected);
    CHECK(utf8_text("\xFE\xFF" + utf16(wide, true)) == expected);
    CHECK(utf8_text(utf16(u"nom;ville", false)) == "nom;ville");
    CHECK(utf8_text(utf16(u"nom;ville", true)) == "nom;ville");
    CHECK(utf8_text("Zo\xE9 \x96 10 \x80") == "Zoé – 10 €");
    CHECK(is_valid_utf8(utf8_text(std::string("\xFF\xFE\x00\xD8\x41", 5)))); // half a pair, half a unit
}

TEST_CASE("dialect: separator and head are found") {
    const auto check = [](std::string_view text, char separator, int row) {
        const TableDialect dialect = find_dialect(text);
        CHECK(dialect.separator == separator);
        CHECK(dialect.head.row == row);
    };
    check("nom;ville\n1,2;3", ';', 1);
    check("name,city\nA,B", ',', 1);
    check("name\tcity\nA, B\tC; D", '\t', 1);
    check("Name\nHalle, Saale\nA; B", '\t', 1); // one column: a separator that tears nothing apart
    check("Title;;\n;;\nnom;ville;x\n", ';', 3);
    check("sep=,\nname,city\n", ',', 1);
    CHECK(find_dialect("a;b\n1;2\n").head.row == 0);
}

TEST_CASE("csv: a table as it is written, behind its title, in any dialect and code") {
    const CellTable title = read_cells("Liste des pôles\n\nNom;Ville\nA;Paris\n\nB\n");
    CHECK(title.columns == Cells{"Nom", "Ville"});
    CHECK(title.rows == std::vector<Cells>{{"A", "Paris"}, {"B"}});
    CHECK(read_cells("sep=|\r\nname|x\r\n\"a|b\"|'=1\r\n").rows == std::vector<Cells>{{"a|b", "'=1"}});
    CHECK(read_cells(utf16(u"\xFEFFname\tcity\rÉ\tx\r", false)).rows == std::vector<Cells>{{"É", "x"}});
    const CellTable unknown = read_cells("a,b\n1,2,3\n");
    CHECK(unknown.columns.size() == 2);
    CHECK(unknown.rows == std::vector<Cells>{{"1", "2", "3"}});
    CHECK(read_cells("").columns.empty());
}
