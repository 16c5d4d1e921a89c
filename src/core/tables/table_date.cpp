#include "core/tables/table_date.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace atlas {

namespace {

constexpr int k_years_ahead = 10;
constexpr std::int32_t k_day_zero = -25569; // of spreadsheets: 30 December 1899, in days since 1970

// Folded beginnings of the months' names, in French, English and German; a word may be any longer form of them.
constexpr std::string_view k_months[12] = {
    "jan|janv|january|januar|janner|janvier",
    "feb|fev|fevr|fevrier|february|februar",
    "mar|mars|march|marz|maerz|mrz",
    "apr|avr|avril|april",
    "mai|may",
    "jun|juin|june|juni",
    "jul|juil|juillet|july|juli",
    "aug|aou|aout|august",
    "sep|sept|septembre|september",
    "oct|okt|octobre|october|oktober",
    "nov|novembre|november",
    "dec|dez|decembre|december|dezember",
};

struct Token {
    std::string_view text;
    int number = -1; // -1: a word
    int month = 0;   // of a word: 0: none

    [[nodiscard]] bool is_year() const { return number >= 0 && text.size() == 4; }
    [[nodiscard]] bool is_short() const { return number >= 0 && text.size() <= 2; }
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

int month_named(std::string_view word) {
    for (int month = 0; month < 12; ++month) {
        const std::string_view list = k_months[month];
        for (std::size_t begin = 0; begin < list.size();) {
            const std::size_t end = std::min(list.find('|', begin), list.size());
            if (list.substr(begin, end - begin) == word) return month + 1;
            begin = end + 1;
        }
    }
    return 0;
}

// "12", "1er", "3rd": digits, and the ending of an ordinal number.
Token token_of(std::string_view text) {
    static constexpr std::string_view k_endings[] = {"", "er", "e", "st", "nd", "rd", "th"};
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    const bool is_number =
        digits > 0 && digits <= 8 &&
        std::find(std::begin(k_endings), std::end(k_endings), text.substr(digits)) != std::end(k_endings);
    if (!is_number) return {text, -1, month_named(text)};
    int number = 0;
    for (const char c : text.substr(0, digits)) number = number * 10 + (c - '0');
    return {text.substr(0, digits), number, 0};
}

// Without "00:00:00" or "T00:00:00Z" behind it, and without the ".0" of a number that a program wrote.
std::string_view without_time(std::string_view text) {
    if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
        std::size_t begin = colon;
        while (begin > 0 && is_digit(text[begin - 1])) --begin;
        if (begin < colon && begin > 0) text = text.substr(0, begin - 1);
    }
    if (text.ends_with(".0") && std::all_of(text.begin(), text.end() - 2, is_digit)) text.remove_suffix(2);
    return text;
}

std::vector<Token> tokens_of(std::string_view folded) {
    std::vector<Token> out;
    for (std::size_t begin = 0; begin < folded.size() && out.size() < 5;) {
        const std::size_t end = std::min(folded.find(' ', begin), folded.size());
        out.push_back(token_of(folded.substr(begin, end - begin)));
        begin = end + 1;
    }
    return out;
}

bool is_in_range(int year) {
    return year >= k_first_year && year <= k_last_year;
}

bool is_day(int year, int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

PartialDate make(int year, int month, int day) {
    return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

// A year as four digits, or the one that two digits mean; nothing else.
struct Year {
    int year = 0;
    DateForm form = DateForm::None;
};

Year year_of(const Token& token, int this_year) {
    if (token.is_year()) return {token.number, is_in_range(token.number) ? DateForm::Plain : DateForm::None};
    if (token.number < 0 || token.text.size() != 2) return {};
    int year = this_year / 100 * 100 + token.number;
    if (year > this_year + k_years_ahead) year -= 100;
    return {year, is_in_range(year) ? DateForm::ShortYear : DateForm::None};
}

TableDate whole_day(int year, int month, int day, DateForm form) {
    if (!is_day(year, month, day)) return {DateForm::NoSuchDay, {}, {}};
    return {form, make(year, month, day), {}};
}

TableDate one_token(const Token& token) {
    if (token.is_year() && is_in_range(token.number)) return {DateForm::Plain, make(token.number, 0, 0), {}};
    if (token.text.size() == 8 && is_in_range(token.number / 10000))
        return whole_day(token.number / 10000, token.number / 100 % 100, token.number % 100, DateForm::Plain);
    if (token.text.size() != 5) return {};
    const CivilDate day = civil(Date{token.number + k_day_zero});
    if (!is_in_range(day.year)) return {};
    return {DateForm::DayNumber, make(day.year, day.month, day.day), {}};
}

// A month of a year: 2005-07, 07/2005, mars 2012, juil-05.
TableDate two_tokens(const Token& first, const Token& second, int this_year) {
    if (first.is_year() && (second.month != 0 || second.is_short())) return two_tokens(second, first, this_year);
    if (first.month == 0 && !(first.is_short() && second.is_year())) return {};
    const Year year = year_of(second, this_year);
    if (year.form == DateForm::None) return {};
    const int month = first.month != 0 ? first.month : first.number;
    if (month < 1 || month > 12) return {DateForm::NoSuchDay, {}, {}};
    return {year.form, make(year.year, month, 0), {}};
}

TableDate by_order(int first, int second, const Year& year, DayOrder order) {
    const bool may_be_day_first = is_day(year.year, second, first),
               may_be_month_first = is_day(year.year, first, second);
    if (!may_be_day_first && !may_be_month_first) return {DateForm::NoSuchDay, {}, {}};
    const bool is_open = may_be_day_first && may_be_month_first && first != second;
    if (is_open && order == DayOrder::Unknown)
        return {DateForm::Ambiguous, make(year.year, second, first), make(year.year, first, second)};
    const bool is_day_first = is_open ? order == DayOrder::DayFirst : may_be_day_first;
    return {year.form, is_day_first ? make(year.year, second, first) : make(year.year, first, second), {}};
}

TableDate three_tokens(const std::vector<Token>& tokens, DayOrder order, int this_year) {
    const Token &first = tokens[0], &second = tokens[1], &third = tokens[2];
    if (first.is_year() && is_in_range(first.number) && third.is_short()) {
        const int month = second.month != 0 ? second.month : second.is_short() ? second.number : 0;
        return whole_day(first.number, month, third.number, DateForm::Plain);
    }
    const Year year = year_of(third, this_year);
    if (year.form == DateForm::None) return {};
    if (first.is_short() && second.month != 0) return whole_day(year.year, second.month, first.number, year.form);
    if (first.month != 0 && second.is_short()) return whole_day(year.year, first.month, second.number, year.form);
    if (!first.is_short() || !second.is_short()) return {};
    return by_order(first.number, second.number, year, order);
}

}

TableDate read_table_date(std::string_view text, DayOrder order, int this_year) {
    const std::string_view day = without_time(text);
    const std::string folded = fold(day);
    const std::vector<Token> tokens = tokens_of(folded);
    const bool is_signed = day.starts_with('-') || day.starts_with('+');
    if (is_signed) return {};
    if (tokens.size() == 1) return one_token(tokens[0]);
    if (tokens.size() == 2) return two_tokens(tokens[0], tokens[1], this_year);
    if (tokens.size() != 3) return {};
    const bool has_points = day.find('.') != std::string_view::npos && day.find('/') == std::string_view::npos;
    return three_tokens(tokens, has_points ? DayOrder::DayFirst : order, this_year); // nobody writes 3.25.2012
}

DayOrder order_shown_by(std::string_view text) {
    const std::string folded = fold(without_time(text));
    const std::vector<Token> tokens = tokens_of(folded);
    const bool is_slashed = text.find('.') == std::string_view::npos && tokens.size() == 3 && tokens[0].is_short() &&
                            tokens[1].is_short() && tokens[2].number >= 0;
    if (!is_slashed) return DayOrder::Unknown;
    const int first = tokens[0].number, second = tokens[1].number;
    constexpr int k_leap_year = 2000;
    if (first > 12 && is_day(k_leap_year, second, first)) return DayOrder::DayFirst;
    if (second > 12 && is_day(k_leap_year, first, second)) return DayOrder::MonthFirst;
    return DayOrder::Unknown;
}

}
