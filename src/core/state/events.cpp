#include "core/state/events.hpp"

namespace atlas {

std::vector<PageEvent> diff(const State& before, const State& after) {
    std::vector<PageEvent> events;
    if (before == after) return events;
    if (before.selected != after.selected) events.push_back({PageEventKind::Select, {}, after.selected});
    if (before.filter != after.filter) events.push_back({PageEventKind::FilterChange, {}, {}});
    if (before.date != after.date || before.compare != after.compare)
        events.push_back({PageEventKind::DateChange, {}, to_string(after.date)});
    events.push_back({PageEventKind::StateChange, {}, {}});
    return events;
}

}
