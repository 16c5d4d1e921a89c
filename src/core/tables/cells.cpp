#include "core/tables/cells.hpp"

#include "core/tables/csv_reader.hpp"
#include "core/tables/dialect.hpp"
#include "core/tables/encoding.hpp"
#include "core/tables/import.hpp"

namespace atlas {

CellTable read_cells(std::string_view bytes) {
    CellTable out;
    if (bytes.size() > TableImport::k_most_bytes) return out;
    const std::string text = utf8_text(bytes);
    const TableDialect dialect = find_dialect(text);
    CsvReader reader(std::string_view(text).substr(dialect.begin), dialect.separator, dialect.head.titles.size());
    for (CsvRow row; out.rows.size() < TableImport::k_most_rows && reader.next(row);) {
        if (row.is_blank() || row.number < dialect.head.row) continue;
        if (out.columns.empty()) {
            out.columns = std::move(row.cells); // without a known heading the first row is the head
            continue;
        }
        out.rows.push_back(std::move(row.cells));
    }
    return out;
}

}
