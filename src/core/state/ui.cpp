#include "core/state/ui.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

bool is_flying(const Ui& ui) {
    return ui.flight.duration_ms > 0.0 && ui.now_ms < ui.flight.start_ms + ui.flight.duration_ms;
}

Camera seen_camera(const Ground& ground, const Session& session) {
    const Flight& flight = session.ui.flight;
    if (!is_flying(session.ui)) return session.state.camera;
    return camera_between(ground, flight.from, session.state.camera,
                          (session.ui.now_ms - flight.start_ms) / flight.duration_ms);
}

bool is_sliding(const Ui& ui, PhoneSheet sheet) {
    const SheetSlide& slide = ui.sheet_slides[static_cast<std::size_t>(sheet)];
    return ui.now_ms - slide.start_ms < k_slide_ms;
}

float seen_share(const Ui& ui, PhoneSheet sheet) {
    const SheetSlide& slide = ui.sheet_slides[static_cast<std::size_t>(sheet)];
    if (!is_sliding(ui, sheet)) return slide.share;
    const float left = 1.0f - static_cast<float>((ui.now_ms - slide.start_ms) / k_slide_ms);
    return slide.share + (slide.from - slide.share) * left * left * left;
}

float nearest_stop(float share) {
    return *std::min_element(std::begin(k_sheet_stops), std::end(k_sheet_stops),
                             [&](float a, float b) { return std::fabs(a - share) < std::fabs(b - share); });
}

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
