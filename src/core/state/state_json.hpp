#pragma once
// State and Actions as JSON: what atlas.state returns, atlas.setState() and atlas.dispatch() accept. Reading is strict:
// unknown keys, wrong types and impossible values are refused with a sentence that names the key.
// Actions are named like the structs of action.hpp in camel case, their members too: {"type":"stepMonths","months":-1},
// {"type":"setCompare","date":null}, {"type":"toggleFacet","facet":"domains","value":"health"},
// {"type":"moveCamera","camera":{"lng":2.3,"lat":48.8,"zoom":4},"animate":true}, {"type":"openSheet","sheet":"share"},
// {"type":"play","playing":true}, {"type":"ask","service":"export","argument":"csv"}. Members with a default may be
// left out.

#include "core/explore/result.hpp"
#include "core/state/action.hpp"
#include "core/state/names.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace atlas {

struct Refusal {
    Text message;
};

[[nodiscard]] std::string state_to_json(const State& state);
// Merged key by key over `base`, inside filter and camera too.
[[nodiscard]] std::variant<State, Refusal> merge_state(std::string_view json, State base);
// The word of its JSON form: "select".
[[nodiscard]] std::string_view action_type(const Action& action);
[[nodiscard]] std::variant<Action, Refusal> action_from_json(std::string_view json);
[[nodiscard]] std::string result_to_json(const Snapshot& snapshot, const Result& result);

}
