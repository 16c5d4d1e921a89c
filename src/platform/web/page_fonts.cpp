#include "platform/web/page_fonts.hpp"

#include "core/ui/foreign_text.hpp"

#include <cstdint>

namespace atlas::web {

extern "C" { // page_fonts.js
double page_fonts_measure(const char* run, int length, int weight);
void page_fonts_box(const char* run, int length, int weight, double size, double width, int is_right_to_left,
                    std::int32_t* box);
void page_fonts_pixels(int width, int height, std::uint32_t* pixels);
}

namespace {

int css_weight(FontWeight weight) {
    return weight == FontWeight::SemiBold ? 600 : 400;
}

float width_em(std::string_view run, FontWeight weight) {
    return static_cast<float>(page_fonts_measure(run.data(), static_cast<int>(run.size()), css_weight(weight)));
}

RunPicture draw(const RunWish& wish) {
    const std::string_view run = wish.part.text;
    std::int32_t box[4] = {};
    page_fonts_box(run.data(), static_cast<int>(run.size()), css_weight(wish.weight), static_cast<double>(wish.size),
                   static_cast<double>(wish.width), wish.part.kind == TextPartKind::RightToLeft ? 1 : 0, box);
    RunPicture picture{box[0], box[1], box[2], box[3], {}};
    if (picture.width <= 0 || picture.height <= 0) return {};
    picture.pixels.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
    page_fonts_pixels(picture.width, picture.height, picture.pixels.data());
    return picture;
}

}

void use_fonts_of_page() {
    static constexpr PageFonts k_fonts{width_em, draw};
    use_page_fonts(&k_fonts);
}

}
