#include "core/explore/search.hpp"

#include "core/base/order.hpp"
#include "core/explore/search_words.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace atlas {

namespace {

constexpr std::size_t k_query_words_max = 8;

struct Match { // a word of the index that may stand for a word of the query
    std::uint32_t word = 0;
    float quality = 0.0f;
};
using Matches = std::vector<Match>;

void add_beginning_with(const SearchIndex& index, std::string_view typed, Matches& matches) {
    const auto starts = [&](const SearchWord& word) {
        return std::string_view(word.text).substr(0, typed.size()) == typed;
    };
    auto at = std::lower_bound(index.words.begin(), index.words.end(), typed,
                               [](const SearchWord& word, std::string_view text) { return word.text < text; });
    for (; at != index.words.end() && starts(*at); ++at) {
        const float quality = at->text.size() == typed.size() ? 1.0f : 0.85f;
        matches.push_back({static_cast<std::uint32_t>(at - index.words.begin()), quality});
    }
}

void add_containing(const SearchIndex& index, std::string_view typed, Matches& matches) {
    for (std::uint32_t i = 0; i < index.words.size(); ++i) {
        const SearchWord& word = index.words[i];
        if (word.in_name && word.text.find(typed) != word.text.npos) matches.push_back({i, 0.6f});
    }
}

// The nearest words of names and places, if they are near enough for the length of what was typed.
void add_mistyped(const SearchIndex& index, std::string_view typed, Matches& matches) {
    std::size_t nearest = typed.size() >= 8 ? 2 : typed.size() >= 4 ? 1 : 0;
    if (nearest == 0) return;
    for (std::uint32_t i = 0; i < index.words.size(); ++i) {
        const SearchWord& word = index.words[i];
        if (!word.in_name || word.text.size() + nearest < typed.size()) continue;
        const std::size_t distance = typing_distance(typed, word.text, nearest);
        if (distance > nearest) continue;
        if (distance < nearest) matches.clear();
        nearest = distance;
        matches.push_back({i, 0.5f});
    }
}

void add_similar(const SearchIndex& index, std::string_view typed, Matches& matches) {
    constexpr double k_enough = 0.6;
    for (std::uint32_t i = 0; i < index.words.size() && typed.size() >= 6; ++i) {
        if (!index.words[i].in_name) continue;
        const double shared = shared_trigrams(typed, index.words[i].text);
        if (shared >= k_enough) matches.push_back({i, 0.4f * static_cast<float>(shared)});
    }
}

Matches matches_of(const SearchIndex& index, std::string_view typed) {
    Matches matches;
    add_beginning_with(index, typed, matches);
    if (matches.empty() && typed.size() >= 4) add_containing(index, typed, matches);
    if (matches.empty()) add_mistyped(index, typed, matches);
    if (matches.empty()) add_similar(index, typed, matches);
    return matches;
}

// A query in the two ways it can be read: word by word, or as one word written apart ("next move").
struct Query {
    std::vector<Matches> words;
    Matches joined;
};

Query read_query(const SearchIndex& index, std::string_view text) {
    Query query;
    const std::string folded = fold(text);
    std::vector<std::string_view> words = split_words(folded);
    std::string joined;
    for (const std::string_view word : words) joined += word;
    if (words.size() > 1) add_beginning_with(index, joined, query.joined);
    const bool has_content = std::any_of(words.begin(), words.end(), [](auto word) { return !is_stop_word(word); });
    if (has_content) std::erase_if(words, is_stop_word);
    if (words.size() > k_query_words_max) words.resize(k_query_words_max);
    for (const std::string_view word : words) query.words.push_back(matches_of(index, word));
    return query;
}

template<class Visit>
void each_place(const SearchIndex& index, const Matches& matches, Visit visit) {
    for (const Match& match : matches) {
        const SearchWord& word = index.words[match.word];
        for (std::uint32_t i = word.first; i < word.first + word.count; ++i) visit(index.places[i], match.quality);
    }
}

Bitset clusters_of(const SearchIndex& index, const Matches& matches) {
    Bitset set(index.cluster_count);
    each_place(index, matches, [&](std::uint32_t entry, float) { set.add(index.entries[entry].cluster); });
    return set;
}

Bitset matching(const SearchIndex& index, const Query& query) {
    Bitset set(index.cluster_count);
    set.fill();
    for (const Matches& matches : query.words) set.intersect(clusters_of(index, matches));
    if (!query.joined.empty()) set.unite(clusters_of(index, query.joined));
    return set;
}

float weight_of(HitKind kind) {
    constexpr std::array<float, 11> k_weights = {1.0f, 0.9f, 0.88f, 0.7f, 0.65f, 0.6f, 0.55f, 0.5f, 0.5f, 0.4f, 0.3f};
    return k_weights[static_cast<std::size_t>(kind)];
}

struct EntryScore {
    float sum = 0.0f, last = 0.0f;
    std::uint32_t words = 0; // of the query, found in this entry
    std::size_t last_word = SIZE_MAX;
};
using EntryScores = std::unordered_map<std::uint32_t, EntryScore>;

void score_word(const SearchIndex& index, const Matches& matches, std::size_t number, EntryScores& scores) {
    each_place(index, matches, [&](std::uint32_t entry, float quality) {
        EntryScore& score = scores[entry];
        if (score.last_word != number) {
            score.last_word = number;
            score.last = 0.0f;
            ++score.words;
        }
        if (quality <= score.last) return;
        score.sum += quality - score.last;
        score.last = quality;
    });
}

float entry_score(const SearchEntry& entry, const EntryScore& score, std::size_t query_words) {
    const float asked = static_cast<float>(query_words);
    float value = weight_of(entry.kind) * score.sum / asked;
    const bool has_all = score.words >= query_words;
    if (!has_all) return value * 0.5f;
    // The shorter the text, the more of it was meant.
    if (entry.words > 0) value += 0.2f * std::min(1.0f, score.sum / static_cast<float>(entry.words));
    return value;
}

std::vector<SearchHit> best_hits(const SearchIndex& index, const EntryScores& scores, std::size_t query_words,
                                 const Bitset& allowed) {
    std::unordered_map<ClusterIndex, std::pair<float, std::uint32_t>> best;
    for (const auto& [entry, score] : scores) {
        const SearchEntry& place = index.entries[entry];
        if (!allowed.has(place.cluster)) continue;
        const float value = entry_score(place, score, query_words);
        auto& kept = best[place.cluster];
        if (value > kept.first || (value == kept.first && entry < kept.second)) kept = {value, entry};
    }
    std::vector<SearchHit> hits;
    for (const auto& [cluster, kept] : best) {
        const SearchEntry& entry = index.entries[kept.second];
        hits.push_back({cluster, kept.first, entry.kind, index.texts[entry.text]});
    }
    return hits;
}

}

std::vector<SearchHit> search(const SearchIndex& index, std::string_view text, std::size_t limit) {
    const Query query = read_query(index, text);
    if (query.words.empty()) return {};
    EntryScores scores;
    for (std::size_t i = 0; i < query.words.size(); ++i) score_word(index, query.words[i], i, scores);
    for (EntryScores::value_type& score : scores) score.second.last_word = SIZE_MAX;
    EntryScores joined;
    score_word(index, query.joined, 0, joined);
    for (const auto& [entry, score] : joined) {
        const float all = static_cast<float>(query.words.size()) * score.sum;
        if (scores[entry].sum < all) scores[entry] = {all, 0.0f, static_cast<std::uint32_t>(query.words.size()), 0};
    }
    std::vector<SearchHit> hits = best_hits(index, scores, query.words.size(), matching(index, query));
    sort_stable(hits, [](const SearchHit& a, const SearchHit& b) {
        return a.score != b.score ? a.score > b.score : a.cluster < b.cluster;
    });
    if (hits.size() > limit) hits.resize(limit);
    return hits;
}

Bitset matching_clusters(const SearchIndex& index, std::string_view query) {
    return matching(index, read_query(index, query));
}

Bitset matching_stories(const SearchIndex& index, std::string_view text) {
    const Query query = read_query(index, text);
    Bitset set(index.story_words.size());
    const auto tells = [](const std::vector<std::uint32_t>& words, const Matches& matches) {
        return std::any_of(matches.begin(), matches.end(), [&](const Match& match) {
            return std::binary_search(words.begin(), words.end(), match.word);
        });
    };
    for (std::size_t story = 0; story < index.story_words.size(); ++story) {
        const std::vector<std::uint32_t>& words = index.story_words[story];
        if (std::all_of(query.words.begin(), query.words.end(), [&](const auto& m) { return tells(words, m); })) {
            set.add(story);
        }
    }
    return set;
}

}
