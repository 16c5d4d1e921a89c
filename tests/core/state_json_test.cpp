#include "core/base/json.hpp"
#include "core/state/state_json.hpp"
#include "random_state.hpp"

#include <doctest/doctest.h>

using namespace atlas;
using test::Random;

namespace {

State merged(std::string_view json, const State& base = {}) {
    const auto answer = merge_state(json, base);
    if (const auto* refusal = std::get_if<Refusal>(&answer)) {
        FAIL(refusal->message.in(Lang::En));
        return {};
    }
    return std::get<State>(answer);
}

std::string refusal_of(std::string_view json) {
    const auto answer = merge_state(json, State{});
    const auto* refusal = std::get_if<Refusal>(&answer);
    return refusal != nullptr ? refusal->message.in(Lang::En) : std::string("accepted");
}

std::string action_refusal(std::string_view json) {
    const auto answer = action_from_json(json);
    const auto* refusal = std::get_if<Refusal>(&answer);
    return refusal != nullptr ? refusal->message.in(Lang::En) : std::string("accepted");
}

template<class Kind>
Kind action(std::string_view json) {
    const auto answer = action_from_json(json);
    if (const auto* refusal = std::get_if<Refusal>(&answer)) {
        FAIL(refusal->message.in(Lang::En));
        return {};
    }
    const auto* kind = std::get_if<Kind>(&std::get<Action>(answer));
    REQUIRE(kind != nullptr);
    return *kind;
}

}

TEST_CASE("a state written as JSON reads back as the same state, over any other") {
    Random random(11);
    for (int i = 0; i < 2000; ++i) {
        const State state = test::random_state(random), base = test::random_state(random);
        const std::string json = state_to_json(state);
        CAPTURE(json);
        REQUIRE(merged(json, base) == state);
    }
}

TEST_CASE("the JSON of a state has the keys of the contract") {
    State state;
    state.date = {2026, 0, 0};
    state.camera = {2.6, 46.6, 1.0};
    state.lang = Lang::Fr;
    const std::string json = state_to_json(state);
    CHECK(json == R"({"date":"2026","compare":null,"filter":{"text":"","regions":[],"covered":[],"departments":[],)"
                  R"("domains":[],"sectors":[],"terms":[],"classes":[],"roster":null,"entries":[],"statuses":[],)"
                  R"("themes":[],"stories":[],"area":[]},"selected":null,"profile":null,"view":"map",)"
                  R"("camera":{"lng":2.6,"lat":46.6,"zoom":1},"lang":"fr","theme":"auto"})");
}

TEST_CASE("states are merged key by key, inside filter and camera too") {
    State base;
    base.date = {2007, 0, 0};
    base.filter.text = "mer";
    base.camera = {2.6, 46.6, 1.0};
    set_values(base.filter, Facet::Domain, {"health"});
    const State state = merged(R"({"filter":{"domains":["energy","agri"]},"camera":{"zoom":4}})", base);
    CHECK(state.date == base.date);
    CHECK(state.filter.text == "mer");
    CHECK(state.filter.of(Facet::Domain) == std::vector<std::string>{"agri", "energy"});
    CHECK(state.camera == Camera{2.6, 46.6, 4});
    CHECK(merged("{}", base) == base);
    CHECK(merged(R"({"filter":{"roster":"2007"}})").filter.of(Facet::Roster) == std::vector<std::string>{"2007"});
    CHECK(merged(R"({"compare":"2007","selected":"x"})").compare == PartialDate{2007, 0, 0});
    CHECK(merged(R"({"compare":null,"selected":null})", state).selected.empty());
}

TEST_CASE("refusals name the key") {
    CHECK(refusal_of(R"({"colour":1})") == "Unknown key: colour.");
    CHECK(refusal_of(R"({"filter":{"region":["53"]}})") == "Unknown key: filter.region.");
    CHECK(refusal_of(R"({"camera":{"bearing":3}})") == "Unknown key: camera.bearing.");
    CHECK(refusal_of(R"({"filter":{"regions":"53"}})") == "filter.regions: expected an array of ids.");
    CHECK(refusal_of(R"({"filter":{"regions":[53]}})") == "filter.regions: expected an array of ids.");
    CHECK(refusal_of(R"({"filter":[]})") == "filter: expected an object.");
    CHECK(refusal_of(R"({"filter":null})") == "filter: expected an object.");
    CHECK(refusal_of(R"({"camera":{"zoom":"4"}})") == "camera.zoom: expected a number.");
    CHECK(refusal_of(R"({"view":"globe"})") == "view: expected map, timeline, list, stories, figures, understand.");
    CHECK(refusal_of(R"({"date":"hier"})") == "date: expected YYYY, YYYY-MM or YYYY-MM-DD.");
    CHECK(refusal_of(R"({"date":2026})") == "date: expected YYYY, YYYY-MM or YYYY-MM-DD.");
    CHECK(refusal_of(R"({"date":null})") == "date: expected YYYY, YYYY-MM or YYYY-MM-DD.");
    CHECK(refusal_of("[]") == "JSON: expected an object.");
    CHECK(refusal_of("") == "Unreadable JSON, character 1.");
    CHECK(refusal_of("{") == "Unreadable JSON, character 2.");
    CHECK(refusal_of(R"({"filter":{"area":[[1,2],[3,4]]}})").find("three points") != std::string::npos);
    CHECK(refusal_of(R"({"filter":{"area":[[1,2],[3,4],[5,99]]}})").find("three points") != std::string::npos);
}

TEST_CASE("every kind of action has a JSON form") {
    CHECK(action<act::Select>(R"({"type":"select","id":"axelera"})").id == "axelera");
    CHECK(action<act::Select>(R"({"type":"select","id":null})").id.empty());
    CHECK(action<act::StepMonths>(R"({"type":"stepMonths","months":-12})").months == -12);
    CHECK(action<act::SetDate>(R"({"type":"setDate","date":"2023-03"})").date == PartialDate{2023, 3, 0});
    CHECK_FALSE(action<act::SetCompare>(R"({"type":"setCompare","date":null})").date.has_value());
    CHECK(action<act::SetView>(R"({"type":"setView","view":"list"})").view == View::List);
    CHECK(action<act::ToggleFacet>(R"({"type":"toggleFacet","facet":"domains","value":"health"})").value == "health");
    CHECK(action<act::SetFacet>(R"({"type":"setFacet","facet":"roster","values":["2007"]})").facet == Facet::Roster);
    CHECK(action<act::MoveCamera>(R"({"type":"moveCamera","camera":{"lng":2,"lat":48,"zoom":99}})").camera ==
          Camera{2, 48, 16});
    CHECK(action<act::OpenSheet>(R"({"type":"openSheet","sheet":"phase","topic":"4"})").topic ==
          Topic(about::Phase{4}));
    CHECK(action<act::SearchInFacet>(R"({"type":"searchInFacet","facet":"regions","text":"b"})").facet ==
          Facet::Region);
    CHECK(action<act::ToggleFacetSection>(R"({"type":"toggleFacetSection","facet":"stories"})").facet ==
          Facet::Stories);
    CHECK(action<act::Play>(R"({"type":"play","playing":false})").playback == Playback::Stopped);
    CHECK(action<act::Sort>(R"({"type":"sort","column":"since"})").column == SortColumn::Since);
    CHECK(action<act::Ask>(R"({"type":"ask","service":"export","argument":"csv"})").argument == "csv");
    CHECK(action<act::Scroll>(R"({"type":"scroll","zone":"list","top":-4})").top_px == 0.0f);
}

TEST_CASE("bad actions are refused with a sentence") {
    CHECK(action_refusal(R"({"id":"axelera"})") == "type is missing.");
    CHECK(action_refusal(R"({"type":"select"})") == "id is missing.");
    CHECK(action_refusal(R"({"type":"select","id":4})") == "id: expected an id or null.");
    CHECK(action_refusal(R"({"type":"select","id":"a","x":1})") == "Unknown key: x.");
    CHECK(action_refusal(R"({"type":"toggleFacet","facet":"colour","value":"a"})").find("facet: expected regions,") ==
          0);
    CHECK(action_refusal(R"({"type":"setDate","date":"2023-99"})").find("date: expected") == 0);
    CHECK(action_refusal(R"({"type":"fly"})").find("type: expected select,") == 0);
    CHECK(action_refusal("null") == "JSON: expected an object.");
    CHECK(action_refusal(R"({"type":"zoomAbout","place":{"lng":1,"lat":2},"factor":null})") ==
          "factor: expected a number.");
    CHECK(action_refusal(R"({"type":"zoomAbout","factor":2})") == "place is missing.");
    CHECK(action_refusal(R"({"type":"moveCamera","camera":{"lng":2,"lat":48,"zoom":9,"tilt":1}})") ==
          "Unknown key: camera.tilt.");
    CHECK(action_refusal(R"({"type":"moveCamera","camera":[2,48,9]})") == "camera: expected an object.");
}

TEST_CASE("broken JSON never makes an invalid state") {
    Random random(12);
    for (int i = 0; i < 2000; ++i) {
        std::string json = state_to_json(test::random_state(random));
        for (std::size_t n = 1 + random.below(4); n > 0; --n) {
            json[random.below(json.size())] = static_cast<char>(random.below(256));
        }
        const auto answer = merge_state(json, State{{{2026, 0, 0}, {}, {}}, {}, {}, {}, {}, {}});
        CAPTURE(json);
        if (const auto* state = std::get_if<State>(&answer)) REQUIRE(test::is_valid_state(*state));
        (void)action_from_json(json);
    }
}

TEST_CASE("a result in JSON") {
    Snapshot snapshot;
    snapshot.clusters.resize(2);
    snapshot.clusters[0].id = "a";
    snapshot.clusters[1].id = "b";
    Result result;
    result.total = 2;
    result.shown_count = 1;
    result.shown = {1};
    result.counts[static_cast<std::size_t>(Facet::Domain)] = {{"health", 1, 2, true}};
    Changes changes;
    changes.entered = {1};
    changes.merged = {{{0}, {1}}};
    result.changes = changes;
    const std::string json = result_to_json(snapshot, result);
    const JsonDocument document(json);
    REQUIRE(document.ok());
    const JsonValue root = document.root();
    CHECK(root.find("total").number() == 2);
    CHECK(root.find("shown").number() == 1);
    CHECK(root.find("ids").source() == R"(["b"])");
    CHECK(root.find("counts").find("domains").source() == R"({"health":1})");
    CHECK(root.find("changes").find("entered").source() == R"(["b"])");
    CHECK(root.find("changes").find("merged").source() == R"([{"from":["a"],"to":["b"]}])");
}
