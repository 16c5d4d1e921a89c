#pragma once
// The labels of one cluster in words: since when, until when, for how long, and what is doubtful about them.

#include "core/read/reading.hpp"
#include "core/read/remark.hpp"

#include <string>
#include <vector>

namespace atlas {

// The label held on the day, or the last one begun by then; before all of them, nothing.
[[nodiscard]] const Label* last_label_by(const Cluster& cluster, Date day);
[[nodiscard]] std::string interval_words(const Label& label, Lang lang);             // "2005 – 2019"
[[nodiscard]] std::string label_bar_words(const Cluster& cluster, Lang lang);        // all of them, as one sentence
[[nodiscard]] std::string label_caption(const Reading& input, ClusterIndex cluster); // at the date: "phase V, 4 ans"
// Terms as granted, ends that nobody dated, joint labels, doubts. Ids are made of the label's place: "0/term/0".
[[nodiscard]] std::vector<Remark> label_remarks(const Reading& input, ClusterIndex cluster);

}
