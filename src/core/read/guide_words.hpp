#pragma once
// What the chapters of the guide are called, and whether one of them shows the phases.

#include "core/snapshot/snapshot.hpp"

#include <string>

namespace atlas {

// Of what no chapter shows: the other passages, or, where there is no other chapter, the texts.
[[nodiscard]] std::string chapter_title(const Snapshot& snapshot, const GuideChapter& chapter, Lang lang);
[[nodiscard]] bool shows_phases(const Snapshot& snapshot);

}
