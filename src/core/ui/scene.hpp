#pragma once
// The Scene: everything one frame shows, as numbers. layout() makes it from snapshot, state and size; it is bounded by
// pixels, not by data: what is too small to see is folded and counted, never dropped.

#include "core/geo/ground.hpp"
#include "core/ui/node.hpp"
#include "core/ui/record.hpp"

#include <string>
#include <vector>

namespace atlas {

// Where the map is on screen, for turning pointer movement into camera Actions.
struct MapFrame {
    Rect rect;
    Affine to_screen; // metres of the ground -> px
    const Ground* ground = nullptr;
    bool is_visible = false;
    bool is_choosing = false;     // an area by its corners (state/area_choice.hpp)
    std::optional<LngLat> corner; // the first one, once it is set
};

// The real <input type=search> that the page lays over the drawn frame.
struct SearchField {
    Rect rect;
    std::string placeholder, name, text;
    float size_px = 13.0f;
    bool is_visible = false;
};

struct Scene {
    std::vector<Record> records;
    std::vector<Node> nodes;
    std::vector<Panel> panels;
    MapFrame map;
    SearchField search;
    bool has_tooltip = false;    // something that Escape takes away
    bool waits = false;          // a room's code is not there yet (later.hpp)
    double next_frame_ms = -1.0; // when motion or playback needs another frame; -1: idle

    void ask_frame(double in_ms) {
        if (next_frame_ms < 0.0 || in_ms < next_frame_ms) next_frame_ms = in_ms;
    }
};

}
