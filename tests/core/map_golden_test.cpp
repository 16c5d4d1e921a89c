// Golden scenes: five cameras, rounded to 1/16 px (support/golden.hpp: how to renew them).

#include "map_stage.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>

using namespace atlas;

namespace {

std::string grid(float px) {
    return std::to_string(std::lround(px * 16.0f));
}

std::string dump(const Scene& scene) {
    std::string text;
    for (const Record& record : scene.records) {
        if (const auto* run = std::get_if<rec::TextRun>(&record))
            text += "text " + grid(run->at.x) + " " + grid(run->at.y) + " " + run->text + "\n";
        if (const auto* icon = std::get_if<rec::IconRun>(&record))
            text += "icon " + grid(icon->centre.x) + " " + grid(icon->centre.y) + " " +
                    std::to_string(static_cast<int>(icon->icon)) + "\n";
        if (const auto* line = std::get_if<rec::Line>(&record))
            text += "line " + grid(line->from.x) + " " + grid(line->from.y) + " " + grid(line->to.x) + " " +
                    grid(line->to.y) + "\n";
        if (const auto* mesh = std::get_if<rec::Mesh>(&record))
            text += "mesh " + grid(mesh->to_screen.to_screen(7.0e5, 6.6e6).x) + " " + mesh->mesh->code + "\n";
    }
    return text;
}

// Equal but for a sixteenth of a pixel in the numbers (native and wasm round the same value apart).
bool is_same(const std::string& a, const std::string& b) {
    std::size_t i = 0, j = 0;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    while (i < a.size() && j < b.size()) {
        if (is_digit(a[i]) && is_digit(b[j])) {
            const long p = std::strtol(a.c_str() + i, nullptr, 10), q = std::strtol(b.c_str() + j, nullptr, 10);
            if (std::labs(p - q) > 1) return false;
            while (i < a.size() && is_digit(a[i])) ++i;
            while (j < b.size() && is_digit(b[j])) ++j;
            continue;
        }
        if (a[i++] != b[j++]) return false;
    }
    return i == a.size() && j == b.size();
}

}

TEST_CASE("golden scenes of five cameras") {
    const struct {
        const char* name;
        Camera camera;
        float width, height;
    } views[] = {{"home", home_camera(france().ground), 1280, 800},
                 {"paris", {2.35, 48.86, 6.0}, 1280, 800},
                 {"lyon", {4.85, 45.75, 4.0}, 1280, 800},
                 {"compact", home_camera(france().ground), 640, 420},
                 {"south_west", {0.6, 44.2, 2.5}, 900, 600}};
    for (const auto& view : views) {
        MapStage stage(bundled(), view.width, view.height);
        stage.session.state.camera = clamp_camera(france().ground, view.camera);
        const std::string now = dump(stage.frame());
        INFO(view.name);
        CHECK(is_same(now, test::golden(std::string("map_") + view.name + ".txt", now)));
    }
}
