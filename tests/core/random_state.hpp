#pragma once
// Seeded states for property tests: every field takes every kind of value that update() can produce.

#include "core/explore/facets.hpp"
#include "core/state/names.hpp"
#include "support/bundled_snapshot.hpp"

#include <array>
#include <cstdint>

namespace atlas::test {

// xorshift64*: the same numbers natively and in wasm.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed * 2685821657736338717ull + 1) {}
    std::uint64_t next() {
        m_state ^= m_state >> 12;
        m_state ^= m_state << 25;
        m_state ^= m_state >> 27;
        return m_state * 2685821657736338717ull;
    }
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>((next() >> 20) % bound); }
    bool chance(std::size_t percent) { return below(100) < percent; }
    double between(double low, double high) {
        return low + (high - low) * static_cast<double>(next() >> 11) / 9007199254740992.0;
    }

private:
    std::uint64_t m_state;
};

inline PartialDate random_date(Random& random) {
    const auto year = static_cast<std::int16_t>(k_first_year + static_cast<int>(random.below(201)));
    const auto month = static_cast<std::uint8_t>(random.below(13));
    const auto day = month == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(random.below(29));
    return {year, month, day};
}

inline std::string random_word(Random& random) {
    static const char* const k_pieces[] = {"a", "9",  "-", "_",  ".", "é",  "œ",  "~",      "%", ";",
                                           "=", ",",  "&", "#",  "/", "+",  "\\", "'",      "<", "🛰",
                                           " ", "2A", "“", "Mo", "`", "\"", "?",  "\u202F", "ß"};
    std::string word = "x"; // never empty, never a space alone
    const std::size_t length = random.below(12);
    for (std::size_t i = 0; i < length; ++i) word += k_pieces[random.below(std::size(k_pieces))];
    return clean_text(word);
}

// Three of four are values that the bundled snapshot offers; the others nobody knows: codecs keep them, states drop
// them.
inline std::string random_value(Random& random, Facet facet) {
    static const auto k_offered = [] {
        std::array<std::vector<std::string>, k_facet_count> values;
        for (std::size_t i = 0; i < k_facet_count; ++i)
            values[i] = facet_values(bundled_snapshot(), static_cast<Facet>(i));
        return values;
    }();
    const std::vector<std::string>& offered = k_offered[static_cast<std::size_t>(facet)];
    return random.chance(75) ? offered[random.below(offered.size())] : random_word(random);
}

inline Filter random_filter(Random& random) {
    Filter filter;
    if (random.chance(30)) filter.text = random_word(random);
    for (std::size_t i = 0; i < k_facet_count; ++i) {
        if (!random.chance(25)) continue;
        std::vector<std::string> values;
        const auto facet = static_cast<Facet>(i);
        for (std::size_t n = random.below(5); n > 0; --n) values.push_back(random_value(random, facet));
        set_values(filter, facet, values);
    }
    for (std::size_t n = random.chance(20) ? 3 + random.below(20) : 0; n > 0; --n) {
        filter.area.push_back(snapped(LngLat{random.between(-181, 181), random.between(-91, 91)}));
    }
    return filter;
}

inline State random_state(Random& random) {
    State state;
    state.date = random_date(random);
    if (random.chance(30)) state.compare = random_date(random);
    state.filter = random_filter(random);
    const auto& clusters = bundled_snapshot().clusters;
    if (random.chance(40))
        state.selected = random.chance(75) ? clusters[random.below(clusters.size())].id : random_word(random);
    state.view = static_cast<View>(random.below(k_words<View>.size()));
    state.camera =
        snapped(Camera{random.between(-180, 180), random.between(-90, 90), random.between(k_zoom_min, k_zoom_max)});
    const std::vector<std::string_view> langs = lang_names();
    state.lang = lang_of(langs[random.below(langs.size())]).value();
    state.theme = static_cast<ColourTheme>(random.below(k_words<ColourTheme>.size()));
    return state;
}

// What may be asked of any state, however it came to be.
inline bool is_valid_state(const State& state) {
    bool is_valid = to_string(state.date).size() >= 4 && parse_partial_date(to_string(state.date)) == state.date;
    is_valid = is_valid && (!state.compare || parse_partial_date(to_string(*state.compare)) == state.compare);
    is_valid = is_valid && snapped(state.camera) == state.camera;
    is_valid = is_valid && state.filter.text.size() <= 200 && clean_text(state.filter.text) == state.filter.text;
    is_valid =
        is_valid && state.filter.area.size() <= 64 && (state.filter.area.empty() || state.filter.area.size() > 2);
    for (const auto& values : state.filter.values) {
        is_valid = is_valid && values.size() <= 128;
        for (std::size_t i = 0; i < values.size(); ++i) {
            is_valid =
                is_valid && !values[i].empty() && values[i].size() <= 96 && (i == 0 || values[i - 1] < values[i]);
        }
    }
    return is_valid && state.filter.of(Facet::Roster).size() <= 1 && is_valid_utf8(state.selected);
}

}
