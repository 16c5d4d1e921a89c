#pragma once
// The sheets of a phone, list and card, stand over the lower part of the room between header and tab bar. A grabber on
// top of them is dragged, tapped, or moved by keys from one of three heights to the next.

#include "core/scene/layout.hpp"

namespace atlas {

inline constexpr float k_grabber = 18.0f; // at the top of the sheet; taken at 24 px (WCAG 2.5.8)

[[nodiscard]] bool is_full(const Ui& ui, PhoneSheet sheet); // covers all of the room, standing still
[[nodiscard]] Rect phone_sheet_rect(const LayoutInput& input, const Rooms& rooms, PhoneSheet sheet); // at this moment
void put_grabber(const LayoutInput& input, const Rooms& rooms, PhoneSheet sheet, const Rect& rect, Pen& pen);

}
