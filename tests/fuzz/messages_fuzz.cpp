// Actions and states from the page are JSON that anybody may send: a value or a sentence, and what is accepted reads
// back.
#include "core/state/state_json.hpp"

#include <cstdlib>

using namespace atlas;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view json(reinterpret_cast<const char*>(data), size);
    const auto action = action_from_json(json);
    if (const Refusal* refusal = std::get_if<Refusal>(&action);
        refusal != nullptr && refusal->message.in(Lang::En).empty())
        std::abort();
    State initial;
    initial.date = {2026, 3, 0};
    const auto merged = merge_state(json, initial);
    if (const State* state = std::get_if<State>(&merged)) {
        const auto again = merge_state(state_to_json(*state), initial);
        if (!std::holds_alternative<State>(again) || !(std::get<State>(again) == *state)) std::abort();
    }
    return 0;
}
