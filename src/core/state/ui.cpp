#include "core/state/ui.hpp"

#include <algorithm>

namespace atlas {

float scroll_of(const Ui& ui, std::string_view zone) {
    for (const auto& [name, top_px] : ui.scroll_px)
        if (name == zone) return top_px;
    return 0.0f;
}

void set_scroll(Ui& ui, std::string_view zone, float top_px) {
    top_px = std::max(0.0f, top_px);
    for (auto& [name, current] : ui.scroll_px) {
        if (name != zone) continue;
        current = top_px;
        return;
    }
    ui.scroll_px.emplace_back(zone, top_px);
}

}
