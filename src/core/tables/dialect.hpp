#pragma once
// How a table is written: its separator, told by a first line "sep=;" or found, and the row of its head, which may
// stand under a title. Looks at the first rows only.

#include "core/tables/columns.hpp"

namespace atlas {

struct TableDialect {
    char separator = ';';
    std::size_t begin = 0; // byte of the first row, behind a line "sep="
    TableHead head;        // row 0: no row names a column of names
};

[[nodiscard]] TableDialect find_dialect(std::string_view text);

}
