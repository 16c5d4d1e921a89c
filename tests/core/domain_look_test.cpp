#include "core/snapshot/load.hpp"
#include "core/ui/colours.hpp"
#include "core/ui/parts.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace atlas;

namespace {

LoadResult with_domains(const std::string& domains) {
    return load_snapshot(R"({"schema":1,"meta":{"title":"T","date":"2026","default_date":"2026","licence":"L",)"
                         R"("authorship":"A"},"sources":[{"id":"s","title":"S"}],"domains":)" +
                         domains +
                         R"(,"sectors":[{"id":"s1","domain":"health","name":"S"}],"clusters":[{"id":"a","name":"A",)"
                         R"("sectors":["s1"]}]})");
}

}

TEST_CASE("domains that ask for no colour take those that are left, so that no two are alike") {
    const LoadResult file =
        with_domains(R"([{"id":"optics","name":"A"},{"id":"health","name":"B"},{"id":"steel","name":"C"},)"
                     R"({"id":"x","name":"D","colour":"agri"},{"id":"y","name":"E"},)"
                     R"({"id":"z","name":"F","colour":"water","icon":"aero"},{"id":"u","name":"G"},)"
                     R"({"id":"v","name":"H"}])");
    REQUIRE(file.snapshot);
    std::set<Ink> inks;
    for (DomainIndex i = 0; i < 8; ++i) inks.insert(domain_look(*file.snapshot, i).ink);
    CHECK(inks.size() == 8);
    CHECK(domain_look(*file.snapshot, 1).ink == Ink::DomainHealth);
    CHECK(domain_look(*file.snapshot, 3).ink == Ink::DomainAgri);
    CHECK(domain_look(*file.snapshot, 5).ink == Ink::DomainWater);
    CHECK(domain_look(*file.snapshot, 5).icon == Icon::Airplane);
    CHECK(domain_look(*file.snapshot, 99).ink == Ink::DomainOther);
}

TEST_CASE("a colour that nobody knows is refused with those that are known") {
    for (const std::string colour : {"red", "#ff000", "#ff00000", "#gg0000", "ff0000", "#FF00-1", ""}) {
        CAPTURE(colour);
        const LoadResult file = with_domains(R"([{"id":"health","name":"A","colour":")" + colour + R"("}])");
        REQUIRE(file.errors.size() == 1);
        CHECK(file.errors[0].pointer == "/domains/0/colour");
        CHECK(file.errors[0].message.in(Lang::En).find("mobility") != std::string::npos);
    }
}

TEST_CASE("a domain's own colour takes the place of one that is left, and is readable in each theme") {
    const LoadResult file =
        with_domains(R"([{"id":"health","name":"A"},{"id":"x","name":"B","colour":"#FFFF00"},)"
                     R"({"id":"y","name":"C","colour":"#0a0a0a"},{"id":"z","name":"D","colour":"water"}])");
    REQUIRE(file.snapshot);
    const std::vector<HostColour> own = domain_colours(*file.snapshot);
    REQUIRE(own.size() == 2);
    CHECK(own[0] == HostColour{"domain-agri", 0xFFFF00}); // the first that neither health nor water is
    CHECK(own[1].rgb == 0x0A0A0A);
    std::set<Ink> inks;
    for (DomainIndex i = 0; i < 4; ++i) inks.insert(domain_look(*file.snapshot, i).ink);
    CHECK(inks.size() == 4);
    for (const Palette palette : {Palette::Light, Palette::Dark}) {
        Environment environment;
        environment.domain_colours = own;
        const Colours colours = colours_of(palette, own_colours(environment));
        CHECK_FALSE(colours.is_refused);
        for (DomainIndex i = 1; i < 3; ++i) {
            const Ink ink = domain_look(*file.snapshot, i).ink;
            for (const ContrastRule& rule : contrast_rules())
                if (rule.ink == ink) CHECK(contrast_ratio(colours.of(ink), colours.of(rule.ground)) >= rule.least);
        }
    }
}

TEST_CASE("what a host colours wins over the data") {
    Environment environment;
    environment.domain_colours = {{"domain-agri", 0x225511}};
    environment.colours = {{"domain-agri", 0x0000AA}};
    CHECK(colours_of(Palette::Light, own_colours(environment)).of(Ink::DomainAgri).b == 0xAA);
    environment.colours.clear();
    CHECK(colours_of(Palette::Light, own_colours(environment)).of(Ink::DomainAgri).g == 0x55);
}
