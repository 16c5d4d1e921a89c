#include "core/state/selection.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace atlas {

std::string neighbour_in_result(const Snapshot& snapshot, const Result& result, const std::string& selected, int step) {
    if (result.shown.empty()) return selected;
    const int count = static_cast<int>(result.shown.size());
    const auto found = std::find_if(result.shown.begin(), result.shown.end(),
                                    [&](ClusterIndex index) { return snapshot.clusters[index].id == selected; });
    int place = step > 0 ? 0 : count - 1;
    if (found != result.shown.end())
        place = ((static_cast<int>(found - result.shown.begin()) + step) % count + count) % count;
    return snapshot.clusters[result.shown[static_cast<std::size_t>(place)]].id;
}

std::vector<LngLat> seats_of(const Snapshot& snapshot, const Result& result) {
    std::vector<LngLat> places;
    for (const ClusterIndex index : result.shown) {
        const std::optional<Seat>& seat = snapshot.clusters[index].seat;
        if (seat && seat->kind != SeatKind::None) places.push_back({seat->lng_deg, seat->lat_deg});
    }
    return places;
}

namespace {

bool is_department(const Snapshot& snapshot, const std::string& code) {
    return std::any_of(snapshot.regions.begin(), snapshot.regions.end(), [&](const Region& region) {
        return std::find(region.departments.begin(), region.departments.end(), code) != region.departments.end();
    });
}

bool is_phase_number(const Snapshot& snapshot, const std::string& value) {
    return std::any_of(snapshot.phases.begin(), snapshot.phases.end(),
                       [&](const Phase& phase) { return std::to_string(phase.number) == value; });
}

template<std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, const std::string& value) {
    return std::find(words.begin(), words.end(), value) != words.end();
}

}

bool is_facet_value(const Snapshot& snapshot, Facet facet, const std::string& value) {
    static constexpr std::array<std::string_view, 3> k_statuses{"labelled", "ended", "merged"};
    static constexpr std::array<std::string_view, 2> k_stories{"with", "without"};
    switch (facet) {
    case Facet::Region:
    case Facet::Covered:
        return snapshot.find_region(value).has_value();
    case Facet::Department:
        return is_department(snapshot, value);
    case Facet::Domain:
        return snapshot.find_domain(value).has_value();
    case Facet::Sector:
        return snapshot.find_sector(value).has_value();
    case Facet::Term:
        return snapshot.find_term(value).has_value();
    case Facet::Class:
        return snapshot.find_class(value).has_value();
    case Facet::Roster:
        return snapshot.find_roster(value).has_value();
    case Facet::Entry:
        return is_phase_number(snapshot, value);
    case Facet::Status:
        return is_one_of(k_statuses, value);
    case Facet::Theme:
        return snapshot.find_theme(value).has_value();
    case Facet::Stories:
        return is_one_of(k_stories, value);
    }
    return false;
}

}
