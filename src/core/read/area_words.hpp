#pragma once
// What is said while an area is chosen by its corners (state/area_choice.hpp).

#include "core/read/reading.hpp"

#include <optional>
#include <string>

namespace atlas {

// The next thing to do; empty: no area is being chosen.
[[nodiscard]] std::string area_hint(const Reading& now);
// Against what was there before: the next thing to do, what lies at the cursor that arrows have moved, that it was
// given up. Nothing where the area itself says more, or nothing has changed.
[[nodiscard]] std::optional<std::string> area_status(const AreaChoice& before, const Reading& now);

}
