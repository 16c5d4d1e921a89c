#pragma once
// Search in everything that names a cluster or tells of it: names through time, aliases, acronyms, what merged into it,
// places, sectors, presidents, stories. Case, accents and punctuation do not count; every word of the query must be
// found, at least as the beginning of a word. Only a word that is found nowhere is read as a typing error.
// Index: a sorted list of distinct words with their places; a query costs two binary searches per word, or one pass
// over the words of names when it is mistyped.

#include "core/explore/bitset.hpp"
#include "core/snapshot/snapshot.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace atlas {

class Lineage;

// In falling order of weight.
enum class HitKind : std::uint8_t {
    Name,
    FormerName,
    Alias,
    Predecessor, // a body that merged into it
    City,
    Department,
    Region,
    Sector,
    President,
    Focus,
    Story
};

struct SearchHit {
    ClusterIndex cluster = 0;
    float score = 0.0f;
    HitKind kind = HitKind::Name;
    std::string matched; // as written in the snapshot: "Mov’eo" when the cluster is now called NextMove
};

struct SearchEntry { // one searchable text of a cluster or of a story
    ClusterIndex cluster = 0;
    HitKind kind = HitKind::Name;
    std::uint16_t words = 0;
    std::uint32_t text = 0; // SearchIndex::texts
};
struct SearchWord {
    std::string text;
    std::uint32_t first = 0, count = 0; // SearchIndex::places
    bool in_name = false;               // in a name, alias or place: worth correcting a typing error for
};
struct SearchIndex {
    std::vector<SearchWord> words;     // sorted
    std::vector<std::uint32_t> places; // entries
    std::vector<SearchEntry> entries;
    std::vector<std::string> texts;
    std::vector<std::vector<std::uint32_t>> story_words; // per story, its words' numbers, sorted
    std::size_t cluster_count = 0;
};

[[nodiscard]] SearchIndex build_search_index(const Snapshot& snapshot, const Lineage& lineage);

// Best first; at most `limit`, one hit per cluster. An empty query finds nothing.
[[nodiscard]] std::vector<SearchHit> search(const SearchIndex& index, std::string_view query, std::size_t limit);
// What the filter's text lets through. A query without any letter or digit lets everything through.
[[nodiscard]] Bitset matching_clusters(const SearchIndex& index, std::string_view query);
[[nodiscard]] Bitset matching_stories(const SearchIndex& index, std::string_view query);

}
