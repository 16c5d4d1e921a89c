#pragma once
// Cameras over the mainland's Lambert-93 plane. zoom 1 shows all of mainland France in the map's padded rect; a camera
// names the place in the middle of that rect. All functions are pure and cheap; the results are clamped so that France
// is never lost.

#include "core/geo/projection.hpp"
#include "core/scene/geometry.hpp"

#include <vector>

namespace atlas {

[[nodiscard]] Camera home_camera();
[[nodiscard]] Camera clamp_camera(const Camera& camera);
// Keeps `place` where it is on screen while zooming by `factor`.
[[nodiscard]] Camera zoom_about(const Camera& camera, LngLat place, double factor);
// Shows all places with some room round them; one place, or none: a sensible zoom, home.
[[nodiscard]] Camera fit_camera(const std::vector<LngLat>& places);
// Where the eye is: the camera itself, or between `from` and it while a flight lasts. progress: 0..1, eased inside.
[[nodiscard]] Camera camera_between(const Camera& from, const Camera& to, double progress);
// Lambert-93 metres -> px for a map whose padded rect (where France fits at zoom 1) is given.
[[nodiscard]] Affine camera_transform(const Camera& camera, const Rect& padded);

}
