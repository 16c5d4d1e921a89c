#pragma once
// A pin of the map in words: what its tooltip and a screen reader say of the cluster at the date.

#include "core/read/reading.hpp"

#include <string>

namespace atlas {

// "Label depuis 2005, durée : 4 ans"; "Absent de la liste 2026, motif inconnu"; empty where nothing is known.
[[nodiscard]] std::string pin_label_words(const Reading& input, ClusterIndex cluster);
// Town, region, domain, label, whether it stands on the list in force, what became of it between two dates.
[[nodiscard]] std::string pin_words(const Reading& input, ClusterIndex cluster);

}
