// Names beside the pins: greedy placement, deterministic, in two passes (design.md §3 "Labels").

#include "core/base/order.hpp"
#include "core/scene/map/layout_map_view.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace atlas {

namespace {

struct Try {
    Point corner;      // of the label's box
    Point leader = {}; // where a leader ends
    bool has_leader = false;
};

// How far the candidates stand from the middle of the pin.
struct Metric {
    float width = 0.0f, height = 0.0f, gap = 0.0f;
};

std::vector<Try> near_tries(const LabelWish& wish, const Metric& m) {
    const float x = wish.pin.x, y = wish.pin.y, w = m.width, h = m.height, r = m.gap;
    const Try right{{x + r, y - h / 2}}, left{{x - r - w, y - h / 2}};
    const Try above{{x - w / 2, y - r - h + 2}}, below{{x - w / 2, y + r - 2}};
    const Try right_up{{x + r - 1, y - h - 1}}, right_down{{x + r - 1, y + 1}};
    const Try left_up{{x - r - w + 1, y - h - 4}}, left_down{{x - r - w + 1, y + 4}};
    const Try above_east{{x - w * 0.25f, y - r - h + 2}}, below_east{{x - w * 0.25f, y + r - 2}};
    const Try above_west{{x - w * 0.75f, y - r - h + 2}}, below_west{{x - w * 0.75f, y + r - 2}};
    std::vector<Try> tries;
    if (wish.is_selected)
        tries = {above, right, left, below, above_east, above_west, below_east, below_west};
    else if (wish.column_px < -1.0f)
        tries = {left, left_up, left_down, above, below, above_west, below_west};
    else if (wish.column_px > 1.0f)
        tries = {right, right_up, right_down, above, below, above_east, below_east};
    else
        tries = {right,   left,      above,      below,      right_up,   right_down,
                 left_up, left_down, above_east, below_east, above_west, below_west};
    // A little up or down often fits where the fixed corners do not.
    for (const float dy : {-2.0f, 2.0f, -4.0f, 4.0f, -6.0f, 6.0f, -8.0f, 8.0f, -10.0f, 10.0f}) {
        if (wish.column_px >= -1.0f) tries.push_back({{x + r, y - h / 2 + dy}});
        if (wish.column_px <= 1.0f) tries.push_back({{x - r - w, y - h / 2 + dy}});
    }
    return tries;
}

class Placing {
public:
    Placing(const std::vector<LabelWish>& wishes, const LabelRoom& room)
        : m_wishes(wishes), m_room(room), m_spots(wishes.size()), m_taken(room.blockers) {
        for (const LabelWish& wish : wishes) {
            const float r = room.pin_radius + (wish.is_selected ? 7.0f : 2.0f);
            m_taken.push_back({wish.pin.x - r, wish.pin.y - r, 2 * r, 2 * r});
        }
    }

    std::vector<LabelSpot> run() {
        std::vector<std::size_t> late;
        for (const std::size_t i : order()) {
            if (m_wishes[i].text.empty()) continue;
            const Metric m = metric(m_wishes[i]);
            if (!take_first(i, m, near_tries(m_wishes[i], m))) late.push_back(i);
        }
        for (const std::size_t i : late) place_far(i);
        return m_spots;
    }

private:
    [[nodiscard]] Metric metric(const LabelWish& wish) const {
        const float size = wish.is_selected ? m_room.selected_px : m_room.label_px;
        const FontWeight weight = wish.is_selected ? FontWeight::SemiBold : FontWeight::Regular;
        return {text_width(wish.text, size, weight), size + 2, m_room.pin_radius + (wish.is_selected ? 7.0f : 4.0f)};
    }
    // Selected first, then larger groups, then shorter names; equal ones from north to south.
    [[nodiscard]] std::vector<std::size_t> order() const {
        std::vector<std::size_t> order(m_wishes.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        sort_stable(order, [&](std::size_t a, std::size_t b) {
            const LabelWish &p = m_wishes[a], &q = m_wishes[b];
            if (p.is_selected != q.is_selected) return p.is_selected;
            if (p.group_size != q.group_size) return p.group_size > q.group_size;
            if (p.text.size() != q.text.size()) return p.text.size() < q.text.size();
            return p.text != q.text ? p.text < q.text : a < b;
        });
        return order;
    }
    [[nodiscard]] bool is_free(const Rect& box) const {
        if (!m_room.bounds.is_empty()) {
            const Rect inside = m_room.bounds.inset(3.0f);
            if (box.x < inside.x || box.right() > inside.right() || box.y < inside.y || box.bottom() > inside.bottom())
                return false;
        }
        return std::none_of(m_taken.begin(), m_taken.end(), [&](const Rect& taken) { return box.overlaps(taken); });
    }
    bool take_first(std::size_t i, const Metric& m, const std::vector<Try>& tries) {
        return std::any_of(tries.begin(), tries.end(), [&](const Try& t) { return take(i, m, t); });
    }
    bool take(std::size_t i, const Metric& m, const Try& t) {
        const Rect box{t.corner.x, t.corner.y, m.width, m.height};
        if (!is_free(box) || (t.has_leader && crosses_pin(i, t.leader))) return false;
        const Point pin = m_wishes[i].pin;
        m_taken.push_back(box.inset(-1.0f));
        m_spots[i] = {
            true, t.has_leader, {box.x - pin.x, box.y - pin.y, box.w, box.h}, {t.leader.x - pin.x, t.leader.y - pin.y}};
        return true;
    }
    // Sixteen directions, farther and farther out, never through another pin.
    void place_far(std::size_t i) {
        const LabelWish& wish = m_wishes[i];
        const Metric m = metric(wish);
        for (const float beyond : {12.0f, 22.0f, 34.0f, 48.0f, 64.0f, 84.0f}) {
            for (int sixteenth = 0; sixteenth < 16; ++sixteenth) {
                const float angle = static_cast<float>(sixteenth) * 0.39269908f;
                const float dx = std::cos(angle), dy = std::sin(angle);
                const Point end{wish.pin.x + dx * (m_room.pin_radius + beyond),
                                wish.pin.y + dy * (m_room.pin_radius + beyond)};
                const float x = dx > 0.3f ? end.x + 2 : dx < -0.3f ? end.x - m.width - 2 : end.x - m.width / 2;
                if (take(i, m, {{x, end.y - m.height / 2}, end, true})) return;
            }
        }
    }
    [[nodiscard]] bool crosses_pin(std::size_t own, Point end) const {
        const Point from = m_wishes[own].pin;
        const Point way{end.x - from.x, end.y - from.y};
        const float length_squared = way.x * way.x + way.y * way.y;
        for (std::size_t i = 0; i < m_wishes.size(); ++i) {
            if (i == own) continue;
            const Point pin = m_wishes[i].pin;
            const float along = ((pin.x - from.x) * way.x + (pin.y - from.y) * way.y) / length_squared;
            const float part = std::clamp(along, 0.0f, 1.0f);
            const Point nearest{from.x + way.x * part, from.y + way.y * part};
            const float dx = nearest.x - pin.x, dy = nearest.y - pin.y, apart = m_room.pin_radius + 1.0f;
            if (dx * dx + dy * dy < apart * apart) return true;
        }
        return false;
    }

    const std::vector<LabelWish>& m_wishes;
    const LabelRoom& m_room;
    std::vector<LabelSpot> m_spots;
    std::vector<Rect> m_taken;
};

}

std::vector<LabelSpot> place_labels(const std::vector<LabelWish>& wishes, const LabelRoom& room) {
    return Placing(wishes, room).run();
}

}
