#pragma once
// What became of the label holders between two compared dates, one row a cluster or merger.

#include "core/export/csv.hpp"
#include "core/scene/layout.hpp"

#include <string>
#include <string_view>

namespace atlas {

// Empty when no two dates are compared.
[[nodiscard]] std::string changes_csv(const LayoutInput& input, std::string_view address, CsvStyle style);

}
