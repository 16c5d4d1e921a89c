#include "core/ui/foreign_text.hpp"

#include "core/base/text.hpp"
#include "core/ui/font_metrics.hpp"

#include <array>
#include <memory>
#include <span>

namespace atlas {

namespace {

constexpr char32_t k_joiner = 0x200D, k_emoji_style = 0xFE0F;

struct Range {
    char32_t first, last;
};

// What belongs to the character in front: marks of the scripts with many of them, joiners, tones, selectors.
constexpr Range k_marks[] = {
    {0x300, 0x36F},   {0x483, 0x489},   {0x591, 0x5C7},   {0x610, 0x61A},     {0x64B, 0x65F},
    {0x670, 0x670},   {0x6D6, 0x6ED},   {0x711, 0x711},   {0x730, 0x74A},     {0xE31, 0xE31},
    {0xE34, 0xE3A},   {0xE47, 0xE4E},   {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},   {0x200C, 0x200D},
    {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0x1F3FB, 0x1F3FF}, {0xE0100, 0xE01EF},
};
constexpr Range k_right_to_left[] = {
    {0x590, 0x8FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFE}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF}};
constexpr Range k_pictographs[] = {{0x2190, 0x2BFF}, {0x3030, 0x303D}, {0x1F000, 0x1FBFF}};
constexpr Range k_flag_letters[] = {{0x1F1E6, 0x1F1FF}};

bool is_in(std::span<const Range> ranges, char32_t c) {
    for (const Range& range : ranges)
        if (c >= range.first && c <= range.last) return true;
    return false;
}

// The blocks of India's scripts have one plan.
bool is_indic_mark(char32_t c) {
    const char32_t place = c & 0x7Fu;
    return c >= 0x900 && c < 0xE00 &&
           (place <= 3 || (place >= 0x3A && place <= 0x57 && place != 0x3D && place != 0x50) || place == 0x62 ||
            place == 0x63);
}

bool is_mark(char32_t c) {
    return c >= 0x300 && (is_in(k_marks, c) || is_indic_mark(c));
}

bool mark_follows(std::string_view utf8, std::size_t position) {
    if (position >= utf8.size() || static_cast<unsigned char>(utf8[position]) < 0xCC) return false; // below U+0300
    return is_mark(decode_utf8(utf8, position));
}

TextPartKind kind_of(char32_t c) {
    if (is_in(k_right_to_left, c)) return TextPartKind::RightToLeft;
    return is_in(k_pictographs, c) ? TextPartKind::Pictograph : TextPartKind::LeftToRight;
}

// The kind of what begins at `position`; `next` is set behind its first code point.
TextPartKind kind_at(std::string_view utf8, std::size_t position, std::size_t& next) {
    next = position;
    const char32_t c = decode_utf8(utf8, next);
    if (!has_glyph(c)) return kind_of(c);
    if (!mark_follows(utf8, next)) return TextPartKind::Baked;
    std::size_t after = next;
    return decode_utf8(utf8, after) == k_emoji_style ? TextPartKind::Pictograph : TextPartKind::LeftToRight;
}

// Behind the marks at `position`; what a joiner joins belongs to them.
std::size_t behind_marks(std::string_view utf8, std::size_t position) {
    while (mark_follows(utf8, position)) {
        const bool joins = decode_utf8(utf8, position) == k_joiner;
        if (joins && position < utf8.size()) decode_utf8(utf8, position);
    }
    return position;
}

std::size_t end_of_pictograph(std::string_view utf8, std::size_t begin, std::size_t next) {
    std::size_t second = next;
    if (next < utf8.size() && is_in(k_flag_letters, decode_utf8(utf8, begin)) &&
        is_in(k_flag_letters, decode_utf8(utf8, second)))
        next = second;
    return behind_marks(utf8, next);
}

bool is_digit(char32_t c) {
    return c >= '0' && c <= '9';
}

// Whether a letter that the baked fonts have, which reads from left to right whatever stands beside it.
bool is_baked_letter(char32_t c) {
    return ((c | 0x20u) >= 'a' && (c | 0x20u) <= 'z') || (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7);
}

// Up to the last letter or digit before something that reads the other way; with the bracket that closes one in it.
std::size_t end_of_right_to_left(std::string_view utf8, std::size_t begin) {
    std::size_t end = begin;
    int open_brackets = 0;
    for (std::size_t position = begin; position < utf8.size() && position - begin < k_longest_run_bytes;) {
        std::size_t next = position;
        const char32_t c = decode_utf8(utf8, next);
        const bool is_right_to_left = is_in(k_right_to_left, c) || is_mark(c);
        if (!is_right_to_left && (!has_glyph(c) || is_baked_letter(c))) break;
        open_brackets += c == '(' ? 1 : 0;
        const bool closes = c == ')' && end == position && open_brackets-- > 0;
        if (is_right_to_left || is_digit(c) || closes) end = next;
        position = next;
    }
    return end;
}

std::size_t end_of_run(std::string_view utf8, std::size_t begin, TextPartKind kind) {
    std::size_t next = begin;
    for (std::size_t end = begin; end < utf8.size(); end = next) {
        if (kind_at(utf8, end, next) != kind || (kind != TextPartKind::Baked && end - begin >= k_longest_run_bytes))
            return end;
        if (kind != TextPartKind::Baked) next = behind_marks(utf8, next);
    }
    return utf8.size();
}

float question_marks_em(std::string_view run, FontWeight weight) {
    return static_cast<float>(count_code_points(run)) * advance_em(weight, U'?');
}

struct Width { // the one that was asked for last of those that fall on one place
    std::uint64_t hash = 0;
    float em = 0.0f;
};
constexpr std::size_t k_widths = 4096;

struct Page {
    const PageFonts* fonts = nullptr;
    std::unique_ptr<std::array<Width, k_widths>> widths;
};

Page& page() {
    static Page the_page;
    return the_page;
}

float page_width_em(std::string_view run, FontWeight weight) {
    Page& the_page = page();
    if (!the_page.widths) the_page.widths = std::make_unique<std::array<Width, k_widths>>();
    const std::uint64_t hash = run_hash(run, weight);
    Width& width = (*the_page.widths)[hash % k_widths];
    if (width.hash != hash) width = {hash, the_page.fonts->width_em(run, weight)};
    if (width.em >= 0.0f) return width.em;
    use_page_fonts(nullptr);
    return question_marks_em(run, weight);
}

float baked_width_em(std::string_view text, FontWeight weight) {
    float width = 0.0f;
    for (std::size_t position = 0; position < text.size();) width += advance_em(weight, decode_utf8(text, position));
    return width;
}

}

TextPart next_text_part(std::string_view utf8, std::size_t& position) {
    const std::size_t begin = position;
    const TextPartKind kind = kind_at(utf8, begin, position);
    if (kind == TextPartKind::Pictograph)
        position = end_of_pictograph(utf8, begin, position);
    else if (kind == TextPartKind::RightToLeft)
        position = end_of_right_to_left(utf8, begin);
    else
        position = end_of_run(utf8, begin, kind);
    return {utf8.substr(begin, position - begin), kind};
}

bool is_cut(std::string_view utf8, std::size_t position) {
    return !mark_follows(utf8, position);
}

void use_page_fonts(const PageFonts* fonts) {
    page() = {fonts, nullptr};
}

const PageFonts* page_fonts() {
    return page().fonts;
}

std::uint64_t run_hash(std::string_view run, FontWeight weight) { // FNV-1a
    std::uint64_t hash = 0xCBF29CE484222325u ^ static_cast<std::uint64_t>(weight);
    for (const char c : run) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    return hash;
}

float part_width_em(const TextPart& part, FontWeight weight) {
    if (part.kind == TextPartKind::Baked) return baked_width_em(part.text, weight);
    return page_fonts() == nullptr ? question_marks_em(part.text, weight) : page_width_em(part.text, weight);
}

}
