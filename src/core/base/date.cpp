#include "core/base/date.hpp"

namespace atlas {

namespace {

bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

// Reads exactly `count` digits at `at`; -1 when there is anything else.
int digits(std::string_view text, std::size_t at, std::size_t count) {
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (i >= text.size() || text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

void append_two(std::string& out, int value) {
    out += static_cast<char>('0' + value / 10 % 10);
    out += static_cast<char>('0' + value % 10);
}

}

Date from_civil(int year, int month, int day) {
    const int shifted = month <= 2 ? year - 1 : year; // years that begin in March
    const int era = (shifted >= 0 ? shifted : shifted - 399) / 400;
    const int year_of_era = shifted - era * 400;
    const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return {era * 146097 + day_of_era - 719468};
}

CivilDate civil(Date date) {
    const int days = date.days + 719468;
    const int era = (days >= 0 ? days : days - 146096) / 146097;
    const int day_of_era = days - era * 146097;
    const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int march_month = (5 * day_of_year + 2) / 153;
    const int month = march_month + (march_month < 10 ? 3 : -9);
    return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * march_month + 2) / 5 + 1};
}

int days_in_month(int year, int month) {
    if (month == 2) return is_leap(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

Date last_day(PartialDate date) {
    const int month = date.month == 0 ? 12 : date.month;
    return from_civil(date.year, month, date.day == 0 ? days_in_month(date.year, month) : date.day);
}

Date first_day(PartialDate date) {
    return from_civil(date.year, date.month == 0 ? 1 : date.month, date.day == 0 ? 1 : date.day);
}

PartialDate partial(Date date) {
    const CivilDate c = civil(date);
    return {static_cast<std::int16_t>(c.year), static_cast<std::uint8_t>(c.month), static_cast<std::uint8_t>(c.day)};
}

std::optional<PartialDate> parse_partial_date(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
    const int year = digits(text, 0, 4);
    if (year < k_first_year || year > k_last_year) return std::nullopt;
    PartialDate date{static_cast<std::int16_t>(year), 0, 0};
    if (text.size() == 4) return date;
    const int month = digits(text, 5, 2);
    if (text[4] != '-' || month < 1 || month > 12) return std::nullopt;
    date.month = static_cast<std::uint8_t>(month);
    if (text.size() == 7) return date;
    const int day = digits(text, 8, 2);
    if (text[7] != '-' || day < 1 || day > days_in_month(year, month)) return std::nullopt;
    date.day = static_cast<std::uint8_t>(day);
    return date;
}

std::string to_string(PartialDate date) {
    std::string out;
    if (!date.is_known()) return out;
    append_two(out, date.year / 100);
    append_two(out, date.year % 100);
    for (const int part : {static_cast<int>(date.month), static_cast<int>(date.day)}) {
        if (part == 0) break;
        out += '-';
        append_two(out, part);
    }
    return out;
}

std::string to_string(Date date) {
    return to_string(partial(date));
}

}
