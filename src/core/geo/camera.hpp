#pragma once
// The map's camera: a place, a magnification, and where on screen that place is shown. zoom 1 at the home place shows
// all of mainland France inside the given room; anything else moves and magnifies about that point. Camera positions
// never depend on the window, so a link shows the same place everywhere. Places outside the mainland's projection
// (overseas) do not move the camera: they are in insets.

#include "core/base/geometry.hpp"
#include "core/geo/map_geometry.hpp"

#include <span>

namespace atlas {

// zoom is the magnification relative to "all of mainland France fits"; 1 is home.
struct Camera {
    double lng_deg = 2.6, lat_deg = 46.6, zoom = 1.0;
    bool operator==(const Camera&) const = default;
};
inline constexpr double k_zoom_min = 1.0, k_zoom_max = 16.0;

// Corner coordinates of mainland France and Corsica in Lambert-93, with the margin of the design's frame.
inline constexpr MapBounds k_mainland_frame{99000.0, 6046000.0, 1243000.0, 7112000.0};

// How the mainland sits in the map's rectangle at zoom 1.
struct Margins {
    float top = 16.0f, right = 18.0f, bottom = 14.0f, left = 60.0f;
    float align = 1.0f; // 0: at the left margin, 1: at the right one
};
struct Framing {
    Point anchor; // where the camera's place is shown
    double px_per_m = 1.0e-4;
};
[[nodiscard]] Framing frame_mainland(const Rect& room, const Margins& margins);
[[nodiscard]] Affine camera_affine(const Framing& framing, const Camera& camera);

[[nodiscard]] Camera home_camera();
// A finite place near France: the closer one looks, the farther from the middle one may go, and never so far that
// France leaves the screen. Not finite: home.
[[nodiscard]] Camera clamp_camera(const Camera& camera);
// The place keeps where it is on screen.
[[nodiscard]] Camera zoom_about(const Camera& camera, LngLat place, double factor);
// All the places on screen, with air round them; nothing on the mainland: home.
[[nodiscard]] Camera fit_camera(std::span<const LngLat> places);
// The flight from one camera to another; part 0 to 1 is time, eased here (cubic, ease out). Every place between moves
// on a smooth path; 0 and 1 give the cameras themselves.
[[nodiscard]] Camera camera_between(const Camera& from, const Camera& to, double part);

}
