#include "core/tables/csv_reader.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr std::size_t k_least_width = 4; // narrower rows look like lines of any text

bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

}

bool CsvRow::is_blank() const {
    return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return cell.empty(); });
}

std::size_t CsvReader::after_spaces(std::size_t at) const {
    while (at < m_text.size() && (m_text[at] == ' ' || (m_text[at] == '\t' && m_separator != '\t'))) ++at;
    return at;
}

bool CsvReader::is_end_of_cell(std::size_t at) const {
    return at >= m_text.size() || m_text[at] == m_separator || is_line_end(m_text[at]);
}

// Every whole line inside, and the one that it began on, has as many separators as a full row.
bool CsvReader::holds_rows(std::size_t begin, std::size_t end) const {
    if (m_width < k_least_width) return false;
    const auto separators = [&](std::size_t from, std::size_t to) {
        const auto line = m_text.substr(from, to - from);
        return static_cast<std::size_t>(std::count(line.begin(), line.end(), m_separator));
    };
    std::size_t line = m_row_begin, rows = 0;
    for (std::size_t at = begin; at < end; ++at) {
        if (!is_line_end(m_text[at])) continue;
        if (separators(line, at) != m_width - 1) return false;
        if (m_text[at] == '\r' && at + 1 < end && m_text[at + 1] == '\n') ++at;
        line = at + 1;
        ++rows;
    }
    return rows > 1;
}

bool CsvReader::read_quoted(std::string& cell) {
    const std::size_t begin = m_at + 1;
    for (std::size_t from = begin;;) {
        const std::size_t quote = m_text.find('"', from);
        if (quote == std::string_view::npos || quote - begin > k_most_quoted) return false;
        cell.append(m_text, from, quote - from);
        if (quote + 1 < m_text.size() && m_text[quote + 1] == '"') {
            cell += '"';
            from = quote + 2;
        } else if (const std::size_t end = after_spaces(quote + 1); is_end_of_cell(end)) {
            if (holds_rows(begin, quote)) return false;
            m_at = end;
            return true;
        } else {
            cell += '"'; // people forget to double it
            from = quote + 1;
        }
    }
}

void CsvReader::read_cell(std::string& cell) {
    const std::size_t begin = m_at = after_spaces(m_at);
    if (begin < m_text.size() && m_text[begin] == '"' && m_open_quotes.size() < k_most_open_quotes) {
        if (read_quoted(cell)) return;
        cell.clear();
        m_open_quotes.push_back({m_row, 0});
    }
    while (!is_end_of_cell(m_at)) ++m_at;
    cell.assign(m_text.substr(begin, m_at - begin));
    while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\t')) cell.pop_back();
}

bool CsvReader::next(CsvRow& row) {
    row.cells.clear();
    if (m_at >= m_text.size()) return false;
    row.number = ++m_row;
    m_row_begin = m_at;
    for (;;) {
        if (row.cells.size() <= k_most_cells) row.cells.emplace_back();
        row.cells.back().clear();
        const std::size_t quotes = m_open_quotes.size();
        read_cell(row.cells.back());
        if (m_open_quotes.size() > quotes) m_open_quotes.back().column = row.cells.size() - 1;
        if (m_at >= m_text.size()) return true;
        const char end = m_text[m_at++];
        if (end == m_separator) continue;
        if (end == '\r' && m_at < m_text.size() && m_text[m_at] == '\n') ++m_at;
        return true;
    }
}

}
