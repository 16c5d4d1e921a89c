#include "core/snapshot/commune.hpp"

namespace atlas {

std::string_view department_of_commune(std::string_view insee) {
    if (insee.size() < 5) return {};
    const bool is_overseas = insee.starts_with("97") || insee.starts_with("98");
    return insee.substr(0, is_overseas ? 3 : 2);
}

}
