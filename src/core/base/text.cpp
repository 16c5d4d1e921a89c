#include "core/base/text.hpp"

namespace atlas {

const std::string& Text::in(Lang lang) const {
    static const std::string k_nothing;
    for (const Version& version : m_versions)
        if (version.lang == lang) return version.words;
    for (const Version& version : m_versions)
        if (version.lang.is_akin(lang)) return version.words;
    return m_versions.empty() ? k_nothing : m_versions.front().words;
}

Lang Text::foreign(Lang lang) const {
    const std::string& words = in(lang);
    for (const Version& version : m_versions)
        if (&version.words == &words && !version.lang.is_akin(lang)) return version.lang;
    return {};
}

namespace {

// Base letters of U+00C0 to U+017F, lower case; '\0': two letters or none, see two_letters.
constexpr char k_base_letters[] = "aaaaaa\0ceeeeiiiidnooooo\0ouuuuy\0\0" // U+00C0
                                  "aaaaaa\0ceeeeiiiidnooooo\0ouuuuy\0y"  // U+00E0
                                  "aaaaaaccccccccddddeeeeeeeeeegggg"     // U+0100
                                  "gggghhhhiiiiiiiiii\0\0jjkkklllllll"   // U+0120
                                  "lllnnnnnnnnnoooooo\0\0rrrrrrssssss"   // U+0140
                                  "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";    // U+0160
static_assert(sizeof k_base_letters == 0x180 - 0xC0 + 1);

std::string_view two_letters(char32_t c) {
    switch (c) {
    case 0xC6:
    case 0xE6:
        return "ae";
    case 0xDE:
    case 0xFE:
        return "th";
    case 0xDF:
        return "ss";
    case 0x132:
    case 0x133:
        return "ij";
    case 0x152:
    case 0x153:
        return "oe";
    default:
        return {};
    }
}

bool is_combining_mark(char32_t c) {
    return c >= 0x300 && c <= 0x36F;
}

// Letters and digits beyond the tables stay as they are; everything else separates words.
bool is_word_character(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return c >= 0x180 && !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) && c != k_replacement_character;
}

// Invisible characters that can hide or reorder what follows them.
bool is_invisible(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x61C || c == 0x180E ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

// Persian, the scripts of India and emoji are written with joiners; between other letters they would only hide.
bool is_joining(char32_t before, char32_t c, std::string_view after) {
    if ((c != 0x200C && c != 0x200D) || before < 0x300 || after.empty()) return false;
    std::size_t next = 0;
    const char32_t joined = decode_utf8(after, next);
    return joined >= 0x300 && !is_invisible(joined);
}

int sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

// The code point of a sequence of `length` bytes, or k_malformed: overlong forms, surrogates and values above U+10FFFF.
constexpr char32_t k_malformed = 0xFFFFFFFF;

char32_t decode_sequence(std::string_view bytes, int length) {
    static constexpr char32_t k_lead_mask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    static constexpr char32_t k_smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    char32_t c = static_cast<unsigned char>(bytes[0]) & k_lead_mask[length];
    for (int i = 1; i < length; ++i) {
        const unsigned char next = static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)]);
        if ((next & 0xC0) != 0x80) return k_malformed;
        c = (c << 6) | (next & 0x3Fu);
    }
    if (c < k_smallest[length] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return k_malformed;
    return c;
}

void append_folded(std::string& out, char32_t c) {
    if (c >= 'A' && c <= 'Z') {
        out += static_cast<char>(c - 'A' + 'a');
    } else if (c >= 0xC0 && c < 0x180 && k_base_letters[c - 0xC0] != '\0') {
        out += k_base_letters[c - 0xC0];
    } else if (const std::string_view letters = two_letters(c); !letters.empty()) {
        out += letters;
    } else {
        append_utf8(out, c);
    }
}

bool is_folded_letter(char32_t c) {
    return is_word_character(c) || (c >= 0xC0 && c < 0x180 && c != 0xD7 && c != 0xF7);
}

}

char32_t decode_utf8(std::string_view text, std::size_t& position) {
    const int length = sequence_length(static_cast<unsigned char>(text[position]));
    if (length == 0 || text.size() - position < static_cast<std::size_t>(length)) {
        ++position;
        return k_replacement_character;
    }
    const char32_t c = decode_sequence(text.substr(position), length);
    position += c == k_malformed ? 1u : static_cast<std::size_t>(length);
    return c == k_malformed ? k_replacement_character : c;
}

void append_utf8(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

std::size_t invalid_utf8_at(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const unsigned char lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const int length = sequence_length(lead);
        if (length == 0 || text.size() - i < static_cast<std::size_t>(length)) return i;
        if (decode_sequence(text.substr(i), length) == k_malformed) return i;
        i += static_cast<std::size_t>(length);
    }
    return text.size();
}

bool is_valid_utf8(std::string_view text) {
    return invalid_utf8_at(text) == text.size();
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1u : 0u;
    return count;
}

std::string fold(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool gap = false;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = decode_utf8(text, i);
        if (is_combining_mark(c) || (is_invisible(c) && c >= 0x80)) continue;
        if (!is_folded_letter(c)) {
            gap = true;
            continue;
        }
        if (gap && !out.empty()) out += ' ';
        gap = false;
        append_folded(out, c);
    }
    return out;
}

// Copies what is fine run by run: nearly always the whole text.
std::string clean_text(std::string_view text) {
    std::string out;
    std::size_t run = 0; // begin of what is fine and not yet copied
    char32_t before = 0; // the character in front, where it is none of ASCII
    for (std::size_t i = 0; i < text.size();) {
        const unsigned char byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x20 && byte < 0x7F) {
            ++i;
            before = 0;
            continue;
        }
        const std::size_t begin = i;
        const char32_t c = decode_utf8(text, i);
        const bool is_kept = !is_invisible(c) || is_joining(before, c, text.substr(i));
        const bool is_space = c == '\t' || c == '\n' || c == '\r';
        if (is_kept) before = c;
        if (is_kept && c != k_replacement_character) continue;
        out.append(text, run, begin - run);
        run = i;
        if (is_space) out += ' ';
        if (c == k_replacement_character) append_utf8(out, c);
    }
    out.append(text, run);
    return out;
}

}
