#pragma once
// Which column of a table says what: by its heading in French, English or German, whichever the reader's language, or
// by its key (columns.def).

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atlas {

enum class Column : std::uint8_t {
#define ATLAS_COLUMN(name, key, french, english, german) name,
#include "core/tables/columns.def"
    Count
};
inline constexpr std::size_t k_column_count = static_cast<std::size_t>(Column::Count);
inline constexpr std::size_t k_no_cell = static_cast<std::size_t>(-1);

[[nodiscard]] std::string_view key_of(Column column);

struct TableHead {
    int row = 0;                                      // CsvRow::number
    std::vector<std::string> titles;                  // as written
    std::array<std::size_t, k_column_count> places{}; // by Column; k_no_cell: there is none
    std::size_t known = 0;                            // columns found
    // headings that only a language in which the day comes first has, less those that only English has
    int day_first_votes = 0;

    [[nodiscard]] std::size_t place(Column column) const { return places[static_cast<std::size_t>(column)]; }
    [[nodiscard]] bool has(Column column) const { return place(column) != k_no_cell; }
    [[nodiscard]] bool is_read(std::size_t place) const;
    [[nodiscard]] std::string title(Column column) const; // as written, else the key
};

// The first of two columns that say the same is taken.
[[nodiscard]] TableHead read_head(const std::vector<std::string>& cells);
[[nodiscard]] bool is_heading(std::string_view title); // of a known column

}
