#pragma once
// The inspector: real Dear ImGui windows over the atlas, in web-debug builds and tests only. It shows the State as a
// tree (view, language, theme and zoom can be changed there), the last hundred Actions (each can be sent again), the
// Scene's records and nodes, what the memo saved, frame times, and the theme's colours, to change while the atlas runs.
// It has an ImGui context of its own, and decides nothing: what it asks for is taken by the host. Cost: one ImGui frame
// for each of the atlas.

#include "core/scene/layout_memo.hpp"
#include "core/state/action.hpp"
#include "core/ui/pointer.hpp"
#include "core/ui/scene.hpp"
#include "core/ui/tokens.hpp"

#include <array>
#include <deque>
#include <memory>
#include <optional>

struct ImDrawData;
struct ImGuiContext;

namespace atlas::view {

// What is looked at; of one frame.
struct Inspected {
    const Session& session;
    const Scene& scene;
    const Environment& environment;
    const LayoutMemo& memo;
    double frame_ms = 0.0; // of the frame before
};

class Inspector {
public:
    static constexpr std::size_t k_actions_kept = 100;
    static constexpr std::size_t k_frames_kept = 240;

    Inspector();
    ~Inspector();
    Inspector(const Inspector&) = delete;
    Inspector& operator=(const Inspector&) = delete;

    void note(const Action& action);
    // True: the event is the inspector's, the atlas must not see it.
    [[nodiscard]] bool point(Point at, PointerPhase phase);
    [[nodiscard]] bool wheel(Point at, float dy_px);
    // Draw over the atlas; valid until the next call.
    [[nodiscard]] ImDrawData* draw(const Inspected& inspected);

    // What a button or a field of the windows asks for.
    [[nodiscard]] std::optional<Action> take_wish();
    [[nodiscard]] const InkChanges& inks() const { return m_inks; }
    [[nodiscard]] const std::deque<Action>& actions() const { return m_actions; }

private:
    void show_actions();
    void show_frames();

    ImGuiContext* m_context = nullptr;
    std::deque<Action> m_actions; // the newest last
    std::deque<float> m_frames_ms;
    std::optional<Action> m_wish;
    InkChanges m_inks{};
};

}
