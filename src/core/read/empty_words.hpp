#pragma once
// Why nothing is shown.

#include "core/read/reading.hpp"

#include <string>

namespace atlas {

[[nodiscard]] std::string quoted_culprit(const Reading& input, const Result::Culprit& culprit); // "« Santé »"
// Names what conflicts, or says that nobody held the label.
[[nodiscard]] std::string nothing_sentence(const Reading& input);

}
