#pragma once
// The State: one small comparable value that the URL holds, getState() returns, undo steps through and a kiosk tour
// scripts: a question, and how to look at its answer. Everything that is not worth a link (hover, scroll, open sheets,
// motion) lives in Ui (ui.hpp).

#include "core/base/text.hpp"
#include "core/explore/question.hpp"
#include "core/geo/camera.hpp"

#include <cstdint>
#include <string>

namespace atlas {

enum class View : std::uint8_t { Map, Timeline, List, Stories, Figures, Understand };
enum class ColourTheme : std::uint8_t { Auto, Light, Dark, Contrast };

struct State : Question {
    std::string selected; // cluster id; empty: none
    std::string profile;  // of a region or a domain, "region:53" (profile.hpp); empty: none
    View view = View::Map;
    Camera camera;
    Lang lang = Lang::En;
    ColourTheme theme = ColourTheme::Auto;
    bool operator==(const State&) const = default;
};

// Camera and area on the grid of the permalink (a millionth of a degree, a thousandth of the zoom), inside their
// bounds: every state that update() returns is on it, so that a link reopens to an equal state.
[[nodiscard]] Camera snapped(const Camera& camera);
[[nodiscard]] LngLat snapped(LngLat place);

}
