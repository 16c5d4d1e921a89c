#pragma once
// What each view is to the window: its tab, what stands beside it, and who lays out its main room.

#include "core/base/messages.hpp"
#include "core/scene/layout.hpp"
#include "core/ui/icons.hpp"

namespace atlas {

struct ViewTraits {
    Icon icon = Icon::None;
    Msg label{};
    bool has_strip = false; // the phases stand below: the view is of one date
    bool has_filters = true, has_card = true;
    void (*layout)(const LayoutInput& input, const Rooms& rooms, Pen& pen) = nullptr; // in rooms.main
};

[[nodiscard]] const ViewTraits& traits_of(View view);

}
