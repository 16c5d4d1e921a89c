#include "core/scene/figures/layout_figures.hpp"

#include "core/scene/layout.hpp"
#include "core/ui/scroll_box.hpp"

#include <cmath>

namespace atlas {

namespace {

constexpr float k_gutter = 14.0f, k_pad = 18.0f, k_tall = 372.0f, k_low = 282.0f;

float put_title(FiguresPage& page, const Rect& area) {
    const std::string title(say(Msg::FiguresTitle, page.lang())), lead(say(Msg::FiguresLead, page.lang()));
    const Type type{area.w < 560.0f ? 16.0f : 22.0f, FontWeight::SemiBold},
        quiet{12.0f, FontWeight::Regular, Ink::Text2};
    float y = area.y + 40.0f;
    const float used = page.pen.paragraph({area.x, y}, title, type, area.w, 26.0f);
    page.pen.node({.id = "figures/title",
                   .name = title,
                   .value = lead,
                   .zone = Zone::View,
                   .role = Role::Heading,
                   .rect = {area.x, area.y + 18.0f, area.w, used},
                   .level = 2,
                   .cursor = Cursor::Default});
    const float right = area.right() - text_width(lead, quiet.size_px, quiet.weight);
    if (right > area.x + text_width(title, type.size_px, type.weight) + 24.0f) {
        page.pen.text({right, y}, lead, quiet);
        return area.y + 56.0f;
    }
    y += used - 6.0f;
    return y + page.pen.paragraph({area.x, y}, lead, quiet, area.w, 17.0f);
}

float put_tall_boxes(FiguresPage& page, const Rect& area, float y) {
    const bool has_both = has_short_contradictions(page.snapshot());
    const bool is_wide = area.w >= 900.0f;
    const float wide = has_both && is_wide ? std::floor(area.w * 0.64f) : area.w;
    figures_counts(page, {area.x, y, wide, k_tall});
    if (!has_both) return y + k_tall + k_gutter;
    const float beside = area.x + wide + k_gutter, below = y + k_tall + k_gutter;
    figures_contradictions(page, is_wide ? Rect{beside, y, area.right() - beside, k_tall}
                                         : Rect{area.x, below, area.w, k_tall});
    return is_wide ? below : below + k_tall + k_gutter;
}

// Three low boxes side by side, or below one another.
float put_low_boxes(FiguresPage& page, const Rect& area, float y) {
    using Part = bool (*)(FiguresPage&, const Rect&);
    static constexpr Part k_parts[] = {figures_leverage, figures_members, figures_money};
    const int columns = area.w >= 900.0f ? 3 : area.w >= 620.0f ? 2 : 1;
    const float width = (area.w + k_gutter) / static_cast<float>(columns) - k_gutter;
    int column = 0;
    for (const Part part : k_parts) {
        const Rect box{area.x + static_cast<float>(column) * (width + k_gutter), y, width, k_low};
        if (!part(page, box) || ++column < columns) continue;
        column = 0;
        y += k_low + k_gutter;
    }
    return column == 0 ? y : y + k_low + k_gutter;
}

}

Point FiguresPage::box(const Rect& rect, std::string_view id, std::string_view title, std::string_view lead) {
    pen.raised(rect, 8.0f);
    const Type strong{16.0f, FontWeight::SemiBold}, quiet{12.0f, FontWeight::Regular, Ink::Text2};
    pen.text({rect.x + k_pad, rect.y + 28.0f}, ellipsis(title, strong, rect.w - 2 * k_pad), strong);
    const float used = pen.paragraph({rect.x + k_pad, rect.y + 46.0f}, lead, quiet, rect.w - 2 * k_pad, 15.0f, 2);
    pen.node({.id = std::string(id),
              .name = std::string(title),
              .value = std::string(lead),
              .zone = Zone::View,
              .role = Role::Heading,
              .rect = {rect.x + k_pad, rect.y + 10.0f, rect.w - 2 * k_pad, 40.0f},
              .level = 3,
              .cursor = Cursor::Default});
    return {rect.x + k_pad, rect.y + 46.0f + used - 3.0f};
}

void FiguresPage::trace(const Rect& rect, const std::string& id, const std::string& name, const Topic& topic,
                        float hit_radius_px) {
    pen.node({.id = id,
              .name = name,
              .zone = Zone::View,
              .rect = rect,
              .hit_radius_px = hit_radius_px,
              .action = act::OpenSheet{Sheet::SourceList, topic}});
}

void layout_figures(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    const Rect& room = rooms.main;
    pen.rect(room, Ink::Sunken);
    ScrollBox box(input, pen,
                  {.zone = Zone::View,
                   .scroll_name = "figures",
                   .name = std::string(say(Msg::FiguresTitle, input.lang())),
                   .rect = room},
                  room);
    FiguresPage page{input, pen};
    const float margin = room.w < 560.0f ? 12.0f : 24.0f;
    const Rect area{room.x + margin, room.y, room.w - 2 * margin, 0.0f};
    float y = put_tall_boxes(page, area, put_title(page, area));
    y = put_low_boxes(page, area, y);
    for (float (*const part)(FiguresPage&, const Rect&) : {figures_table, figures_all_contradictions}) {
        const float bottom = part(page, {area.x, y, area.w, 0.0f});
        if (bottom > y) y = bottom + k_gutter;
    }
    box.end(y + 24.0f - k_gutter);
}

}
