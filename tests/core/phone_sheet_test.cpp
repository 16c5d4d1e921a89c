// Where a phone's sheet stands, and how it moves.
#include "support/desk.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace atlas;

TEST_CASE("a phone's sheet goes where it is drawn, and to the nearest stop when let go") {
    Desk desk;
    const auto share = [&](PhoneSheet sheet) { return seen_share(desk.session.ui, sheet); };
    const auto settle = [&] { desk.session.ui.now_ms += 1000.0; };
    CHECK(share(PhoneSheet::Card) == k_sheet_stops[1]);
    desk.send(act::SizeSheet{PhoneSheet::Card, 0.5, false});
    CHECK(share(PhoneSheet::Card) == 0.5f);
    CHECK(share(PhoneSheet::List) == k_sheet_stops[1]);
    desk.send(act::SizeSheet{PhoneSheet::Card, 0.4, true});
    settle();
    CHECK(share(PhoneSheet::Card) == k_sheet_stops[0]);
    for (const double foreign : {-9.0, 0.0, 9.0, 1.0e300, std::nan("")}) {
        desk.send(act::SizeSheet{PhoneSheet::List, foreign, true});
        settle();
        CHECK(std::count(std::begin(k_sheet_stops), std::end(k_sheet_stops), share(PhoneSheet::List)) == 1);
    }
    for (const int step : {1, 1, 1, -1, -7, 7}) {
        desk.send(act::StepSheet{PhoneSheet::Card, step});
        settle();
        CHECK(std::count(std::begin(k_sheet_stops), std::end(k_sheet_stops), share(PhoneSheet::Card)) == 1);
    }
    CHECK(share(PhoneSheet::Card) == k_sheet_stops[2]);
    desk.send(act::Select{"axelera"}); // a card that opens begins half way up
    CHECK(share(PhoneSheet::Card) == k_sheet_stops[1]);
}

TEST_CASE("the card of the next cluster stands where the reader put the last one") {
    Desk desk;
    desk.send(act::Select{"axelera"});
    desk.send(act::StepSheet{PhoneSheet::Card, 1});
    desk.session.ui.now_ms += 1000.0;
    desk.send(act::Select{"minalogic"});
    CHECK(seen_share(desk.session.ui, PhoneSheet::Card) == k_sheet_stops[2]);
}

TEST_CASE("a sheet slides from where it was to where it goes, fast at first") {
    Desk desk;
    desk.send(act::StepSheet{PhoneSheet::Card, 1});
    float before = k_sheet_stops[1];
    for (int i = 0; i < 5; ++i) {
        desk.session.ui.now_ms += k_slide_ms / 6.0;
        const float now = seen_share(desk.session.ui, PhoneSheet::Card);
        CHECK(now > before);
        CHECK(now < k_sheet_stops[2]);
        before = now;
    }
    CHECK(before > (k_sheet_stops[1] + 3.0f * k_sheet_stops[2]) / 4.0f);
}
