// A hand over a small map: what it does reaches the camera as it would in the atlas.
#pragma once

#include "core/geo/camera.hpp"
#include "core/ui/pointer.hpp"
#include "support/france.hpp"

#include <vector>

namespace atlas {

inline Node node_at(std::string id, Zone zone, Rect rect, Role role = Role::Button) {
    Node node;
    node.id = std::move(id);
    node.zone = zone;
    node.role = role;
    node.rect = rect;
    return node;
}

inline Affine shown(const Camera& camera) {
    return camera_affine(france().ground, frame_ground(france().ground, {0, 0, 400, 400}, {}), camera);
}

// A map of 400 x 400 px with one pin, a button over it, and a time track below.
inline Scene small_scene() {
    Scene scene;
    scene.panels.push_back({Zone::Map, {}, "map", {0, 0, 400, 400}, 0, Wheel::ZoomMap});
    scene.panels.push_back({Zone::Timeline, {}, "time", {0, 400, 400, 100}, 0, Wheel::Page});
    Node surface = node_at("map/surface", Zone::Map, {0, 0, 400, 400}, Role::Surface);
    surface.drag.kind = DragKind::Camera;
    scene.nodes.push_back(surface);
    Node pin = node_at("map/pin/a", Zone::Map, {190, 190, 20, 20});
    pin.hit_radius_px = 22;
    pin.action = act::Select{"a"};
    scene.nodes.push_back(pin);
    Node near = node_at("map/pin/b", Zone::Map, {215, 190, 20, 20});
    near.hit_radius_px = 22;
    near.action = act::Select{"b"};
    scene.nodes.push_back(near);
    Node button = node_at("map/zoom-in", Zone::Map, {360, 10, 32, 32});
    button.action = act::Home{};
    scene.nodes.push_back(button);
    Node handle = node_at("timeline/date", Zone::Timeline, {0, 400, 400, 100}, Role::Slider);
    handle.drag = {DragKind::Date, 0, 400, static_cast<double>(from_civil(2005, 1, 1).days),
                   static_cast<double>(from_civil(2025, 1, 1).days)};
    scene.nodes.push_back(handle);
    scene.map = {.rect = {0, 0, 400, 400},
                 .to_screen = shown(home_camera(france().ground)),
                 .ground = &france().ground,
                 .is_visible = true};
    return scene;
}

inline State state_at_home() {
    State state;
    state.camera = home_camera(france().ground);
    return state;
}

struct Hand {
    Scene scene = small_scene();
    State state = state_at_home();
    Pointer pointer;
    std::vector<Action> actions;
    double now_ms = 0;

    PointerOutput send(PointerPhase phase, Point at, int id = 0, bool shift = false) {
        now_ms += 16;
        PointerOutput output = pointer.handle({phase, PointerKind::Mouse, id, at, shift, false, now_ms}, scene, state);
        for (const Action& action : output.actions) {
            actions.push_back(action);
            if (const auto* move = std::get_if<act::MoveCamera>(&action)) state.camera = move->camera;
            if (const auto* zoom = std::get_if<act::ZoomAbout>(&action))
                state.camera = zoom_about(france().ground, state.camera, zoom->place, zoom->factor);
            scene.map.to_screen = shown(state.camera);
        }
        return output;
    }
    template<typename T>
    [[nodiscard]] const T* last() const {
        for (auto action = actions.rbegin(); action != actions.rend(); ++action)
            if (const auto* found = std::get_if<T>(&*action)) return found;
        return nullptr;
    }
};

}
