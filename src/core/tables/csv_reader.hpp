#pragma once
// Records of a table of separated values (RFC 4180, as spreadsheets and people bend it): cells in quotation marks with
// doubled ones and line ends inside, LF, CRLF or CR. A quotation mark that nothing closes is an ordinary sign, and
// told, so that no row disappears into a cell. One record at a time, from text that outlives the reader; linear.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace atlas {

struct CsvRow {
    int number = 0; // as a spreadsheet counts: from 1, empty rows too
    std::vector<std::string> cells;

    [[nodiscard]] bool is_blank() const;
};

struct OpenQuote {
    int row = 0;
    std::size_t column = 0; // from 0
};

class CsvReader {
public:
    static constexpr std::size_t k_most_cells = 256;                    // of a row; those behind are read as one more
    static constexpr std::size_t k_most_quoted = std::size_t{64} << 10; // bytes in quotation marks
    static constexpr std::size_t k_most_open_quotes = 100;              // of more, none is a quotation mark any longer

    // `width`: cells of a full row, by which rows inside quotation marks are known; 0: not known
    CsvReader(std::string_view text, char separator, std::size_t width = 0)
        : m_text(text), m_separator(separator), m_width(width) {}

    bool next(CsvRow& row); // false at the end
    [[nodiscard]] const std::vector<OpenQuote>& open_quotes() const { return m_open_quotes; }
    [[nodiscard]] std::size_t offset() const { return m_at; } // bytes read

private:
    void read_cell(std::string& cell);
    bool read_quoted(std::string& cell);
    [[nodiscard]] bool is_end_of_cell(std::size_t at) const;
    [[nodiscard]] std::size_t after_spaces(std::size_t at) const;
    [[nodiscard]] bool holds_rows(std::size_t begin, std::size_t end) const;

    std::string_view m_text;
    char m_separator;
    std::size_t m_width;
    std::size_t m_at = 0;
    std::size_t m_row_begin = 0;
    int m_row = 0;
    std::vector<OpenQuote> m_open_quotes;
};

}
