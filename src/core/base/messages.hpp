#pragma once
// Every word of the interface, French and English, in one place: the *.def files of core/messages, one per room, each a
// list of MSG(Name, "français", "English"). {0}, {1} … are replaced in order of the arguments. A test checks that
// no key is missing, empty or unused and that both languages use the same placeholders.

#include "core/base/date.hpp"
#include "core/base/text.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace atlas {

enum class Msg : std::uint16_t {
#define MSG(name, fr, en) name,
#include "core/messages/all.def"
#undef MSG
    Count
};

[[nodiscard]] std::string_view say(Msg message, Lang lang);
[[nodiscard]] std::string say(Msg message, Lang lang, std::initializer_list<std::string_view> arguments);
// French is plural from 2 on, English for everything but 1. {0} is the formatted number.
[[nodiscard]] bool is_plural(Lang lang, std::int64_t n);
[[nodiscard]] std::string say_count(Msg one, Msg many, Lang lang, std::int64_t n);

// Numbers and dates in the language's own typography (design.md §6): 1 234,5 · 18 500 · nov. 2026 · 5 févr. 2019.
enum class DateStyle : std::uint8_t { Short, Long }; // "nov. 2026" · "novembre 2026"
[[nodiscard]] std::string format_number(double value, Lang lang, int decimals = 0);
[[nodiscard]] std::string format_date(PartialDate date, Lang lang, DateStyle style = DateStyle::Short);
[[nodiscard]] std::string format_date(Date date, Lang lang, DateStyle style = DateStyle::Short);
// "Normandie, Île-de-France" · with a conjunction "A, B et C" / "A, B and C".
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view separator = ", ");
[[nodiscard]] std::string join_and(const std::vector<std::string>& parts, Lang lang);
[[nodiscard]] std::string roman(int phase);

}
