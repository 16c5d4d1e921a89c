#pragma once
// diff(): what the page hears about, derived from two states; nothing emits events by hand.

#include "core/state/action.hpp"

namespace atlas {

enum class EventKind : std::uint8_t { StateChange, Select, FilterChange, DateChange, Ask, Error };

struct Event {
    EventKind kind = EventKind::StateChange;
    act::Ask ask; // EventKind::Ask only
    std::string detail;
};

[[nodiscard]] std::vector<Event> diff(const State& before, const State& after);

}
