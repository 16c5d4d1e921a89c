#pragma once
// data/snapshot.json, loaded once per test run.

#include "core/explore/snapshot_index.hpp"
#include "core/snapshot/snapshot.hpp"

#include <string>

namespace atlas {

[[nodiscard]] const std::string& bundled_bytes();
[[nodiscard]] const Snapshot& bundled_snapshot(); // aborts the test run if it does not load
[[nodiscard]] const SnapshotIndex& bundled_index();

}
