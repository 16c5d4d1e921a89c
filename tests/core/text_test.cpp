#include "core/base/text.hpp"

#include <doctest/doctest.h>

using namespace atlas;

TEST_CASE("folding leaves words to compare") {
    CHECK(fold("Pôle Véhicule du Futur") == "pole vehicule du futur");
    CHECK(fold("Cœur d’Alsace") == "coeur d alsace");
    CHECK(fold("CŒUR D'ALSACE") == "coeur d alsace");
    CHECK(fold("  Végépolys -- Valley ! ") == "vegepolys valley");
    CHECK(fold("Æther Straße Łódź Þór") == "aether strasse lodz thor");
    CHECK(fold("e\u0301") == "e"); // decomposed é
    CHECK(fold("Q@LI-MEDiterranée") == "q li mediterranee");
    CHECK(fold("a\u200Bb") == "ab"); // zero width space
    CHECK(fold("1 234\u202F%") == "1 234");
    CHECK(fold("Σίσυφος") == "Σίσυφος"); // beyond the tables: as it is
    CHECK(fold("").empty());
    CHECK(fold("…’«»").empty());
}

TEST_CASE("folding twice changes nothing") {
    for (const char32_t c : {U'é', U'Ž', U'ſ', U'ŉ', U'ĳ', U'ß', U'×', U'Ø', U'ż', U'ı'}) {
        std::string text;
        append_utf8(text, c);
        CHECK(fold(fold(text)) == fold(text));
    }
}

TEST_CASE("UTF-8 goes round for every code point") {
    for (char32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 251) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text;
        append_utf8(text, c);
        std::size_t position = 0;
        REQUIRE(decode_utf8(text, position) == c);
        REQUIRE(position == text.size());
        REQUIRE(is_valid_utf8(text));
        REQUIRE(count_code_points(text) == 1);
    }
}

TEST_CASE("malformed UTF-8 is found where it is and never read past") {
    for (const char* bad : {"\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF0\x80\x80\xAF",
                            "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xC3", "\xE2\x82", "\xF0\x9F\x98"}) {
        const std::string text = "abc" + std::string(bad);
        CHECK(!is_valid_utf8(text));
        CHECK(invalid_utf8_at(text) == 3);
        std::size_t position = 3;
        CHECK(decode_utf8(text, position) == k_replacement_character);
        CHECK(position == 4);
        CHECK(is_valid_utf8(clean_text(text)));
        CHECK(is_valid_utf8(fold(text)));
    }
    CHECK(is_valid_utf8("Pôle — “é” 😀"));
}

TEST_CASE("no control and no bidi character passes") {
    CHECK(clean_text("a\x01"
                     "b\x7F"
                     "c\u0085") == "abc");
    CHECK(clean_text("safe\u202Etxt.exe\u2066\u2069\u200F\uFEFF") == "safetxt.exe");
    CHECK(clean_text("نامه‌ها 👩\u200D🔬") == "نامه\u200Cها 👩\u200D🔬"); // Persian, and emoji, join
    CHECK(clean_text("ab\u200Dc \u200D\u200Cم\u200C") == "abc م");                  // nothing is joined: only hidden
    CHECK(clean_text("م\u200D\u202Eم") == "مم");
    CHECK(clean_text("a\tb\nc\rd") == "a b c d");
    CHECK(clean_text("1\u202F234\u00A0€ « x »") == "1\u202F234\u00A0€ « x »");
}
