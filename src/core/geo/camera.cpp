#include "core/geo/camera.hpp"

#include "core/base/elementary.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {
namespace {

constexpr double k_fit_air = 0.82;       // of the frame that a fitted result may fill
constexpr double k_fit_zoom_max = 8.0;   // a single seat is shown with its surroundings
constexpr double k_reach_at_home = 0.25; // of half the frame

Metres place_of(const Ground& ground, const Camera& camera) {
    return ground.projection.project({camera.lng_deg, camera.lat_deg});
}

Camera camera_at(const Ground& ground, Metres place, double zoom) {
    const LngLat centre = ground.projection.unproject(place);
    return {centre.lng_deg, centre.lat_deg, zoom};
}

bool is_near(const MapBounds& frame, Metres place) {
    const double margin_m = std::min(3.0e5, frame.width_m());
    return place.x_m > frame.min_x_m - margin_m && place.x_m < frame.max_x_m + margin_m &&
           place.y_m > frame.min_y_m - margin_m && place.y_m < frame.max_y_m + margin_m;
}

bool is_projectable(const Camera& camera) {
    return std::isfinite(camera.lng_deg) && std::isfinite(camera.lat_deg) && std::isfinite(camera.zoom) &&
           std::abs(camera.lng_deg) <= 180.0 && std::abs(camera.lat_deg) < 89.0;
}

}

Framing frame_ground(const Ground& ground, const Rect& room, const Margins& margins) {
    const float width = std::max(room.w - margins.left - margins.right, 1.0f);
    const float height = std::max(room.h - margins.top - margins.bottom, 1.0f);
    const double scale = std::min(static_cast<double>(width) / ground.frame.width_m(),
                                  static_cast<double>(height) / ground.frame.height_m());
    const float spare_x = width - static_cast<float>(scale * ground.frame.width_m());
    const float spare_y = height - static_cast<float>(scale * ground.frame.height_m());
    const double left = static_cast<double>(room.x + margins.left + spare_x * margins.align);
    const double top = static_cast<double>(room.y + margins.top + spare_y * 0.5f);
    const Metres home = place_of(ground, home_camera(ground));
    return {{static_cast<float>(left + scale * (home.x_m - ground.frame.min_x_m)),
             static_cast<float>(top + scale * (ground.frame.max_y_m - home.y_m))},
            scale};
}

Affine camera_affine(const Ground& ground, const Framing& framing, const Camera& camera) {
    const double scale = framing.px_per_m * camera.zoom;
    const Metres place = place_of(ground, camera);
    return {scale, -scale, static_cast<double>(framing.anchor.x) - scale * place.x_m,
            static_cast<double>(framing.anchor.y) + scale * place.y_m};
}

Camera home_camera(const Ground& ground) {
    return {ground.home.lng_deg, ground.home.lat_deg, 1.0};
}

Camera clamp_camera(const Ground& ground, const Camera& camera) {
    if (!is_projectable(camera)) return home_camera(ground);
    const double zoom = std::clamp(camera.zoom, k_zoom_min, k_zoom_max);
    const double reach = 1.0 - (1.0 - k_reach_at_home) / zoom;
    const double reach_x = reach * ground.frame.width_m() / 2.0;
    const double reach_y = reach * ground.frame.height_m() / 2.0;
    const Metres place = place_of(ground, camera), home = place_of(ground, home_camera(ground));
    if (!std::isfinite(place.x_m) || !std::isfinite(place.y_m)) return home_camera(ground); // beyond what is projected
    // Near home the reach is measured from the home place, farther in from the middle of the frame.
    const double inward = (zoom - 1.0) / zoom;
    const Metres frame_middle = ground.frame.centre();
    const Metres middle{home.x_m + (frame_middle.x_m - home.x_m) * inward,
                        home.y_m + (frame_middle.y_m - home.y_m) * inward};
    const Metres inside{std::clamp(place.x_m, middle.x_m - reach_x, middle.x_m + reach_x),
                        std::clamp(place.y_m, middle.y_m - reach_y, middle.y_m + reach_y)};
    // A metre of grace, so that what was clamped and rounded once stays where it is.
    const bool is_inside = std::hypot(inside.x_m - place.x_m, inside.y_m - place.y_m) < 1.0;
    return is_inside ? Camera{camera.lng_deg, camera.lat_deg, zoom} : camera_at(ground, inside, zoom);
}

Camera zoom_about(const Ground& ground, const Camera& camera, LngLat place, double factor) {
    if (!is_projectable(camera) || !std::isfinite(factor) || factor <= 0.0) return camera;
    if (!is_projectable({place.lng_deg, place.lat_deg, 1.0})) return camera;
    const double zoom = std::clamp(camera.zoom * factor, k_zoom_min, k_zoom_max);
    const Metres fixed = ground.projection.project(place), centre = place_of(ground, camera);
    const double shrink = camera.zoom / zoom;
    return camera_at(
        ground, {fixed.x_m + (centre.x_m - fixed.x_m) * shrink, fixed.y_m + (centre.y_m - fixed.y_m) * shrink}, zoom);
}

Camera fit_camera(const Ground& ground, std::span<const LngLat> places) {
    MapBounds bounds{1.0e12, 1.0e12, -1.0e12, -1.0e12};
    for (const LngLat& place : places) {
        if (!is_projectable({place.lng_deg, place.lat_deg, 1.0})) continue;
        const Metres at = ground.projection.project(place);
        if (!is_near(ground.frame, at)) continue;
        bounds = {std::min(bounds.min_x_m, at.x_m), std::min(bounds.min_y_m, at.y_m), std::max(bounds.max_x_m, at.x_m),
                  std::max(bounds.max_y_m, at.y_m)};
    }
    if (bounds.max_x_m < bounds.min_x_m) return home_camera(ground);
    const double zoom_x = k_fit_air * ground.frame.width_m() / std::max(bounds.width_m(), 1.0);
    const double zoom_y = k_fit_air * ground.frame.height_m() / std::max(bounds.height_m(), 1.0);
    const double zoom = std::clamp(std::min(zoom_x, zoom_y), k_zoom_min, k_fit_zoom_max);
    if (zoom <= k_zoom_min) return home_camera(ground);
    return camera_at(ground, {(bounds.min_x_m + bounds.max_x_m) / 2.0, (bounds.min_y_m + bounds.max_y_m) / 2.0}, zoom);
}

Camera camera_between(const Ground& ground, const Camera& from, const Camera& to, double part) {
    if (!(part > 0.0)) return from;
    if (part >= 1.0) return to;
    const double eased = 1.0 - (1.0 - part) * (1.0 - part) * (1.0 - part);
    const double zoom = from.zoom * power(to.zoom / from.zoom, eased);
    // The place moves in step with 1/zoom, so that a zoom about a point keeps that point still all the way.
    const double far_in = 1.0 / from.zoom - 1.0 / to.zoom;
    const double way = std::abs(far_in) > 1.0e-6 ? (1.0 / from.zoom - 1.0 / zoom) / far_in : eased;
    const Metres a = place_of(ground, from), b = place_of(ground, to);
    return camera_at(ground, {a.x_m + (b.x_m - a.x_m) * way, a.y_m + (b.y_m - a.y_m) * way}, zoom);
}

}
