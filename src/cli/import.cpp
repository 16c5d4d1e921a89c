#include "core/tables/import.hpp"

#include "cli/commands.hpp"
#include "core/geo/map_file.hpp"

#include <ctime>

namespace atlas::cli {

namespace {

Date today() {
    constexpr std::time_t k_seconds_a_day = 86'400;
    return Date{static_cast<std::int32_t>(std::time(nullptr) / k_seconds_a_day)};
}

std::string file_name(const std::string& path) {
    return path.substr(path.find_last_of("/\\") + 1);
}

DayOrder day_order(const std::string& word) {
    if (word.empty()) return DayOrder::Unknown;
    return word == "dmy" ? DayOrder::DayFirst : DayOrder::MonthFirst;
}

void unreadable(const Console& console, const std::string& path) {
    std::fprintf(stderr, "%s: %s\n", path.c_str(), console.say(Words{"lecture impossible", "can't be read"}));
}

// One a line: FILE: sentence, which names row and column.
void tell(const Console& console, const std::string& path, const TableProblems& problems) {
    for (const TableProblem& problem : problems.kept)
        std::fprintf(stderr, "%s: %s\n", path.c_str(), sentence_of(problem, console.lang()).c_str());
    if (const std::size_t more = problems.count - problems.kept.size(); more > 0)
        std::fprintf(stderr, "%s: %s %zu\n", path.c_str(), console.say(Words{"et encore :", "and more:"}), more);
}

}

Exit import(const Console& console, const ImportOptions& options) {
    const std::optional<std::string> bytes = read_file(options.path);
    if (!bytes) {
        unreadable(console, options.path);
        return Exit::Bad;
    }
    MapFile map;
    if (!options.map_path.empty()) {
        const std::optional<std::string> map_bytes = read_file(options.map_path);
        if (map_bytes) map = read_map_file(*map_bytes);
        if (!map.geometry) {
            unreadable(console, options.map_path);
            return Exit::Bad;
        }
    }
    const ImportedTable table = import_table({*bytes, file_name(options.path), today(), day_order(options.day_order),
                                              map.geometry.get(), file_name(options.map_path)});
    tell(console, options.path, table.problems);
    std::fprintf(stderr, "%s: %zu / %zu\n", options.path.c_str(), table.taken, table.rows);
    if (table.snapshot.empty()) return Exit::Bad;
    console.line(table.snapshot);
    return Exit::Good;
}

}
