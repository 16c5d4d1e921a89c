#pragma once
// A window on the bundled snapshot: a session, a size, and the Scene that layout() makes of them.

#include "core/scene/layout.hpp"
#include "core/scene/layout_memo.hpp"
#include "core/state/update.hpp"
#include "support/bundled_snapshot.hpp"
#include "support/france.hpp"

#include <string>
#include <string_view>

namespace atlas {

struct Stage {
    const Snapshot& snapshot = bundled_snapshot();
    const SnapshotIndex& index = bundled_index();
    const MapGeometry& geometry = france();
    std::shared_ptr<LayoutMemo> memo = std::make_shared<LayoutMemo>();
    Environment environment;
    Session session;
    Result result;
    Scene scene;

    explicit Stage(Lang lang = Lang::Fr, float width_px = 1280.0f, float height_px = 800.0f) {
        environment.width_px = width_px;
        environment.height_px = height_px;
        session.state = initial_state(snapshot, index.ground, lang);
    }
    [[nodiscard]] LayoutInput input() {
        result = evaluate(snapshot, index, session.state);
        return {{snapshot, index, session, result, environment}, geometry, *memo};
    }
    const Scene& show() {
        scene = layout(input());
        return scene;
    }
    void send(const Action& action) {
        result = evaluate(snapshot, index, session.state);
        session = update({snapshot, environment, result, index}, session, action);
    }
    [[nodiscard]] const Node* node(std::string_view id) const {
        for (const Node& node : scene.nodes)
            if (node.id == id) return &node;
        return nullptr;
    }
    // Sends the action of a node, as a click does; false when there is none.
    bool click(std::string_view id) {
        const Node* found = node(id);
        if (found == nullptr || !found->action) return false;
        send(Action(*found->action));
        show();
        return true;
    }
    [[nodiscard]] const Panel* panel(std::string_view scroll_name) const {
        for (const Panel& panel : scene.panels)
            if (panel.scroll_name == scroll_name) return &panel;
        return nullptr;
    }
    // Every text drawn, in order, one per line.
    [[nodiscard]] std::string texts() const {
        std::string out;
        for (const Record& record : scene.records)
            if (const auto* run = std::get_if<rec::TextRun>(&record)) (out += run->text) += '\n';
        return out;
    }
    [[nodiscard]] bool shows(std::string_view text) const { return texts().find(text) != std::string::npos; }
};

// Left and right end of a text as drawn.
inline std::pair<float, float> extent(const rec::TextRun& run) {
    const float width = text_width(run.text, run.size_px, run.weight);
    const float left = run.align == Align::Left     ? run.at.x
                       : run.align == Align::Centre ? run.at.x - width * 0.5f
                                                    : run.at.x - width;
    return {left, left + width};
}

}
