#pragma once
// The words that states are written with, in atlas.state (JSON) and in the permalink: changing one breaks links that
// people have kept. Those of the facets: explore/facet_traits.hpp.

#include "core/state/state.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace atlas {

// In the order of their enums.
[[nodiscard]] std::span<const std::string_view> view_names();
[[nodiscard]] std::span<const std::string_view> theme_names();
[[nodiscard]] std::span<const std::string_view> lang_names();
[[nodiscard]] std::string_view view_name(View view);
[[nodiscard]] std::string_view theme_name(ColourTheme theme);
[[nodiscard]] std::string_view lang_name(Lang lang);

[[nodiscard]] std::optional<View> view_of(std::string_view name);
[[nodiscard]] std::optional<ColourTheme> theme_of(std::string_view name);
[[nodiscard]] std::optional<Lang> lang_of(std::string_view name);

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
