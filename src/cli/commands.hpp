// The commands of cluster-atlas, each a function from its files to an exit code.
#pragma once

#include "cli/console.hpp"

namespace atlas::cli {

Exit check(const Console& console, const std::string& path);
Exit stats(const Console& console, const std::string& path);
Exit csv(const Console& console, const std::string& path);
Exit document(const Console& console, const std::string& path);
// A table to a snapshot on standard output; what could not be taken as it stands is told on standard error.
struct ImportOptions {
    std::string path;
    std::string map_path;  // the base map that the clusters may lie on; may be empty
    std::string day_order; // "dmy" or "mdy", where the table does not show it; may be empty
};
Exit import(const Console& console, const ImportOptions& options);
Exit diff(const Console& console, const std::string& old_path, const std::string& new_path);

}
