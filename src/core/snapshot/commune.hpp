#pragma once
// Codes of French communes (INSEE, Code officiel géographique).

#include <string_view>

namespace atlas {

// "30202" -> "30", "2A004" -> "2A"; overseas three characters: "97411" -> "974". A code too short to be one: empty.
[[nodiscard]] std::string_view department_of_commune(std::string_view insee);

}
