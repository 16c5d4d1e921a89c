// Profiles against the clusters themselves, against what the filter counts, and against what is drawn.
#include "core/read/profile.hpp"

#include "core/explore/facets.hpp"
#include "core/read/label_words.hpp"
#include "core/read/read.hpp"
#include "core/state/permalink.hpp"
#include "core/ui/hit.hpp"
#include "core/ui/pointer.hpp"
#include "support/stage.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <set>

using namespace atlas;

namespace {

struct Regions : Stage {
    Regions() : Stage(Lang::Fr, 1280.0f, 4000.0f) {}
    void at(std::string_view date) { session.state.date = *parse_partial_date(date); }
    Profile of(Facet facet, std::string_view value) { return make_profile(input(), {facet, std::string(value)}); }
    std::vector<FacetCount> counts(Facet facet) { return input().result.of(facet); }
    [[nodiscard]] std::set<std::string> names(const std::vector<ClusterIndex>& clusters) const {
        std::set<std::string> out;
        for (const ClusterIndex cluster : clusters) out.insert(snapshot.clusters[cluster].id);
        return out;
    }
    // Down and up at a place, as a mouse does.
    void tap(Pointer& pointer, Point at, double now_ms) {
        for (const PointerPhase phase : {PointerPhase::Down, PointerPhase::Up}) {
            show();
            const PointerInput event{.phase = phase, .kind = PointerKind::Mouse, .id = 1, .at = at, .now_ms = now_ms};
            for (const Action& action : pointer.handle(event, scene, session.state).actions) send(action);
        }
    }
};

Point middle_of(const NodeArea& area) {
    return area.to_screen.to_screen(area.mesh->centre.x_m, area.mesh->centre.y_m);
}

}

TEST_CASE("Bretagne today: four seats, three that act there from elsewhere") {
    Regions stage;
    const Profile profile = stage.of(Facet::Region, "53");
    CHECK(profile.name == "Bretagne");
    CHECK(stage.names(profile.members) ==
          std::set<std::string>{"id4mobility", "images-et-reseaux", "mer-bretagne-atlantique", "valorial"});
    CHECK(stage.names(profile.others) == std::set<std::string>{"atlanpole-biotherapies", "emc2", "vegepolys-valley"});
}

TEST_CASE("the South in phase V: six seats and Eurobiomed, the seven of the announcement") {
    Regions stage;
    stage.at("2023-03-27");
    const Profile profile = stage.of(Facet::Region, "93");
    CHECK(profile.labels == 6);
    CHECK(stage.names(profile.others).contains("eurobiomed"));
}

TEST_CASE("at every phase and for every region and domain the profile counts what the filter counts") {
    Regions stage;
    for (const char* date : {"2007", "2010", "2014", "2019", "2023", "2026"}) {
        stage.at(date);
        for (const Facet facet : {Facet::Region, Facet::Domain}) {
            std::uint32_t sum = 0;
            for (const FacetCount& count : stage.counts(facet)) {
                const Profile profile = stage.of(facet, count.value);
                CAPTURE(date);
                CAPTURE(count.value);
                CHECK(profile.labels == count.total);
                CHECK(profile.joint.empty() == (profile.members.size() == profile.labels));
                std::uint32_t shared = 0;
                for (const ProfileShare& share : profile.shares) shared += share.here;
                CHECK(shared >= profile.labels); // a joint label may have seats in two of them
                sum += profile.labels;
            }
            CHECK(sum >= stage.result.total);
        }
    }
}

TEST_CASE("members, others and former have nobody in common, and the years end at today's number") {
    Regions stage;
    for (const FacetCount& count : stage.counts(Facet::Region)) {
        const Profile profile = stage.of(Facet::Region, count.value);
        std::set<ClusterIndex> all;
        for (const auto* list : {&profile.members, &profile.others, &profile.former})
            all.insert(list->begin(), list->end());
        CHECK(all.size() == profile.members.size() + profile.others.size() + profile.former.size());
        const bool is_untouched = profile.members.empty() && profile.former.empty(); // no row of zeros for it
        CHECK(profile.years.empty() == is_untouched);
        if (!is_untouched) CHECK(profile.years.back().count == profile.labels);
        for (const ClusterIndex cluster : profile.former) CHECK(stage.result.holds[cluster] == 0);
    }
}

TEST_CASE("who held the label before the date is told by that label, whatever comes later") {
    Regions stage; // Aqua-Valley: 2010 to 2019, and again from 2024
    stage.at("2021");
    const Profile profile = stage.of(Facet::Region, "76");
    const auto found = std::find_if(profile.former.begin(), profile.former.end(), [&](ClusterIndex cluster) {
        return stage.snapshot.clusters[cluster].id == "aqua-valley";
    });
    REQUIRE(found != profile.former.end());
    const std::vector<Label>& labels = stage.snapshot.clusters[*found].labels;
    REQUIRE(labels.size() == 2);
    CHECK(profile_aside(stage.input(), *found) == interval_words(labels.front(), Lang::Fr));
    stage.at("2009");
    CHECK(!stage.names(stage.of(Facet::Region, "76").former).contains("aqua-valley"));
    for (const FacetCount& count : stage.counts(Facet::Region)) { // the last to lose it first, at every date
        const Profile each = stage.of(Facet::Region, count.value);
        Date before{INT32_MAX};
        for (const ClusterIndex cluster : each.former) {
            const Date end = *last_label_by(stage.snapshot.clusters[cluster], last_day(stage.session.state.date))->to;
            CHECK(end <= before);
            before = end;
        }
    }
}

TEST_CASE("what lies over the map is not clicked through: legend and insets") {
    Regions stage;
    stage.environment.height_px = 800.0f;
    stage.session.state.camera = {-1.5, 47.5, 6.0}; // land under all of them
    stage.show();
    int tried = 0;
    for (const char* id : {"map/legend", "map/inset/0", "map/inset/1"}) {
        CAPTURE(id);
        const Node* over = stage.node(id);
        REQUIRE(over != nullptr);
        const Point corner{over->rect.x + 3.0f, over->rect.bottom() - 3.0f};
        const Node* under = hit(stage.scene, corner);
        CHECK((under == nullptr || !under->area));
        ++tried;
    }
    CHECK(tried == 3);
}

TEST_CASE("in an atlas locked to one region its profile offers no filter that does nothing") {
    Regions stage;
    set_values(stage.environment.locked, Facet::Region, {"53"});
    stage.send(act::OpenProfile{"region:53"});
    stage.show();
    CHECK(stage.node("profile/title") != nullptr);
    CHECK(stage.node("profile/filter/regions") == nullptr);
    CHECK(stage.node("profile/filter/covered") != nullptr);
}

TEST_CASE("a click on a region opens its profile; a second tap zooms and takes it back") {
    Regions stage;
    stage.environment.height_px = 800.0f;
    stage.show();
    const Node* region = stage.node("map/region/24");
    REQUIRE(region != nullptr);
    const Point inside = middle_of(*region->area);
    CHECK(region->rect.contains(inside));
    Pointer pointer;
    stage.tap(pointer, {20.0f + stage.scene.map.rect.x, 400.0f}, 1000.0); // the sea
    CHECK(stage.session.state.profile.empty());
    stage.tap(pointer, inside, 5000.0);
    CHECK(stage.session.state.profile == "region:24");
    stage.show();
    CHECK(stage.node("profile/title")->name == "Centre-Val de Loire");
    stage.send(act::Dismiss{});
    CHECK(stage.session.state.profile.empty());

    stage.environment.width_px = 700.0f;
    stage.show();
    const Point again = middle_of(*stage.node("map/region/53")->area);
    const double zoom = stage.session.state.camera.zoom;
    stage.tap(pointer, again, 9000.0);
    CHECK(stage.session.state.profile == "region:53");
    stage.tap(pointer, again, 9100.0);
    CHECK(stage.session.state.profile.empty());
    CHECK(stage.session.state.camera.zoom > zoom);
}

TEST_CASE("a card opens over its profile and closes back to it") {
    Regions stage;
    stage.send(act::OpenProfile{"region:53"});
    stage.send(act::Select{"valorial"});
    CHECK((stage.show(), stage.node("card/title")) != nullptr);
    CHECK((stage.show(), stage.node("profile/title")) == nullptr);
    stage.send(act::Select{});
    CHECK((stage.show(), stage.node("profile/title")) != nullptr);
    stage.send(act::OpenProfile{"domain:health"});
    CHECK(stage.session.state.profile == "domain:health");
    CHECK(stage.session.state.selected.empty());
}

TEST_CASE("links carry a profile; what the snapshot or a lock leaves out is reported") {
    Regions stage;
    stage.send(act::OpenProfile{"region:53"});
    const State initial = initial_state(stage.snapshot, stage.index.ground, Lang::Fr);
    const std::string link = encode_permalink(stage.session.state, initial);
    CHECK(link.find("prof=region%3A53") != link.npos);
    CHECK(decode_permalink(link, initial).state == stage.session.state);
    for (const char* wrong : {"region:999", "region:", "region", ":53", "phase:2", "domain:53"}) {
        CAPTURE(wrong);
        CHECK(!find_profile(stage.snapshot, wrong, {}));
        stage.send(act::OpenProfile{wrong});
        CHECK(stage.session.state.profile == "region:53");
    }
    Filter lock;
    set_values(lock, Facet::Region, {"53"});
    CHECK(find_profile(stage.snapshot, "region:53", lock));
    CHECK(!find_profile(stage.snapshot, "region:52", lock));
}

TEST_CASE("every name that a profile draws is in the document") {
    Regions stage;
    stage.send(act::OpenProfile{"region:76"});
    stage.show();
    const Document document = read(stage.input());
    const Section* section = nullptr;
    for (const Section& part : document.root.sections)
        if (part.id == "profile") section = &part;
    REQUIRE(section != nullptr);
    std::string words;
    for (const Section& part : section->sections)
        for (const Block& block : part.blocks) {
            if (const auto* list = std::get_if<List>(&block))
                for (const Phrase& item : list->items) words += item.words + "\n";
            if (const auto* items = std::get_if<Definitions>(&block))
                for (const Definition& item : items->items) words += item.term.words + ", " + item.said[0].words + "\n";
        }
    int rows = 0;
    for (const Node& node : stage.scene.nodes) {
        if (!node.id.starts_with("profile/") || !node.action || node.id.starts_with("profile/filter")) continue;
        if (node.id == "profile/close") continue;
        CAPTURE(node.id);
        CHECK(words.find(node.value.empty() ? node.name : node.name + ", " + node.value) != words.npos);
        ++rows;
    }
    CHECK(rows > 12);
}
