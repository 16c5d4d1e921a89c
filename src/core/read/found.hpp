#pragma once
// What a search finds beside clusters: regions and domains, stories, policy texts, words of the glossary, figures,
// phases. Every word of the query must begin a word of the text (of a story, what matching_stories() finds); case,
// accents and punctuation do not count. O(bytes of these texts + regions²).

#include "core/read/reading.hpp"
#include "core/state/action.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace atlas {

enum class FoundKind : std::uint8_t { Profile, Story, Policy, Glossary, Figure, Phase };

struct Found {
    std::string title;
    std::string matched; // the sentence of it that was found; empty: the title itself
    Action action;       // opens it
};

struct FoundGroup {
    FoundKind kind = FoundKind::Profile;
    std::string name;          // "Récits"
    std::uint32_t count = 0;   // found in all
    std::vector<Found> best{}; // titles that match come first
};

// At most `each` of a kind; kinds without any are left out. Nothing for a query without a word of three
// bytes, folded.
[[nodiscard]] std::vector<FoundGroup> find_beside_clusters(const Reading& input, std::string_view query,
                                                           std::size_t each);

}
