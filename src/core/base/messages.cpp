#include "core/base/messages.hpp"

#include <array>
#include <cmath>

namespace atlas {

namespace {

constexpr std::size_t k_count = static_cast<std::size_t>(Msg::Count) * 2;

// French and English in turn, each ended by a zero: pointers and lengths beside them would be 16 bytes a message.
constexpr char k_messages[] =
#define MSG(name, fr, en) fr "\0" en "\0"
#include "core/messages/all.def"
#undef MSG
    ;

std::array<std::string_view, k_count> split_messages() {
    std::array<std::string_view, k_count> all;
    const char* at = k_messages;
    for (std::string_view& message : all) {
        message = at;
        at += message.size() + 1;
    }
    return all;
}

constexpr std::string_view k_narrow_space = "\u202F";
constexpr std::string_view k_minus = "\u2212";

using MonthNames = std::array<std::string_view, 12>;
constexpr MonthNames k_short_fr = {"janv.", "févr.", "mars",  "avr.", "mai",  "juin",
                                   "juil.", "août",  "sept.", "oct.", "nov.", "déc."};
constexpr MonthNames k_long_fr = {"janvier", "février", "mars",      "avril",   "mai",      "juin",
                                  "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
constexpr MonthNames k_short_en = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr MonthNames k_long_en = {"January", "February", "March",     "April",   "May",      "June",
                                  "July",    "August",   "September", "October", "November", "December"};

const MonthNames& month_names(Lang lang, DateStyle style) {
    if (lang == Lang::Fr) return style == DateStyle::Short ? k_short_fr : k_long_fr;
    return style == DateStyle::Short ? k_short_en : k_long_en;
}

std::string day_in_words(int day, Lang lang) {
    return lang == Lang::Fr && day == 1 ? "1ᵉʳ" : std::to_string(day);
}

// {0} to {9}; a brace that is no placeholder is text.
bool is_placeholder(std::string_view text, std::size_t at) {
    return at + 2 < text.size() && text[at] == '{' && text[at + 1] >= '0' && text[at + 1] <= '9' && text[at + 2] == '}';
}

std::string grouped(std::uint64_t whole, Lang lang) {
    const std::string digits = std::to_string(whole);
    const std::string_view separator = lang == Lang::Fr ? k_narrow_space : std::string_view(",");
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += separator;
        out += digits[i];
    }
    return out;
}

}

std::string_view say(Msg message, Lang lang) {
    static const std::array<std::string_view, k_count> all = split_messages();
    return all[static_cast<std::size_t>(message) * 2 + (lang == Lang::Fr ? 0 : 1)];
}

std::string say(Msg message, Lang lang, std::initializer_list<std::string_view> arguments) {
    const std::string_view pattern = say(message, lang);
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (!is_placeholder(pattern, i)) {
            out += pattern[i];
            continue;
        }
        const auto number = static_cast<std::size_t>(pattern[i + 1] - '0');
        if (number < arguments.size()) out += *(arguments.begin() + number);
        i += 2;
    }
    return out;
}

bool is_plural(Lang lang, std::int64_t n) {
    return lang == Lang::Fr ? n >= 2 || n <= -2 : n != 1;
}

std::string say_count(Msg one, Msg many, Lang lang, std::int64_t n) {
    return say(is_plural(lang, n) ? many : one, lang, {format_number(static_cast<double>(n), lang)});
}

std::string format_number(double value, Lang lang, int decimals) {
    constexpr double k_largest = 9.0e15; // whole numbers are exact up to there
    if (!std::isfinite(value)) return "–";
    std::uint64_t unit = 1;
    for (int i = 0; i < decimals && i < 6; ++i) unit *= 10;
    const double scaled = std::fmin(std::round(std::fabs(value) * static_cast<double>(unit)), k_largest);
    const auto rounded = static_cast<std::uint64_t>(scaled);
    std::string out = value < 0 && rounded > 0 ? std::string(k_minus) : std::string();
    out += grouped(rounded / unit, lang);
    if (unit > 1) {
        const std::string fraction = std::to_string(unit + rounded % unit);
        out += lang == Lang::Fr ? ',' : '.';
        out.append(fraction, 1, std::string::npos);
    }
    return out;
}

std::string format_date(PartialDate date, Lang lang, DateStyle style) {
    std::string year = std::to_string(date.year);
    if (date.month < 1 || date.month > 12) return year;
    const std::string_view month = month_names(lang, style)[date.month - std::size_t{1}];
    std::string out;
    if (date.day != 0) out = day_in_words(date.day, lang) + " ";
    out += month;
    return out + " " + year;
}

std::string format_date(Date date, Lang lang, DateStyle style) {
    return format_date(partial(date), lang, style);
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) out += separator;
        out += parts[i];
    }
    return out;
}

std::string join_and(const std::vector<std::string>& parts, Lang lang) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) out += i + 1 == parts.size() ? say(Msg::And, lang) : std::string_view(", ");
        out += parts[i];
    }
    return out;
}

std::string roman(int phase) {
    constexpr std::pair<int, std::string_view> k_digits[] = {{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}};
    if (phase < 1 || phase > 39) return std::to_string(phase);
    std::string out;
    for (const auto& [value, digit] : k_digits) {
        for (; phase >= value; phase -= value) out += digit;
    }
    return out;
}

}
