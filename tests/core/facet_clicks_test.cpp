// A count printed in the filter panel is a promise: whoever clicks the row gets exactly so many, and a second click
// takes it back. Asked of every value that is counted, through the click path of the page: layout, the node's action,
// update.
#include "core/base/messages.hpp"
#include "core/explore/facets.hpp"
#include "core/state/dates.hpp"
#include "core/state/names.hpp"
#include "support/france.hpp"
#include "support/stage.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace atlas;

namespace {

constexpr float k_tall_px = 16000.0f; // every row of every section is seen

Stage panel_at(const Phase& phase, const Filter& filter) {
    Stage stage(Lang::Fr, 1280.0f, k_tall_px);
    const PartialDate last = last_date(stage.snapshot); // nobody decided when the last phase will be
    stage.session.state.date = phase.end ? partial(*phase.end) : last;
    stage.session.state.filter = filter;
    stage.session.ui.open_facets.set();
    stage.show();
    return stage;
}

std::string row_id(Facet facet, const FacetCount& count) {
    return "filters/" + std::string(facet_key(facet)) + "/" + count.value;
}

// Nobody has it at the date and nobody asked for it: the one value that has no row then.
bool has_no_row(Facet facet, const FacetCount& count) {
    return facet == Facet::Term && count.value == k_value_unknown && count.total == 0;
}

void check_promise(Stage& stage, Facet facet, const FacetCount& count) {
    const std::string id = row_id(facet, count);
    CAPTURE(id);
    CAPTURE(to_string(stage.session.state.date));
    REQUIRE(stage.node(id) != nullptr);
    const std::string printed = stage.node(id)->value;
    const State before = stage.session.state;
    CHECK(stage.click(id));
    CHECK(format_number(stage.result.shown_count, Lang::Fr) == printed);
    CHECK(stage.node(id)->checked == true);
    CHECK(stage.node(id)->value == printed);
    CHECK(stage.click(id));
    CHECK(stage.session.state == before);
}

void check_promises(const Phase& phase, const Filter& filter) {
    Stage stage = panel_at(phase, filter);
    for (std::size_t f = 0; f < k_facet_count; ++f) {
        const auto facet = static_cast<Facet>(f);
        if (!filter.of(facet).empty()) continue; // a second value of a facet adds to the first one
        const std::vector<FacetCount> counts = stage.result.of(facet);
        REQUIRE_FALSE(counts.empty());
        for (const FacetCount& count : counts)
            if (!has_no_row(facet, count)) check_promise(stage, facet, count);
    }
}

}

TEST_CASE("in every phase a click on a value gives the count printed beside it, a second one takes it back") {
    REQUIRE(bundled_snapshot().phases.size() == 6);
    for (const Phase& phase : bundled_snapshot().phases) check_promises(phase, {});
}

// In the first and the last phase: the values do not meet differently in those between, and each costs seconds.
TEST_CASE("so does a click beside what is asked for already") {
    const auto& phases = bundled_snapshot().phases;
    Filter domains, text;
    set_values(domains, Facet::Domain, {"energy", "health", "mobility"});
    text.text = "recherche";
    for (const Filter& filter : {domains, text}) {
        check_promises(phases.front(), filter);
        check_promises(phases.back(), filter);
    }
}

TEST_CASE("every value that is counted can also be asked for by state and by action, a single one stays single") {
    const Snapshot& snapshot = bundled_snapshot();
    for (std::size_t f = 0; f < k_facet_count; ++f) {
        const auto facet = static_cast<Facet>(f);
        const std::vector<std::string> all = facet_values(snapshot, facet);
        Stage stage;
        for (const std::string& value : all) {
            CAPTURE(value);
            State asked = stage.session.state;
            set_values(asked.filter, facet, {value});
            CHECK(settle_state(snapshot, france().ground, asked) == asked);
            stage.send(act::SetFacet{facet, {value}});
            CHECK(stage.session.state == asked);
        }
        stage.send(act::SetFacet{facet, {}});
        for (const std::string& value : all) stage.send(act::ToggleFacet{facet, value});
        const std::size_t toggled = stage.session.state.filter.of(facet).size();
        stage.send(act::SetFacet{facet, all});
        CHECK(stage.session.state.filter.of(facet).size() == toggled);
        CHECK(settle_state(snapshot, france().ground, stage.session.state) == stage.session.state);
    }
}
