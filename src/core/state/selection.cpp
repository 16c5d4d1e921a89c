#include "core/state/selection.hpp"

#include <algorithm>

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

}
