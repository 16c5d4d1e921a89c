// Texts in several languages and the little Unicode that the atlas needs.
// Everything that comes from outside passes is_valid_utf8 and clean_text before it is kept: no control and no bidi
// character ever reaches a screen. fold() is what search and sorting compare: lower case, no accents, no punctuation,
// one space between words; it covers Latin-1 Supplement and Latin Extended-A. All functions are linear in their input.
#pragma once

#include "core/base/lang.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace atlas {

// The same said in one or more languages, the most important first; under the empty one, what is alike in all.
class Text {
public:
    struct Version {
        Lang lang;
        std::string words;
        friend bool operator==(const Version&, const Version&) = default;
    };

    Text() = default;
    explicit Text(std::string same_everywhere) { add({}, std::move(same_everywhere)); }

    void add(Lang lang, std::string words) { m_versions.push_back({lang, std::move(words)}); }
    // Those of the language, or of a kindred one ("de" for "de-AT"), or the first ones; empty when there are none.
    const std::string& in(Lang lang) const;
    // Which language in(lang) speaks, where it is another; else none.
    Lang foreign(Lang lang) const;
    const std::vector<Version>& versions() const { return m_versions; }
    bool empty() const { return m_versions.empty(); }
    friend bool operator==(const Text&, const Text&) = default;

private:
    std::vector<Version> m_versions;
};

inline constexpr char32_t k_replacement_character = 0xFFFD;

// The code point at `position`, which moves behind it. A malformed sequence gives U+FFFD and moves by one byte.
char32_t decode_utf8(std::string_view text, std::size_t& position);
void append_utf8(std::string& out, char32_t code_point);
bool is_valid_utf8(std::string_view text);
std::size_t invalid_utf8_at(std::string_view text); // of the first bad sequence; the size when there is none
std::size_t count_code_points(std::string_view text);

// "Pôle Véhicule du Futur" -> "pole vehicule du futur", "Cœur d’Alsace" -> "coeur d alsace".
std::string fold(std::string_view text);
// Without control characters, bidi controls, byte order marks and other invisible characters; tabs and line ends become
// spaces.
std::string clean_text(std::string_view text);

}
