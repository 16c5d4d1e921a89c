#include "core/base/lang.hpp"

#include <algorithm>

namespace atlas {

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_sign(char c) {
    return is_letter(c) || (c >= '0' && c <= '9');
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// A region in capitals, a script with one, everything else small.
void append_subtag(std::string_view subtag, bool is_first, char* out) {
    for (std::size_t i = 0; i < subtag.size(); ++i) {
        const bool is_capital = !is_first && (subtag.size() == 2 || (subtag.size() == 4 && i == 0));
        out[i] = is_capital ? upper(subtag[i]) : lower(subtag[i]);
    }
}

std::string_view language_of(std::string_view tag) {
    return tag.substr(0, tag.find('-'));
}

}

std::optional<Lang> Lang::parse(std::string_view tag) {
    const std::string_view language = language_of(tag);
    if (tag.size() > k_longest || language.size() < 2 || language.size() > 3) return std::nullopt;
    if (!std::all_of(language.begin(), language.end(), is_letter)) return std::nullopt;
    Lang lang;
    for (std::size_t at = 0; at <= tag.size();) {
        const std::string_view subtag = language_of(tag.substr(at));
        if (subtag.empty() || subtag.size() > 8 || !std::all_of(subtag.begin(), subtag.end(), is_sign))
            return std::nullopt;
        append_subtag(subtag, at == 0, lang.m_tag.data() + at);
        at += subtag.size();
        if (at < tag.size()) lang.m_tag[at] = '-';
        ++at;
    }
    lang.m_size = static_cast<unsigned char>(tag.size());
    return lang;
}

bool Lang::is_akin(Lang other) const {
    return language_of(tag()) == language_of(other.tag());
}

}
