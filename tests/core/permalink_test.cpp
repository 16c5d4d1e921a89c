#include "core/state/permalink.hpp"
#include "random_state.hpp"
#include "support/c_library.hpp"

#include <doctest/doctest.h>

using namespace atlas;
using test::Random;

namespace {

State start() {
    State state;
    state.date = {2026, 3, 0};
    state.lang = Lang::Fr;
    return state;
}

using Names = std::vector<std::string>;

}

TEST_CASE("the initial state is the shortest link") {
    CHECK(encode_permalink(start(), start()) == "#v1");
    CHECK(decode_permalink("#v1", start()).state == start());
    CHECK(decode_permalink("", start()).state == start());
    CHECK(decode_permalink("", start()).ignored.empty());
}

TEST_CASE("a link is readable") {
    State state = start();
    state.date = {2023, 0, 0};
    set_values(state.filter, Facet::Region, {"53", "52"});
    set_values(state.filter, Facet::Domain, {"health"});
    state.filter.text = "photonique";
    state.selected = "eurobiomed";
    state.view = View::List;
    state.lang = Lang::En;
    CHECK(encode_permalink(state, start()) ==
          "#v1;date=2023;reg=52,53;dom=health;q=photonique;sel=eurobiomed;view=list;lang=en");
}

TEST_CASE("the link of the design is understood") {
    const PermalinkReading reading =
        decode_permalink("#v1;date=2023;reg=53,52;dom=health;q=photonique;sel=eurobiomed;view=list;lang=fr", start());
    CHECK(reading.ignored.empty());
    CHECK(reading.state.date == PartialDate{2023, 0, 0});
    CHECK(reading.state.filter.of(Facet::Region) == Names{"52", "53"});
    CHECK(reading.state.filter.of(Facet::Domain) == Names{"health"});
    CHECK(reading.state.filter.text == "photonique");
    CHECK(reading.state.selected == "eurobiomed");
    CHECK(reading.state.view == View::List);
    CHECK(reading.state.lang == Lang::Fr);
}

TEST_CASE("a link reopens to an equal state, from any start") {
    Random random(6);
    for (int i = 0; i < 5000; ++i) {
        const State state = test::random_state(random), initial = test::random_state(random);
        const std::string link = encode_permalink(state, initial);
        if (link.size() > k_permalink_max) continue;
        const PermalinkReading reading = decode_permalink(link, initial);
        CAPTURE(link);
        REQUIRE(reading.state == state);
        REQUIRE(reading.ignored.empty());
        REQUIRE(link.find_first_not_of("#ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%;=,") ==
                link.npos);
    }
}

namespace {

std::string escaped(std::string_view text) { // as encodeURIComponent does
    std::string out;
    for (const char c : text) {
        const bool is_plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              std::string_view("-_.~").find(c) != std::string_view::npos;
        out += is_plain ? std::string(1, c) : printed("%%%02X", static_cast<unsigned char>(c));
    }
    return out;
}

}

TEST_CASE("a link escaped as a whole, once or twice, with a tracker behind, is the same link") {
    Random random(7);
    for (int i = 0; i < 2000; ++i) {
        const State state = test::random_state(random), initial = test::random_state(random);
        const std::string link = encode_permalink(state, initial);
        const std::string once = "#" + escaped(link.substr(1)), twice = "#" + escaped(once.substr(1));
        if (twice.size() > k_permalink_max - 40) continue;
        for (const std::string& hurt :
             {once, twice, link + "&fbclid=IwAR0_a-b", link + "?utm_source=x&utm_medium=y%20z",
              "#" + escaped(link.substr(1) + "&gclid=1")}) {
            const PermalinkReading reading = decode_permalink(hurt, initial);
            CAPTURE(hurt);
            REQUIRE(reading.state == state);
            REQUIRE(reading.ignored.empty());
        }
    }
}

TEST_CASE("only some separators escaped") {
    for (const char* link : {"#v1;date%3D2023;reg%3d53%2C52;q%3Dcaf%C3%A9", "#v1%3Bdate=2023;reg=53,52%3bq=caf%C3%A9",
                             "#v1%3Bdate%3D2023%3Breg%3D53%2C52%3Bq%3Dcaf%C3%A9"}) {
        const PermalinkReading reading = decode_permalink(link, start());
        CAPTURE(link);
        CHECK(reading.ignored.empty());
        CHECK(reading.state.date == PartialDate{2023, 0, 0});
        CHECK(reading.state.filter.of(Facet::Region) == Names{"52", "53"});
        CHECK(reading.state.filter.text == "café");
    }
}

TEST_CASE("an & in a text that somebody typed is no tracker") {
    CHECK(decode_permalink("#v1;q=R&D", start()).state.filter.text == "R&D");
    CHECK(decode_permalink("#v1;q=quoi?;date=2023", start()).state.date == PartialDate{2023, 0, 0});
}

TEST_CASE("what the snapshot does not hold is named") {
    PermalinkReading reading = decode_permalink("#v1;reg=53,9999;dom=health;sel=nobody", start());
    CHECK(reading.ignored.empty());
    State settled = reading.state;
    settled.selected.clear();
    set_values(settled.filter, Facet::Region, {"53"});
    report_unheld(reading, settled);
    CHECK(reading.ignored == Names{"sel", "reg"});
}

TEST_CASE("what is emptied stays empty") {
    State initial = start();
    set_values(initial.filter, Facet::Domain, {"health"});
    initial.compare = PartialDate{2007, 0, 0};
    initial.selected = "x";
    initial.filter.text = "mer";
    initial.filter.area = {{0, 45}, {1, 45}, {1, 46}};
    const State cleared = start();
    CHECK(encode_permalink(cleared, initial) == "#v1;cmp=;dom=;q=;area=;sel=");
    CHECK(decode_permalink(encode_permalink(cleared, initial), initial).state == cleared);
}

TEST_CASE("what is not understood is ignored and named once") {
    const PermalinkReading reading =
        decode_permalink("#v1;foo=1;foo=2;date=never;view=list;utm_source=x;dom=%ZZ;=;cam=1,2;bar", start());
    State expected = start();
    expected.view = View::List;
    CHECK(reading.state == expected);
    CHECK(reading.ignored == Names{"foo", "date", "utm_source", "dom", "?", "cam", "bar"});
    CHECK(decode_permalink("#v2;date=2007", start()).state == start());
    CHECK(decode_permalink("#v2;date=2007", start()).ignored == Names{"v2"});
    CHECK(decode_permalink("#section-3", start()).ignored == Names{"section-3"});
}

TEST_CASE("impossible values leave the value that was there") {
    State initial = start();
    initial.compare = PartialDate{2007, 0, 0};
    initial.filter.text = "mer";
    for (const char* item :
         {"date=2023-13", "date=2023-02-30", "date=0023",     "date=99999",  "date=",        "cmp=20x",
          "cam=nan,1,1",  "cam=inf,1,1",     "cam=1e1,2,3",   "cam=0x1,2,3", "cam=181,0,1",  "cam=0,91,1",
          "cam=1,2,3,4",  "cam=,,",          "area=1,2",      "area=1,2,3",  "area=1,2,3,4", "area=1,2,3,4,5,600",
          "view=Map",     "view=",           "lang=xx",       "theme=neon",  "sel=%00",      "sel=%FF",
          "q=%C3%28",     "dom=a,,b",        "dom=%E2%80%AE", "reg=,",       "list=%",       "list=%2",
          "term=%0A",     "q=%E2%80%AE"}) {
        CAPTURE(item);
        const PermalinkReading reading = decode_permalink(std::string("v1;") + item, initial);
        CHECK(reading.state == initial);
        CHECK(reading.ignored.size() == 1);
    }
}

TEST_CASE("zoom is clamped, lists are sorted, one roster only") {
    const State state = decode_permalink("v1;cam=2,46,900;dom=b,a,b,a;list=2007,2023", start()).state;
    CHECK(state.camera == Camera{2, 46, k_zoom_max});
    CHECK(state.filter.of(Facet::Domain) == Names{"a", "b"});
    CHECK(state.filter.of(Facet::Roster) == Names{"2023"});
    CHECK(decode_permalink("v1;cam=2,46,0", start()).state.camera.zoom == k_zoom_min);
}

TEST_CASE("hostile links leave a valid state") {
    const std::string long_value(300, 'a');
    std::vector<std::string> links = {"javascript:alert(1)",
                                      "<script>",
                                      "#v1;q=<img src=x onerror=alert(1)>",
                                      std::string("v1;q=\0x", 7),
                                      "v1;;;;;;;",
                                      "v1" + std::string(20000, ';'),
                                      "v1;sel=" + long_value,
                                      "v1;dom=" + long_value,
                                      "v1;q=" + long_value,
                                      "v1;q=" + std::string(9000, 'q'),
                                      "v1;date=2023;date=2007;date=x",
                                      "%76%31;date=2007",
                                      "v1=1;date=2007"};
    std::string many = "v1;dom=";
    for (int i = 0; i < 500; ++i) many += "a" + std::to_string(i) + ",";
    links.push_back(many + "z");
    for (const std::string& link : links) {
        CAPTURE(link.substr(0, 60));
        CHECK(test::is_valid_state(decode_permalink(link, start()).state));
    }
    CHECK(decode_permalink("v1;q=" + long_value, start()).state.filter.text == std::string(200, 'a'));
}

TEST_CASE("broken links leave a valid state and short reports") {
    Random random(7);
    for (int i = 0; i < 2000; ++i) {
        std::string link = encode_permalink(test::random_state(random), start());
        for (std::size_t n = 1 + random.below(8); n > 0; --n) {
            const std::size_t at = random.below(link.size());
            if (random.chance(30))
                link.erase(at, 1 + random.below(5));
            else
                link[at % link.size()] = static_cast<char>(random.below(256));
            if (link.empty()) link = "#";
        }
        const PermalinkReading reading = decode_permalink(link, start());
        CAPTURE(link);
        REQUIRE(test::is_valid_state(reading.state));
        REQUIRE(reading.ignored.size() <= 16);
        for (const std::string& name : reading.ignored) REQUIRE((name.size() <= 24 && is_valid_utf8(name)));
    }
}
