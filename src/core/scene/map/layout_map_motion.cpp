// Where each pin stands on screen now: fanned out for the present zoom, on its way between two dates, or folded into a
// grid when a large snapshot leaves no room.

#include "core/scene/map/layout_map_view.hpp"

#include "core/base/elementary.hpp"
#include "core/time/label_passing.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace atlas {

namespace {

constexpr float k_out_px = 60.0f; // pins this far outside are not drawn
constexpr float k_cell_px = 44.0f;

Point mixed(Point a, Point b, float t) {
    return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

bool is_near(const Rect& room, Point at) {
    return at.x > room.x - k_out_px && at.x < room.right() + k_out_px && at.y > room.y - k_out_px &&
           at.y < room.bottom() + k_out_px;
}

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

// Pins of both dates on their way: stayers glide, the merged travel to their heir's pin, others grow or shrink.
std::vector<MapPin> moving_pins(const LayoutInput& input, const MapView& view, MapMemo& memo, float part) {
    PinSet& before_set = pins_before(input, memo);
    PinSet& now_set = *memo.now;
    if (&before_set == &now_set || before_set.is_crowd() || now_set.is_crowd())
        return fanned_pins(input, view, now_set);
    const std::vector<MapPin> before = fanned_pins(input, view, before_set);
    std::vector<MapPin> moving = fanned_pins(input, view, now_set);
    const Date from = last_day(before_set.date), to = last_day(now_set.date);
    const LabelPassings passings = label_passings(input.snapshot, std::min(from, to), std::max(from, to));
    const auto heir_pin = [&](ClusterIndex cluster, const std::vector<MapPin>& pins) -> const MapPin* {
        for (const ClusterIndex heir : heirs_of(passings, cluster))
            if (const MapPin* found = find_pin(pins, heir)) return found;
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
        std::clamp(static_cast<int>(std::floor(logarithm_of_two(std::max(1.0, cells_across)))), 0, k_index_levels);
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
        screen.folded.push_back(
            {at, cell.count(), cell.column, cell.row, view.ground->projection.unproject(mean), box});
    }
    (void)input;
    return screen;
}

}
