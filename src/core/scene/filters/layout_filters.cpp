// The filter panel: at the left of wide windows, a sheet from the left in compact ones, a sheet of its own on a phone.

#include "core/base/messages.hpp"
#include "core/scene/filters/filter_parts.hpp"
#include "core/scene/later.hpp"
#include "core/scene/layout.hpp"
#include "core/ui/scroll_box.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr float k_padding = 16.0f, k_sheet_width = 280.0f;

bool is_sheet_open(const LayoutInput& input) {
    return input.ui().sheet == Sheet::Filters;
}

float put_facets(const Column& column, float y, Breakpoint breakpoint) {
    for (const FacetSection& section : facet_sections(column.input, breakpoint)) y = put_facet(column, y, section);
    column.pen.horizontal(column.x, y, column.w);
    return y + 8.0f;
}

// Search stays at the top, drawn over what scrolls under it.
void put_panel(const Column& column, const Rect& room, Breakpoint breakpoint) {
    const LayoutInput& input = column.input;
    const float search_height = column.is_touch ? 44.0f : 36.0f;
    const Rect search{column.x, room.y + 14.0f, column.w, search_height};
    Panel panel{column.zone, "filters", std::string(say(Msg::Filters, input.lang())), room, 0.0f, Wheel::Scroll};
    panel.fixed_top_px = search.bottom() + 6.0f - room.y;
    panel.is_in_dialog = is_sheet_open(input);
    ScrollBox box(input, column.pen, panel, below_head(panel));
    const float baseline = search.bottom() + 30.0f;
    const float count_end = put_count(column, baseline);
    float y = baseline + 12.0f;
    if (!input.state().filter.is_empty()) {
        const float right = column.x + column.w;
        const float link = text_width(say(Msg::ClearAll, input.lang()), 12.0f, FontWeight::Regular);
        const bool fits = count_end + 10.0f + link <= right;
        if (!fits) y += 20.0f;
        put_clear_all(column, right, fits ? baseline : baseline + 22.0f);
        y = put_chips(column, y);
    }
    y = put_empty_state(column, y, EmptyLook::Panel);
    y = put_later_suggestions(column, y);
    box.end(put_facets(column, y, breakpoint) + 8.0f);
    put_search_field(column, search);
}

void put_scrim(const LayoutInput& input, Pen& pen) {
    const Rect window{0, 0, input.environment.width_px, input.environment.height_px};
    pen.rect(window, Ink::Text, 0.0f, 0.32f);
    pen.panel({Zone::Sheet, {}, std::string(say(Msg::Filters, input.lang())), window, 0.0f, Wheel::Page});
    pen.node({.id = "sheet/outside", // without a name: for the pointer alone, the sheet has its own button
              .zone = Zone::Sheet,
              .role = Role::Surface,
              .rect = window,
              .cursor = Cursor::Default,
              .action = act::Dismiss{}});
}

void put_sheet_title(const Column& column, const Rect& room) {
    const Lang lang = column.lang();
    column.pen.text({column.x, room.y + 30.0f}, say(Msg::Filters, lang), {16.0f, FontWeight::SemiBold});
    Node heading;
    heading.id = "sheet/title";
    heading.name = say(Msg::Filters, lang);
    heading.zone = column.zone;
    heading.role = Role::Heading;
    heading.level = 2;
    heading.cursor = Cursor::Default;
    heading.rect = {column.x, room.y + 10.0f, column.w - 44.0f, 28.0f};
    column.pen.node(std::move(heading));
    Button close{"sheet/close", std::string(say(Msg::Close, lang)), {}, Icon::Close, ButtonLook::Icon,
                 column.zone,   act::OpenSheet{Sheet::None, {}}};
    const float size = column.is_touch ? 44.0f : 36.0f;
    put_button(column.input, column.pen, {room.right() - size - 6.0f, room.y + 4.0f, size, size}, close);
}

void put_show_button(const Column& column, const Rect& room) {
    const auto count = static_cast<std::int64_t>(column.input.result.shown_count);
    Button show;
    show.id = "sheet/show";
    show.label = say_count(Plural::ShowClusters, column.lang(), count);
    show.look = ButtonLook::Primary;
    show.zone = column.zone;
    show.action = act::OpenSheet{Sheet::None, {}};
    column.pen.rect(room, Ink::Panel);
    column.pen.horizontal(room.x, room.y, room.w);
    put_button(column.input, column.pen, {column.x, room.y + 8.0f, column.w, 44.0f}, show);
}

}

void layout_filters(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    const Rect& room = rooms.filters;
    if (room.is_empty()) return;
    pen.rect(room, Ink::Panel);
    pen.vertical(room.right() - 1.0f, room.y, room.h);
    const Column column{input, pen, Zone::Filters, room.x + k_padding, room.w - 2 * k_padding, false};
    put_panel(column, room, rooms.breakpoint);
}

void layout_filter_sheet(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    if (!is_sheet_open(input) || !rooms.filters.is_empty()) return;
    const float width = input.environment.width_px, height = input.environment.height_px;
    const bool is_phone = rooms.breakpoint == Breakpoint::Mobile;
    const Rect sheet = is_phone ? Rect{0, 0, width, height} : Rect{0, 0, std::min(k_sheet_width, width), height};
    put_scrim(input, pen);
    pen.rect(sheet, Ink::Panel);
    const Column frame{input, pen, Zone::Sheet, sheet.x + k_padding, sheet.w - 2 * k_padding, is_phone};
    put_sheet_title(frame, sheet);
    const float foot = is_phone ? 60.0f : 0.0f, head = is_phone ? 44.0f : 36.0f;
    Column column = frame;
    column.zone = Zone::Filters; // scrolls by itself
    put_panel(column, {sheet.x, sheet.y + head, sheet.w, sheet.h - head - foot}, rooms.breakpoint);
    if (is_phone) put_show_button(frame, {sheet.x, sheet.bottom() - foot, sheet.w, foot});
    if (!is_phone) pen.vertical(sheet.right() - 1.0f, 0.0f, height);
}

}
