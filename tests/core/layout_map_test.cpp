#include "core/geo/camera.hpp"
#include "core/scene/layout.hpp"
#include "core/scene/layout_memo.hpp"
#include "core/scene/map/layout_map_sheet.hpp"
#include "core/scene/map/layout_map_view.hpp"
#include "core/snapshot/load.hpp"
#include "core/state/update.hpp"
#include "map_stage.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <random>
#include <set>

using namespace atlas;
namespace {

using Stage = MapStage;

std::map<std::string, Point> pins_of(const Scene& scene) {
    std::map<std::string, Point> pins;
    for (const Node& node : scene.nodes)
        if (node.id.starts_with("map/pin/")) pins[node.id.substr(8)] = node.rect.centre();
    return pins;
}

const Node* find(const Scene& scene, std::string_view id) {
    for (const Node& node : scene.nodes)
        if (node.id == id) return &node;
    return nullptr;
}

std::multiset<std::string> texts_of(const Scene& scene) {
    std::multiset<std::string> texts;
    for (const Record& record : scene.records)
        if (const auto* run = std::get_if<rec::TextRun>(&record)) texts.insert(run->text);
    return texts;
}

bool says(const Scene& scene, std::string_view part) {
    for (const std::string& text : texts_of(scene))
        if (text.find(part) != std::string::npos) return true;
    return false;
}

float nearest_pair(const std::map<std::string, Point>& pins) {
    float nearest = 1.0e9f;
    for (auto a = pins.begin(); a != pins.end(); ++a)
        for (auto b = std::next(a); b != pins.end(); ++b)
            nearest = std::min(nearest, distance_px(a->second, b->second));
    return nearest;
}

PartialDate year(int y) {
    return {static_cast<std::int16_t>(y), 0, 0};
}

}

TEST_CASE("all label holders of the default date stand apart at 1280 x 800, each within the room and named") {
    Stage stage;
    const Scene scene = stage.frame();
    const std::map<std::string, Point> pins = pins_of(scene);
    const Date day = last_day(stage.session.state.date);
    const Rect room = arrange(stage.session, stage.environment).main;
    const std::multiset<std::string> texts = texts_of(scene);
    int holders = 0;
    for (const Cluster& cluster : stage.snapshot.clusters) {
        if (cluster.kind == ClusterKind::Partner || !holds_at(cluster, day)) continue;
        ++holders;
        INFO(cluster.id);
        REQUIRE(pins.contains(cluster.id));
        CHECK(room.contains(pins.at(cluster.id)));
        const LngLat seat{cluster.seat->lng_deg, cluster.seat->lat_deg};
        if (france().territory_of(seat) == k_main_territory) CHECK(texts.contains(cluster.short_name));
        CHECK(find(scene, "map/pin/" + cluster.id)->hit_radius_px == 22.0f);
    }
    CHECK(holders == 53);
    CHECK(nearest_pair(pins) >= 21.9f);
}

TEST_CASE("pins stay apart at every width, every year and between zoom steps") {
    for (const auto& size : {std::pair{1280.0f, 800.0f}, {900.0f, 600.0f}, {640.0f, 420.0f}, {390.0f, 844.0f}}) {
        const float width = size.first, height = size.second;
        Stage stage(bundled(), width, height);
        const float radius = width > 1200 ? 10.0f : width > 800 ? 9.0f : width > 500 ? 8.0f : 9.0f;
        for (int y = 2005; y <= 2026; y += 3) {
            for (const double zoom : {1.0, 1.1, 1.7, 2.6, 5.0}) {
                stage.session.state.camera = clamp_camera(france().ground, {4.0, 46.5, zoom});
                const std::map<std::string, Point> pins = pins_of(stage.at(year(y)));
                INFO(width << " wide, " << y << ", zoom " << zoom);
                CHECK(nearest_pair(pins) >= 2 * radius + 0.5f);
            }
        }
    }
}

TEST_CASE("who holds no label has no pin, but for the lost ones, which are marked and counted in the legend") {
    Stage stage;
    const Scene scene = stage.frame();
    const Date day = last_day(stage.session.state.date);
    std::set<std::string> lost;
    for (const auto& [id, at] : pins_of(scene))
        if (!holds_at(stage.snapshot.clusters[*stage.snapshot.find_cluster(id)], day)) lost.insert(id);
    CHECK(lost ==
          std::set<std::string>{"fibres-energivie", "materalia", "tes"}); // dossier: on the list of 2023, not of 2026
    CHECK(says(scene, "absent de la liste 2026"));
    CHECK(says(scene, "liste 2026"));
}

TEST_CASE("a label that ended years before a list was drawn up is not missing from it") {
    Stage stage; // Trimatec: on the list of 2007, its label ended by 2018 at the latest
    for (std::int16_t y = 2023; y <= 2025; ++y)
        for (std::uint8_t month = y == 2023 ? 3 : 1; month <= 12; ++month) {
            const Scene scene = stage.at({y, month, 0});
            INFO(y << "-" << int{month});
            CHECK(pins_of(scene).count("trimatec") == 0);
            CHECK(pins_of(scene).count("tes") == 1);
            CHECK(!says(scene, "absent de la liste"));
        }
}

TEST_CASE("a lost one stands hollow where the whole filter lets it through, and is a grey dot elsewhere") {
    const auto lost = [](const auto& ask) {
        Stage stage;
        ask(stage.session.state.filter);
        const std::map<std::string, Point> pins = pins_of(stage.frame());
        return std::pair(pins.count("tes"), pins.count("materalia"));
    };
    const std::pair<std::size_t, std::size_t> only_tes(1, 0), neither(0, 0), both(1, 1);
    CHECK(lost([](Filter& filter) { filter.of(Facet::Sector) = {"digital"}; }) == only_tes);
    CHECK(lost([](Filter& filter) { filter.text = "tes"; }) == only_tes);
    CHECK(lost([](Filter& filter) { filter.area = {{-1.0, 48.9}, {0.2, 48.9}, {-0.3, 49.6}}; }) == only_tes);
    CHECK(lost([](Filter& filter) { filter.of(Facet::Status) = {"ended"}; }) == both);
    CHECK(lost([](Filter& filter) { filter.of(Facet::Status) = {"labelled"}; }) == neither);
    CHECK(lost([](Filter& filter) { filter.of(Facet::Term) = {"4y"}; }) == neither); // they hold no label at the date
}

TEST_CASE("the legend says what is true at the date") {
    Stage stage;
    const Scene then = stage.at(year(2010));
    CHECK(!says(then, "absent"));
    CHECK(!says(then, "liste 2026"));
    CHECK(says(then, "labellisé, 2010"));
    CHECK(!says(then, "hors filtre"));
    stage.session.state.filter.of(Facet::Domain) = {"energy"};
    CHECK(says(stage.frame(), "hors filtre"));
}

TEST_CASE("names on the map are those of the date") {
    Stage stage;
    CHECK(says(stage.at(year(2010)), "Mov’eo"));
    CHECK(!says(stage.at(year(2010)), "NextMove"));
    CHECK(says(stage.at(year(2024)), "NextMove"));
}

TEST_CASE("selection and hover never move a pin") {
    Stage stage;
    const std::map<std::string, Point> before = pins_of(stage.frame());
    stage.session.ui.hover = "map/pin/axelera";
    CHECK(pins_of(stage.frame()) == before);
    // on a small screen the card lies over the map, so the room stays the same
    Stage small(bundled(), 640.0f, 420.0f);
    const std::map<std::string, Point> still = pins_of(small.frame());
    small.session.state.selected = "medicen-paris-region";
    CHECK(pins_of(small.frame()) == still);
}

TEST_CASE("panning moves all pins and names alike") {
    Stage stage;
    stage.session.state.camera = clamp_camera(france().ground, {3.0, 46.5, 2.0});
    const Scene before = stage.frame();
    stage.session.state.camera = clamp_camera(france().ground, {3.12, 46.44, 2.0});
    const Scene after = stage.frame();
    const std::map<std::string, Point> a = pins_of(before), b = pins_of(after);
    const Point shift{b.at("axelera").x - a.at("axelera").x, b.at("axelera").y - a.at("axelera").y};
    CHECK(std::hypot(shift.x, shift.y) > 5.0f);
    for (const auto& [id, at] : a) {
        if (!b.contains(id) || id == "qualitropic") continue; // left the room, or in an inset
        CHECK(b.at(id).x - at.x == doctest::Approx(shift.x).epsilon(0.001));
        CHECK(b.at(id).y - at.y == doctest::Approx(shift.y).epsilon(0.001));
    }
    const auto place = [](const Scene& scene, std::string_view name) {
        for (const Record& record : scene.records)
            if (const auto* run = std::get_if<rec::TextRun>(&record); run && run->text == name) return run->at;
        return Point{};
    };
    for (const char* name : {"Axelera", "CIMES", "Vitagora"})
        CHECK(place(after, name).x - place(before, name).x == doctest::Approx(shift.x).epsilon(0.001));
}

TEST_CASE("dropping the memo never changes a scene") {
    Stage warm;
    for (const double zoom : {1.0, 3.0, 1.4, 9.0}) {
        warm.session.state.camera = clamp_camera(france().ground, {4.8, 45.7, zoom});
        Stage cold;
        cold.session = warm.session;
        const Scene a = warm.frame(), b = cold.frame();
        CHECK(pins_of(a) == pins_of(b));
        CHECK(texts_of(a) == texts_of(b));
        CHECK(a.records.size() == b.records.size());
    }
}

TEST_CASE("the order of the clusters in the snapshot does not matter") {
    Snapshot shuffled = bundled();
    shuffled.events.clear(); // they refer to clusters by place
    shuffled.stories.clear();
    shuffled.meta.tour.clear();
    for (PolicySection& section : shuffled.policy)
        for (PolicyItem& item : section.items) item.clusters.clear();
    Snapshot plain = shuffled;
    std::shuffle(shuffled.clusters.begin(), shuffled.clusters.end(), std::mt19937(5));
    shuffled.index_ids();
    plain.index_ids();
    for (const double zoom : {1.0, 2.2}) {
        Stage one(plain), two(shuffled);
        one.session.state.camera = two.session.state.camera = clamp_camera(france().ground, {2.4, 48.8, zoom});
        CHECK(pins_of(one.frame()) == pins_of(two.frame()));
        CHECK(texts_of(one.frame()) == texts_of(two.frame()));
    }
}

TEST_CASE("when the date moves, pins travel and are exact at rest") {
    Stage stage;
    const std::map<std::string, Point> before = pins_of(stage.at(year(2018)));
    const std::map<std::string, Point> after = pins_of(stage.at(year(2019)));
    REQUIRE(before.contains("up-tex"));
    REQUIRE(!after.contains("up-tex"));
    stage.session.ui.transition = {year(2018), 10000.0, 600.0};
    const auto circles = [](const Scene& scene) {
        return std::count_if(scene.records.begin(), scene.records.end(),
                             [](const Record& r) { return std::holds_alternative<rec::Disc>(r); });
    };
    const Scene start = stage.frame();
    CHECK(start.next_frame_ms == 0.0);
    CHECK(pins_of(start).at("axelera") == before.at("axelera"));
    stage.session.ui.now_ms = 10300.0;
    const Scene middle = stage.frame();
    CHECK(middle.next_frame_ms == 0.0);
    stage.session.ui.now_ms = 10600.0;
    const Scene end = stage.frame();
    CHECK(end.next_frame_ms < 0.0);
    CHECK(pins_of(end) == after);
    CHECK(circles(middle) > circles(end)); // those who leave are still on their way
    stage.environment.reduced_motion = true;
    stage.session.ui.now_ms = 10300.0;
    CHECK(pins_of(stage.frame()) == after);
    CHECK(stage.frame().next_frame_ms < 0.0);
}

TEST_CASE("the tooltip waits, can be entered, and leaves with Escape") {
    Stage stage;
    stage.session.ui.hover = "map/pin/axelera";
    stage.session.ui.hover_since_ms = stage.session.ui.now_ms - 50.0;
    const Scene early = stage.frame();
    CHECK(find(early, "map/tooltip/axelera") == nullptr);
    CHECK(early.next_frame_ms == doctest::Approx(70.0));
    stage.session.ui.now_ms += 100.0;
    const Scene late = stage.frame();
    const Node* tip = find(late, "map/tooltip/axelera");
    REQUIRE(tip != nullptr);
    CHECK(tip->value.find("Solaize (69)") != std::string::npos);
    // without a gap between pin and tooltip
    const Node* pin = find(late, "map/pin/axelera");
    CHECK(tip->rect.y + tip->rect.h >= pin->rect.y);
    stage.session.ui.hover = "map/tooltip/axelera"; // the pointer moved in
    CHECK(find(stage.frame(), "map/tooltip/axelera") != nullptr);
    stage.session.ui.tooltip_dismissed = stage.session.ui.hover;
    CHECK(find(stage.frame(), "map/tooltip/axelera") == nullptr);
    stage.session.ui.hover.clear();
    stage.session.ui.tooltip_dismissed.clear();
    stage.session.ui.focus = "map/pin/axelera"; // the keyboard needs no delay
    CHECK(find(stage.frame(), "map/tooltip/axelera") != nullptr);
}

namespace {

Snapshot crowd(std::size_t count) {
    Snapshot snapshot = bundled();
    snapshot.events.clear();
    snapshot.stories.clear();
    snapshot.policy.clear();
    snapshot.meta.tour.clear();
    const Cluster model = snapshot.clusters[*snapshot.find_cluster("axelera")];
    snapshot.clusters.clear();
    std::mt19937 random(6);
    std::normal_distribution<double> near(0.0, 0.4);
    std::uniform_real_distribution<double> lng(-1.0, 6.5), lat(43.5, 49.0);
    for (std::size_t i = 0; i < count; ++i) {
        Cluster cluster = model;
        cluster.id = "c" + std::to_string(100000 + i);
        cluster.name = cluster.short_name = "Pôle " + std::to_string(i);
        const bool is_in_town = i % 2 == 0;
        cluster.seat->lng_deg = is_in_town ? 2.35 + near(random) : lng(random);
        cluster.seat->lat_deg = is_in_town ? 48.86 + near(random) * 0.7 : lat(random);
        cluster.seat->earlier.clear();
        snapshot.clusters.push_back(cluster);
    }
    snapshot.index_ids();
    return snapshot;
}

std::size_t folded_count(const Scene& scene) {
    std::size_t sum = 0;
    for (const Node& node : scene.nodes) {
        if (!node.id.starts_with("map/fold/")) continue;
        std::string digits;
        for (const char c : node.name)
            if (c >= '0' && c <= '9') digits += c;
        sum += static_cast<std::size_t>(std::atoi(digits.c_str()));
    }
    return sum;
}

}

TEST_CASE("what is folded is counted: nobody is dropped") {
    const Snapshot snapshot = crowd(3000);
    Stage stage(snapshot);
    const Scene scene = stage.frame();
    CHECK(folded_count(scene) + pins_of(scene).size() == 3000);
    for (const Node& node : scene.nodes)
        if (node.id.starts_with("map/fold/")) CHECK(node.action.has_value());
    float nearest = 1.0e9f;
    std::vector<Point> all;
    for (const Node& node : scene.nodes)
        if (node.hit_radius_px > 0.0f) all.push_back(node.rect.centre());
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) nearest = std::min(nearest, distance_px(all[i], all[j]));
    CHECK(nearest >= 26.0f); // two counted pins of radius 13
}

TEST_CASE("a scene is bounded by pixels: ten times the clusters, at most a few more records") {
    const Snapshot some = crowd(2000), many = crowd(20000);
    Stage a(some), b(many);
    CHECK(b.frame().records.size() < 2 * a.frame().records.size());
    CHECK(b.frame().nodes.size() < 700);
}

TEST_CASE("as far in as it goes, a counted pin still opens") {
    Snapshot snapshot = crowd(400);
    for (Cluster& cluster : snapshot.clusters) {
        cluster.seat->lng_deg = 2.35;
        cluster.seat->lat_deg = 48.86;
    }
    Stage stage(snapshot);
    stage.session.state.camera = clamp_camera(france().ground, {2.35, 48.86, 16.0});
    const Scene scene = stage.frame();
    REQUIRE(folded_count(scene) == 400);
    for (const Node& node : scene.nodes)
        if (node.id.starts_with("map/fold/")) CHECK(std::holds_alternative<act::SetArea>(*node.action));
}

TEST_CASE("clusters without a place are counted, not hidden") {
    Snapshot snapshot = bundled();
    snapshot.clusters[*snapshot.find_cluster("axelera")].seat.reset();
    snapshot.index_ids();
    Stage stage(snapshot);
    const Scene scene = stage.frame();
    CHECK(!pins_of(scene).contains("axelera"));
    CHECK(says(scene, "1 sans lieu connu"));
}

TEST_CASE("the selected cluster shows its regions, its predecessors and its partners") {
    Stage stage;
    const auto count = [&](Ink ink) {
        int found = 0;
        for (const Record& record : stage.frame().records) {
            if (const auto* mesh = std::get_if<rec::Mesh>(&record)) found += mesh->paint.ink == ink;
            if (const auto* arc = std::get_if<rec::Bezier>(&record)) found += arc->paint.ink == ink;
        }
        return found;
    };
    CHECK(count(Ink::LandSelected) == 0);
    stage.session.state.selected = "nextmove";
    CHECK(count(Ink::LandSelected) == 2);       // Normandie, Île-de-France
    stage.session.state.selected = "polymeris"; // joined by Elastopôle of Orléans
    CHECK(count(Ink::Accent) >= 1);
}

TEST_CASE("the sheet for export has title, date, legend and source line and no buttons") {
    Stage stage;
    const Result result = evaluate(stage.snapshot, *stage.index, stage.session.state);
    const LayoutInput input{
        {stage.snapshot, *stage.index, stage.session, result, stage.environment}, geometry(), stage.memo};
    const Scene sheet = layout_map_sheet(input, 1600.0f, 1200.0f);
    CHECK(says(sheet, stage.snapshot.meta.title.in(Lang::Fr)));
    CHECK(says(sheet, "2026"));
    CHECK(says(sheet, "liste 2026"));
    CHECK(says(sheet, "Natural Earth"));
    for (const Domain& domain : stage.snapshot.domains) CHECK(says(sheet, domain.name.in(Lang::Fr)));
    CHECK(says(sheet, "2005–2008"));
    CHECK(find(sheet, "map/zoom-in") == nullptr);
    CHECK(pins_of(sheet).size() == pins_of(stage.frame()).size());
}
