#pragma once
// The current result in words that stand alone: one sentence, and a citation with date, link, sources and licence. Both
// say of what and when. Numbers are those of the Result, never counted again.

#include "core/read/reading.hpp"

#include <string>
#include <string_view>

namespace atlas {

// "7 pôles sur 53 labellisés en mars 2026 (Mobilités, mer) : CARA, i-Trans, …."
[[nodiscard]] std::string result_sentence(const Reading& input);
[[nodiscard]] std::string result_citation(const Reading& input, std::string_view address);
// The filter in words, one entry for each value; what chips say.
[[nodiscard]] std::vector<std::string> filter_words(const Reading& input);
[[nodiscard]] Sources result_sources(const Reading& input); // of the clusters shown
[[nodiscard]] std::string page_link(const Reading& input);  // the page's address and the permalink

}
