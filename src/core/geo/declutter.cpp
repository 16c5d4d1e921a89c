#include "core/geo/declutter.hpp"

#include "core/base/order.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace atlas {
namespace {

constexpr int k_passes = 80, k_passes_at_most = 400; // more than 80 only while discs still touch
constexpr std::size_t k_two_columns_at_most = 16;

struct Group {
    std::vector<std::uint32_t> members; // indices into the sorted seats
    std::vector<Point> slots;           // of the members, relative to `at`
    Point place, at;
    float reach_px = 0.0f;
};

std::vector<Point> ladder(std::size_t count, float x, float pitch) {
    std::vector<Point> slots;
    for (std::size_t i = 0; i < count; ++i)
        slots.push_back({x, (static_cast<float>(i) - static_cast<float>(count - 1) / 2.0f) * pitch});
    return slots;
}

// Slots west to east, then north to south.
std::vector<Point> slots_of(std::size_t count, float radius_px) {
    const float side = radius_px * 2 + 3, pitch = radius_px * 2 + 2;
    if (count == 1) return {{0, 0}};
    if (count == 2) return {{-side / 2, 0}, {side / 2, 0}};
    if (count == 3) return {{-side / 2, -pitch * 0.36f}, {0, pitch * 0.5f}, {side / 2, -pitch * 0.36f}};
    if (count == 4) return ladder(count, radius_px + 7, pitch);
    const std::size_t columns =
        count <= k_two_columns_at_most ? 2 : static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(count))));
    std::vector<Point> slots;
    for (std::size_t column = 0; column < columns; ++column) {
        const std::size_t rows = (count * (column + 1)) / columns - (count * column) / columns;
        const float x = (static_cast<float>(column) - static_cast<float>(columns - 1) / 2.0f) * side * 1.24f;
        for (const Point slot : ladder(rows, x, pitch)) slots.push_back(slot);
    }
    return slots;
}

// Single linkage: union of every two seats that are closer than the distance.
std::vector<std::uint32_t> link(const std::vector<SeatOnScreen>& seats, float distance) {
    std::vector<std::uint32_t> root(seats.size());
    std::iota(root.begin(), root.end(), 0u);
    const auto find = [&](std::uint32_t i) {
        while (root[i] != i) i = root[i] = root[root[i]];
        return i;
    };
    for (std::uint32_t i = 0; i < seats.size(); ++i) {
        for (std::uint32_t j = 0; j < i; ++j) {
            if (distance_px(seats[i].at, seats[j].at) >= distance) continue;
            const std::uint32_t a = find(i), b = find(j);
            root[std::max(a, b)] = std::min(a, b);
        }
    }
    for (std::uint32_t i = 0; i < root.size(); ++i) root[i] = find(i);
    return root;
}

// Members west to east, then north to south, so that leaders do not cross; a ladder's north to south.
void seat_members(const std::vector<SeatOnScreen>& seats, Group& group, float radius_px) {
    const bool is_ladder = group.members.size() == 4;
    sort_stable(group.members, [&](std::uint32_t a, std::uint32_t b) {
        const Point p = seats[a].at, q = seats[b].at;
        if (is_ladder) return p.y != q.y ? p.y < q.y : a < b;
        if (p.x != q.x) return p.x < q.x;
        return p.y != q.y ? p.y < q.y : a < b;
    });
    group.slots = slots_of(group.members.size(), radius_px);
    for (const std::uint32_t i : group.members) {
        group.place.x += seats[i].at.x / static_cast<float>(group.members.size());
        group.place.y += seats[i].at.y / static_cast<float>(group.members.size());
    }
    group.at = group.place;
    for (const Point slot : group.slots) group.reach_px = std::max(group.reach_px, std::hypot(slot.x, slot.y));
}

std::vector<Group> make_groups(const std::vector<SeatOnScreen>& seats, float radius_px) {
    const std::vector<std::uint32_t> root = link(seats, radius_px * k_group_distance_in_radii);
    std::vector<Group> groups;
    std::vector<std::size_t> group_of(seats.size());
    for (std::uint32_t i = 0; i < seats.size(); ++i) {
        if (root[i] == i) {
            group_of[i] = groups.size();
            groups.emplace_back();
        }
        groups[group_of[root[i]]].members.push_back(i);
    }
    for (Group& group : groups) seat_members(seats, group, radius_px);
    return groups;
}

// Pushes two groups apart, the smaller one more; returns the deepest overlap that it found.
float push_apart(Group& a, Group& b, float need_px) {
    if (distance_px(a.at, b.at) > a.reach_px + b.reach_px + need_px) return 0.0f;
    const auto size_a = static_cast<float>(a.members.size()), size_b = static_cast<float>(b.members.size());
    const float give_a = size_b / (size_a + size_b), give_b = 1.0f - give_a;
    float deepest = 0.0f;
    for (const Point u : a.slots) {
        for (const Point v : b.slots) {
            float dx = b.at.x + v.x - a.at.x - u.x, dy = b.at.y + v.y - a.at.y - u.y;
            float distance = std::hypot(dx, dy);
            if (distance < 0.1f) { // exactly above each other: any fixed direction will do
                dx = 0.1f;
                dy = 0.0f;
                distance = 0.1f;
            }
            if (distance >= need_px) continue;
            deepest = std::max(deepest, need_px - distance);
            const float push = (need_px - distance) / distance * 0.5f;
            a.at.x -= dx * push * give_a;
            a.at.y -= dy * push * give_a;
            b.at.x += dx * push * give_b;
            b.at.y += dy * push * give_b;
        }
    }
    return deepest;
}

// A pin caught between the columns of a large group is pushed from both sides and stays: whole groups then part along
// the line of their middles.
void part_middles(Group& a, Group& b, float need_px) {
    Group probe_a = a, probe_b = b;
    const float overlap = push_apart(probe_a, probe_b, need_px);
    if (overlap <= 0.0f) return;
    float dx = b.at.x - a.at.x, dy = b.at.y - a.at.y;
    float distance = std::hypot(dx, dy);
    if (distance < 0.1f) {
        dx = distance = 0.1f;
        dy = 0.0f;
    }
    const auto size_a = static_cast<float>(a.members.size()), size_b = static_cast<float>(b.members.size());
    const float give_a = size_b / (size_a + size_b), step = overlap / distance;
    a.at = {a.at.x - dx * step * give_a, a.at.y - dy * step * give_a};
    b.at = {b.at.x + dx * step * (1.0f - give_a), b.at.y + dy * step * (1.0f - give_a)};
}

void keep_inside(Group& group, const Rect& walls) {
    Rect box{group.at.x, group.at.y, 0, 0}; // of the slots' middles
    for (const Point slot : group.slots) {
        const float right = std::max(box.right(), group.at.x + slot.x),
                    bottom = std::max(box.bottom(), group.at.y + slot.y);
        box.x = std::min(box.x, group.at.x + slot.x);
        box.y = std::min(box.y, group.at.y + slot.y);
        box.w = right - box.x;
        box.h = bottom - box.y;
    }
    group.at.x += std::max(0.0f, walls.x - box.x) - std::max(0.0f, box.right() - walls.right());
    group.at.y += std::max(0.0f, walls.y - box.y) - std::max(0.0f, box.bottom() - walls.bottom());
}

void relax(std::vector<Group>& groups, float radius_px, const Rect& walls) {
    const float need_px = radius_px * 2 + k_pin_gap_px;
    const Rect room = walls.inset(radius_px + 2.0f);
    for (int pass = 0; pass < k_passes_at_most; ++pass) {
        float deepest = 0.0f;
        for (std::size_t i = 0; i < groups.size(); ++i)
            for (std::size_t j = i + 1; j < groups.size(); ++j)
                deepest = std::max(deepest, push_apart(groups[i], groups[j], need_px));
        if (!room.is_empty())
            for (Group& group : groups) keep_inside(group, room);
        if (deepest < 0.05f || (pass >= k_passes && deepest < k_pin_gap_px / 2)) return;
        if (pass < k_passes) continue;
        for (std::size_t i = 0; i < groups.size(); ++i)
            for (std::size_t j = i + 1; j < groups.size(); ++j) part_middles(groups[i], groups[j], need_px);
    }
}

}

std::vector<FannedPin> fan_out(std::span<const SeatOnScreen> seats, float radius_px, const Rect& walls) {
    std::vector<std::uint32_t> order(seats.size());
    std::iota(order.begin(), order.end(), 0u);
    sort_stable(order, [&](std::uint32_t a, std::uint32_t b) { return seats[a].id < seats[b].id; });
    std::vector<SeatOnScreen> sorted;
    sorted.reserve(order.size());
    for (const std::uint32_t i : order) sorted.push_back(seats[i]);
    std::vector<Group> groups = make_groups(sorted, radius_px);
    relax(groups, radius_px, walls);
    std::vector<FannedPin> pins(seats.size());
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const Group& group = groups[g];
        for (std::size_t i = 0; i < group.members.size(); ++i) {
            const std::uint32_t member = group.members[i];
            const Point seat = sorted[member].at;
            FannedPin& pin = pins[order[member]];
            pin.offset = {group.at.x + group.slots[i].x - seat.x, group.at.y + group.slots[i].y - seat.y};
            pin.hub = {group.place.x - seat.x, group.place.y - seat.y};
            pin.column_px = group.slots[i].x;
            pin.group_size = static_cast<std::uint16_t>(group.members.size());
            pin.group = static_cast<std::uint16_t>(g);
        }
    }
    return pins;
}

}
