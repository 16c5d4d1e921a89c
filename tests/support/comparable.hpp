#pragma once
// Words from different places, so that only what they say is compared.

#include "core/base/text.hpp"

namespace atlas {

// Folded as the search does; groups of three digits belong to the number before them, whatever parts them.
inline std::string comparable(std::string_view text) {
    const std::string folded = fold(text);
    const auto is_digit = [&](std::size_t at) { return at < folded.size() && folded[at] >= '0' && folded[at] <= '9'; };
    std::string out;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const bool parts_a_number = folded[i] == ' ' && i > 0 && is_digit(i - 1) && is_digit(i + 1) &&
                                    is_digit(i + 2) && is_digit(i + 3) && !is_digit(i + 4);
        if (!parts_a_number) out += folded[i];
    }
    return out;
}

}
