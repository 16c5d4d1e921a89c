#pragma once
// One row of a table as the cluster that it tells of. Each cell that can't be taken is told; only a name is needed.

#include "core/tables/columns.hpp"
#include "core/tables/csv_reader.hpp"
#include "core/tables/place.hpp"
#include "core/tables/problem.hpp"
#include "core/tables/table_date.hpp"

#include <optional>

namespace atlas {

struct TableCluster {
    int row = 0;
    std::string name;
    std::string id; // as the table gives it; may be empty
    bool is_partner = false;
    std::optional<PartialDate> since, until;
    std::string cluster_class;
    std::string domain;
    std::vector<std::string> sectors;
    std::string focus;
    std::string city, place_code, department;
    std::optional<Place> place;
    std::string region; // name or code
    std::vector<std::string> regions;
    std::vector<std::string> aliases;
    std::string website, president;
};

class RowReader {
public:
    struct Reading {
        DayOrder order = DayOrder::Unknown;
        int this_year = 1970;
    };
    RowReader(const TableHead& head, Reading reading, TableProblems& problems)
        : m_head(head), m_reading(reading), m_problems(problems), m_untitled(head.titles.size(), false) {}

    // Nothing: the row is left out, and told.
    [[nodiscard]] std::optional<TableCluster> read(const CsvRow& row);
    void tell(Column column, std::string value, Msg reason, std::vector<std::string> arguments, TableDone done);

private:
    [[nodiscard]] bool fits_head(const CsvRow& row);
    [[nodiscard]] std::string cell(Column column);
    [[nodiscard]] std::vector<std::string> list(Column column, std::string_view separators);
    [[nodiscard]] std::optional<PartialDate> date(Column column);
    [[nodiscard]] std::optional<double> degrees(Column column, Axis axis);
    [[nodiscard]] std::optional<Place> place();
    [[nodiscard]] std::string code(Column column);
    [[nodiscard]] std::string website();
    void read_label(TableCluster& cluster);
    void read_seat(TableCluster& cluster);

    const TableHead& m_head;
    Reading m_reading;
    TableProblems& m_problems;
    std::vector<bool> m_untitled; // columns without a heading that were told
    const CsvRow* m_row = nullptr;
};

// A cell as it is kept: without invisible signs, outer spaces and the apostrophe that protects from formulas.
[[nodiscard]] std::string tidy_cell(std::string_view cell);

}
