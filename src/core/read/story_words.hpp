#pragma once
// What is said of a story beside its own text.

#include "core/read/reading.hpp"

#include <string>
#include <vector>

namespace atlas {

// About a cluster; those with a figure first.
[[nodiscard]] std::vector<const Story*> stories_of(const Snapshot& snapshot, ClusterIndex cluster);
// "avec A et B": the story's other clusters; may be empty.
[[nodiscard]] std::string other_clusters_words(const Reading& input, const Story& story, ClusterIndex but);
[[nodiscard]] std::string story_figure_words(const Snapshot& snapshot, const StoryFigure& figure, Lang lang);
// Its years and the chapter that it stands in; may be empty.
[[nodiscard]] std::string story_place_words(const Snapshot& snapshot, const Story& story, Lang lang);
// Where a cluster of the story sits, and whether it holds no label at the date; may be empty.
[[nodiscard]] std::string story_cluster_words(const Reading& input, ClusterIndex cluster);

}
