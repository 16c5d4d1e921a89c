// A language by its tag (BCP 47: "fr", "de", "pt-BR"), whether its words are there or not; the empty one is no language
// in particular. Small enough to be passed by value.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace atlas {

class Lang {
public:
    static constexpr std::size_t k_longest = 15; // bytes of a tag
    static const Lang Fr, En;

    constexpr Lang() = default;
    // Letters, digits and hyphens, the language itself in two or three letters; written as BCP 47 recommends: "pt-BR".
    static std::optional<Lang> parse(std::string_view tag);

    [[nodiscard]] constexpr std::string_view tag() const { return {m_tag.data(), m_size}; }
    [[nodiscard]] constexpr bool is_empty() const { return m_size == 0; }
    // "de" and "de-AT" are one language in two forms.
    [[nodiscard]] bool is_akin(Lang other) const;
    friend constexpr bool operator==(const Lang&, const Lang&) = default;

private:
    constexpr Lang(char first, char second) : m_tag{first, second}, m_size(2) {}
    std::array<char, k_longest> m_tag{};
    unsigned char m_size = 0;
};

inline constexpr Lang Lang::Fr{'f', 'r'};
inline constexpr Lang Lang::En{'e', 'n'};

}
