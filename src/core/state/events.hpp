#pragma once
// diff(): what the page hears about, derived from two states; nothing emits events by hand.

#include "core/state/action.hpp"

namespace atlas {

enum class PageEventKind : std::uint8_t { StateChange, Select, FilterChange, DateChange, Ask, Error };

struct PageEvent {
    PageEventKind kind = PageEventKind::StateChange;
    act::Ask ask; // PageEventKind::Ask only
    std::string detail;
};

[[nodiscard]] std::vector<PageEvent> diff(const State& before, const State& after);

}
