#pragma once
// The map's camera: a place, a magnification, and where on screen that place is shown. zoom 1 at the home place shows
// the ground's whole frame inside the given room; anything else moves and magnifies about that point. Camera positions
// never depend on the window, so a link shows the same place everywhere. Places far outside the frame do not move the
// camera: they are in insets.

#include "core/base/geometry.hpp"
#include "core/geo/ground.hpp"

#include <span>

namespace atlas {

// zoom is the magnification relative to "the whole frame fits"; 1 is home.
struct Camera {
    double lng_deg = 0.0, lat_deg = 0.0, zoom = 1.0;
    bool operator==(const Camera&) const = default;
};
inline constexpr double k_zoom_min = 1.0, k_zoom_max = 16.0;

// How the frame sits in the map's rectangle at zoom 1.
struct Margins {
    float top = 16.0f, right = 18.0f, bottom = 14.0f, left = 60.0f;
    float align = 1.0f; // 0: at the left margin, 1: at the right one
};
struct Framing {
    Point anchor; // where the camera's place is shown
    double px_per_m = 1.0e-4;
};
[[nodiscard]] Framing frame_ground(const Ground& ground, const Rect& room, const Margins& margins);
[[nodiscard]] Affine camera_affine(const Ground& ground, const Framing& framing, const Camera& camera);

[[nodiscard]] Camera home_camera(const Ground& ground);
// A finite place near the frame: the closer one looks, the farther from the middle one may go, and never so far that
// the frame leaves the screen. Not finite: home.
[[nodiscard]] Camera clamp_camera(const Ground& ground, const Camera& camera);
// The place keeps where it is on screen.
[[nodiscard]] Camera zoom_about(const Ground& ground, const Camera& camera, LngLat place, double factor);
// All the places on screen, with air round them; none near the frame: home.
[[nodiscard]] Camera fit_camera(const Ground& ground, std::span<const LngLat> places);
// The flight from one camera to another; part 0 to 1 is time, eased here (cubic, ease out). Every place between moves
// on a smooth path; 0 and 1 give the cameras themselves.
[[nodiscard]] Camera camera_between(const Ground& ground, const Camera& from, const Camera& to, double part);

}
