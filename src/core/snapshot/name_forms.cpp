#include "core/snapshot/name_forms.hpp"

namespace atlas {

std::string_view plain_name(std::string_view name) {
    const std::size_t open = name.find(" (");
    return open == std::string_view::npos || open == 0 || name.back() != ')' ? name : name.substr(0, open);
}

std::string_view brief_name(std::string_view name) {
    // In brackets stands an acronym, a short name ("Pôle Risques") or an explanation.
    constexpr std::size_t k_acronym_bytes = 8, k_short_bytes = 14, k_long_bytes = 30;
    const std::string_view outside = plain_name(name);
    if (outside.size() == name.size()) return name;
    const std::string_view inside = name.substr(outside.size() + 2, name.size() - outside.size() - 3);
    const bool is_acronym = inside.size() <= k_acronym_bytes && outside.size() > inside.size() + 8;
    const bool is_short = inside.size() <= k_short_bytes && outside.size() > k_long_bytes;
    return is_acronym || is_short ? inside : outside;
}

}
