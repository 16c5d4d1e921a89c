#include "core/tables/import.hpp"

#include "core/base/json_object.hpp"
#include "core/base/order.hpp"
#include "core/snapshot/id_table.hpp"
#include "core/tables/encoding.hpp"

namespace atlas {

TableImport::TableImport(const TableRequest& request) : m_request(request) {
    if (request.bytes.size() > k_most_bytes) {
        m_result.problems.add(
            {0, {}, {}, Msg::TableTooLarge, {std::to_string(k_most_bytes >> 20)}, TableDone::TableLeft});
        return;
    }
    m_text = utf8_text(request.bytes);
    m_request.bytes = {};
    m_dialect = find_dialect(m_text);
    if (m_dialect.head.row == 0) {
        const bool is_empty = m_text.find_first_not_of(" \t\r\n") == std::string::npos;
        m_result.problems.add({0, {}, {}, is_empty ? Msg::TableEmpty : Msg::TableNoHead, {}, TableDone::TableLeft});
        return;
    }
    tell_head();
    const std::string_view rows = std::string_view(m_text).substr(m_dialect.begin);
    m_reader.emplace(rows, m_dialect.separator, m_dialect.head.titles.size());
    const DayOrder order = request.order != DayOrder::Unknown ? request.order : order_in_table();
    m_row_reader.emplace(m_dialect.head, RowReader::Reading{order, civil(request.today).year}, m_result.problems);
    m_word_bounds.emplace(*m_row_reader);
}

void TableImport::tell_head() {
    const TableHead& head = m_dialect.head;
    if (head.row > 1) m_result.problems.add({head.row, {}, {}, Msg::TableHeadBelow, {}, TableDone::Said});
    for (std::size_t i = 0; i < head.titles.size(); ++i) {
        const std::string& title = head.titles[i];
        if (title.empty() || head.is_read(i)) continue;
        const Msg reason = is_heading(title) ? Msg::TableColumnTwice : Msg::TableColumnUnknown;
        m_result.problems.add({head.row, quoted(title), {}, reason, {}, TableDone::ColumnLeft});
    }
}

// What the dates themselves show, if they agree; else what the language of the head says.
DayOrder TableImport::order_in_table() const {
    const TableHead& head = m_dialect.head;
    if (!head.has(Column::Since) && !head.has(Column::Until)) return DayOrder::Unknown;
    bool day_first = false, month_first = false;
    CsvReader reader(std::string_view(m_text).substr(m_dialect.begin), m_dialect.separator, head.titles.size());
    for (CsvRow row; reader.next(row);) {
        for (const Column column : {Column::Since, Column::Until}) {
            if (head.place(column) >= row.cells.size()) continue;
            const DayOrder shown = order_shown_by(row.cells[head.place(column)]);
            day_first |= shown == DayOrder::DayFirst;
            month_first |= shown == DayOrder::MonthFirst;
        }
    }
    if (day_first != month_first) return day_first ? DayOrder::DayFirst : DayOrder::MonthFirst;
    return !day_first && head.day_first_votes > 0 ? DayOrder::DayFirst : DayOrder::Unknown;
}

void TableImport::take_row(const CsvRow& row) {
    ++m_result.rows;
    std::optional<TableCluster> cluster = m_row_reader->read(row);
    if (!cluster) return;
    const auto [place, is_new] = m_rows_by_name.emplace(NameIds::key_of(cluster->name), row.number);
    if (!is_new) {
        m_row_reader->tell(Column::Name, cluster->name, Msg::TableNameTwice, {std::to_string(place->second)},
                           TableDone::RowLeft);
        return;
    }
    m_word_bounds->bound(*cluster);
    m_clusters.push_back(std::move(*cluster));
}

bool TableImport::advance(std::size_t rows) {
    if (!m_reader) return false;
    CsvRow row;
    for (std::size_t i = 0; i < rows; ++i) {
        if (m_clusters.size() >= k_most_rows) {
            m_result.problems.add(
                {row.number, {}, {}, Msg::TableTooManyRows, {std::to_string(k_most_rows)}, TableDone::RowLeft});
            return false;
        }
        if (!m_reader->next(row)) return false;
        if (row.number <= m_dialect.head.row || row.is_blank()) continue;
        take_row(row);
    }
    return true;
}

double TableImport::progress() const {
    if (!m_reader || m_text.empty()) return 1.0;
    return static_cast<double>(m_dialect.begin + m_reader->offset()) / static_cast<double>(m_text.size());
}

void TableImport::tell_open_quotes() {
    for (const OpenQuote& quote : m_reader->open_quotes()) {
        const auto& titles = m_dialect.head.titles;
        std::string column = quote.column < titles.size() ? titles[quote.column] : std::string();
        if (column.empty()) column = std::to_string(quote.column + 1);
        m_result.problems.add({quote.row, quoted(column), {}, Msg::TableQuoteOpen, {}, TableDone::SignTaken});
    }
}

// Ids that the table gives come first, so that no other name takes them.
std::vector<std::string> TableImport::make_ids() {
    NameIds ids;
    std::vector<std::string> out(m_clusters.size());
    for (std::size_t i = 0; i < m_clusters.size(); ++i) {
        const TableCluster& cluster = m_clusters[i];
        if (is_id(cluster.id) && ids.claim(cluster.name, cluster.id)) out[i] = cluster.id;
    }
    for (std::size_t i = 0; i < m_clusters.size(); ++i) {
        if (!out[i].empty()) continue;
        const TableCluster& cluster = m_clusters[i];
        out[i] = ids.id_of(cluster.name);
        if (cluster.id.empty()) continue;
        m_result.problems.add({cluster.row,
                               m_dialect.head.title(Column::Id),
                               quoted(cluster.id),
                               Msg::TableIdRefused,
                               {quoted(cluster.id), out[i]},
                               TableDone::Said});
    }
    return out;
}

std::vector<Place> TableImport::places() const {
    std::vector<Place> out;
    for (const TableCluster& cluster : m_clusters)
        if (cluster.place) out.push_back(*cluster.place);
    return out;
}

void TableImport::leave_as_too_large() {
    m_result.snapshot.clear();
    m_result.problems.add(
        {0, {}, {}, Msg::TableTooLarge, {std::to_string(JsonLimits{}.bytes >> 20)}, TableDone::TableLeft});
}

ImportedTable TableImport::finish() {
    if (m_reader) tell_open_quotes();
    m_result.taken = m_clusters.size();
    if (m_reader && m_clusters.empty()) m_result.problems.add({0, {}, {}, Msg::TableNoRow, {}, TableDone::TableLeft});
    if (!m_clusters.empty()) {
        const std::vector<std::string> ids = make_ids();
        m_result.is_on_map = MapRegions(m_request.map).hold(places());
        TableSnapshot snapshot(
            {m_request.file_name, m_request.today, m_result.is_on_map ? m_request.map_name : std::string()},
            m_result.is_on_map ? m_request.map : nullptr);
        for (std::size_t i = 0; i < m_clusters.size(); ++i) snapshot.add(m_clusters[i], ids[i]);
        m_result.snapshot = snapshot.take();
        if (m_result.snapshot.size() > JsonLimits{}.bytes) leave_as_too_large();
    }
    sort_stable(m_result.problems.kept, [](const TableProblem& a, const TableProblem& b) { return a.row < b.row; });
    return std::move(m_result);
}

ImportedTable import_table(const TableRequest& request) {
    constexpr std::size_t k_slice = 4096;
    TableImport table(request);
    while (table.advance(k_slice)) {
    }
    return table.finish();
}

}
