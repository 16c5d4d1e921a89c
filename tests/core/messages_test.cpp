#include "core/base/locale.hpp"
#include "core/base/messages.hpp"
#include "core/base/plural_rule.hpp"

#include <doctest/doctest.h>

using namespace atlas;

TEST_CASE("arguments replace placeholders in order") {
    CHECK(say(Plural::ListSome, Lang::Fr, 44, {"44", "53", "en mars 2023"}) ==
          "44 pôles sur 53 labellisés en mars 2023");
    CHECK(say(Msg::Subtitle, Lang::Fr, {"2005", "2026"}) == "Atlas 2005–2026");
    CHECK(say(Msg::Subtitle, Lang::En, {"2005"}) == "Atlas 2005–");
    CHECK(write_form(Form::Quotation, Lang::Fr, "{0}") == "«\u00A0{0}\u00A0»"); // an argument is never read again
}

TEST_CASE("plurals") {
    CHECK(say_count(Plural::Clusters, Lang::Fr, 0) == "0 pôle");
    CHECK(say_count(Plural::Clusters, Lang::Fr, 1) == "1 pôle");
    CHECK(say_count(Plural::Clusters, Lang::Fr, 2) == "2 pôles");
    CHECK(say_count(Plural::Clusters, Lang::En, 0) == "0 clusters");
    CHECK(say_count(Plural::Clusters, Lang::En, 1) == "1 cluster");
    CHECK(say_count(Plural::Clusters, Lang::En, 1500) == "1,500 clusters");
}

// Expectations: the plural rules of Unicode CLDR 44 for Polish, Arabic and Czech.
TEST_CASE("plural rules of other languages are understood") {
    constexpr std::string_view k_polish_few = "v = 0 and i % 10 = 2..4 and i % 100 != 12..14";
    for (const unsigned few : {2u, 3u, 4u, 22u, 104u, 1003u}) CHECK(matches_plural_rule(k_polish_few, few));
    for (const unsigned other : {0u, 1u, 5u, 12u, 13u, 14u, 112u, 1014u})
        CHECK_FALSE(matches_plural_rule(k_polish_few, other));
    constexpr std::string_view k_polish_many =
        "v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14";
    for (const unsigned many : {0u, 5u, 11u, 12u, 21u, 111u}) CHECK(matches_plural_rule(k_polish_many, many));
    for (const unsigned other : {1u, 2u, 22u}) CHECK_FALSE(matches_plural_rule(k_polish_many, other));
    for (const unsigned many : {11u, 99u, 111u}) CHECK(matches_plural_rule("n % 100 = 11..99", many));
    CHECK_FALSE(matches_plural_rule("v != 0", 3));
}

TEST_CASE("a rule that is none holds for no number") {
    for (const std::string_view rule :
         {"", "i", "i =", "i = x", "i % 0 = 0", "i = 1 or", "i = 1 and and i = 1", "i = 1 xyz", "= 1", "i = 1..",
          "q = 0", "i = 99999999999999999999999999", "i ! = 1", "i = 1,,1"})
        CHECK_FALSE(matches_plural_rule(rule, 1));
}

TEST_CASE("a locale of other words, or cut short, is none") {
    const std::string whole(built_in_locales().front());
    CHECK(Locale::read(whole).has_value());
    for (std::size_t length = 0; length < whole.size(); length += 97) CHECK_FALSE(Locale::read({whole.data(), length}));
    std::string other = whole;
    other.replace(other.find(k_words_fingerprint), k_words_fingerprint.size(), "00000000");
    CHECK_FALSE(Locale::read(other).has_value());
}

TEST_CASE("numbers") {
    CHECK(format_number(1234.5, Lang::Fr, 1) == "1\u202F234,5");
    CHECK(format_number(18500, Lang::Fr) == "18\u202F500");
    CHECK(format_number(1234.5, Lang::En, 1) == "1,234.5");
    CHECK(format_number(999, Lang::Fr) == "999");
    CHECK(format_number(1000000, Lang::En) == "1,000,000");
    CHECK(format_number(-3, Lang::Fr) == "\u22123");
    CHECK(format_number(-0.4, Lang::Fr) == "0");
    CHECK(format_number(2.0, Lang::Fr, 2) == "2,00");
    CHECK(format_number(0.05, Lang::En, 1) == "0.1");
    CHECK(format_number(1.0 / 0.0, Lang::En) == "–");
}

TEST_CASE("dates") {
    CHECK(format_date(PartialDate{2019, 2, 5}, Lang::Fr) == "5 févr. 2019");
    CHECK(format_date(PartialDate{2026, 11, 0}, Lang::Fr) == "nov. 2026");
    CHECK(format_date(PartialDate{2026, 11, 0}, Lang::Fr, DateStyle::Long) == "novembre 2026");
    CHECK(format_date(PartialDate{2024, 1, 1}, Lang::Fr, DateStyle::Long) == "1ᵉʳ janvier 2024");
    CHECK(format_date(PartialDate{2019, 2, 5}, Lang::En) == "5 Feb 2019");
    CHECK(format_date(PartialDate{2026, 0, 0}, Lang::En) == "2026");
    CHECK(format_date(from_civil(2023, 3, 15), Lang::En, DateStyle::Long) == "15 March 2023");
}

TEST_CASE("lists of words") {
    CHECK(join({"Normandie", "Île-de-France"}) == "Normandie, Île-de-France");
    CHECK(join_and({"A", "B", "C"}, Lang::Fr) == "A, B et C");
    CHECK(join_and({"A", "B", "C"}, Lang::En) == "A, B and C");
    CHECK(join_and({"A"}, Lang::En) == "A");
    CHECK(join_and({}, Lang::En).empty());
}

TEST_CASE("phases are numbered as the policy numbers them") {
    const char* expected[] = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"};
    for (int phase = 1; phase <= 10; ++phase) CHECK(roman(phase) == expected[phase - 1]);
    CHECK(roman(0) == "0");
}

TEST_CASE("a language is known by its tag") {
    CHECK(Lang::parse("fr") == Lang::Fr);
    CHECK(Lang::parse("pt-br")->tag() == "pt-BR");
    CHECK(Lang::parse("SR-LATN-rs")->tag() == "sr-Latn-RS");
    CHECK(Lang::parse("es-419")->tag() == "es-419");
    for (const std::string_view none : {"", "f", "français", "fr_FR", "-fr", "fr-", "fr--CA", "12", "abcd",
                                        "fr-toolongsubtag", "en-abcdefgh-abcdefgh"})
        CHECK_FALSE(Lang::parse(none).has_value());
    CHECK(Lang::parse("de-AT")->is_akin(*Lang::parse("de")));
    CHECK_FALSE(Lang::parse("de-AT")->is_akin(Lang::En));
}

TEST_CASE("a text is read in the language asked for, in one akin to it, or in the first") {
    const Lang german = *Lang::parse("de"), austrian = *Lang::parse("de-AT");
    Text text;
    CHECK(text.in(Lang::Fr).empty());
    text.add(Lang::Fr, "bleu");
    text.add(german, "blau");
    CHECK(text.in(german) == "blau");
    CHECK(text.in(austrian) == "blau");
    CHECK(text.in(Lang::En) == "bleu");
    CHECK(Text("same").in(austrian) == "same");
}

// Expectations: Duden and DIN 5008; dates and months as in Unicode CLDR 44.
TEST_CASE("German") {
    const Lang german = *Lang::parse("de");
    CHECK(format_number(1234567.5, german, 1) == "1.234.567,5");
    CHECK(format_date(PartialDate{2019, 2, 5}, german) == "5. Feb. 2019");
    CHECK(format_date(PartialDate{2019, 2, 1}, german, DateStyle::Long) == "1. Februar 2019");
    CHECK(format_date(PartialDate{2026, 3, 0}, german, DateStyle::Long) == "März 2026");
    CHECK(write_form(Form::Quotation, german, "Photonik") == "„Photonik“");
    CHECK(write_form(Form::NumberPercent, german, "50") == "50\u202F%");
    CHECK(join_and({"A", "B", "C"}, german) == "A, B und C");
    CHECK(say_count(Plural::Stories, german, 1) == "1 Beispiel");
    CHECK(say_count(Plural::Stories, german, 0) == "0 Beispiele");
    CHECK(say(Msg::ViewMap, *Lang::parse("de-AT")) == "Karte");
    CHECK(say(Msg::ViewMap, *Lang::parse("it")) == "Map"); // no Italian words: English ones
}
