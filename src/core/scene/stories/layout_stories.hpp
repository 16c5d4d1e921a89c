#pragma once
// The two faces of the stories view: all stories as cards, and one of them to read.

#include "core/read/story_choice.hpp"
#include "core/scene/layout.hpp"
#include "core/ui/parts.hpp"

namespace atlas {

void draw_story_grid(const LayoutInput& input, const Rooms& rooms, Pen& pen, const StoryChoice& choice);
void draw_story(const LayoutInput& input, const Rooms& rooms, Pen& pen, StoryIndex index);
// The colour of a story: that of its first cluster's domain.
[[nodiscard]] DomainLook story_look(const Snapshot& snapshot, const Story& story);
// Opens the card of a cluster: beside the view where there is room, else as a sheet.
[[nodiscard]] Action card_action(const Rooms& rooms, const Cluster& cluster);

}
