// A host that shows less: what it leaves out takes no room, makes no node, and leaves no button that leads nowhere.
#include "core/scene/later.hpp"
#include "core/scene/layout.hpp"
#include "core/scene/layout_memo.hpp"
#include "core/scene/natural_height.hpp"
#include "core/state/update.hpp"
#include "support/bundled_snapshot.hpp"
#include "support/france.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace atlas;

namespace {

struct Pane {
    Environment environment;
    Session session;
    Result result;
    LayoutMemo memo;
    const MapGeometry& geometry = france();

    Pane(float width, float height) {
        environment.width_px = width;
        environment.height_px = height;
        environment.reduced_motion = true;
        session.state = initial_state(bundled_snapshot(), france().ground, Lang::Fr);
        ask();
    }
    void ask() { result = evaluate(bundled_snapshot(), bundled_index(), session.state); }
    LayoutInput input() {
        return {{bundled_snapshot(), bundled_index(), session, result, environment}, geometry, memo};
    }
    Scene scene() { return layout(input()); }
    float natural() { return natural_height(input(), scene()); }
};

bool has_zone(const Scene& scene, Zone zone) {
    return std::any_of(scene.nodes.begin(), scene.nodes.end(), [&](const Node& node) { return node.zone == zone; });
}

bool has_id(const Scene& scene, std::string_view start) {
    return std::any_of(scene.nodes.begin(), scene.nodes.end(),
                       [&](const Node& node) { return node.id.starts_with(start); });
}

struct Size {
    float width, height;
};
constexpr Size k_windows[] = {{1280, 800}, {1000, 700}, {640, 420}, {390, 844}};
constexpr Parts k_map_alone{false, false, false, false, false, false};

}

TEST_CASE("the map alone fills the window at every width") {
    for (const Size& size : k_windows) {
        CAPTURE(size.width);
        Pane pane(size.width, size.height);
        pane.environment.parts = k_map_alone;
        const Rooms rooms = arrange(pane.session, pane.environment);
        CHECK(rooms.main == Rect{0, 0, size.width, size.height});
        const Scene scene = pane.scene();
        for (const Zone zone : {Zone::Header, Zone::Filters, Zone::Timeline, Zone::TabBar})
            CHECK_FALSE(has_zone(scene, zone));
        CHECK_FALSE(has_id(scene, "map/inset/"));
        CHECK(has_id(scene, "map/"));
    }
}

TEST_CASE("each part comes and goes by itself") {
    struct Sign {
        bool Parts::*part;
        const char* node;
    };
    constexpr Sign k_signs[] = {{&Parts::tools, "header/share"},
                                {&Parts::rooms, "header/view-"},
                                {&Parts::filters, "filters/count"},
                                {&Parts::strip, "timeline/"},
                                {&Parts::insets, "map/inset/"}};
    for (const Sign& sign : k_signs) {
        CAPTURE(sign.node);
        Pane pane(1280, 800);
        CHECK(has_id(pane.scene(), sign.node));
        pane.environment.parts.*sign.part = false;
        CHECK_FALSE(has_id(pane.scene(), sign.node));
        pane.environment.parts = k_map_alone;
        pane.environment.parts.*sign.part = true;
        CHECK(has_id(pane.scene(), sign.node));
    }
}

TEST_CASE("without rooms nothing leads into one") {
    for (const Size& size : k_windows)
        for (const char* selected : {"", "axelera"}) {
            Pane pane(size.width, size.height);
            pane.environment.parts.rooms = false;
            pane.session.state.selected = selected;
            pane.ask();
            const Scene scene = pane.scene();
            for (const Node& node : scene.nodes) {
                CAPTURE(node.id);
                const bool leads = node.action && (std::holds_alternative<act::SetView>(*node.action) ||
                                                   std::holds_alternative<act::ReadStory>(*node.action));
                CHECK_FALSE(leads);
            }
        }
}

TEST_CASE("filters stay in reach on a phone without tabs") {
    Pane pane(390, 844);
    pane.environment.parts.rooms = false;
    CHECK(has_id(pane.scene(), "header/filters"));
    pane.environment.parts.rooms = true;
    CHECK_FALSE(has_id(pane.scene(), "header/filters"));
}

TEST_CASE("the natural height follows from width and content alone, and holds what is open") {
    for (const Size& size : k_windows)
        for (const char* selected : {"", "axelera", "cap-digital"})
            for (const View view : {View::Map, View::Stories}) {
                CAPTURE(size.width);
                CAPTURE(selected);
                CAPTURE(static_cast<int>(view));
                Pane pane(size.width, size.height);
                pane.session.state.selected = selected;
                pane.session.state.view = view;
                pane.ask();
                const float natural = pane.natural();
                CHECK(natural >= 320.0f);
                CHECK(natural <= k_natural_most_px);
                for (const float other : {500.0f, natural, 2000.0f}) {
                    pane.environment.height_px = other;
                    CHECK(pane.natural() == doctest::Approx(natural).epsilon(0.003));
                }
                pane.environment.height_px = natural;
                const Scene scene = pane.scene();
                if (natural < k_natural_most_px)
                    for (const Panel& panel : scene.panels)
                        if (panel.zone == Zone::Card && panel.natural_height_px > 0.0f)
                            CHECK(panel.natural_height_px <= panel.rect.h + 2.0f);
            }
}
