#pragma once
// A table of clusters, as a spreadsheet or a person saved it, to a snapshot, and to the list of everything in it that
// could not be taken as it stands. One row is one cluster; only its name is needed. Columns: columns.def. The result
// follows from the request alone, never from what was loaded before. Linear; the rows can be read in slices.

#include "core/tables/dialect.hpp"
#include "core/tables/table_snapshot.hpp"
#include "core/tables/word_bounds.hpp"

#include <unordered_map>

namespace atlas {

struct TableRequest {
    std::string_view bytes; // of the file; read when the import begins
    std::string file_name;
    Date today;
    DayOrder order = DayOrder::Unknown; // as somebody answered, when the table does not show it
    const MapGeometry* map = nullptr;   // that the clusters may lie on; outlives the import
    std::string map_name;
};

struct ImportedTable {
    std::string snapshot; // JSON text; empty when nothing can be shown
    std::size_t rows = 0, taken = 0;
    bool is_on_map = false;
    TableProblems problems; // in the order of the rows
};

class TableImport {
public:
    static constexpr std::size_t k_most_bytes = std::size_t{32} << 20;
    static constexpr std::size_t k_most_rows = 200'000;

    explicit TableImport(const TableRequest& request);
    // Reads as many rows more; false when there are none left.
    bool advance(std::size_t rows);
    [[nodiscard]] double progress() const; // 0 to 1
    [[nodiscard]] ImportedTable finish();

private:
    void tell_head();
    [[nodiscard]] DayOrder order_in_table() const;
    void take_row(const CsvRow& row);
    void tell_open_quotes();
    [[nodiscard]] std::vector<std::string> make_ids();
    [[nodiscard]] std::vector<Place> places() const;
    void leave_as_too_large();

    TableRequest m_request;
    std::string m_text;
    TableDialect m_dialect;
    ImportedTable m_result;
    std::vector<TableCluster> m_clusters;
    std::unordered_map<std::string, int> m_rows_by_name;
    std::optional<CsvReader> m_reader;
    std::optional<RowReader> m_row_reader;
    std::optional<WordBounds> m_word_bounds;
};

[[nodiscard]] ImportedTable import_table(const TableRequest& request);

}
