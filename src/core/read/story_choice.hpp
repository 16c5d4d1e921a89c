#pragma once
// Which stories the current state shows: those of the theme, found by the search, about a cluster that passes the
// filter. Without a filter all stories are shown, whatever the date: a story is not bound to a label. O(stories).

#include "core/read/reading.hpp"

namespace atlas {

struct StoryChoice {
    std::vector<StoryIndex> shown;             // those with a figure first, in the snapshot's order
    std::vector<std::uint32_t> count_by_theme; // what each theme would show
    std::uint32_t in_all_themes = 0;
    std::uint32_t clusters = 0; // that the shown stories tell of
};

[[nodiscard]] StoryChoice choose_stories(const Reading& input);

}
