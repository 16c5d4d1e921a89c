#pragma once
// What is wrong with a table, cell by cell: where, which value, why, and what is done about it. Said in every language
// whose words are there, when somebody asks.

#include "core/base/messages.hpp"

#include <optional>
#include <string>
#include <vector>

namespace atlas {

// What became of the cell, from best to worst.
enum class TableDone : std::uint8_t {
    Said,       // taken, as the sentence says
    YearTaken,  // of a date
    SignTaken,  // a quotation mark, as an ordinary sign
    NoPlace,    // the cluster is taken without a place
    CellLeft,   // the cluster is taken without this
    ColumnLeft, // not read
    RowLeft,    // the cluster is not taken
    TableLeft   // nothing is taken
};

struct TableProblem {
    int row = 0;        // CsvRow::number; 0: the whole table
    std::string column; // its heading as written, or its number; empty: the whole row
    std::string value;  // as written, cut
    Msg reason = Msg::Unknown;
    std::vector<std::string> arguments; // of the reason
    TableDone done = TableDone::Said;
};

[[nodiscard]] std::string_view word_of(TableDone done);
// "Row 31, column “since”: “hier” is not a date; the cell is left aside."
[[nodiscard]] std::string sentence_of(const TableProblem& problem, Lang lang);
[[nodiscard]] Text sentence_of(const TableProblem& problem);

struct TableProblems {
    static constexpr std::size_t k_most = 10'000; // kept; more are counted

    std::vector<TableProblem> kept;
    std::size_t count = 0;

    void add(TableProblem problem) {
        if (++count <= k_most) kept.push_back(std::move(problem));
    }
};

}
