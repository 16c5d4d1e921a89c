// What a snapshot says that is not wrong, but that whoever keeps it should look at again.
#pragma once

#include "cli/console.hpp"

#include <string>
#include <vector>

namespace atlas::cli {

// One sentence each, in the console's language: label terms that have run out at the default date, facts older than
// their cluster's newest event, seats outside the regions of their cluster, sources that nothing cites, colours of
// domains that are moved or alike, texts longer than their place on screen.
std::vector<std::string> doubts(const Console& console, const Snapshot& snapshot);

}
