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
#include <vector>

namespace atlas {

// The plural categories of Unicode CLDR, in the order of the strings.
enum class PluralCategory : std::uint8_t { Zero, One, Two, Few, Many, Other };

class Locale {
public:
    // Nothing when the text is not a compact locale of these very words.
    static std::optional<Locale> read(std::string_view compact);

    Lang lang() const { return m_lang; }
    const std::string& name() const { return m_name; } // in the language itself
    std::string_view form(Form form, std::size_t offset = 0) const;
    std::string_view message(Msg message) const;
    std::string_view plural(Plural plural, PluralCategory category) const; // the form "other" where there is no own one

private:
    static constexpr std::size_t k_strings = static_cast<std::size_t>(Form::Count) +
                                             static_cast<std::size_t>(Msg::Count) +
                                             static_cast<std::size_t>(Plural::Count) * k_plural_categories;
    std::string_view at(std::size_t index) const;

    Lang m_lang;
    std::string m_name;
    std::string m_pool;                                // every string, one behind the other
    std::array<std::uint32_t, k_strings + 1> m_ends{}; // of the string before; the first is 0
};

// A language that can be asked for, although its words may have to be fetched first.
struct Language {
    Lang lang;
    std::string name;              // in the language itself
    const Locale* words = nullptr; // lives as long as the program
};

// Those of one program, in the order in which they were offered; at first the ones that are compiled in.
[[nodiscard]] const std::vector<Language>& languages();
[[nodiscard]] const Language* find_language(Lang lang); // or one akin to it; null when there is none
void offer_language(Lang lang, std::string name);       // again: no effect
void learn_language(Locale locale);                     // in place of what was known of it

// Words of the language or of one akin to it; else those of English, else of whichever is there.
[[nodiscard]] const Locale& locale_of(Lang lang);
// The compact texts that are compiled in.
[[nodiscard]] std::span<const std::string_view> built_in_locales();

}
