#pragma once
// A published number of label holders beside the one that follows from the labels.

#include "core/snapshot/snapshot.hpp"

#include <string>

namespace atlas {

// "liste reconstituée 55 à 56, écart 1"
[[nodiscard]] std::string derived_words(const PublishedCount& count, Lang lang);
// Why both differ, or what else is to be known; may be empty.
[[nodiscard]] const std::string& count_reason(const PublishedCount& count, Lang lang);

}
