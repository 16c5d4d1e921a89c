#pragma once
// Figures and contradictions in words: the rows of the figures view, what a number is called, the text version.

#include "core/snapshot/snapshot.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace atlas {

[[nodiscard]] std::vector<std::string_view> figure_topics(const Snapshot& snapshot); // as they first come
[[nodiscard]] std::string figure_topic_words(std::string_view topic, Lang lang);
[[nodiscard]] std::string figure_words(const Snapshot& snapshot, const Figure& figure, Lang lang);
[[nodiscard]] std::string figure_source_words(const Snapshot& snapshot, const Figure& figure); // may be empty
// "≠ deux sources diffèrent · 2023 · phase V · Publisher"
[[nodiscard]] std::string figure_place_words(const Snapshot& snapshot, const Figure& figure, Lang lang);
// "Members: 10 ≠ 12"; the statements alone are what is drawn under the topic.
[[nodiscard]] std::string contradiction_words(const Contradiction& contradiction, Lang lang);
[[nodiscard]] std::string statements_of(const Contradiction& contradiction, Lang lang);

}
