// What the painter makes of each kind of record, as text: clip rectangles, vertices in sixteenths of a px with their
// colour, triangles. One golden for each kind; every field of a record must show in it, and so must the record itself.
#include "core/geo/map_geometry.hpp"
#include "core/ui/scene.hpp"
#include "support/golden.hpp"
#include "view/painter.hpp"

#include "imgui.h"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <set>

using namespace atlas;

namespace {

using Records = std::vector<Record>;

struct Example {
    std::string name;
    Records records;
    std::size_t about = 0;                             // which of them the golden is for
    std::vector<std::function<void(Record&)>> changes; // one for each field, each of which must be seen
};

template<class Kind, class Change>
std::function<void(Record&)> of(Change change) {
    return [change](Record& record) { change(std::get<Kind>(record)); };
}

std::string sixteenths(float px) {
    return std::to_string(std::lround(px * 16.0f));
}

std::string hex(ImU32 colour) {
    char text[9];
    std::snprintf(text, sizeof text, "%08x", static_cast<unsigned>(colour));
    return text;
}

std::string dump(const ImDrawData& data) {
    std::string text;
    for (const ImDrawList* list : data.CmdLists) {
        for (const ImDrawCmd& command : list->CmdBuffer) {
            if (command.ElemCount == 0) continue;
            const ImVec4& clip = command.ClipRect;
            text += "clip " + sixteenths(clip.x) + " " + sixteenths(clip.y) + " " + sixteenths(clip.z) + " " +
                    sixteenths(clip.w) + "\ntriangles";
            for (unsigned int i = 0; i < command.ElemCount; ++i)
                text += (i % 3 == 0 ? "  " : " ") +
                        std::to_string(list->IdxBuffer[static_cast<int>(command.IdxOffset + i)]);
            text += "\n";
        }
        for (const ImDrawVert& vertex : list->VtxBuffer)
            text += sixteenths(vertex.pos.x) + " " + sixteenths(vertex.pos.y) + " " + hex(vertex.col) + "\n";
    }
    return text;
}

std::string painted(const Records& records) {
    view::Painter painter;
    Environment environment;
    environment.width_px = environment.height_px = 120.0f;
    Scene scene;
    scene.records = records;
    return dump(*painter.paint(scene, environment, ColourTheme::Light));
}

constexpr Paint k_ink{Ink::Accent, 255}, k_other{Ink::Error, 255};
constexpr Rect k_rect{20.25f, 30.5f, 40.0f, 24.0f};
const std::vector<Point> k_corners{{20, 20}, {60, 24}, {56, 70}, {24, 64}};

Example rect_fill() {
    using Fill = rec::RectFill;
    return {"rect_fill",
            {Fill{k_rect, 0.0f, k_ink}},
            0,
            {of<Fill>([](Fill& r) { r.rect.x += 1.0f; }), of<Fill>([](Fill& r) { r.rect.w += 1.0f; }),
             of<Fill>([](Fill& r) { r.radius = 6.0f; }), of<Fill>([](Fill& r) { r.paint = k_other; }),
             of<Fill>([](Fill& r) { r.paint.alpha = 128; })}};
}

Example rect_frame() {
    using Frame = rec::RectFrame;
    return {"rect_frame",
            {Frame{k_rect, 4.0f, 2.0f, k_ink}},
            0,
            {of<Frame>([](Frame& r) { r.rect.y += 1.0f; }), of<Frame>([](Frame& r) { r.radius = 0.0f; }),
             of<Frame>([](Frame& r) { r.thickness = 3.0f; }), of<Frame>([](Frame& r) { r.paint = k_other; })}};
}

Example disc() {
    using Disc = rec::Disc;
    return {"disc",
            {Disc{{50, 40}, 9.0f, k_ink}},
            0,
            {of<Disc>([](Disc& r) { r.centre.x += 0.25f; }), of<Disc>([](Disc& r) { r.radius = 10.0f; }),
             of<Disc>([](Disc& r) { r.paint = k_other; })}};
}

Example ring() {
    using Ring = rec::Ring;
    return {"ring",
            {Ring{{50, 40}, 9.0f, 2.0f, k_ink}},
            0,
            {of<Ring>([](Ring& r) { r.centre.y += 0.25f; }), of<Ring>([](Ring& r) { r.radius = 10.0f; }),
             of<Ring>([](Ring& r) { r.thickness = 3.0f; }), of<Ring>([](Ring& r) { r.paint = k_other; })}};
}

Example line() {
    using Line = rec::Line;
    return {"line",
            {Line{{10, 20}, {90, 80}, 2.0f, k_ink, 30.0f, 10.0f}},
            0,
            {of<Line>([](Line& r) { r.from.x += 1.0f; }), of<Line>([](Line& r) { r.to.y += 1.0f; }),
             of<Line>([](Line& r) { r.thickness = 3.0f; }), of<Line>([](Line& r) { r.paint = k_other; }),
             of<Line>([](Line& r) { r.dash_px = 20.0f; }), of<Line>([](Line& r) { r.gap_px = 5.0f; }),
             of<Line>([](Line& r) { r.dash_px = 0.0f; })}};
}

Example polyline() {
    using Polyline = rec::Polyline;
    return {"polyline",
            {Polyline{k_corners, 2.0f, k_ink, true}},
            0,
            {of<Polyline>([](Polyline& r) { r.points[1].x += 1.0f; }),
             of<Polyline>([](Polyline& r) { r.closed = false; }), of<Polyline>([](Polyline& r) { r.thickness = 3.0f; }),
             of<Polyline>([](Polyline& r) { r.paint = k_other; })}};
}

Example polygon() {
    using Polygon = rec::Polygon;
    return {"polygon",
            {Polygon{k_corners, k_ink}},
            0,
            {of<Polygon>([](Polygon& r) { r.points[2].y += 1.0f; }),
             of<Polygon>([](Polygon& r) { r.points.pop_back(); }), of<Polygon>([](Polygon& r) { r.paint = k_other; })}};
}

Example bezier() {
    using Bezier = rec::Bezier;
    return {"bezier",
            {Bezier{{10, 20}, {50, 20}, {40, 80}, {90, 80}, 2.0f, k_ink}},
            0,
            {of<Bezier>([](Bezier& r) { r.from.y += 1.0f; }), of<Bezier>([](Bezier& r) { r.control_1.x += 9.0f; }),
             of<Bezier>([](Bezier& r) { r.control_2.x += 9.0f; }), of<Bezier>([](Bezier& r) { r.to.y += 1.0f; }),
             of<Bezier>([](Bezier& r) { r.thickness = 3.0f; }), of<Bezier>([](Bezier& r) { r.paint = k_other; })}};
}

Example text_run() {
    using Run = rec::TextRun;
    return {"text_run",
            {Run{{60, 50}, "Pôle", 14.0f, FontWeight::Regular, Align::Centre, k_ink, Paint{Ink::Halo, 255}}},
            0,
            {of<Run>([](Run& r) { r.at.x += 2.0f; }), of<Run>([](Run& r) { r.at.y += 1.0f; }),
             of<Run>([](Run& r) { r.text = "Pole"; }), of<Run>([](Run& r) { r.size_px = 16.0f; }),
             of<Run>([](Run& r) { r.weight = FontWeight::SemiBold; }), of<Run>([](Run& r) { r.align = Align::Left; }),
             of<Run>([](Run& r) { r.align = Align::Right; }), of<Run>([](Run& r) { r.paint = k_other; }),
             of<Run>([](Run& r) { r.halo = {}; })}};
}

Example icon_run() {
    using Run = rec::IconRun;
    return {"icon_run",
            {Run{{40.5f, 60.25f}, Icon::Close, 16.0f, IconStyle::Regular, k_ink}},
            0,
            {of<Run>([](Run& r) { r.centre.x += 0.25f; }), of<Run>([](Run& r) { r.icon = Icon::Check; }),
             of<Run>([](Run& r) { r.size_px = 24.0f; }), of<Run>([](Run& r) { r.style = IconStyle::Bold; }),
             of<Run>([](Run& r) { r.paint = k_other; })}};
}

Example hatch() {
    using Hatch = rec::Hatch;
    return {"hatch",
            {Hatch{k_rect, 12.0f, 1.5f, k_ink}},
            0,
            {of<Hatch>([](Hatch& r) { r.rect.h += 4.0f; }), of<Hatch>([](Hatch& r) { r.step_px = 8.0f; }),
             of<Hatch>([](Hatch& r) { r.thickness = 2.0f; }), of<Hatch>([](Hatch& r) { r.paint = k_other; })}};
}

Example fade() {
    using Fade = rec::Fade;
    return {"fade",
            {Fade{k_rect, k_ink, Paint{Ink::Sea, 0}}},
            0,
            {of<Fade>([](Fade& r) { r.rect.x += 1.0f; }), of<Fade>([](Fade& r) { r.left = k_other; }),
             of<Fade>([](Fade& r) { r.right = k_other; }), of<Fade>([](Fade& r) { std::swap(r.left, r.right); })}};
}

const Record k_anything = rec::RectFill{{0, 0, 100, 100}, 0.0f, k_other};

Example clip_push() {
    using Push = rec::ClipPush;
    return {"clip_push", {Push{k_rect}, k_anything}, 0, {of<Push>([](Push& r) { r.rect.w -= 4.0f; })}};
}

Example clip_pop() {
    return {"clip_pop", {rec::ClipPush{k_rect}, k_anything, rec::ClipPop{}, k_anything}, 2, {}};
}

Example mesh() {
    static MapMesh square, triangle;
    square.x_m = {0, 1000, 1000, 0};
    square.y_m = {0, 0, 2000, 2000};
    square.triangles = {0, 1, 2, 0, 2, 3};
    triangle = square;
    triangle.triangles.resize(3);
    using Mesh = rec::Mesh;
    return {"mesh",
            {Mesh{&square, {0.02, -0.02, 30.0, 90.0}, k_ink}},
            0,
            {of<Mesh>([](Mesh& r) { r.mesh = &triangle; }), of<Mesh>([](Mesh& r) { r.to_screen.scale_x = 0.03; }),
             of<Mesh>([](Mesh& r) { r.to_screen.offset_y = 80.0; }), of<Mesh>([](Mesh& r) { r.paint = k_other; })}};
}

Example lines() {
    static MapLines coasts, coast;
    coasts.x_m = {0, 1000, 1010, 3000, 500, 2500, 9.0e5f, 9.1e5f}; // one corner is too near to be seen
    coasts.y_m = {0, 800, 800, 200, 2500, 3000, 0, 0};             // the last line is far outside
    coasts.starts = {0, 4, 6, 8};
    coast = coasts;
    coast.starts = {0, 4};
    using Lines = rec::Lines;
    return {"lines",
            {Lines{&coasts, {0.02, -0.02, 30.0, 90.0}, 1.5f, k_ink}},
            0,
            {of<Lines>([](Lines& r) { r.lines = &coast; }), of<Lines>([](Lines& r) { r.to_screen.scale_y = -0.03; }),
             of<Lines>([](Lines& r) { r.to_screen.offset_x = 20.0; }), of<Lines>([](Lines& r) { r.thickness = 2.5f; }),
             of<Lines>([](Lines& r) { r.paint = k_other; })}};
}

std::vector<Example> examples() {
    return {rect_fill(), rect_frame(), disc(),  ring(), line(),      polyline(), polygon(), bezier(),
            text_run(),  icon_run(),   hatch(), fade(), clip_push(), clip_pop(), mesh(),    lines()};
}

}

TEST_CASE("there is a golden for every kind of record") {
    std::set<std::size_t> kinds;
    for (const Example& example : examples()) kinds.insert(example.records[example.about].index());
    CHECK(kinds.size() == std::variant_size_v<Record>);
}

TEST_CASE("golden draw lists of every kind of record") {
    for (const Example& example : examples()) {
        INFO(example.name, ", painted by Dear ImGui ", IMGUI_VERSION, ", kept from 1.92.2b");
        const std::string now = painted(example.records);
        CHECK(now == test::golden("painter_" + example.name + ".txt", now));
    }
}

TEST_CASE("a golden depends on its record and on every field of it") {
    for (const Example& example : examples()) {
        CAPTURE(example.name);
        const std::string whole = painted(example.records);
        Records without = example.records;
        without.erase(without.begin() + static_cast<std::ptrdiff_t>(example.about));
        CHECK(painted(without) != whole);
        for (std::size_t i = 0; i < example.changes.size(); ++i) {
            CAPTURE(i);
            Records changed = example.records;
            example.changes[i](changed[example.about]);
            CHECK(painted(changed) != whole);
        }
    }
}

TEST_CASE("corners too near to be told apart and lines outside the window cost no vertex") {
    const Example all = lines();
    MapLines seen;
    seen.x_m = {0, 1000, 3000, 500, 2500};
    seen.y_m = {0, 800, 200, 2500, 3000};
    seen.starts = {0, 3, 5};
    Records few = all.records;
    std::get<rec::Lines>(few[0]).lines = &seen;
    CHECK(painted(few) == painted(all.records));
}
