// Who is on the map at the date and under the filter, and how pins at the same place fan out. What depends on date and
// filter is kept in the memo until they change; layout_map_motion.cpp puts it on screen.

#include "core/scene/map/layout_map_view.hpp"

#include "core/base/elementary.hpp"
#include "core/scene/layout_memo.hpp"
#include "core/time/printed_list.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace atlas {

namespace {

Metres nowhere() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    return {nan, nan};
}

bool is_somewhere(Metres at) {
    return std::isfinite(at.x_m) && std::isfinite(at.y_m);
}

bool has_place(const Cluster& cluster) {
    return cluster.seat && cluster.seat->kind != SeatKind::None && std::isfinite(cluster.seat->lat_deg) &&
           std::isfinite(cluster.seat->lng_deg);
}

void project_seats(const Snapshot& snapshot, const MapGeometry& map, MapMemo& memo) {
    if (memo.seats.size() == snapshot.clusters.size()) return;
    memo.seats.clear();
    memo.seats.reserve(snapshot.clusters.size());
    for (const Cluster& cluster : snapshot.clusters) {
        const bool placed = has_place(cluster);
        const LngLat place = placed ? LngLat{cluster.seat->lng_deg, cluster.seat->lat_deg} : LngLat{};
        memo.seats.push_back(placed ? map.project(map.territory_of(place), place) : nowhere());
    }
}

// Former seats count only while both ends, or the end, of their time are known.
const EarlierSeat* earlier_seat(const Seat& seat, Date day) {
    for (const EarlierSeat& earlier : seat.earlier) {
        if (!earlier.to) continue;
        const bool is_one_year = earlier.from && *earlier.from == *earlier.to;
        const Date end = is_one_year ? last_day(*earlier.to) : first_day(*earlier.to);
        const bool begun = !earlier.from || first_day(*earlier.from) <= day;
        if (begun && (is_one_year ? day <= end : day < end)) return &earlier;
    }
    return nullptr;
}

class Gathering {
public:
    Gathering(const LayoutInput& input, const Result& result, MapMemo& memo, PinSet& set)
        : m_input(input), m_result(result), m_memo(memo), m_set(set), m_day(last_day(set.date)),
          m_missing(input.snapshot, m_day) {}

    void run() {
        const std::vector<Cluster>& clusters = m_input.snapshot.clusters;
        const std::optional<RosterIndex> list = m_missing.list();
        if (list) m_set.roster_year = m_input.snapshot.rosters[*list].date.year;
        m_set.is_all_on_roster = list.has_value();
        m_set.region_counts.assign(m_input.snapshot.regions.size(), 0);
        for (const ClusterIndex cluster : m_result.shown) add_shown(cluster);
        for (ClusterIndex i = 0; i < clusters.size(); ++i) {
            if (i < m_result.passes.size() && m_result.passes[i] != 0) continue;
            const bool holds = i < m_result.holds.size() && m_result.holds[i] != 0;
            const bool is_lost = m_missing.has(i);
            if (is_lost && i < m_result.matching.size() && m_result.matching.has(i))
                add_pin(i, true);
            else if (holds || is_lost)
                add(i, m_set.ghosts);
        }
        fold();
    }

private:
    void add_shown(ClusterIndex cluster) {
        const Cluster& shown = m_input.snapshot.clusters[cluster];
        if (m_missing.list() && !is_on(shown, *m_missing.list())) m_set.is_all_on_roster = false;
        if (shown.seat && shown.seat->region && *shown.seat->region < m_set.region_counts.size())
            ++m_set.region_counts[*shown.seat->region];
        if (!add_pin(cluster, m_missing.has(cluster))) ++m_set.homeless;
    }
    bool add_pin(ClusterIndex cluster, bool is_absent) {
        const std::optional<MapPlace> place = place_at(cluster);
        if (!place) return false;
        std::vector<MapPlace>& list = place->territory == k_main_territory ? m_set.pins : m_set.in_insets;
        list.push_back(*place);
        list.back().is_absent = is_absent;
        m_set.has_absent = m_set.has_absent || is_absent;
        return true;
    }
    void add(ClusterIndex cluster, std::vector<MapPlace>& list) {
        if (const std::optional<MapPlace> place = place_at(cluster)) list.push_back(*place);
    }
    std::optional<MapPlace> place_at(ClusterIndex cluster) const {
        const Cluster& at = m_input.snapshot.clusters[cluster];
        if (at.seat && !at.seat->earlier.empty()) return place_of(m_input, cluster, m_day);
        if (!is_somewhere(m_memo.seats[cluster])) return std::nullopt;
        const LngLat place{at.seat->lng_deg, at.seat->lat_deg};
        return MapPlace{cluster, m_input.geometry.territory_of(place), m_memo.seats[cluster]};
    }
    void fold() {
        const auto index = [&](const std::vector<MapPlace>& places) {
            std::vector<IndexedPoint> points;
            for (std::uint32_t i = 0; i < places.size(); ++i)
                if (places[i].territory == k_main_territory)
                    points.push_back({i, static_cast<float>(places[i].at.x_m), static_cast<float>(places[i].at.y_m)});
            return SpatialIndex(std::move(points), m_input.geometry.ground.frame);
        };
        if (m_set.pins.size() > k_fan_at_most) m_set.crowd = index(m_set.pins);
        if (m_set.ghosts.size() > 2 * k_fan_at_most) m_set.ghost_crowd = index(m_set.ghosts);
    }

    const LayoutInput& m_input;
    const Result& m_result;
    MapMemo& m_memo;
    PinSet& m_set;
    Date m_day;
    MissingFromList m_missing;
};

std::unique_ptr<PinSet> gather(const LayoutInput& input, const Result& result, MapMemo& memo, PartialDate date) {
    project_seats(input.snapshot, input.geometry, memo);
    auto set = std::make_unique<PinSet>();
    set->date = date;
    set->filter = input.state().filter;
    Gathering(input, result, memo, *set).run();
    return set;
}

bool is_for(const std::unique_ptr<PinSet>& set, PartialDate date, const Filter& filter) {
    return set && set->date == date && set->filter == filter;
}

}

std::optional<MapPlace> place_of(const LayoutInput& input, ClusterIndex cluster, Date day) {
    const Cluster& at = input.snapshot.clusters[cluster];
    if (!has_place(at)) return std::nullopt;
    LngLat place{at.seat->lng_deg, at.seat->lat_deg};
    if (const EarlierSeat* earlier = earlier_seat(*at.seat, day)) place = {earlier->lng_deg, earlier->lat_deg};
    const Territory territory = input.geometry.territory_of(place);
    return MapPlace{cluster, territory, input.geometry.project(territory, place)};
}

namespace {

// "Pôle européen d’innovation fruits et légumes (PEIFL)" -> "PEIFL"; "Pôle Pégase" -> "Pégase".
std::string short_form(std::string_view name) {
    constexpr std::string_view prefix = "Pôle ";
    const std::size_t open = name.rfind('('), close = name.rfind(')');
    if (open != std::string_view::npos && close != std::string_view::npos && close > open + 2)
        name = name.substr(open + 1, close - open - 1);
    if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
    return std::string(name);
}

}

std::string map_name(const Cluster& cluster, Date day) {
    for (const NameInterval& name : cluster.names) {
        if (!name.to || day >= first_day(*name.to)) continue;
        if (name.from && day < first_day(*name.from)) continue;
        return short_form(name.name);
    }
    return cluster.short_name;
}

PinSet& pins_now(const LayoutInput& input, MapMemo& memo) {
    const State& state = input.state();
    if (is_for(memo.before, state.date, state.filter)) std::swap(memo.now, memo.before); // back where one came from
    if (!input.memo.noted(MemoEntry::Pins, is_for(memo.now, state.date, state.filter))) {
        if (memo.now) memo.before = std::move(memo.now);
        memo.now = gather(input, input.result, memo, state.date);
    }
    return *memo.now;
}

PinSet& pins_before(const LayoutInput& input, MapMemo& memo) {
    const PartialDate date = input.ui().transition.from_date;
    if (is_for(memo.now, date, input.state().filter)) return *memo.now;
    if (!is_for(memo.before, date, input.state().filter)) {
        State former = input.state();
        former.date = date;
        former.compare.reset();
        memo.before = gather(input, evaluate(input.snapshot, input.index, former), memo, date);
    }
    return *memo.before;
}

const Fan& fan_at(const LayoutInput& input, const MapView& view, PinSet& set, int step) {
    const bool is_same_room = set.fan_room == view.room && set.fan_framing.anchor == view.framing.anchor;
    if (!is_same_room || set.fan_framing.px_per_m != view.framing.px_per_m || set.fan_radius != view.style.pin_radius) {
        set.fans.clear();
        set.labels_key.reset();
        set.fan_framing = view.framing;
        set.fan_room = view.room;
        set.fan_radius = view.style.pin_radius;
    }
    const auto known = set.fans.find(step);
    if (input.memo.noted(MemoEntry::Fans, known != set.fans.end())) return known->second;
    std::vector<SeatOnScreen> seats;
    Camera camera = home_camera(*view.ground);
    camera.zoom = power_of_two(step / 4.0);
    const Affine affine = camera_affine(*view.ground, view.framing, camera);
    for (const MapPlace& place : set.pins)
        seats.push_back({input.snapshot.clusters[place.cluster].id, affine.to_screen(place.at.x_m, place.at.y_m)});
    if (set.fans.size() >= k_fans_at_most)
        std::erase_if(set.fans, [&](const auto& fan) { return std::abs(fan.first - step) > 1; });
    const Rect walls = step == 0 ? view.room : Rect{}; // the whole frame is meant to be seen there
    return set.fans[step] = Fan{fan_out(seats, view.style.pin_radius, walls)};
}

}
