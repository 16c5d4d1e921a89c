// A language: its words and its forms of numbers, dates and lists, read from the compact text that
// tools/bake_locales.mjs makes of a file in data/locales. Msg, Form and Plural are the names of its strings, generated
// from English.
#pragma once

#include "core/base/text.hpp"
#include "core/messages/ids.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace atlas {

// The plural categories of Unicode CLDR, in the order of the strings.
enum class PluralCategory : std::uint8_t { Zero, One, Two, Few, Many, Other };

class Locale {
public:
    // Nothing when the text is not a compact locale of these very words.
    static std::optional<Locale> read(std::string_view compact);

    const std::string& tag() const { return m_tag; }   // BCP 47
    const std::string& name() const { return m_name; } // in the language itself
    std::string_view form(Form form, std::size_t offset = 0) const;
    std::string_view message(Msg message) const;
    std::string_view plural(Plural plural, PluralCategory category) const; // the form "other" where there is no own one

private:
    static constexpr std::size_t k_strings = static_cast<std::size_t>(Form::Count) +
                                             static_cast<std::size_t>(Msg::Count) +
                                             static_cast<std::size_t>(Plural::Count) * k_plural_categories;
    std::string_view at(std::size_t index) const;

    std::string m_tag, m_name;
    std::string m_pool;                                // every string, one behind the other
    std::array<std::uint32_t, k_strings + 1> m_ends{}; // of the string before; the first is 0
};

// The languages that are compiled in.
[[nodiscard]] std::span<const std::string_view> built_in_locales();
[[nodiscard]] const Locale& locale_of(Lang lang);

}
