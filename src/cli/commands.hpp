// The commands of cluster-atlas, each a function from its files to an exit code.
#pragma once

#include "cli/console.hpp"

namespace atlas::cli {

Exit check(const Console& console, const std::string& path);
Exit stats(const Console& console, const std::string& path);
Exit csv(const Console& console, const std::string& path);
Exit document(const Console& console, const std::string& path);
Exit diff(const Console& console, const std::string& old_path, const std::string& new_path);

}
