#include "core/tables/table_date.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace atlas;

namespace {

constexpr int k_this_year = 2026;

std::string read(std::string_view text, DayOrder order = DayOrder::Unknown) {
    const TableDate date = read_table_date(text, order, k_this_year);
    switch (date.form) {
    case DateForm::None:
        return "none";
    case DateForm::NoSuchDay:
        return "no such day";
    case DateForm::Ambiguous:
        return to_string(date.date) + " or " + to_string(date.other);
    default:
        return to_string(date.date);
    }
}

}

TEST_CASE("table dates: what spreadsheets and people write") {
    for (const char* text : {"2005-07-12", "12.07.2005", "12.7.2005", "2005/07/12", "20050712", "2005-07-12 00:00:00",
                             "2005-07-12T00:00:00Z", "12 juillet 2005", "12 juil. 2005", "12-juil-2005",
                             "12. Juli 2005", "July 12, 2005", "12 Jul 2005", "12th July 2005", "38545"})
        CHECK_MESSAGE(read(text) == "2005-07-12", text);
    for (const char* text :
         {"2005-07", "07/2005", "7.2005", "juil-05", "juillet 2005", "Juli 2005", "July 2005", "2005 Jul"})
        CHECK_MESSAGE(read(text) == "2005-07", text);
    CHECK(read("2012") == "2012");
    CHECK(read("2012.0") == "2012");
    CHECK(read("1er mars 2012") == "2012-03-01");
    CHECK(read("März 2012") == "2012-03");
    CHECK(read("août 2012") == "2012-08");
    CHECK(read("41000") == "2012-04-01");
    CHECK(read("25/03/2012") == "2012-03-25");
    CHECK(read("3/25/2012") == "2012-03-25");
}

TEST_CASE("table dates: what could be two days is asked, unless the table shows the order") {
    CHECK(read("03/04/2012") == "2012-04-03 or 2012-03-04");
    CHECK(read("03-04-12") == "2012-04-03 or 2012-03-04");
    CHECK(read("03/04/2012", DayOrder::DayFirst) == "2012-04-03");
    CHECK(read("03/04/2012", DayOrder::MonthFirst) == "2012-03-04");
    CHECK(read("03/03/2012") == "2012-03-03");
    CHECK(read("03.04.2012", DayOrder::MonthFirst) == "2012-04-03");
    CHECK(order_shown_by("25/03/2012") == DayOrder::DayFirst);
    CHECK(order_shown_by("3/25/2012 10:00") == DayOrder::MonthFirst);
    for (const char* text : {"03/04/2012", "31/02/2010", "25.03.2012", "2012-03-25", "hier", ""})
        CHECK(order_shown_by(text) == DayOrder::Unknown);
}

TEST_CASE("table dates: short years are the nearer ones, and told") {
    CHECK(read_table_date("12/07/05", DayOrder::DayFirst, k_this_year).form == DateForm::ShortYear);
    CHECK(read("juil-36") == "2036-07");
    CHECK(read("juil-37") == "1937-07");
    CHECK(read_table_date("38545", DayOrder::Unknown, k_this_year).form == DateForm::DayNumber);
}

TEST_CASE("table dates: what is none") {
    for (const char* text : {"hier", "", "05-juil", "2005-2008", "-2005", "12", "123", "1800", "99999", "12/07",
                             "a b c d e f", "2005-07-12-13"})
        CHECK_MESSAGE(read(text) == "none", text);
    for (const char* text : {"31/02/2010", "2010-02-31", "29.02.2011", "2005-13", "13/2005", "30 février 2012"})
        CHECK_MESSAGE(read(text) == "no such day", text);
}

TEST_CASE("table dates: every day of the calendar comes back from every form") {
    const Date last = from_civil(k_last_year, 12, 31);
    for (Date day = from_civil(1950, 1, 1); day <= last; day.days += 17) {
        const CivilDate c = civil(day);
        const std::string expected = to_string(day), y = std::to_string(c.year), m = std::to_string(c.month),
                          d = std::to_string(c.day);
        REQUIRE(read(expected) == expected);
        REQUIRE(read(d + "." + m + "." + y) == expected);
        REQUIRE(read(d + "/" + m + "/" + y, DayOrder::DayFirst) == expected);
        REQUIRE(read(m + "/" + d + "/" + y, DayOrder::MonthFirst) == expected);
        REQUIRE(read(std::to_string(day.days + 25569)) == expected);
    }
}
