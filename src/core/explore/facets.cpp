#include "core/explore/facets.hpp"

#include "core/base/order.hpp"
#include "core/time/label_passing.hpp"

#include <algorithm>
#include <limits>

namespace atlas {

namespace {

using Values = std::vector<std::string>;

std::vector<std::vector<ClusterIndex>> joint_groups(const Snapshot& snapshot) {
    std::vector<std::pair<std::string_view, ClusterIndex>> members;
    for (ClusterIndex i = 0; i < snapshot.clusters.size(); ++i) {
        for (const Label& label : snapshot.clusters[i].labels) {
            if (label.joint) members.emplace_back(label.joint->id, i);
        }
    }
    sort_stable(members);
    members.erase(std::unique(members.begin(), members.end()), members.end());
    std::vector<std::vector<ClusterIndex>> groups;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (i == 0 || members[i].first != members[i - 1].first) groups.emplace_back();
        groups.back().push_back(members[i].second);
    }
    return groups;
}

// Days of the atlas never reach this.
constexpr std::int32_t k_never = std::numeric_limits<std::int32_t>::max();

// The day on which each cluster's label passed to a successor.
std::vector<std::int32_t> merger_days(const Snapshot& snapshot) {
    const LabelPassings passings =
        label_passings(snapshot, Date{std::numeric_limits<std::int32_t>::min()}, Date{k_never});
    std::vector<std::int32_t> days(snapshot.clusters.size(), k_never);
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (passings[i]) days[i] = passings[i]->day.days;
    }
    return days;
}

std::vector<std::int32_t> first_end_days(const Snapshot& snapshot) {
    std::vector<std::int32_t> days(snapshot.clusters.size(), k_never);
    for (ClusterIndex i = 0; i < snapshot.clusters.size(); ++i) {
        for (const Label& label : snapshot.clusters[i].labels) {
            if (label.to) days[i] = std::min(days[i], label.to->days);
        }
    }
    return days;
}

void count_stories(const Snapshot& snapshot, FacetIndex& index) {
    index.stories_per_cluster.assign(snapshot.clusters.size(), 0);
    index.story_themes.resize(snapshot.clusters.size());
    for (const Story& story : snapshot.stories) {
        for (const ClusterIndex cluster : story.clusters) {
            ++index.stories_per_cluster[cluster];
            index.story_themes[cluster].push_back(story.theme);
        }
    }
}

void add_column(const Snapshot& snapshot, const FacetTraits& traits, FacetIndex& index) {
    FacetColumn& column = index.columns[static_cast<std::size_t>(traits.facet)];
    column.values = traits.values(snapshot);
    if (traits.is_dated) return;
    column.members.assign(column.values.size(), Bitset(snapshot.clusters.size()));
    index.clusters.each([&](std::size_t i) {
        add_to_members(traits, {snapshot, index, column, static_cast<ClusterIndex>(i)}, column.members);
    });
}

}

Values facet_values(const Snapshot& snapshot, Facet facet) {
    return traits_of(facet).values(snapshot);
}

Values allowed_values(const Snapshot& snapshot, Facet facet, Values values) {
    if (values.empty()) return values;
    const FacetTraits& traits = traits_of(facet);
    const Values offered = traits.values(snapshot);
    std::erase_if(values, [&](const std::string& value) {
        const bool is_offered = std::find(offered.begin(), offered.end(), value) != offered.end();
        return !is_offered && (traits.allows == nullptr || !traits.allows(snapshot, value));
    });
    return values;
}

std::string facet_name(Facet facet, Lang lang) {
    return std::string(say(traits_of(facet).name, lang));
}

std::string facet_value_name(const Snapshot& snapshot, Facet facet, std::string_view value, Lang lang) {
    const FacetTraits& traits = traits_of(facet);
    std::string word = traits.word(snapshot, value, lang);
    return traits.value ? say(*traits.value, lang, {word}) : word;
}

std::string facet_chip_name(const Snapshot& snapshot, Facet facet, std::string_view value, Lang lang) {
    const FacetTraits& traits = traits_of(facet);
    if (!traits.chip) return facet_value_name(snapshot, facet, value, lang);
    return say(*traits.chip, lang, {traits.word(snapshot, value, lang)});
}

std::optional<std::size_t> FacetColumn::find(std::string_view value) const {
    const auto found = std::find(values.begin(), values.end(), value);
    if (found == values.end()) return std::nullopt;
    return static_cast<std::size_t>(found - values.begin());
}

void add_to_members(const FacetTraits& traits, const FacetFacts& facts, std::vector<Bitset>& members) {
    FacetPlaces places;
    traits.find(facts, places);
    for (const std::size_t place : places) {
        if (place < members.size()) members[place].add(facts.cluster);
    }
}

FacetIndex build_facet_index(const Snapshot& snapshot) {
    FacetIndex index;
    count_stories(snapshot, index);
    index.clusters = Bitset(snapshot.clusters.size());
    for (ClusterIndex i = 0; i < snapshot.clusters.size(); ++i) {
        if (snapshot.clusters[i].kind == ClusterKind::Cluster) index.clusters.add(i);
    }
    for (const FacetTraits& traits : facets_as_shown()) add_column(snapshot, traits, index);
    index.joint = joint_groups(snapshot);
    index.first_end_day = first_end_days(snapshot);
    index.merger_day = merger_days(snapshot);
    return index;
}

}
