// The sentence that stays until there is another.
#include "app/announcer.hpp"
#include "support/stage.hpp"

#include <doctest/doctest.h>

using namespace atlas;

TEST_CASE("a notice ends with its time, what was said after it stays") {
    Stage stage;
    app::Announcer announcer;
    const auto status = [&] { return std::string(announcer.status(stage.input())); };
    CHECK(status() == count_status(stage.input()));
    stage.send(act::Notice{"Copié"});
    CHECK(status() == "Copié");
    stage.session.ui.notice.clear();
    CHECK(status().empty()); // so that it can be said again

    stage.send(act::Notice{"Copié"});
    CHECK(status() == "Copié");
    stage.send(act::Select{"axelera"});
    const std::string card = status();
    CHECK(card == "Fiche de Axelera");
    stage.session.ui.notice.clear();
    CHECK(status() == card);
}
