#pragma once
// A table of the page's to a snapshot, in slices, so that the atlas stays alive meanwhile. Part of the module's second
// file.

#include <string>
#include <string_view>

namespace atlas::web {

struct TableCall {
    std::string_view bytes;   // of the table; empty: go on with the one begun
    std::string_view map;     // of the base map that it may lie on; may be empty
    std::string_view request; // {"name": "x.csv", "today": "2026-11-27"}; {"what": "cells"}: the table as it is written
};

// While it reads: {"progress": 0.4}. At the end {"rows": 25, "taken": 24, "isOnMap": true, "count": 1, "problems":
// [{"cell":
// {"row": 3, "heading": "depuis", "value": "hier", "done": "cell"}, "fr": …}]}, a line end, and the snapshot, if there
// is one. Of cells: {"columns": [], "rows": [[]]}.
[[nodiscard]] std::string read_table(const TableCall& call);

}
