#include "core/export/csv.hpp"

#include "cli/commands.hpp"

#include <numeric>

namespace atlas::cli {

Exit csv(const Console& console, const std::string& path) {
    const std::shared_ptr<const Snapshot> s = console.load(path);
    if (!s) return Exit::Bad;
    std::vector<ClusterIndex> rows(s->clusters.size());
    std::iota(rows.begin(), rows.end(), 0u);
    const CsvStyle style = csv_style_of(console.lang());
    const std::string text = clusters_csv(*s, {rows, last_day(s->meta.default_date), console.lang(), style});
    std::fwrite(text.data(), 1, text.size(), stdout);
    return Exit::Good;
}

}
