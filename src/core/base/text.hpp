// Bilingual texts and the little Unicode that the atlas needs.
// Everything that comes from outside passes is_valid_utf8 and clean_text before it is kept: no control and no bidi
// character ever reaches a screen. fold() is what search and sorting compare: lower case, no accents, no punctuation,
// one space between words; it covers Latin-1 Supplement and Latin Extended-A. All functions are linear in their input.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace atlas {

enum class Lang : std::uint8_t { Fr, En };

struct Text {
    std::string fr;
    std::string en;
    const std::string& in(Lang lang) const { return lang == Lang::Fr ? fr : en; }
    bool empty() const { return fr.empty() && en.empty(); }
    friend bool operator==(const Text&, const Text&) = default;
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
