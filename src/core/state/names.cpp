#include "core/state/names.hpp"

#include "core/base/locale.hpp"

namespace atlas {

std::vector<std::string_view> lang_names() {
    std::vector<std::string_view> names;
    for (const Language& language : languages()) names.push_back(language.lang.tag());
    return names;
}

std::optional<Lang> lang_of(std::string_view name) {
    const std::optional<Lang> lang = Lang::parse(name);
    const Language* found = lang ? find_language(*lang) : nullptr;
    return found == nullptr ? std::nullopt : std::optional(found->lang);
}

bool is_plausible_id(std::string_view id) {
    return !id.empty() && id.size() <= k_id_max && is_valid_utf8(id) && clean_text(id) == id;
}

std::string bounded_text(std::string_view text) {
    if (!is_valid_utf8(text)) return {};
    std::string clean = clean_text(text);
    if (clean.size() <= k_text_max) return clean;
    std::size_t end = k_text_max;
    while ((static_cast<unsigned char>(clean[end]) & 0xC0) == 0x80) --end; // not inside a character
    clean.resize(end);
    return clean;
}

}
