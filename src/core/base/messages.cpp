#include "core/base/messages.hpp"

#include "core/base/locale.hpp"
#include "core/base/plural_rule.hpp"

#include <cmath>
#include <utility>

namespace atlas {

namespace {

// {0} to {9}; a brace that is no placeholder is text.
bool is_placeholder(std::string_view text, std::size_t at) {
    return at + 2 < text.size() && text[at] == '{' && text[at + 1] >= '0' && text[at + 1] <= '9' && text[at + 2] == '}';
}

std::string grouped(std::uint64_t whole, const Locale& locale) {
    const std::string digits = std::to_string(whole);
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += locale.form(Form::NumberGroup);
        out += digits[i];
    }
    return out;
}

PluralCategory category_of(const Locale& locale, std::int64_t n) {
    const auto number = static_cast<std::uint64_t>(n < 0 ? -n : n);
    for (std::size_t i = 0; i < static_cast<std::size_t>(PluralCategory::Other); ++i) {
        const std::string_view rule = locale.form(Form::PluralZero, i);
        if (!rule.empty() && matches_plural_rule(rule, number)) return static_cast<PluralCategory>(i);
    }
    return PluralCategory::Other;
}

std::string fill(std::string_view pattern, std::initializer_list<std::string_view> arguments) {
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

}

std::string_view say(Msg message, Lang lang) {
    return locale_of(lang).message(message);
}

std::string say(Msg message, Lang lang, std::initializer_list<std::string_view> arguments) {
    return fill(say(message, lang), arguments);
}

Text tell(Msg message, std::initializer_list<std::string_view> arguments) {
    Text text;
    for (const Language& language : languages())
        if (language.words != nullptr) text.add(language.lang, say(message, language.lang, arguments));
    return text;
}

Text tell(Msg message, std::string_view before, Msg argument) {
    Text text;
    for (const Language& language : languages())
        if (language.words != nullptr)
            text.add(language.lang, say(message, language.lang, {before, say(argument, language.lang)}));
    return text;
}

std::string say(Plural plural, Lang lang, std::int64_t n, std::initializer_list<std::string_view> arguments) {
    const Locale& locale = locale_of(lang);
    return fill(locale.plural(plural, category_of(locale, n)), arguments);
}

std::string say_count(Plural plural, Lang lang, std::int64_t n) {
    return say(plural, lang, n, {format_number(static_cast<double>(n), lang)});
}

std::string_view form(Form form, Lang lang) {
    return locale_of(lang).form(form);
}

std::string write_form(Form form, Lang lang, std::string_view inside) {
    return fill(locale_of(lang).form(form), {inside});
}

std::string format_number(double value, Lang lang, int decimals) {
    constexpr double k_largest = 9.0e15; // whole numbers are exact up to there
    if (!std::isfinite(value)) return "–";
    std::uint64_t unit = 1;
    for (int i = 0; i < decimals && i < 6; ++i) unit *= 10;
    const double scaled = std::fmin(std::round(std::fabs(value) * static_cast<double>(unit)), k_largest);
    const auto rounded = static_cast<std::uint64_t>(scaled);
    const Locale& locale = locale_of(lang);
    std::string out(value < 0 && rounded > 0 ? locale.form(Form::NumberMinus) : std::string_view());
    out += grouped(rounded / unit, locale);
    if (unit > 1) {
        const std::string fraction = std::to_string(unit + rounded % unit);
        out += locale.form(Form::NumberDecimal);
        out.append(fraction, 1, std::string::npos);
    }
    return out;
}

std::string format_date(PartialDate date, Lang lang, DateStyle style) {
    if (!date.is_known()) return std::string(say(Msg::Unknown, lang));
    const std::string year = std::to_string(date.year);
    if (date.month < 1 || date.month > 12) return year;
    const Locale& locale = locale_of(lang);
    const Form names = style == DateStyle::Short ? Form::DateShortMonths : Form::DateMonths;
    const Form pattern = date.day == 0 ? Form::DateMonth : date.day == 1 ? Form::DateFirstDay : Form::DateDay;
    const std::string_view month = locale.form(names, date.month - std::size_t{1});
    return fill(locale.form(pattern), {std::to_string(date.day), month, year});
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
        if (i > 0) out += form(i + 1 == parts.size() ? Form::ListLast : Form::ListComma, lang);
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
