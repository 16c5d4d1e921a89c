#include "core/base/date.hpp"

#include <doctest/doctest.h>

using namespace atlas;

TEST_CASE("every day from 1900 to 2100 follows the one before it") {
    // the oracle is a calendar that counts on its fingers
    int year = 1900, month = 1, day = 1;
    Date date = from_civil(1900, 1, 1);
    CHECK(date.days == -25567);
    CHECK(from_civil(1970, 1, 1).days == 0);
    CHECK(from_civil(2000, 3, 1).days == 11017);
    while (year <= 2100) {
        REQUIRE(from_civil(year, month, day) == date);
        REQUIRE(civil(date) == CivilDate{year, month, day});
        ++date.days;
        const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        const int lengths[] = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        REQUIRE(days_in_month(year, month) == lengths[month - 1]);
        if (++day > lengths[month - 1]) {
            day = 1;
            if (++month > 12) month = 1, ++year;
        }
    }
}

TEST_CASE("a date of lower precision is a period") {
    const auto year = parse_partial_date("2024");
    const auto month = parse_partial_date("2024-02");
    const auto day = parse_partial_date("2024-02-17");
    REQUIRE((year && month && day));
    CHECK(first_day(*year) == from_civil(2024, 1, 1));
    CHECK(last_day(*year) == from_civil(2024, 12, 31));
    CHECK(first_day(*month) == from_civil(2024, 2, 1));
    CHECK(last_day(*month) == from_civil(2024, 2, 29));
    CHECK(first_day(*day) == last_day(*day));
    CHECK(partial(first_day(*day)) == *day);
}

TEST_CASE("dates read back as they are written, and nothing else is a date") {
    for (const char* text : {"1900", "2100", "2026-03", "2026-12", "2024-02-29", "2026-03-01", "2100-12-31"}) {
        const auto date = parse_partial_date(text);
        REQUIRE_MESSAGE(date, text);
        CHECK(to_string(*date) == text);
    }
    CHECK(to_string(from_civil(2005, 7, 2)) == "2005-07-02");
    for (const char* text :
         {"", "26", "1899", "2101", "2026-", "2026-3", "2026-00", "2026-13", "2026-02-29", "2026-04-31", "2026-01-00",
          "2026/01/01", "2026-01-1", "2026-01-01T00:00", " 2026", "+202", "-2026", "2O26"})
        CHECK_MESSAGE(!parse_partial_date(text), text);
}
