#include "core/state/names.hpp"

#include <array>

namespace atlas {

namespace {

constexpr std::array<std::string_view, 5> k_views = {"map", "timeline", "list", "stories", "figures"};
constexpr std::array<std::string_view, 4> k_themes = {"auto", "light", "dark", "contrast"};
constexpr std::array<std::string_view, 2> k_langs = {"fr", "en"};

template<class Enum, std::size_t N>
std::optional<Enum> find_name(const std::array<std::string_view, N>& names, std::string_view name) {
    for (std::size_t i = 0; i < N; ++i) {
        if (names[i] == name) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

}

std::span<const std::string_view> view_names() {
    return k_views;
}
std::span<const std::string_view> theme_names() {
    return k_themes;
}
std::span<const std::string_view> lang_names() {
    return k_langs;
}
std::string_view view_name(View view) {
    return k_views[static_cast<std::size_t>(view)];
}
std::string_view theme_name(ColourTheme theme) {
    return k_themes[static_cast<std::size_t>(theme)];
}
std::string_view lang_name(Lang lang) {
    return k_langs[static_cast<std::size_t>(lang)];
}

std::optional<View> view_of(std::string_view name) {
    return find_name<View>(k_views, name);
}
std::optional<ColourTheme> theme_of(std::string_view name) {
    return find_name<ColourTheme>(k_themes, name);
}
std::optional<Lang> lang_of(std::string_view name) {
    return find_name<Lang>(k_langs, name);
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
