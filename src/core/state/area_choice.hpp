#pragma once
// An area chosen by two corners of it, without a drag: by two clicks, two taps, or arrows and Enter. Pure; O(1).

#include "core/geo/camera.hpp"

#include <optional>
#include <vector>

namespace atlas {

struct AreaChoice {
    bool is_on = false;
    bool is_by_keys = false;      // arrows moved the cursor: it is drawn, and what lies there is said
    LngLat cursor;                // where the next corner would be
    std::optional<LngLat> corner; // the first one, once it is set
    bool operator==(const AreaChoice&) const = default;
};

// So many steps of the cursor lead across what the camera shows of the frame.
inline constexpr double k_area_steps = 60.0;

// Upright on the map as it is drawn: four corners. None where both places lie on one line of it.
[[nodiscard]] std::vector<LngLat> area_between(const Projection& projection, LngLat a, LngLat b);
// Some steps further, inside the frame.
[[nodiscard]] LngLat stepped(const Ground& ground, const Camera& camera, LngLat from, int east, int north);
// Moved no further than it takes to show the place in every window.
[[nodiscard]] Camera camera_showing(const Ground& ground, Camera camera, LngLat place);

}
