#pragma once
// One atlas on one canvas: app, surface and pointer, and the few questions the page asks. JSON text in and out.

#include "app/announcer.hpp"
#include "app/atlas.hpp"
#include "core/ui/pointer.hpp"
#include "platform/web/overlay.hpp"
#include "platform/web/surface.hpp"
#include "platform/web/table_call.hpp"

namespace atlas::web {

class Instance {
public:
    [[nodiscard]] bool can_draw() const { return m_surface.has_context(); }
    [[nodiscard]] std::string load(std::string_view snapshot, std::string_view map);
    [[nodiscard]] std::string import(const TableCall& call);
    bool learn(std::string_view json);
    [[nodiscard]] std::string dispatch(std::string_view json);
    [[nodiscard]] std::string set(std::string_view json);
    [[nodiscard]] std::string open(std::string_view permalink);
    [[nodiscard]] std::string query(std::string_view what);
    void set_environment(std::string_view json);
    [[nodiscard]] std::uint32_t pointer(const PointerInput& input);
    [[nodiscard]] bool wheel(const WheelInput& input);
    // Milliseconds until the next frame is needed; -1: none until something happens.
    [[nodiscard]] double frame(double now_ms);
    void lose_context() { m_surface.lose(); }
    void restore_context() { m_surface.restore(); }

private:
    void take(PointerOutput output);
    [[nodiscard]] std::string stats() const;
    [[nodiscard]] std::string events();

    app::Atlas m_atlas;
    app::Announcer m_announcer;
    Surface m_surface;
    Pointer m_pointer;
    std::unique_ptr<Overlay> m_overlay = make_overlay(m_atlas);
    int m_frames = 0;
    double m_last_frame_ms = 0.0;
};

}
