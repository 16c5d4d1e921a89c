#pragma once
// Says what happened since it was last asked: one sentence that stays until there is another.

#include "core/read/status_words.hpp"

#include <optional>
#include <string>

namespace atlas::app {

class Announcer {
public:
    // At first who is shown when. O(1) when nothing changed.
    [[nodiscard]] const std::string& status(const Reading& now);

private:
    std::optional<Heard> m_heard;
    std::string m_status;
};

}
