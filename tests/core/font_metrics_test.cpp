#include "core/ui/font_metrics.hpp"

#include "core/ui/pen.hpp"

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

TEST_CASE("a long name breaks after its hyphens, one without them anywhere") {
    const Type type{26.0f, FontWeight::SemiBold};
    const std::string name = "Auvergne-Rhône-Alpes";
    const float room = text_width("Auvergne-Rhône-Al", type.size_px, type.weight) + 1.0f;
    CHECK(wrap(name, type, room) == std::vector<std::string>{"Auvergne-Rhône-", "Alpes"});
    for (const float width : {40.0f, 90.0f, 150.0f, 220.0f}) {
        std::string joined;
        for (const std::string& line : wrap(name, type, width)) {
            CHECK(text_width(line, type.size_px, type.weight) <= width);
            joined += line;
        }
        CHECK(joined == name);
    }
    CHECK(wrap("Donaudampfschiff", type, 90.0f).size() > 1);
}
