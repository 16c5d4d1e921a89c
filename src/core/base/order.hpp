// Stable sorting that is compiled once. std::sort and std::stable_sort are instantiated anew for each comparison, 1 to
// 4 KB of WebAssembly each, fifty times over; here one merge sort orders positions through a function pointer, and only
// the moves of the elements are typed. Cost: n log n comparisons, 8 n bytes beside the elements. Where thousands of
// tiny lists are sorted (the keys of JSON objects), std::sort stays.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace atlas {

/// Whether the element at position `a` comes before the one at position `b`; `context` as given.
using PositionBefore = bool (*)(const void* context, std::uint32_t a, std::uint32_t b);

/// The positions 0 … count - 1 in order; equal elements keep their order. count < 2³².
[[nodiscard]] std::vector<std::uint32_t> ordered_positions(std::size_t count, PositionBefore before,
                                                           const void* context);

/// Sorts a contiguous sequence in place, stable. `before(a, b)` is a strict weak order of its elements.
template<class Sequence, class Before = std::less<>>
void sort_stable(Sequence& sequence, const Before& before = {}) {
    struct Context {
        typename Sequence::const_pointer items;
        const Before* before;
    };
    const Context context{sequence.data(), &before};
    auto positions = ordered_positions(
        sequence.size(),
        [](const void* given, std::uint32_t a, std::uint32_t b) {
            const auto& [items, is_before] = *static_cast<const Context*>(given);
            return bool((*is_before)(items[a], items[b]));
        },
        &context);
    for (std::uint32_t start = 0; start < positions.size(); ++start) {
        if (positions[start] == start) continue;
        auto held = std::move(sequence[start]); // one cycle of the permutation
        std::uint32_t at = start;
        while (positions[at] != start) {
            const std::uint32_t from = std::exchange(positions[at], at);
            sequence[at] = std::move(sequence[from]);
            at = from;
        }
        sequence[at] = std::move(held);
        positions[at] = at;
    }
}

}
