#pragma once
// What has just happened, in the one sentence that a screen reader hears; of several things at once the one that says
// most.

#include "core/read/reading.hpp"

#include <optional>
#include <string>

namespace atlas {

// What was there when something was said last.
struct Heard {
    Session session;
    std::uint32_t shown_count = 0;
};
// Nothing where nothing that is told has changed; empty words where what was said is over.
[[nodiscard]] std::optional<std::string> status_words(const Heard& before, const Reading& now);
// "53 pôles sur 53, 2026"
[[nodiscard]] std::string count_status(const Reading& now);

}
