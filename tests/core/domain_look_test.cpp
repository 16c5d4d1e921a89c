#include "core/snapshot/load.hpp"
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
    const LoadResult file = with_domains(R"([{"id":"health","name":"A","colour":"#ff0000"}])");
    REQUIRE(file.errors.size() == 1);
    CHECK(file.errors[0].pointer == "/domains/0/colour");
    CHECK(file.errors[0].message.in(Lang::En).find("mobility") != std::string::npos);
}
