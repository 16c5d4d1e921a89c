#include "core/base/order.hpp"

#include <algorithm>

namespace atlas {

std::vector<std::uint32_t> ordered_positions(std::size_t count, PositionBefore before, const void* context) {
    std::vector<std::uint32_t> from(count);
    std::vector<std::uint32_t> into(count);
    for (std::size_t i = 0; i < count; ++i) from[i] = static_cast<std::uint32_t>(i);
    // each pass merges neighbouring runs of `width` from one list into the other
    for (std::size_t width = 1; width < count; width *= 2) {
        for (std::size_t start = 0; start < count; start += 2 * width) {
            const std::size_t middle = std::min(start + width, count);
            const std::size_t end = std::min(middle + width, count);
            std::size_t left = start;
            std::size_t right = middle;
            for (std::size_t at = start; at < end; ++at) {
                const bool takes_right = left == middle || (right < end && before(context, from[right], from[left]));
                into[at] = takes_right ? from[right++] : from[left++];
            }
        }
        from.swap(into);
    }
    return from;
}

}
