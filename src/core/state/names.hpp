#pragma once
// The words that states are written with, in atlas.state (JSON) and in the permalink: changing one breaks links that
// people have kept. Those of the facets: explore/facet_traits.hpp.

#include "core/state/events.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace atlas {

// The words of an enum, in its order.
template<class Enum>
inline constexpr std::array<std::string_view, 0> k_words{};
template<>
inline constexpr auto k_words<View> =
    std::to_array<std::string_view>({"map", "timeline", "list", "stories", "figures", "understand"});
template<>
inline constexpr auto k_words<ColourTheme> = std::to_array<std::string_view>({"auto", "light", "dark", "contrast"});
template<> // without those that only the atlas opens, which come last
inline constexpr auto k_words<Sheet> =
    std::to_array<std::string_view>({"none", "filters", "share", "export", "help", "sources", "phase"});
template<>
inline constexpr auto k_words<PhoneSheet> = std::to_array<std::string_view>({"list", "card"});
template<>
inline constexpr auto k_words<SortColumn> =
    std::to_array<std::string_view>({"name", "domain", "seat", "region", "since", "term", "stories"});
template<>
inline constexpr auto k_words<LaneGrouping> = std::to_array<std::string_view>({"domain", "region", "entry"});
template<>
inline constexpr auto k_words<act::Service> =
    std::to_array<std::string_view>({"copyLink", "copySentence", "copyCitation", "showQr", "export", "print",
                                     "fullscreen", "openLink", "savePage", "openFile", "textVersion"});
template<>
inline constexpr auto k_words<PageEventKind> =
    std::to_array<std::string_view>({"statechange", "select", "filterchange", "datechange", "ask", "error"});

template<class Enum>
[[nodiscard]] constexpr std::string_view word_of(Enum value) {
    return k_words<Enum>[static_cast<std::size_t>(value)];
}
template<class Enum>
[[nodiscard]] constexpr auto every() { // all that have a word, in order
    std::array<Enum, k_words<Enum>.size()> values{};
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<Enum>(i);
    return values;
}
template<class Enum>
[[nodiscard]] constexpr std::optional<Enum> named(std::string_view word) {
    const auto& words = k_words<Enum>;
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) return std::nullopt;
    return static_cast<Enum>(found - words.begin());
}

// Tags of the languages that can be asked for.
[[nodiscard]] std::vector<std::string_view> lang_names();
[[nodiscard]] std::optional<Lang> lang_of(std::string_view name); // one that is offered, "de" for "de-AT"

// What a state that comes from outside may hold; longer lists and texts are refused or cut.
inline constexpr std::size_t k_text_max = 200; // bytes of Filter::text
inline constexpr std::size_t k_id_max = 96;    // bytes of an id or facet value
inline constexpr std::size_t k_values_max = 128;
inline constexpr std::size_t k_area_max = 64; // corners

// An id or facet value: short, valid, visible text.
[[nodiscard]] bool is_plausible_id(std::string_view id);
// Valid, visible and cut to k_text_max at a character's end.
[[nodiscard]] std::string bounded_text(std::string_view text);

}
