#include "core/ui/font_metrics.hpp"

#include "core/ui/font_table.hpp"

#include <algorithm>
#include <optional>

namespace atlas {

namespace {

std::optional<std::size_t> glyph_index(char32_t code_point) {
    const auto points = k_font_table.code_points;
    if (code_point >= U' ' && code_point <= U'~')
        return static_cast<std::size_t>(code_point - U' '); // the table begins so
    const auto found = std::lower_bound(points.begin(), points.end(), code_point);
    if (found == points.end() || *found != code_point) return std::nullopt;
    return static_cast<std::size_t>(found - points.begin());
}

float em(std::uint16_t units) {
    return static_cast<float>(units) / static_cast<float>(k_font_table.units_per_em);
}

}

float advance_em(FontWeight weight, char32_t code_point) {
    const auto& advances = k_font_table.advances[static_cast<std::size_t>(weight)];
    const auto index = glyph_index(code_point);
    return em(advances[index ? *index : *glyph_index(U'?')]);
}

bool has_glyph(char32_t code_point) {
    return glyph_index(code_point).has_value();
}

float ascent_em() {
    return em(k_font_table.ascent);
}

float descent_em() {
    return em(k_font_table.descent);
}

float cap_height_em() {
    return em(k_font_table.cap_height);
}

}
