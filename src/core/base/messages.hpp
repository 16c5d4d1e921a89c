#pragma once
// Every word of the interface, in the language asked for; they stand in data/locales, one file a language. {0}, {1} …
// are replaced in order of the arguments. A test checks that every language has all of them, and none that is not said.

#include "core/base/date.hpp"
#include "core/base/text.hpp"
#include "core/messages/ids.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace atlas {

[[nodiscard]] std::string_view say(Msg message, Lang lang);
[[nodiscard]] std::string say(Msg message, Lang lang, std::initializer_list<std::string_view> arguments);
// In every language whose words are there.
[[nodiscard]] Text tell(Msg message, std::initializer_list<std::string_view> arguments = {});
[[nodiscard]] Text tell(Msg message, std::string_view before, Msg argument); // {0} and {1}, the second a word, too
// What the language says of this many, by its own plural rules.
[[nodiscard]] std::string say(Plural plural, Lang lang, std::int64_t n,
                              std::initializer_list<std::string_view> arguments);
[[nodiscard]] std::string say_count(Plural plural, Lang lang, std::int64_t n); // {0} is the formatted number

// Signs between words, "; " or " ; ", and what is written round others: "« {0} »", "{0} %".
[[nodiscard]] std::string_view form(Form form, Lang lang);
[[nodiscard]] std::string write_form(Form form, Lang lang, std::string_view inside);

// Numbers and dates in the language's own typography (design.md §6): 1 234,5 · 18 500 · nov. 2026 · 5 févr. 2019.
enum class DateStyle : std::uint8_t { Short, Long }; // "nov. 2026" · "novembre 2026"
[[nodiscard]] std::string format_number(double value, Lang lang, int decimals = 0);
[[nodiscard]] std::string format_date(PartialDate date, Lang lang, DateStyle style = DateStyle::Short);
[[nodiscard]] std::string format_date(Date date, Lang lang, DateStyle style = DateStyle::Short);
// "Alsace, Lorraine" · with a conjunction "A, B et C" / "A, B and C".
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view separator = ", ");
[[nodiscard]] std::string join_and(const std::vector<std::string>& parts, Lang lang);
[[nodiscard]] std::string roman(int phase);

}
