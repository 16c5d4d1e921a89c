#include "platform/web/overlay.hpp"
#include "view/inspector/inspector.hpp"

namespace atlas::web {

namespace {

class InspectorOverlay final : public Overlay {
public:
    explicit InspectorOverlay(app::Atlas& atlas) {
        atlas.watch([this](const Action& action) {
            const bool is_passing = std::holds_alternative<act::Hover>(action);
            if (!is_passing && !m_is_replaying) m_inspector.note(action);
        });
    }

    bool takes(const PointerInput& input) override { return m_inspector.point(input.at, input.phase); }
    bool takes(const WheelInput& input) override { return m_inspector.wheel(input.at, input.dy_px); }

    void draw(app::Atlas& atlas, Surface& surface, double last_frame_ms) override {
        surface.draw_over(*m_inspector.draw({atlas.session(), atlas.scene(), atlas.environment(), last_frame_ms}));
        surface.recolour(m_inspector.inks());
        const std::optional<Action> replay = m_inspector.take_replay();
        if (!replay) return;
        m_is_replaying = true;
        atlas.dispatch(*replay);
        m_is_replaying = false;
    }

private:
    view::Inspector m_inspector;
    bool m_is_replaying = false;
};

}

std::unique_ptr<Overlay> make_overlay(app::Atlas& atlas) {
    return std::make_unique<InspectorOverlay>(atlas);
}

}
