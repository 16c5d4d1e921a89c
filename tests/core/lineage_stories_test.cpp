// The stories behind today's names, read off the picture as a reader does: the old name on the left, the new one on the
// right of the same lane or at the other end of a flow, a mark where it happened. The stories are the dossier's.
#include "support/stage.hpp"

#include "core/scene/lineage/lineage_frame.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>

using namespace atlas;

namespace {

struct Words {
    std::string text;
    float x = 0.0f;
};

// Everything that the lineage view shows when it is scrolled from top to bottom, at its height in the whole.
struct Picture {
    std::multimap<float, Words> texts; // by lane, as y
    std::vector<rec::Bezier> flows;
    std::vector<Point> diamonds, rings;

    explicit Picture(Lang lang = Lang::Fr) {
        Stage stage(lang);
        stage.session.state.view = View::Timeline;
        for (float top = 0.0f;; top += 300.0f) {
            set_scroll(stage.session.ui, "lanes", top);
            stage.show();
            const Panel* panel = stage.panel("lanes");
            REQUIRE(panel != nullptr);
            const float last = std::max(0.0f, panel->content_height_px - panel->rect.h);
            collect(stage.scene, panel->rect, std::min(top, last));
            if (top >= last) break;
        }
    }
    // The lane of a name: on the left if it starts the lane, on the right if it is today's.
    [[nodiscard]] float lane(std::string_view name, bool is_left) const {
        for (const auto& [y, words] : texts)
            if ((words.x < 300.0f) == is_left && words.text.find(name) != std::string::npos) return y;
        return -1.0f;
    }
    [[nodiscard]] bool flows_into(float from, float to) const {
        return std::any_of(flows.begin(), flows.end(), [&](const rec::Bezier& flow) {
            return std::fabs(flow.from.y - from) < 2.0f && std::fabs(flow.to.y - to) < 2.0f;
        });
    }
    [[nodiscard]] static bool is_on(const std::vector<Point>& marks, float y) {
        return std::any_of(marks.begin(), marks.end(), [&](Point p) { return std::fabs(p.y - y) < 2.0f; });
    }

private:
    void collect(const Scene& scene, const Rect& body, float top) {
        const auto y_of = [&](float y) { return y - body.y + top; };
        for (const Record& record : scene.records) {
            if (const auto* run = std::get_if<rec::TextRun>(&record))
                if (run->at.y > body.y + 30.0f && run->at.y < body.bottom())
                    texts.insert({y_of(run->at.y - 4.0f), {run->text, run->at.x}});
            if (const auto* flow = std::get_if<rec::Bezier>(&record)) {
                if (flow->paint.ink == Ink::Panel) continue;
                rec::Bezier moved = *flow;
                moved.from.y = y_of(flow->from.y);
                moved.to.y = y_of(flow->to.y);
                flows.push_back(moved);
            }
            if (const auto* shape = std::get_if<rec::Polygon>(&record))
                if (shape->points.size() == 4) diamonds.push_back({shape->points[0].x, y_of(shape->points[1].y)});
            if (const auto* ring = std::get_if<rec::Ring>(&record))
                rings.push_back({ring->centre.x, y_of(ring->centre.y)});
        }
    }
};

}

TEST_CASE("mergers: two old names, a flow with a diamond, today's name at the end of the lane") {
    const Picture picture;
    struct Story {
        const char *goes_on, *joins, *today;
    };
    for (const Story& story : {Story{"SCS", "Optitec", "Aktantis"},
                               {"ViaMéca", "Arve Industries", "CIMES"},
                               {"UP-tex", "MAUD", "EuraMaterials"},
                               {"Route des lasers", "Elopsys", "ALPHA-RLH"},
                               {"PEIFL", "PASS", "Innov’Alliance"},
                               {"Plastipolis", "Elastopôle", "Polymeris"},
                               {"Orpheme", "Cancer-Bio-Santé", "Eurobiomed"},
                               {"Normandy Motor Valley", "Vestapolis", "NextMove"},
                               {"Pôle Risques", "Pégase", "SAFE"},
                               {"PICOM", "IMVN", "Cap Digital"}}) {
        CAPTURE(story.today);
        const float heir = picture.lane(story.today, false);
        const float first = picture.lane(story.goes_on, true), second = picture.lane(story.joins, true);
        REQUIRE(heir >= 0.0f);
        REQUIRE(first >= 0.0f);
        REQUIRE(second >= 0.0f);
        const bool goes_on = std::fabs(first - heir) < 2.0f, joins_instead = std::fabs(second - heir) < 2.0f;
        CHECK(goes_on != joins_instead); // one of them is the lane, the other one flows into it
        CHECK(picture.flows_into(goes_on ? second : first, heir));
        CHECK(Picture::is_on(picture.diamonds, heir));
    }
}

TEST_CASE("new names: the old one on the left, a ring, the new one on the right of the same lane") {
    const Picture picture;
    for (const auto& [before, today] : {std::pair("Industries et Agro-Ressources", "Bioeconomy For Change"),
                                        {"SCS", "Aktantis"},
                                        {"Normandy Motor Valley", "NextMove"},
                                        {"PEIFL", "Innov’Alliance"},
                                        {"Filière équine", "Hippolia"},
                                        {"Lyon Urban Truck", "CARA"},
                                        {"Pôle nucléaire Bourgogne", "Nuclear Valley"}}) {
        const std::string_view old_name = before, new_name = today;
        CAPTURE(new_name);
        const float y = picture.lane(old_name, true);
        REQUIRE(y >= 0.0f);
        CHECK(std::fabs(y - picture.lane(new_name, false)) < 2.0f);
        CHECK(Picture::is_on(picture.rings, y));
    }
}

TEST_CASE("two dates compared: each lane says what became of it, beside its name") {
    Stage stage;
    stage.session.state.view = View::Timeline;
    stage.session.state.compare = PartialDate{2007, 4, 0};
    stage.show();
    const auto marks_at = [&](std::string_view id, auto is_mark) {
        const Node* node = stage.node("lineage/" + std::string(id));
        REQUIRE(node != nullptr);
        const float y = node->rect.centre().y;
        return std::count_if(stage.scene.records.begin(), stage.scene.records.end(),
                             [&](const Record& record) { return is_mark(record, y); });
    };
    const auto near = [](Point at, float y) { return at.x > 224.0f && at.x < 240.0f && std::fabs(at.y - y) < 3.0f; };
    CHECK(marks_at("hippolia", [&](const Record& r, float y) {
              const auto* ring = std::get_if<rec::Ring>(&r);
              return ring != nullptr && near(ring->centre, y);
          }) == 1);
    CHECK(marks_at("valorial", [&](const Record& r, float y) {
              const auto* bar = std::get_if<rec::RectFill>(&r);
              return bar != nullptr && near(bar->rect.centre(), y);
          }) == 1);
    CHECK(marks_at("innoviandes", [&](const Record& r, float y) {
              const auto* line = std::get_if<rec::Line>(&r);
              return line != nullptr && near({(line->from.x + line->to.x) / 2, (line->from.y + line->to.y) / 2}, y);
          }) == 2);
    CHECK(marks_at("avenia",
                   [&](const Record& r, float y) {
                       const auto* shape = std::get_if<rec::Polygon>(&r);
                       return shape != nullptr && shape->points.size() == 3 && near(shape->points[0], y);
                   }) +
              marks_at("avenia",
                       [&](const Record& r, float y) {
                           const auto* shape = std::get_if<rec::Polyline>(&r);
                           return shape != nullptr && shape->points.size() == 3 && near(shape->points[0], y);
                       }) ==
          1);
}
