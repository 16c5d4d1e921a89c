#include "platform/web/overlay.hpp"
#include "view/inspector/inspector.hpp"

namespace atlas::web {

namespace {

class InspectorOverlay final : public Overlay {
public:
    explicit InspectorOverlay(app::Atlas& atlas) {
        atlas.watch([this](const Action& action) {
            if (!std::holds_alternative<act::Hover>(action)) m_inspector.note(action);
        });
    }

    bool takes(const PointerInput& input) override { return m_inspector.point(input.at, input.phase); }
    bool takes(const WheelInput& input) override { return m_inspector.wheel(input.at, input.dy_px); }

    bool draw(app::Atlas& atlas, Surface& surface, double last_frame_ms) override {
        surface.draw_over(*m_inspector.draw(
            {atlas.session(), atlas.scene(), atlas.environment(), atlas.layout_input().memo, last_frame_ms}));
        surface.recolour(m_inspector.inks());
        const std::optional<Action> wish = m_inspector.take_wish();
        if (wish) atlas.dispatch(*wish);
        return wish.has_value();
    }

private:
    view::Inspector m_inspector;
};

}

std::unique_ptr<Overlay> make_overlay(app::Atlas& atlas) {
    return std::make_unique<InspectorOverlay>(atlas);
}

}
