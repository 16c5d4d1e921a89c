#include "core/tables/dialect.hpp"

#include "core/tables/csv_reader.hpp"

namespace atlas {

namespace {

constexpr int k_rows_looked_at = 50;
constexpr int k_head_rows = 20; // a head stands in one of the first
constexpr char k_separators[] = {';', '\t', ',', '|'};

struct Attempt {
    char separator = ';';
    TableHead head;
    std::size_t cells = 0;

    // The right separator finds the most headings; where all find the same, it tears the fewest cells apart.
    [[nodiscard]] bool is_better_than(const Attempt& other) const {
        return head.known != other.head.known ? head.known > other.head.known : cells < other.cells;
    }
};

Attempt attempt(std::string_view text, char separator) {
    Attempt out;
    out.separator = separator;
    CsvReader reader(text, separator);
    CsvRow row;
    for (int i = 0; i < k_rows_looked_at && reader.next(row); ++i) {
        out.cells += row.cells.size();
        if (i >= k_head_rows) continue;
        TableHead head = read_head(row.cells);
        if (!head.has(Column::Name) || head.known <= out.head.known) continue;
        out.head = std::move(head);
        out.head.row = row.number;
    }
    return out;
}

// Where no heading is known, the separator that parts the first row most.
char parting_most(std::string_view text) {
    char best = k_separators[0];
    std::size_t most = 1;
    for (const char separator : k_separators) {
        CsvReader reader(text, separator);
        CsvRow row;
        if (!reader.next(row) || row.cells.size() <= most) continue;
        most = row.cells.size();
        best = separator;
    }
    return best;
}

}

TableDialect find_dialect(std::string_view text) {
    TableDialect out;
    const std::size_t line_end = std::min(text.find_first_of("\r\n"), text.size());
    if (text.size() > 4 && (text.starts_with("sep=") || text.starts_with("SEP=")) && line_end <= 5) {
        out.separator = line_end == 5 ? text[4] : out.separator;
        out.begin = line_end + (text.substr(line_end, 2) == "\r\n" ? 2u : line_end < text.size() ? 1u : 0u);
        out.head = attempt(text.substr(out.begin), out.separator).head;
        return out;
    }
    Attempt best = attempt(text, k_separators[0]);
    for (const char separator : k_separators) {
        Attempt other = attempt(text, separator);
        if (other.is_better_than(best)) best = std::move(other);
    }
    out.separator = best.head.row == 0 ? parting_most(text) : best.separator;
    out.head = std::move(best.head);
    return out;
}

}
