#pragma once
// Text beyond the baked fonts: Greek, Arabic, Chinese, emoji. Only fonts of the page can shape, order and draw it, so
// it is measured and drawn run by run, never character by character. A text is cut into parts, each for one kind of
// font; what reads from right to left is one part with the spaces and numbers between, as in a line that goes from left
// to right (UAX #9, as far as names need it). Where there is no page, or it lets nobody read what it draws, a question
// mark stands for each code point, in the picture as in the measure: headless builds are exact. Unit: em, i.e. multiply
// by the CSS font size. Cost: a measure asks the page once; 4096 widths are remembered.

#include "core/ui/record.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace atlas {

enum class TextPartKind : std::uint8_t {
    Baked,
    LeftToRight,
    RightToLeft,
    Pictograph, // one of them, with its colour, its joined companions and whatever else belongs to it
};

struct TextPart {
    std::string_view text;
    TextPartKind kind = TextPartKind::Baked;
};

inline constexpr std::size_t k_longest_run_bytes = 512; // of a part that is not baked; a longer one is cut

// The part that begins at `position`, which moves behind it and is less than the text's size.
[[nodiscard]] TextPart next_text_part(std::string_view utf8, std::size_t& position);
// Whether a text may be cut before the code point at `position`: not before what belongs to the character in front.
[[nodiscard]] bool is_cut(std::string_view utf8, std::size_t position);

struct RunWish {
    TextPart part;
    FontWeight weight = FontWeight::Regular;
    float size = 0.0f;  // of the font, in device px
    float width = 0.0f; // what it measures, in device px: the picture is drawn as wide
};

struct RunPicture {                               // device px
    int left = 0, top = 0, width = 0, height = 0; // from the pen on the baseline; empty: nothing to see
    std::vector<std::uint32_t> pixels;            // rows of R, G, B, A, straight alpha, drawn with white ink
};

struct PageFonts {
    float (*width_em)(std::string_view run, FontWeight weight); // below zero: it can't draw, and is asked no more
    RunPicture (*draw)(const RunWish& wish);
};

// For the whole program; null: none. What was measured before is forgotten.
void use_page_fonts(const PageFonts* fonts);
[[nodiscard]] const PageFonts* page_fonts();

// Two with the same hash would be drawn as one: whoever makes such texts only spoils their own.
[[nodiscard]] std::uint64_t run_hash(std::string_view run, FontWeight weight);
[[nodiscard]] float part_width_em(const TextPart& part, FontWeight weight);

}
