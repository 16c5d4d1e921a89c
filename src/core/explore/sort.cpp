#include "core/explore/sort.hpp"

#include "core/base/order.hpp"

#include <algorithm>
#include <limits>

namespace atlas {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Without leading zeros, so that the longer number is the greater.
std::string_view take_number(std::string_view& text) {
    std::size_t end = 0;
    while (end < text.size() && is_digit(text[end])) ++end;
    std::string_view digits = text.substr(0, end);
    text.remove_prefix(end);
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

int sign(int value) {
    return value < 0 ? -1 : value > 0 ? 1 : 0;
}

int compare_folded(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty()) {
        if (is_digit(a[0]) && is_digit(b[0])) {
            const std::string_view x = take_number(a), y = take_number(b);
            if (x.size() != y.size()) return x.size() < y.size() ? -1 : 1;
            if (const int order = x.compare(y); order != 0) return sign(order);
            continue;
        }
        if (a[0] != b[0]) return static_cast<unsigned char>(a[0]) < static_cast<unsigned char>(b[0]) ? -1 : 1;
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    return a.empty() && b.empty() ? 0 : a.empty() ? -1 : 1;
}

struct RowKey {
    ClusterIndex cluster = 0;
    bool is_known = true;
    std::int64_t number = 0;
    std::string words, name; // folded
};

RowKey words_key(std::string_view words) {
    return {0, !words.empty(), 0, fold(words), {}};
}
RowKey number_key(std::int64_t number, bool is_known = true) {
    return {0, is_known, number, {}, {}};
}

std::string_view region_of(const Snapshot& snapshot, const Cluster& cluster, Lang lang) {
    if (!cluster.seat || !cluster.seat->region) return {};
    return snapshot.regions[*cluster.seat->region].name.in(lang);
}

RowKey term_key(const Snapshot& snapshot, const Cluster& cluster) {
    // The newest term known: longer labels first when rising is reversed.
    for (auto label = cluster.labels.rbegin(); label != cluster.labels.rend(); ++label) {
        if (label->phase_terms.empty()) continue;
        const TermIndex term = label->phase_terms.back().term;
        return number_key(years_of_term(snapshot.terms[term].id).value_or(0) * 100 - static_cast<int>(term));
    }
    return number_key(0, false);
}

RowKey key_of(const Snapshot& snapshot, const SnapshotIndex& index, const SortOrder& order, ClusterIndex i) {
    const Cluster& cluster = snapshot.clusters[i];
    switch (order.column) {
    case SortColumn::Name:
        return {};
    case SortColumn::Domain:
        return words_key(snapshot.domains[cluster.domain].name.in(order.lang));
    case SortColumn::Seat:
        return words_key(cluster.seat ? cluster.seat->city : std::string());
    case SortColumn::Region:
        return words_key(region_of(snapshot, cluster, order.lang));
    case SortColumn::Since:
        return cluster.labels.empty() || !cluster.labels.front().from_stated.is_known()
                   ? number_key(0, false)
                   : number_key(cluster.labels.front().from.days);
    case SortColumn::Term:
        return term_key(snapshot, cluster);
    case SortColumn::Stories:
        return number_key(index.facets.stories_per_cluster[i]);
    }
    return {};
}

}

int collate(std::string_view a, std::string_view b) {
    if (const int order = compare_folded(fold(a), fold(b)); order != 0) return order;
    return sign(a.compare(b));
}

std::vector<ClusterIndex> sorted_rows(const Snapshot& snapshot, const SnapshotIndex& index, const Result& result,
                                      const SortOrder& order) {
    std::vector<RowKey> keys;
    keys.reserve(result.shown.size());
    for (const ClusterIndex cluster : result.shown) {
        keys.push_back(key_of(snapshot, index, order, cluster));
        keys.back().cluster = cluster;
        keys.back().name = fold(snapshot.clusters[cluster].name);
    }
    const int direction = order.is_descending ? -1 : 1;
    sort_stable(keys, [&](const RowKey& a, const RowKey& b) {
        if (a.is_known != b.is_known) return a.is_known;
        if (a.number != b.number) return (a.number < b.number) == (direction > 0);
        if (const int words = compare_folded(a.words, b.words); words != 0) return words * direction < 0;
        const int names = compare_folded(a.name, b.name);
        return order.column == SortColumn::Name ? names * direction < 0 : names < 0;
    });
    std::vector<ClusterIndex> rows;
    rows.reserve(keys.size());
    for (const RowKey& key : keys) rows.push_back(key.cluster);
    return rows;
}

}
