#include "core/base/messages.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace atlas;

namespace {

struct Entry {
    const char* name;
    std::string_view fr, en;
};
const Entry k_entries[] = {
#define MSG(name, fr, en) {#name, fr, en},
#include "core/messages/all.def"
#undef MSG
};

std::set<char> placeholders(std::string_view text) {
    std::set<char> found;
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        if (text[i] == '{' && text[i + 2] == '}') found.insert(text[i + 1]);
    }
    return found;
}

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// Every `sign` that follows something stands after the space that French typography asks for.
bool is_preceded_by(std::string_view text, std::string_view sign, std::string_view space) {
    for (std::size_t at = text.find(sign); at != text.npos; at = text.find(sign, at + 1)) {
        if (at > 0 && !ends_with(text.substr(0, at), space)) return false;
    }
    return true;
}

}

TEST_CASE("every message exists in both languages, with the same placeholders") {
    for (const Entry& entry : k_entries) {
        CAPTURE(entry.name);
        CHECK_FALSE(entry.fr.empty());
        CHECK_FALSE(entry.en.empty());
        CHECK(placeholders(entry.fr) == placeholders(entry.en));
        CHECK(is_valid_utf8(entry.fr));
        CHECK(is_valid_utf8(entry.en));
    }
}

TEST_CASE("French messages follow French typography") {
    for (const Entry& entry : k_entries) {
        CAPTURE(entry.name);
        for (const char* sign : {";", ":", "!", "?", "%", "€"}) {
            CAPTURE(sign);
            CHECK(is_preceded_by(entry.fr, sign, "\u202F"));
        }
        CHECK(is_preceded_by(entry.fr, "»", "\u00A0"));
        CHECK(entry.fr.find("« ") == entry.fr.npos);
        CHECK(entry.fr.find("...") == entry.fr.npos);
    }
}

TEST_CASE("no straight apostrophes or quotes in either language") {
    for (const Entry& entry : k_entries) {
        CAPTURE(entry.name);
        for (const std::string_view text : {entry.fr, entry.en}) CHECK(text.find_first_of("'\"") == text.npos);
    }
}

TEST_CASE("arguments replace placeholders in order") {
    CHECK(say(Msg::ListSomeMany, Lang::Fr, {"44", "53", "en mars 2023"}) == "44 pôles sur 53 labellisés en mars 2023");
    CHECK(say(Msg::Subtitle, Lang::Fr, {"2005", "2026"}) == "Atlas 2005–2026");
    CHECK(say(Msg::Subtitle, Lang::En, {"2005"}) == "Atlas 2005–");
    CHECK(say(Msg::Quoted, Lang::Fr, {"{0}"}) == "«\u00A0{0}\u00A0»"); // an argument is never read again
}

TEST_CASE("plurals") {
    CHECK(say_count(Msg::ClustersOne, Msg::ClustersMany, Lang::Fr, 0) == "0 pôle");
    CHECK(say_count(Msg::ClustersOne, Msg::ClustersMany, Lang::Fr, 1) == "1 pôle");
    CHECK(say_count(Msg::ClustersOne, Msg::ClustersMany, Lang::Fr, 2) == "2 pôles");
    CHECK(say_count(Msg::ClustersOne, Msg::ClustersMany, Lang::En, 0) == "0 clusters");
    CHECK(say_count(Msg::ClustersOne, Msg::ClustersMany, Lang::En, 1) == "1 cluster");
    CHECK(say_count(Msg::ClustersOne, Msg::ClustersMany, Lang::En, 1500) == "1,500 clusters");
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
