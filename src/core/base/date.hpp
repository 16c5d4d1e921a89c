// Calendar days and dates that are only partly known.
// A Date is a day number, so comparing two is one integer comparison. A PartialDate keeps what its source says ("2026",
// "2026-03", "2026-03-01") and is turned into a day by asking for the first or the last day it can mean.
// Proleptic Gregorian calendar, years k_first_year to k_last_year, no time zones. Algorithm: Howard Hinnant,
// days_from_civil.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace atlas {

inline constexpr int k_first_year = 1900;
inline constexpr int k_last_year = 2100;

struct Date {
    std::int32_t days = 0; // since 1970-01-01
    friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

struct CivilDate {
    int year = 1970;
    int month = 1; // 1 to 12
    int day = 1;   // 1 to 31
    friend constexpr bool operator==(const CivilDate&, const CivilDate&) = default;
};

struct PartialDate {
    std::int16_t year = 0;
    std::uint8_t month = 0; // 0: unknown
    std::uint8_t day = 0;   // 0: unknown
    [[nodiscard]] constexpr bool is_known() const { return year != 0; }
    friend constexpr bool operator==(const PartialDate&, const PartialDate&) = default;
};

Date from_civil(int year, int month, int day);
CivilDate civil(Date date);
int days_in_month(int year, int month);

// The rule of the atlas: a state date given as YYYY or YYYY-MM means the last day of that period.
Date last_day(PartialDate date);
// The bounds of a label are half open, so there YYYY or YYYY-MM means the first day of the period.
Date first_day(PartialDate date);
PartialDate partial(Date date);

// "2026", "2026-03" or "2026-03-01", an existing day, years k_first_year to k_last_year; anything else is nothing.
std::optional<PartialDate> parse_partial_date(std::string_view text);
std::string to_string(PartialDate date); // empty when it is not known
std::string to_string(Date date);        // "2026-03-01"

}
