#pragma once
// A table as it is written, cell by cell, for whoever shows it to be corrected: the same bytes, dialect and head as the
// importer sees, nothing judged. Linear; within the importer's bounds.

#include <string>
#include <string_view>
#include <vector>

namespace atlas {

struct CellTable {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows; // behind the head, without blank ones; each as long as it is written
};

[[nodiscard]] CellTable read_cells(std::string_view bytes);

}
