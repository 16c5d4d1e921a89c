#include "core/snapshot/snapshot.hpp"

#include "core/base/order.hpp"

#include <algorithm>
#include <numeric>

namespace atlas {

namespace {

// The short lists: a walk is as fast as anything.
template<class Item>
std::optional<std::uint32_t> find_by_id(const std::vector<Item>& items, std::string_view id) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].id == id) return static_cast<std::uint32_t>(i);
    }
    return std::nullopt;
}

}

std::string_view Snapshot::text_of(Span span) const {
    if (span.begin > span.end || span.end > raw.size()) return {};
    return std::string_view(raw).substr(span.begin, span.end - span.begin);
}

void Snapshot::index_ids() {
    clusters_by_id.resize(clusters.size());
    std::iota(clusters_by_id.begin(), clusters_by_id.end(), 0u);
    sort_stable(clusters_by_id, [&](ClusterIndex a, ClusterIndex b) { return clusters[a].id < clusters[b].id; });
}

std::optional<ClusterIndex> Snapshot::find_cluster(std::string_view id) const {
    const auto place =
        std::lower_bound(clusters_by_id.begin(), clusters_by_id.end(), id,
                         [&](ClusterIndex index, std::string_view wanted) { return clusters[index].id < wanted; });
    if (place == clusters_by_id.end() || clusters[*place].id != id) return std::nullopt;
    return *place;
}

std::optional<RegionIndex> Snapshot::find_region(std::string_view code) const {
    for (std::size_t i = 0; i < regions.size(); ++i) {
        if (regions[i].code == code) return static_cast<RegionIndex>(i);
    }
    return std::nullopt;
}

const Named* Snapshot::find_department(std::string_view code) const {
    const auto place =
        std::lower_bound(departments.begin(), departments.end(), code,
                         [](const Named& department, std::string_view wanted) { return department.id < wanted; });
    return place == departments.end() || place->id != code ? nullptr : &*place;
}

std::optional<DomainIndex> Snapshot::find_domain(std::string_view id) const {
    return find_by_id(domains, id);
}
std::optional<SectorIndex> Snapshot::find_sector(std::string_view id) const {
    return find_by_id(sectors, id);
}
std::optional<TermIndex> Snapshot::find_term(std::string_view id) const {
    return find_by_id(terms, id);
}
std::optional<ClassIndex> Snapshot::find_class(std::string_view id) const {
    return find_by_id(classes, id);
}
std::optional<RosterIndex> Snapshot::find_roster(std::string_view id) const {
    return find_by_id(rosters, id);
}
std::optional<ThemeIndex> Snapshot::find_theme(std::string_view id) const {
    return find_by_id(themes, id);
}
std::optional<SourceIndex> Snapshot::find_source(std::string_view id) const {
    return find_by_id(sources, id);
}
std::optional<StoryIndex> Snapshot::find_story(std::string_view id) const {
    return find_by_id(stories, id);
}
std::optional<FigureIndex> Snapshot::find_figure(std::string_view id) const {
    return find_by_id(figures, id);
}

}
