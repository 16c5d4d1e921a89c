#pragma once
// What became of the label holders between two compared dates, one row a cluster or merger.

#include "core/export/csv.hpp"
#include "core/read/reading.hpp"

#include <string>
#include <string_view>

namespace atlas {

// Empty when no two dates are compared.
[[nodiscard]] std::string changes_csv(const Reading& input, std::string_view address, CsvStyle style);

}
