#include "core/tables/cells.hpp"

#include "core/tables/csv_reader.hpp"
#include "core/tables/dialect.hpp"
#include "core/tables/encoding.hpp"
#include "core/tables/import.hpp"

namespace atlas {

namespace {

// Where no heading is known, the separator that parts the first row most.
char separator_in(std::string_view text, const TableDialect& dialect) {
    if (dialect.head.row != 0 || dialect.begin != 0) return dialect.separator;
    char best = dialect.separator;
    std::size_t most = 1;
    for (const char separator : {';', '\t', ',', '|'}) {
        CsvReader reader(text, separator);
        CsvRow row;
        if (!reader.next(row) || row.cells.size() <= most) continue;
        most = row.cells.size();
        best = separator;
    }
    return best;
}

}

CellTable read_cells(std::string_view bytes) {
    CellTable out;
    if (bytes.size() > TableImport::k_most_bytes) return out;
    const std::string text = utf8_text(bytes);
    const TableDialect dialect = find_dialect(text);
    CsvReader reader(std::string_view(text).substr(dialect.begin), separator_in(text, dialect),
                     dialect.head.titles.size());
    for (CsvRow row; out.rows.size() < TableImport::k_most_rows && reader.next(row);) {
        if (row.is_blank() || row.number < dialect.head.row) continue;
        if (out.columns.empty()) {
            out.columns = std::move(row.cells); // without a known heading the first row is the head
            continue;
        }
        if (row.cells.size() < out.columns.size()) row.cells.resize(out.columns.size());
        out.rows.push_back(std::move(row.cells));
    }
    return out;
}

}
