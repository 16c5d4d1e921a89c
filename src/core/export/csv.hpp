// Tables as CSV (RFC 4180: CRLF, quotation marks doubled), safe to open in a spreadsheet: a text that a spreadsheet
// would take for a formula gets an apostrophe in front of it. Numbers are written as numbers. clusters_csv is the table
// of clusters that the page and the command line offer: one row a cluster, in the order asked for, lists joined with "
// | ".
#pragma once

#include "core/snapshot/snapshot.hpp"

#include <span>
#include <string>

namespace atlas {

struct CsvStyle {
    char separator = ',';
    char decimal = '.';
    bool byte_order_mark = false;
};
inline constexpr CsvStyle k_plain_csv{};
inline constexpr CsvStyle k_semicolon_csv{';', ',', true}; // what Excel opens by double-click in most of Europe
CsvStyle csv_style_of(Lang lang);                          // what the language's spreadsheets open

class CsvWriter {
public:
    explicit CsvWriter(CsvStyle style);
    void text(std::string_view value);
    void number(double value);
    void empty() { separate(); }
    void end_row();
    std::string take() { return std::move(m_out); }

private:
    void separate();
    CsvStyle m_style;
    std::string m_out;
    bool m_row_has_cells = false;
};

struct ClusterTable {
    std::span<const ClusterIndex> rows;
    Date date; // state of the label, of its term and of the name
    Lang lang;
    CsvStyle style;
    std::string extract = {}; // what the rows are, in a sentence; adds columns that let a row travel alone
    std::string link = {};    // that reopens the page
};

[[nodiscard]] std::string clusters_csv(const Snapshot& snapshot, const ClusterTable& table);

}
