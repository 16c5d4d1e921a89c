// A table from anywhere: read to the end, every row taken or told, and what it makes is a snapshot.
#include "core/snapshot/load.hpp"
#include "core/tables/import.hpp"

#include <cstdlib>

using namespace atlas;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const ImportedTable table =
        import_table({bytes, "table.csv", from_civil(2026, 11, 27), DayOrder::Unknown, nullptr, {}});
    for (const TableProblem& problem : table.problems.kept)
        if (sentence_of(problem, Lang::Fr).empty()) std::abort();
    if (table.snapshot.empty() && table.problems.kept.empty()) std::abort();
    if (!table.snapshot.empty() && !load_snapshot(table.snapshot).snapshot) std::abort();
    return 0;
}
