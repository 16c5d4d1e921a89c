// What a screen reader hears of a change: one sentence for each, none for what says itself.
#include "core/read/status_words.hpp"

#include "core/read/change_words.hpp"
#include "support/stage.hpp"

#include <doctest/doctest.h>
#include <initializer_list>

using namespace atlas;

namespace {

struct Listener : Stage {
    // What is heard after these actions, which happened at once.
    std::optional<std::string> after(std::initializer_list<Action> actions) {
        const LayoutInput before = input();
        const Heard heard{session, before.result.shown_count};
        for (const Action& action : actions) send(action);
        return status_words(heard, input());
    }
};

}

TEST_CASE("a filter says how many are left and how many fewer or more that is") {
    Listener listener;
    const std::uint32_t all = listener.input().result.shown_count;
    const auto narrowed = listener.after({act::ToggleFacet{Facet::Domain, "health"}});
    const std::uint32_t left = listener.input().result.shown_count;
    REQUIRE(left < all);
    CHECK(narrowed == std::to_string(left) + " pôles, " + std::to_string(all - left) + " de moins");
    CHECK(listener.after({act::ClearFilters{}}) ==
          std::to_string(all) + " pôles, " + std::to_string(all - left) + " de plus");
    const auto typed = listener.after({act::SetText{"minalogic"}});
    REQUIRE(typed);
    CHECK(typed->find(" proposition") != std::string::npos);
}

TEST_CASE("a card, a story, an order, a comparison and a film are each told by their name") {
    Listener listener;
    CHECK(listener.after({act::Select{"axelera"}}) == "Fiche de Axelera");
    CHECK(listener.after({act::Select{""}}) == "Fiche fermée");
    const Story& story = listener.snapshot.stories.front();
    CHECK(listener.after({act::ReadStory{story.id}}) == "Récit\u202F: " + story.title.in(Lang::Fr));
    CHECK(listener.after({act::Sort{SortColumn::Stories}}) == "Trié par Récits, tri croissant");
    CHECK(listener.after({act::Sort{SortColumn::Stories}}) == "Trié par Récits, tri décroissant");
    const auto compared = listener.after({act::SetCompare{parse_partial_date("2019")}});
    CHECK(compared == compare_sentence(listener.input()).text);
    CHECK(listener.after({act::SetCompare{}}) == "Comparaison terminée");
    CHECK(listener.after({act::Play{Playback::Running}}) == "Lecture en cours");
    const auto stopped = listener.after({act::Play{Playback::Stopped}});
    REQUIRE(stopped);
    CHECK(stopped->starts_with("Lecture arrêtée"));
}

TEST_CASE("a profile is told by its name, also when a card closes back to it; a phase tells its date") {
    Listener listener;
    CHECK(listener.after({act::OpenProfile{"region:53"}}) == "Profil\u202F: Bretagne");
    CHECK(listener.after({act::Select{"valorial"}}) == "Fiche de Valorial");
    CHECK(listener.after({act::Select{}}) == "Profil\u202F: Bretagne");
    CHECK(listener.after({act::OpenProfile{}}) == "Fiche fermée");
    listener.send(act::Focus{"timeline/phase/2"});
    CHECK(listener.after({act::SetDate{{2010, 0, 0}}}) == count_status(listener.input()));
    listener.send(act::Focus{"timeline/date"});
    CHECK_FALSE(listener.after({act::SetDate{{2014, 0, 0}}}));
}

TEST_CASE("other clusters at the same date are told") {
    Listener listener;
    const LayoutInput now = listener.input();
    CHECK(status_words({listener.session, now.result.shown_count + 1}, now) == count_status(now));
    CHECK_FALSE(status_words({listener.session, now.result.shown_count}, now));
}

TEST_CASE("of several changes at once one is told, and what has not changed is not told again") {
    Listener listener;
    const auto both = listener.after({act::ToggleFacet{Facet::Domain, "health"}, act::Select{"axelera"}});
    REQUIRE(both);
    CHECK(both->find("pôles") != std::string::npos);
    CHECK_FALSE(listener.after({act::Hover{"map/pin/axelera"}}));
    CHECK_FALSE(listener.after({act::Scroll{"list", 40.0f}}));
}

TEST_CASE("a date handle says its date itself; elsewhere a new date is told with its count") {
    Listener listener;
    CHECK_FALSE(listener.after({act::Focus{"timeline/date"}, act::StepMonths{-12}}));
    listener.send(act::Focus{""});
    const auto told = listener.after({act::SetDate{*parse_partial_date("2007-04")}});
    CHECK(told == count_status(listener.input()));
    CHECK(told == "66 pôles sur 66, avril 2007");
}

TEST_CASE("the same notice can be heard twice, because its end is heard as nothing") {
    Listener listener;
    CHECK(listener.after({act::Notice{"Copié"}}) == "Copié");
    const Heard heard{listener.session, listener.input().result.shown_count};
    listener.session.ui.notice.clear();
    CHECK(status_words(heard, listener.input()) == "");
}
