#include "core/ui/font_metrics.hpp"

#include <doctest/doctest.h>

#include <string_view>

using namespace atlas;

TEST_CASE("digits are tabular in both weights") {
    for (const auto weight : {FontWeight::Regular, FontWeight::SemiBold}) {
        for (char32_t digit = U'0'; digit <= U'9'; ++digit)
            CHECK(advance_em(weight, digit) == advance_em(weight, U'0'));
    }
}

TEST_CASE("the subset writes French and English") {
    const std::u32string_view needed = U"àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ’«»“”–—…€%°²³·\u00A0\u202F→≥−×";
    for (const char32_t code_point : needed) {
        CAPTURE(static_cast<unsigned>(code_point));
        CHECK(has_glyph(code_point));
    }
}

TEST_CASE("what the subset lacks measures as the question mark that is drawn for it") {
    for (const char32_t code_point : {U'字', U'\U0001F600', U'\0', char32_t{0x10FFFF}}) {
        CHECK_FALSE(has_glyph(code_point));
        CHECK(advance_em(FontWeight::Regular, code_point) == advance_em(FontWeight::Regular, U'?'));
    }
}

TEST_CASE("proportions are those of a text face") {
    CHECK(advance_em(FontWeight::Regular, U'i') < advance_em(FontWeight::Regular, U'm'));
    CHECK(advance_em(FontWeight::Regular, U'm') < advance_em(FontWeight::SemiBold, U'm'));
    CHECK(cap_height_em() < ascent_em());
    CHECK(ascent_em() + descent_em() == doctest::Approx(1.0f));
}
