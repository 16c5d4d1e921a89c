// The clusters asked for, as the list shows them, and what became of them between two dates.

#include "core/explore/snapshot_index.hpp"
#include "core/read/change_words.hpp"
#include "core/read/empty_words.hpp"
#include "core/read/list_row.hpp"
#include "core/read/read.hpp"
#include "core/read/read_parts.hpp"
#include "core/read/wording.hpp"

namespace atlas {

namespace {

Table cluster_table(const ReadInput& input) {
    Table table{list_title(input), {}, {}};
    for (const ListColumn column : list_columns(input)) table.columns.push_back(column_name(input, column));
    const std::vector<ClusterIndex> rows = sorted_rows(input.snapshot, input.index, input.result, list_order(input));
    for (std::size_t i = 0; i < rows.size() && i < k_document_rows; ++i) {
        std::vector<Phrase>& row = table.rows.emplace_back();
        for (std::string& cell : list_cells(input, list_row(input, rows[i]))) row.push_back({std::move(cell)});
        row.front() = input.named(rows[i]);
    }
    return table;
}

}

void read_clusters(const ReadInput& input, SectionWriter& root) {
    SectionWriter section = root.begin("clusters", {std::string(say(Msg::ListName, input.lang()))});
    const std::size_t count = input.result.shown.size();
    if (count == 0) section.paragraph(nothing_sentence(input));
    section.table(cluster_table(input));
    if (count > k_document_rows)
        section.paragraph(say(Msg::ChangeAndMore, input.lang(),
                              {format_number(static_cast<double>(count - k_document_rows), input.lang())}));
}

void read_changes(const ReadInput& input, SectionWriter& root) {
    if (!input.result.changes || !input.state().compare) return;
    SectionWriter section = root.begin("changes", {std::string(say(Msg::ChangeZone, input.lang()))});
    section.paragraph(compare_sentence(input).text);
    for (const ChangeColumn& column : change_columns(input, *input.result.changes)) {
        if (column.count == 0) continue;
        SectionWriter kind = section.begin("changes/" + std::to_string(static_cast<int>(column.kind)),
                                           {format_number(column.count, input.lang()) + " " + column.words});
        kind.list(column.names);
    }
}

}
