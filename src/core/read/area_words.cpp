#include "core/read/area_words.hpp"

#include "core/base/messages.hpp"
#include "core/explore/filter_sets.hpp"
#include "core/read/wording.hpp"

#include <cmath>

namespace atlas {

namespace {

double distance_m(Metres a, Metres b) {
    return std::hypot(a.x_m - b.x_m, a.y_m - b.y_m);
}

// The nearest seat of those that are shown, and how far it is.
std::string near_words(const Reading& now) {
    const Projection& projection = now.index.ground.projection;
    const Metres here = projection.project(now.ui().area.cursor);
    const Cluster* nearest = nullptr;
    double nearest_m = 0.0;
    for (const ClusterIndex index : now.result.shown) {
        const Cluster& cluster = now.snapshot.clusters[index];
        if (!cluster.seat || cluster.seat->kind == SeatKind::None) continue;
        const double away_m = distance_m(here, projection.project({cluster.seat->lng_deg, cluster.seat->lat_deg}));
        if (nearest != nullptr && !(away_m < nearest_m)) continue;
        nearest = &cluster;
        nearest_m = away_m;
    }
    if (nearest == nullptr) return area_hint(now);
    return say(Msg::AreaNear, now.lang(),
               {nearest->name, seat_words(*nearest->seat, now.lang()),
                format_number(std::round(nearest_m / 1000.0), now.lang())});
}

// What the area would hold if its other corner were at the cursor.
std::string held_words(const Reading& now) {
    const AreaChoice& area = now.ui().area;
    Filter filter = now.state().filter;
    filter.area = area_between(now.index.ground.projection, *area.corner, area.cursor);
    std::uint32_t count = 0;
    if (!filter.area.empty()) {
        const auto dated = dated_sets(now.snapshot, now.index, last_day(now.state().date));
        count = dated->count(FilterSets(*dated, filter).passing());
    }
    return say_count(Plural::AreaHolds, now.lang(), count);
}

}

std::string area_hint(const Reading& now) {
    const AreaChoice& area = now.ui().area;
    if (!area.is_on || now.ui().sheet != Sheet::None) return {};
    const bool is_touch = now.environment.coarse_pointer;
    const Msg first = is_touch ? Msg::AreaFirstTouch : Msg::AreaFirst;
    const Msg second = is_touch ? Msg::AreaSecondTouch : Msg::AreaSecond;
    return std::string(say(area.corner ? second : first, now.lang()));
}

std::optional<std::string> area_status(const AreaChoice& before, const Reading& now) {
    const AreaChoice& area = now.ui().area;
    if (before == area) return std::nullopt;
    if (!area.is_on) return std::string(say(Msg::AreaGivenUp, now.lang()));
    if (!before.is_on || before.corner != area.corner) return area_hint(now);
    if (!area.is_by_keys) return std::nullopt;
    return area.corner ? held_words(now) : near_words(now);
}

}
