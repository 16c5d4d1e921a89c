// Who is on the map at the date, under the filter, and where each pin stands at the present zoom. What depends on date
// and filter is kept in the memo until they change; panning only moves it.

#include "core/scene/layout_map_view.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace atlas {

namespace {

constexpr float k_out_px = 60.0f; // pins this far outside are not drawn
constexpr float k_cell_px = 44.0f;

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

void project_seats(const Snapshot& snapshot, MapMemo& memo) {
    if (memo.seats.size() == snapshot.clusters.size()) return;
    memo.seats.clear();
    memo.seats.reserve(snapshot.clusters.size());
    for (const Cluster& cluster : snapshot.clusters) {
        const bool placed = has_place(cluster);
        memo.seats.push_back(
            placed ? project(territory_of(cluster.seat->department), {cluster.seat->lng_deg, cluster.seat->lat_deg})
                   : nowhere());
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

std::string_view department_of_commune(std::string_view insee) {
    return insee.substr(0, insee.starts_with("97") ? 3 : 2);
}

const Label* last_label_before(const Cluster& cluster, Date day) {
    const Label* last = nullptr;
    for (const Label& label : cluster.labels)
        if (label.to && *label.to <= day && (last == nullptr || *last->to < *label.to)) last = &label;
    return last;
}

bool is_on(const Cluster& cluster, RosterIndex roster) {
    return std::any_of(cluster.rosters.begin(), cluster.rosters.end(),
                       [&](const RosterName& name) { return name.roster == roster; });
}

// The newest list printed by the day.
std::optional<RosterIndex> roster_of(const Snapshot& snapshot, Date day) {
    std::optional<RosterIndex> newest;
    for (RosterIndex i = 0; i < snapshot.rosters.size(); ++i) {
        const Date printed = first_day(snapshot.rosters[i].date);
        if (printed <= day && (!newest || first_day(snapshot.rosters[*newest].date) < printed)) newest = i;
    }
    return newest;
}

class Gathering {
public:
    Gathering(const LayoutInput& input, const Result& result, MapMemo& memo, PinSet& set)
        : m_input(input), m_result(result), m_memo(memo), m_set(set), m_day(last_day(set.date)),
          m_roster(roster_of(input.snapshot, m_day)) {}

    void run() {
        const std::vector<Cluster>& clusters = m_input.snapshot.clusters;
        if (m_roster) m_set.roster_year = m_input.snapshot.rosters[*m_roster].date.year;
        m_set.is_all_on_roster = m_roster.has_value();
        m_set.region_counts.assign(m_input.snapshot.regions.size(), 0);
        for (const ClusterIndex cluster : m_result.shown) add_shown(cluster);
        for (ClusterIndex i = 0; i < clusters.size(); ++i) {
            if (i < m_result.passes.size() && m_result.passes[i] != 0) continue;
            const bool holds = i < m_result.holds.size() && m_result.holds[i] != 0;
            const bool is_lost = !holds && is_missing(clusters[i]);
            if (is_lost && passes_facets(i))
                add_pin(i, true);
            else if (holds || is_lost)
                add(i, m_set.ghosts);
        }
        fold();
    }

private:
    void add_shown(ClusterIndex cluster) {
        const Cluster& shown = m_input.snapshot.clusters[cluster];
        if (m_roster && !is_on(shown, *m_roster)) m_set.is_all_on_roster = false;
        if (shown.seat && shown.seat->region && *shown.seat->region < m_set.region_counts.size())
            ++m_set.region_counts[*shown.seat->region];
        const bool holds = cluster < m_result.holds.size() && m_result.holds[cluster] != 0;
        if (!add_pin(cluster, !holds && is_missing(shown))) ++m_set.homeless;
    }
    bool add_pin(ClusterIndex cluster, bool is_absent) {
        const std::optional<MapPlace> place = place_at(cluster);
        if (!place) return false;
        std::vector<MapPlace>& list = place->territory == Territory::Mainland ? m_set.pins : m_set.overseas;
        list.push_back(*place);
        list.back().is_absent = is_absent;
        m_set.has_absent = m_set.has_absent || is_absent;
        return true;
    }
    void add(ClusterIndex cluster, std::vector<MapPlace>& list) {
        if (const std::optional<MapPlace> place = place_at(cluster)) list.push_back(*place);
    }
    // The filter's facets, for a cluster that holds no label any more; text and area leave it out.
    bool passes_facets(ClusterIndex cluster) const {
        if (!m_set.filter.text.empty() || !m_set.filter.area.empty()) return false;
        for (std::size_t f = 0; f < k_facet_count; ++f) {
            const std::vector<std::string>& wanted = m_set.filter.values[f];
            const FacetColumn& column = m_input.index.facets.of(static_cast<Facet>(f));
            const bool is_member = std::any_of(wanted.begin(), wanted.end(), [&](const std::string& value) {
                const std::optional<std::size_t> place = column.find(value);
                return place && *place < column.members.size() && column.members[*place].has(cluster);
            });
            if (!wanted.empty() && !is_member) return false;
        }
        return true;
    }
    // Was on the list before the newest one, is not on the newest, and no source says why.
    bool is_missing(const Cluster& cluster) const {
        if (!m_roster || *m_roster == 0 || is_on(cluster, *m_roster) || !is_on(cluster, *m_roster - 1)) return false;
        const Label* last = last_label_before(cluster, m_day);
        return last != nullptr && !last->to_certain;
    }
    std::optional<MapPlace> place_at(ClusterIndex cluster) const {
        const Cluster& at = m_input.snapshot.clusters[cluster];
        if (at.seat && !at.seat->earlier.empty()) return place_of(m_input, cluster, m_day);
        if (!is_somewhere(m_memo.seats[cluster])) return std::nullopt;
        return MapPlace{cluster, territory_of(at.seat->department), m_memo.seats[cluster]};
    }
    void fold() {
        const auto index = [](const std::vector<MapPlace>& places) {
            std::vector<IndexedPoint> points;
            for (std::uint32_t i = 0; i < places.size(); ++i)
                if (places[i].territory == Territory::Mainland)
                    points.push_back({i, static_cast<float>(places[i].at.x_m), static_cast<float>(places[i].at.y_m)});
            return SpatialIndex(std::move(points), k_mainland_frame);
        };
        if (m_set.pins.size() > k_fan_at_most) m_set.crowd = index(m_set.pins);
        if (m_set.ghosts.size() > 2 * k_fan_at_most) m_set.ghost_crowd = index(m_set.ghosts);
    }

    const LayoutInput& m_input;
    const Result& m_result;
    MapMemo& m_memo;
    PinSet& m_set;
    Date m_day;
    std::optional<RosterIndex> m_roster;
};

std::unique_ptr<PinSet> gather(const LayoutInput& input, const Result& result, MapMemo& memo, PartialDate date) {
    project_seats(input.snapshot, memo);
    auto set = std::make_unique<PinSet>();
    set->date = date;
    set->filter = input.state().filter;
    Gathering(input, result, memo, *set).run();
    return set;
}

bool is_for(const std::unique_ptr<PinSet>& set, PartialDate date, const Filter& filter) {
    return set && set->date == date && set->filter == filter;
}

Point mixed(Point a, Point b, float t) {
    return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

bool is_near(const Rect& room, Point at) {
    return at.x > room.x - k_out_px && at.x < room.right() + k_out_px && at.y > room.y - k_out_px &&
           at.y < room.bottom() + k_out_px;
}

}

std::optional<MapPlace> place_of(const LayoutInput& input, ClusterIndex cluster, Date day) {
    const Cluster& at = input.snapshot.clusters[cluster];
    if (!has_place(at)) return std::nullopt;
    LngLat place{at.seat->lng_deg, at.seat->lat_deg};
    Territory territory = territory_of(at.seat->department);
    if (const EarlierSeat* earlier = earlier_seat(*at.seat, day)) {
        place = {earlier->lng_deg, earlier->lat_deg};
        territory = territory_of(department_of_commune(earlier->insee));
    }
    return MapPlace{cluster, territory, project(territory, place)};
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
    if (!is_for(memo.now, state.date, state.filter)) {
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
        set.labels_key.clear();
        set.fan_framing = view.framing;
        set.fan_room = view.room;
        set.fan_radius = view.style.pin_radius;
    }
    for (const Fan& fan : set.fans)
        if (fan.step == step) return fan;
    std::vector<SeatOnScreen> seats;
    Camera camera = home_camera();
    camera.zoom = std::exp2(step / 4.0);
    const Affine affine = camera_affine(view.framing, camera);
    for (const MapPlace& place : set.pins)
        seats.push_back({input.snapshot.clusters[place.cluster].id, affine.to_screen(place.at.x_m, place.at.y_m)});
    set.fans.reserve(40); // references stay valid while another step is added
    if (set.fans.size() >= 36) set.fans.clear();
    const Rect walls = step == 0 ? view.room : Rect{}; // the whole of France is meant to be seen there
    return set.fans.emplace_back(Fan{step, fan_out(seats, view.style.pin_radius, walls)});
}

namespace {

// On the way from one arrangement to the next two pins may meet: they make room for each other.
void make_room(std::vector<MapPin>& pins, float radius_px) {
    const float need_px = 2 * radius_px + 2.0f;
    for (int pass = 0; pass < 16; ++pass) {
        bool is_settled = true;
        for (std::size_t i = 0; i < pins.size(); ++i) {
            for (std::size_t j = i + 1; j < pins.size(); ++j) {
                const float dx = pins[j].at.x - pins[i].at.x, dy = pins[j].at.y - pins[i].at.y;
                if (std::abs(dx) >= need_px || std::abs(dy) >= need_px) continue;
                const float distance = std::max(std::hypot(dx, dy), 0.01f);
                if (distance >= need_px) continue;
                const float push = (need_px - distance) / distance * 0.5f;
                pins[i].at = {pins[i].at.x - dx * push, pins[i].at.y - dy * push};
                pins[j].at = {pins[j].at.x + dx * push, pins[j].at.y + dy * push};
                is_settled = is_settled && need_px - distance < 0.05f;
            }
        }
        if (is_settled) return;
    }
}

// All pins of a set at the present zoom; between two zoom steps they glide from one arrangement to the next.
std::vector<MapPin> fanned_pins(const LayoutInput& input, const MapView& view, PinSet& set) {
    const int below = static_cast<int>(std::floor(view.step + 1.0e-6));
    const float part = static_cast<float>(std::max(0.0, view.step - below));
    const Fan* low = &fan_at(input, view, set, below);
    const Fan* high = part < 1.0e-4f ? low : &fan_at(input, view, set, below + 1);
    low = &fan_at(input, view, set, below);
    const Fan* nearest = part < 0.5f ? low : high;
    std::vector<MapPin> pins;
    pins.reserve(set.pins.size());
    for (std::uint32_t i = 0; i < set.pins.size(); ++i) {
        const MapPlace& place = set.pins[i];
        const Point seat = view.to_screen.to_screen(place.at.x_m, place.at.y_m);
        const Point offset = mixed(low->pins[i].offset, high->pins[i].offset, part);
        const Point hub = mixed(low->pins[i].hub, high->pins[i].hub, part);
        MapPin pin;
        pin.cluster = place.cluster;
        pin.seat = seat;
        pin.at = {seat.x + offset.x, seat.y + offset.y};
        pin.hub = {seat.x + hub.x, seat.y + hub.y};
        pin.column_px = nearest->pins[i].column_px;
        pin.group_size = nearest->pins[i].group_size;
        pin.is_absent = place.is_absent;
        pin.index = i;
        pins.push_back(pin);
    }
    if (part >= 1.0e-4f) make_room(pins, view.style.pin_radius);
    return pins;
}

const MapPin* find_pin(const std::vector<MapPin>& pins, ClusterIndex cluster) {
    const auto found =
        std::find_if(pins.begin(), pins.end(), [&](const MapPin& pin) { return pin.cluster == cluster; });
    return found == pins.end() ? nullptr : &*found;
}

// What a cluster became, or came from, between two days: where its pin travels to or from.
std::optional<ClusterIndex> heir(const Snapshot& snapshot, ClusterIndex cluster, Date after, Date until) {
    for (const Event& event : snapshot.events) {
        if (event.kind != EventKind::Merged && event.kind != EventKind::Absorbed) continue;
        const Date day = event.effective_day();
        if (day <= after || day > until || event.to.empty()) continue;
        if (std::find(event.from.begin(), event.from.end(), cluster) != event.from.end() && event.to.front() != cluster)
            return event.to.front();
    }
    return std::nullopt;
}

// Pins of both dates on their way: stayers glide, the merged travel to their heir's pin, others grow or shrink.
std::vector<MapPin> moving_pins(const LayoutInput& input, const MapView& view, MapMemo& memo, float part) {
    PinSet& before_set = pins_before(input, memo);
    PinSet& now_set = *memo.now;
    if (&before_set == &now_set || before_set.is_crowd() || now_set.is_crowd())
        return fanned_pins(input, view, now_set);
    const std::vector<MapPin> before = fanned_pins(input, view, before_set);
    std::vector<MapPin> moving = fanned_pins(input, view, now_set);
    const Date from = last_day(before_set.date), to = last_day(now_set.date);
    const auto heir_pin = [&](ClusterIndex cluster, const std::vector<MapPin>& pins) -> const MapPin* {
        std::optional<ClusterIndex> next = cluster;
        for (int generation = 0; generation < 8 && next; ++generation) { // mergers of mergers
            next = heir(input.snapshot, *next, std::min(from, to), std::max(from, to));
            if (const MapPin* found = next ? find_pin(pins, *next) : nullptr) return found;
        }
        return nullptr;
    };
    const float eased = 1.0f - (1.0f - part) * (1.0f - part) * (1.0f - part);
    const std::size_t arrivals = moving.size();
    std::vector<MapPin> leaving;
    for (const MapPin& old : before) {
        if (find_pin(moving, old.cluster) != nullptr) continue;
        MapPin pin = old;
        pin.is_leaving = true;
        const MapPin* target = from < to ? heir_pin(old.cluster, moving) : nullptr;
        if (target != nullptr) pin.at = mixed(old.at, target->at, eased);
        pin.scale = target != nullptr ? std::min(1.0f, (1.0f - eased) * 4.0f) : 1.0f - eased;
        leaving.push_back(pin);
    }
    for (std::size_t i = 0; i < arrivals; ++i) {
        MapPin& pin = moving[i];
        if (const MapPin* old = find_pin(before, pin.cluster)) {
            pin.at = mixed(old->at, pin.at, eased);
            continue;
        }
        const MapPin* source = to < from ? heir_pin(pin.cluster, before) : nullptr;
        if (source != nullptr) pin.at = mixed(source->at, pin.at, eased);
        pin.scale = source != nullptr ? std::min(1.0f, eased * 4.0f) : eased;
    }
    moving.insert(moving.end(), leaving.begin(), leaving.end());
    return moving;
}

}

float transition_part(const LayoutInput& input) {
    const Transition& transition = input.ui().transition;
    const double passed = input.ui().now_ms - transition.start_ms;
    if (input.environment.reduced_motion || transition.duration_ms <= 0.0) return 1.0f;
    if (passed >= transition.duration_ms || transition.from_date == input.state().date) return 1.0f;
    return static_cast<float>(std::max(0.0, passed / transition.duration_ms));
}

PinsOnScreen pins_on_screen(const LayoutInput& input, const MapView& view, MapMemo& memo) {
    PinSet& set = *memo.now;
    if (set.is_crowd()) return crowd_on_screen(input, view, set);
    const float part = transition_part(input);
    PinsOnScreen screen;
    screen.pins = part < 1.0f ? moving_pins(input, view, memo, part) : fanned_pins(input, view, set);
    std::erase_if(screen.pins, [&](const MapPin& pin) { return !is_near(view.room, pin.at) || pin.scale <= 0.0f; });
    return screen;
}

// One pin or one counted pin in each cell of a grid that is fixed to the ground, so that panning moves everything
// together; kept inside its cell, no pin touches another.
PinsOnScreen crowd_on_screen(const LayoutInput& input, const MapView& view, PinSet& set) {
    const SpatialIndex& index = set.crowd;
    const double cells_across = index.cell_m(0) * view.px_per_m() / static_cast<double>(k_cell_px);
    const int level =
        std::clamp(static_cast<int>(std::floor(std::log2(std::max(1.0, cells_across)))), 0, k_index_levels);
    const float inner = view.style.pin_radius + 5.0f;
    PinsOnScreen screen;
    for (const SpatialIndex::Cell& cell : index.cells(level, view.window(k_out_px))) {
        const MapBounds box = index.bounds_of(cell, level);
        const Point low = view.to_screen.to_screen(box.min_x_m, box.max_y_m),
                    high = view.to_screen.to_screen(box.max_x_m, box.min_y_m);
        const bool is_one = cell.count() == 1;
        const IndexedPoint& first = index.points(cell).front();
        const Metres mean = is_one ? set.pins[first.id].at : index.mean_of(cell);
        const Point seat = view.to_screen.to_screen(mean.x_m, mean.y_m);
        const Point at{std::clamp(seat.x, low.x + inner, std::max(low.x + inner, high.x - inner)),
                       std::clamp(seat.y, low.y + inner, std::max(low.y + inner, high.y - inner))};
        if (!is_near(view.room, at)) continue;
        if (is_one) {
            MapPin pin;
            pin.cluster = set.pins[first.id].cluster;
            pin.at = at;
            pin.seat = pin.hub = seat;
            pin.is_absent = set.pins[first.id].is_absent;
            pin.index = first.id;
            screen.pins.push_back(pin);
            continue;
        }
        screen.folded.push_back({at, cell.count(), cell.column, cell.row, lambert93_inverse(mean), box});
    }
    (void)input;
    return screen;
}

}
