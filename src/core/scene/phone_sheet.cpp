#include "core/scene/phone_sheet.hpp"

#include "core/base/messages.hpp"
#include "core/scene/layout.hpp"
#include "core/ui/parts.hpp"

#include <cmath>

namespace atlas {

namespace {

Msg stop_words(float share) {
    if (share <= k_sheet_stops[0]) return Msg::SheetLow;
    return share < k_sheet_stops[2] ? Msg::SheetHalf : Msg::SheetFull;
}

}

bool is_full(const Ui& ui, PhoneSheet sheet) {
    return seen_share(ui, sheet) >= k_sheet_stops[2];
}

Rect phone_sheet_rect(const LayoutInput& input, const Rooms& rooms, PhoneSheet sheet) {
    const float top = rooms.header.bottom(), bottom = rooms.tab_bar.y;
    const float height = std::round((bottom - top) * seen_share(input.ui(), sheet));
    return {0.0f, bottom - height, input.environment.width_px, height};
}

void put_grabber(const LayoutInput& input, const Rooms& rooms, PhoneSheet sheet, const Rect& rect, Pen& pen) {
    const bool is_card = sheet == PhoneSheet::Card;
    const std::string id = is_card ? "card/grabber" : "list/grabber";
    const SheetSlide& slide = input.ui().sheet_slides[static_cast<std::size_t>(sheet)];
    const bool is_hot = is_hovered(input, id) || input.ui().pressed == id;
    pen.horizontal(rect.x, rect.y, rect.w, Ink::Control);
    pen.rect({rect.centre().x - 18.0f, rect.y + 7.0f, 36.0f, 4.0f}, is_hot ? Ink::Accent : Ink::Control, 2.0f);
    const Rect taken{rect.x, rect.y, rect.w, 24.0f};
    const float middle = taken.centre().y - rect.y, bottom = rooms.tab_bar.y, room = bottom - rooms.header.bottom();
    Node node{.id = id,
              .name = std::string(say(is_card ? Msg::CardHeight : Msg::ListHeight, input.lang())),
              .value = std::string(say(stop_words(nearest_stop(slide.share)), input.lang())),
              .zone = is_card ? Zone::Card : Zone::View,
              .role = Role::Slider,
              .rect = taken,
              .number = std::round(static_cast<double>(nearest_stop(slide.share)) * 100.0),
              .number_min = static_cast<double>(k_sheet_stops[0]) * 100.0,
              .number_max = 100.0,
              .cursor = Cursor::ResizeVertical,
              .drag = {is_card ? DragKind::CardHeight : DragKind::ListHeight, bottom + middle, bottom - room + middle,
                       0.0, 1.0},
              .is_fixed = true,
              .action = act::StepSheet{sheet, slide.share >= k_sheet_stops[2] ? -1 : 1}};
    pen.node(std::move(node));
}

}
