#include "core/explore/lock.hpp"

#include "core/explore/facets.hpp"

#include <algorithm>

namespace atlas {

namespace {

template<class Visit>
void each_locked(const Filter& lock, Visit visit) {
    for (std::size_t i = 0; i < k_facet_count; ++i) {
        const auto facet = static_cast<Facet>(i);
        if (!lock.of(facet).empty()) visit(facet);
    }
}

Bitset clusters_inside(const Snapshot& snapshot, const Filter& lock) {
    const FacetIndex index = build_facet_index(snapshot);
    Bitset inside = index.clusters;
    each_locked(lock, [&](Facet facet) {
        const FacetColumn& column = index.of(facet);
        Bitset united(snapshot.clusters.size());
        for (const std::string& value : lock.of(facet))
            if (const auto place = column.find(value)) united.unite(column.members[*place]);
        inside.intersect(united);
    });
    return inside;
}

bool is_about(const std::vector<ClusterIndex>& clusters, const Bitset& inside) {
    return std::any_of(clusters.begin(), clusters.end(), [&](ClusterIndex cluster) { return inside.has(cluster); });
}

// Stories change places, and the tour names them by place.
void keep_stories(Snapshot& snapshot, const Bitset& inside) {
    std::vector<std::optional<StoryIndex>> place(snapshot.stories.size());
    std::vector<Story> kept;
    for (std::size_t i = 0; i < snapshot.stories.size(); ++i) {
        if (!is_about(snapshot.stories[i].clusters, inside)) continue;
        place[i] = static_cast<StoryIndex>(kept.size());
        kept.push_back(std::move(snapshot.stories[i]));
    }
    snapshot.stories = std::move(kept);
    std::erase_if(snapshot.meta.tour, [&](const TourStop& stop) { return !inside.has(stop.cluster); });
    for (TourStop& stop : snapshot.meta.tour)
        if (stop.story) stop.story = place[*stop.story];
}

void name_lock(Snapshot& snapshot, const Filter& lock, const Snapshot& whole) {
    Text title;
    const auto add = [&](Lang lang) {
        std::string words = snapshot.meta.title.in(lang);
        each_locked(lock, [&](Facet facet) {
            std::string_view before = " · ";
            for (const std::string& value : lock.of(facet)) {
                words.append(before).append(facet_value_name(whole, facet, value, lang));
                before = ", ";
            }
        });
        title.add(lang, std::move(words));
    };
    for (const Lang lang : snapshot.meta.languages) add(lang);
    if (title.empty()) add({}); // alike in all
    snapshot.meta.title = std::move(title);
}

}

Filter known_lock(const Snapshot& snapshot, const Filter& lock) {
    Filter known;
    each_locked(lock, [&](Facet facet) {
        if (!traits_of(facet).is_dated) set_values(known, facet, allowed_values(snapshot, facet, lock.of(facet)));
    });
    return known;
}

std::shared_ptr<const Snapshot> locked_snapshot(std::shared_ptr<const Snapshot> whole, const Filter& lock) {
    if (lock.is_empty()) return whole;
    const Bitset inside = clusters_inside(*whole, lock);
    auto limited = std::make_shared<Snapshot>(*whole);
    for (std::size_t i = 0; i < limited->clusters.size(); ++i) {
        if (inside.has(i)) continue;
        limited->clusters[i].kind = ClusterKind::Partner;
        limited->clusters[i].labels.clear();
    }
    std::erase_if(limited->clusters_by_id, [&](ClusterIndex cluster) { return !inside.has(cluster); });
    std::erase_if(limited->events,
                  [&](const Event& event) { return !is_about(event.from, inside) && !is_about(event.to, inside); });
    keep_stories(*limited, inside);
    limited->counts.clear();
    name_lock(*limited, lock, *whole);
    return limited;
}

Filter inside_lock(Filter filter, const Filter& lock) {
    each_locked(lock, [&](Facet facet) {
        std::vector<std::string>& values = filter.of(facet);
        const std::vector<std::string>& open = lock.of(facet);
        std::erase_if(
            values, [&](const std::string& value) { return std::find(open.begin(), open.end(), value) == open.end(); });
        if (values == open) values.clear();
    });
    return filter;
}

Filter with_lock(Filter filter, const Filter& lock) {
    each_locked(lock, [&](Facet facet) {
        if (filter.of(facet).empty()) filter.of(facet) = lock.of(facet);
    });
    return filter;
}

}
