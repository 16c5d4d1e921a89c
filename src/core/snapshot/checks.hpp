// What must hold between the records of a snapshot: labels and lineage agree, nobody descends from himself, counts are
// those that follow from the labels. Runs on a file whose records are all well formed. O(n log n).
#pragma once

#include "core/snapshot/report.hpp"

namespace atlas {

// `root` is only for the places of the diagnostics; the lists of `snapshot` are in the order of the file.
void check_snapshot(const Snapshot& snapshot, JsonValue root, Report& report);

}
