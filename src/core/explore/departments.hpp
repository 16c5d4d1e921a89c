#pragma once
// Names of the French departments by INSEE code (Code officiel géographique 2025). Snapshots carry the codes.

#include <string_view>

namespace atlas {

// Empty for a code that is not one.
[[nodiscard]] std::string_view department_name(std::string_view code);

}
