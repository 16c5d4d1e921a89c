// The clusters asked for, as the list shows them, and what became of them between two dates.

#include "core/explore/snapshot_index.hpp"
#include "core/read/change_words.hpp"
#include "core/read/empty_words.hpp"
#include "core/read/label_words.hpp"
#include "core/read/list_row.hpp"
#include "core/read/read.hpp"
#include "core/read/read_parts.hpp"
#include "core/read/wording.hpp"
#include "core/time/printed_list.hpp"

namespace atlas {

namespace {

// The label held at the date, or the last one begun by then.
std::string label_words(const Reading& input, const Cluster& cluster) {
    const Date day = last_day(input.state().date);
    const Label* found = label_at(cluster, day);
    for (const Label& label : cluster.labels)
        if (found == nullptr || (!holds_at(*found, day) && label.from <= day)) found = &label;
    return found == nullptr ? std::string() : interval_words(*found, input.lang());
}

class ClusterTable {
public:
    explicit ClusterTable(const ReadInput& input)
        : m_input(input), m_lang(input.lang()), m_list(list_at(input.snapshot, last_day(input.state().date))) {}

    Table write() {
        Table table{list_title(m_input), columns(), {}};
        const std::vector<ClusterIndex> rows =
            sorted_rows(m_input.snapshot, m_input.index, m_input.result, list_order(m_input));
        for (std::size_t i = 0; i < rows.size() && i < k_document_rows; ++i) table.rows.push_back(row(rows[i]));
        return table;
    }

private:
    std::vector<std::string> columns() const {
        std::vector<std::string> columns;
        for (const Msg column : {Msg::ColumnName, Msg::FacetDomain, Msg::ColumnSeat, Msg::ColumnRegion, Msg::CardLabel,
                                 Msg::ColumnPhases, Msg::FacetTerm})
            columns.emplace_back(say(column, m_lang));
        if (m_list) columns.push_back(say(Msg::CardFactList, m_lang, {m_input.snapshot.rosters[*m_list].id}));
        if (m_input.result.changes) columns.emplace_back(say(Msg::TextChange, m_lang));
        columns.emplace_back(say(Msg::FacetStories, m_lang));
        return columns;
    }

    std::vector<Phrase> row(ClusterIndex index) const {
        const Cluster& cluster = m_input.snapshot.clusters[index];
        const ListRow told = list_row(m_input, index);
        const std::string unknown(say(Msg::Unknown, m_lang));
        const auto known = [&](const std::string& words) { return Phrase{words.empty() ? unknown : words}; };
        std::vector<Phrase> cells{m_input.named(index),
                                  known(m_input.snapshot.domains[cluster.domain].name.in(m_lang)),
                                  known(cluster.seat ? seat_words(*cluster.seat, m_lang) : std::string()),
                                  known(told.region),
                                  known(label_words(m_input, cluster)),
                                  {phase_numbers(m_input, told)},
                                  {told.term}};
        if (m_list) cells.push_back({std::string(say(is_on(cluster, *m_list) ? Msg::CsvYes : Msg::CsvNo, m_lang))});
        if (m_input.result.changes) cells.push_back({change_mark_words(told.change, m_lang)});
        cells.push_back({format_number(told.stories, m_lang)});
        return cells;
    }

    const ReadInput& m_input;
    Lang m_lang;
    std::optional<RosterIndex> m_list;
};

}

void read_clusters(const ReadInput& input, SectionWriter& root) {
    SectionWriter section = root.begin("clusters", {std::string(say(Msg::ListName, input.lang()))});
    const std::size_t count = input.result.shown.size();
    if (count == 0) section.paragraph(nothing_sentence(input));
    section.table(ClusterTable(input).write());
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
