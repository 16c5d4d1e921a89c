#pragma once
// What is to be known of a source beside its title.

#include "core/snapshot/snapshot.hpp"

#include <string>
#include <vector>

namespace atlas {

[[nodiscard]] std::string source_about_words(const Source& source, Lang lang); // "Publisher, févr. 2019"
// Its own note, licence, what kind of source it is, that it can't be opened.
[[nodiscard]] std::vector<std::string> source_remarks(const Source& source, Lang lang);

}
