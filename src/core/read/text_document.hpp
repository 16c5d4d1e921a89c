#pragma once
// The whole answer as text blocks in JSON: title, sentence, the table of shown clusters, the selected card, sources.
// What is printed, read without WebGL, and searched with the browser's own Ctrl+F. Built only when asked for.

#include "core/read/reading.hpp"

#include <string>

namespace atlas {

[[nodiscard]] std::string text_document(const Reading& input);

}
