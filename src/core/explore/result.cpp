#include "core/explore/result.hpp"

#include "core/base/order.hpp"
#include "core/explore/filter_sets.hpp"

#include <algorithm>

namespace atlas {

namespace {

bool is_about_everybody(Facet facet) {
    return traits_of(facet).scope == FacetScope::Everybody;
}

std::vector<FacetCount> count_facet(const DatedSets& dated, Facet facet, const Bitset& passing,
                                    const std::vector<std::string>& ticked) {
    const FacetColumn& column = dated.index().facets.of(facet);
    const std::span<const Bitset> members = dated.members(facet);
    const Bitset& unfiltered = is_about_everybody(facet) ? dated.clusters() : dated.holders();
    std::vector<FacetCount> counts(column.values.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
        counts[i].value = column.values[i];
        counts[i].count = dated.count(members[i], passing);
        counts[i].total = dated.count(members[i], unfiltered);
        counts[i].selected = std::find(ticked.begin(), ticked.end(), column.values[i]) != ticked.end();
    }
    return counts;
}

void count_facets(Result& result, const DatedSets& dated, const Filter& filter, const FilterSets& sets) {
    const Bitset shown = sets.passing();
    for (std::size_t i = 0; i < k_facet_count; ++i) {
        const auto facet = static_cast<Facet>(i);
        const bool ignores_itself = !filter.of(facet).empty() || is_about_everybody(facet);
        result.counts[i] = count_facet(dated, facet, ignores_itself ? sets.passing(facet) : shown, filter.of(facet));
    }
    result.shown_count = dated.count(shown);
    result.matching = sets.passing_anybody();
    result.passes.assign(shown.size(), 0);
    shown.each([&](std::size_t cluster) {
        result.shown.push_back(static_cast<ClusterIndex>(cluster));
        result.passes[cluster] = 1;
    });
}

std::uint32_t count_without(const DatedSets& dated, const Filter& filter) {
    return dated.count(FilterSets(dated, filter).passing());
}

std::vector<Result::Culprit> find_culprits(const DatedSets& dated, const Filter& filter) {
    std::vector<Result::Culprit> culprits;
    for (std::size_t i = 0; i < k_facet_count; ++i) {
        const auto facet = static_cast<Facet>(i);
        for (const std::string& value : filter.of(facet)) {
            Filter without = filter;
            toggle_value(without, facet, value);
            culprits.push_back({facet, value, count_without(dated, without)});
        }
    }
    if (!filter.text.empty()) {
        Filter without = filter;
        without.text.clear();
        culprits.push_back({std::nullopt, std::string(k_culprit_text), count_without(dated, without)});
    }
    if (!filter.area.empty()) {
        Filter without = filter;
        without.area.clear();
        culprits.push_back({std::nullopt, std::string(k_culprit_area), count_without(dated, without)});
    }
    sort_stable(culprits, [](const auto& a, const auto& b) { return a.brings > b.brings; });
    return culprits;
}

}

Result evaluate(const Snapshot& snapshot, const SnapshotIndex& index, const Question& question) {
    Result result;
    const Date date = last_day(question.date);
    const std::shared_ptr<const DatedSets> sets = dated_sets(snapshot, index, date);
    const DatedSets& dated = *sets;
    result.total = index.labels.count_at(date);
    count_facets(result, dated, question.filter, FilterSets(dated, question.filter));
    if (result.shown.empty()) result.culprits = find_culprits(dated, question.filter);
    if (question.compare) result.changes = compute_changes(snapshot, date, last_day(*question.compare));
    result.holds = dated.holds();
    return result;
}

Result evaluate(const Snapshot& snapshot, const Question& question) {
    return evaluate(snapshot, *build_snapshot_index(snapshot), question);
}

std::shared_ptr<const SnapshotIndex> build_snapshot_index(const Snapshot& snapshot, const Ground& ground) {
    Lineage lineage(snapshot);
    SearchIndex search = build_search_index(snapshot, lineage);
    return std::make_shared<const SnapshotIndex>(SnapshotIndex{LabelIndex(snapshot), std::move(lineage),
                                                               build_facet_index(snapshot), std::move(search), ground});
}

}
