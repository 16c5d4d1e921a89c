// Expected order and parts: Unicode Standard Annex #9 (bidirectional text) and #29 (what belongs to one character).
#include "core/ui/foreign_text.hpp"

#include "core/base/text.hpp"
#include "core/ui/font_metrics.hpp"
#include "core/ui/pen.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

using namespace atlas;

namespace {

using enum TextPartKind;
using Cut = std::vector<std::pair<std::string, TextPartKind>>;

Cut parts_of(std::string_view text) {
    Cut parts;
    for (std::size_t position = 0; position < text.size();) {
        const TextPart part = next_text_part(text, position);
        parts.emplace_back(part.text, part.kind);
    }
    return parts;
}

// A page whose characters are all half an em wide, and which joins: a run of n is n half ems less a tenth.
int measured = 0;

float joined_width(std::string_view run, FontWeight) {
    ++measured;
    return static_cast<float>(count_code_points(run)) * 0.5f - 0.1f;
}

float no_width(std::string_view, FontWeight) {
    ++measured;
    return -1.0f;
}

RunPicture nothing(const RunWish&) {
    return {};
}

struct WithPage {
    explicit WithPage(const PageFonts& fonts) {
        measured = 0;
        use_page_fonts(&fonts);
    }
    ~WithPage() { use_page_fonts(nullptr); }
};

constexpr PageFonts k_joining{joined_width, nothing};
constexpr PageFonts k_mute{no_width, nothing};

}

TEST_CASE("what the baked fonts write is one part, whatever it is") {
    for (const std::string_view text : {"Pôle Véhicule du Futur – Żółć", "12 % · 3 €", " "})
        CHECK(parts_of(text) == Cut{{std::string(text), Baked}});
}

TEST_CASE("words of other scripts are runs; what stands between is baked") {
    CHECK(parts_of("Cluster Αθήνα Θεσσαλονίκη!") ==
          Cut{{"Cluster ", Baked}, {"Αθήνα", LeftToRight}, {" ", Baked}, {"Θεσσαλονίκη", LeftToRight}, {"!", Baked}});
    CHECK(parts_of("Ștefan") == Cut{{"Ș", LeftToRight}, {"tefan", Baked}}); // comma below is not in the subset
    CHECK(parts_of("東京都") == Cut{{"東京都", LeftToRight}});
}

TEST_CASE("marks stay with what they stand on") {
    CHECK(parts_of("ae\u0301b") == Cut{{"a", Baked}, {"e\u0301", LeftToRight}, {"b", Baked}});
    CHECK(parts_of("1\uFE0F\u20E3 2") == Cut{{"1\uFE0F\u20E3", Pictograph}, {" 2", Baked}});
    CHECK_FALSE(is_cut("e\u0301", 1));
    CHECK(is_cut("ea", 1));
}

TEST_CASE("right to left: one run with its spaces, numbers and brackets, up to a letter of the other direction") {
    CHECK(parts_of("Hub تونس العاصمة (Tunis)") ==
          Cut{{"Hub ", Baked}, {"تونس العاصمة", RightToLeft}, {" (Tunis)", Baked}});
    CHECK(parts_of("שלום 2024, עולם") == Cut{{"שלום 2024, עולם", RightToLeft}});
    CHECK(parts_of("שלום (12) x") == Cut{{"שלום (12)", RightToLeft}, {" x", Baked}});
    CHECK(parts_of("(שלום)") == Cut{{"(", Baked}, {"שלום", RightToLeft}, {")", Baked}});
    CHECK(parts_of("שלום Αθήνα") == Cut{{"שלום", RightToLeft}, {" ", Baked}, {"Αθήνα", LeftToRight}});
}

TEST_CASE("each pictograph is a part: joined, toned, flags") {
    CHECK(parts_of("⌘🚀") == Cut{{"⌘", Pictograph}, {"🚀", Pictograph}});
    CHECK(parts_of("👩‍🔬👍🏽") == Cut{{"👩‍🔬", Pictograph}, {"👍🏽", Pictograph}});
    CHECK(parts_of("🇬🇷🇹🇳") == Cut{{"🇬🇷", Pictograph}, {"🇹🇳", Pictograph}});
}

TEST_CASE("parts make up the text, in order and bounded, whatever it is") {
    std::string text;
    for (char32_t c = 0x20; c < 0x20000; c += 7) append_utf8(text, c);
    text += std::string(3000, 'a');
    for (int i = 0; i < 2000; ++i) text += i % 2 == 0 ? "ש" : " ";
    std::string again;
    for (const auto& [part, kind] : parts_of(text)) {
        CHECK(!part.empty());
        if (kind != Baked && kind != Pictograph) CHECK(part.size() < k_longest_run_bytes + 64);
        again += part;
    }
    CHECK(again == text);
}

TEST_CASE("without a page, a question mark is measured for each code point") {
    const float mark = advance_em(FontWeight::Regular, U'?');
    CHECK(text_width("Αθήνα", 10.0f, FontWeight::Regular) == doctest::Approx(50.0f * mark));
    const WithPage page(k_mute); // nor with one that can't draw, which is asked once
    CHECK(text_width("Αθήνα", 10.0f, FontWeight::Regular) == doctest::Approx(50.0f * mark));
    CHECK(text_width("Πάτρα", 10.0f, FontWeight::Regular) == doctest::Approx(50.0f * mark));
    CHECK(measured == 1);
    CHECK(page_fonts() == nullptr);
}

TEST_CASE("a run has the width that the page gives it as a whole, and is asked once") {
    const WithPage page(k_joining);
    const float latin = text_width("ab ", 10.0f, FontWeight::Regular);
    for (int i = 0; i < 3; ++i)
        CHECK(text_width("ab Αθήνα", 10.0f, FontWeight::Regular) == doctest::Approx(latin + 24.0f));
    CHECK(measured == 1);
    CHECK(text_width("Αθήνα", 10.0f, FontWeight::SemiBold) == doctest::Approx(24.0f)); // another weight, another width
    CHECK(measured == 2);
}

TEST_CASE("a run is cut where it still fits, never inside a character, and not measured over and over") {
    const WithPage page(k_joining);
    const Type type{10.0f};
    const std::string_view dots = "…";
    const float dots_px = text_width(dots, 10.0f, FontWeight::Regular);
    std::string greek;
    for (int i = 0; i < 200; ++i) greek += "ά";
    measured = 0;
    for (const int letters : {1, 7, 50, 199}) {
        const float room = static_cast<float>(letters) * 5.0f - 1.0f + dots_px + 0.01f;
        const std::string cut = ellipsis(greek, type, room);
        CHECK(count_code_points(cut) == static_cast<std::size_t>(letters) + 1);
        CHECK(text_width(cut, 10.0f, FontWeight::Regular) <= room);
    }
    CHECK(measured < 60);
    CHECK(ellipsis("α\u0301\u0302β", type, 10.0f + dots_px) == "…"); // α alone would fit; with its marks it does not
}
