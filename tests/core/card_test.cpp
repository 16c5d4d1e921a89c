// The card against what the dossier says of a few clusters, and against rules that hold for all of them.
#include "support/stage.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace atlas;

namespace {

Stage card_of(const std::string& id, Lang lang = Lang::Fr) {
    Stage stage(lang);
    stage.session.state.selected = id;
    stage.show();
    return stage;
}

std::string value_of(const Stage& stage, std::string_view id) {
    const Node* node = stage.node(id);
    return node == nullptr ? "(no node)" : node->value;
}

std::vector<std::string> lineage_of(const Stage& stage) {
    std::vector<std::string> rows;
    for (const Node& node : stage.scene.nodes)
        if (node.id.starts_with("card/names/")) rows.push_back(node.name);
    return rows;
}

}

TEST_CASE("the card tells what is known of NextMove") {
    const Stage stage = card_of("nextmove");
    CHECK(stage.node("card/title")->name == "NextMove");
    CHECK(value_of(stage, "card/seat") == "Saint-Étienne-du-Rouvray (76)");
    CHECK(value_of(stage, "card/regions") == "Normandie, Île-de-France");
    CHECK(value_of(stage, "card/president") == "Patrice Hamel (2026)");
    CHECK(value_of(stage, "card/class") == "à vocation mondiale");
    CHECK(stage.node("card/website")->href == "https://nextmove.fr");
    CHECK(stage.node("card/label")->value == "phase V, 4 ans");
    CHECK(stage.node("card/story/main-e7a")->value == "plus de 1\u202FMd€ de projets soutenus");
}

TEST_CASE("the lineage is told in words, oldest first") {
    CHECK(lineage_of(card_of("nextmove")) ==
          std::vector<std::string>{"2005\u202F: Normandy Motor Valley", "2005\u202F: Vestapolis",
                                   "2006\u202F: Mov’eo, fusion", "2010\u202F: accueille MTA",
                                   "2019\u202F: rejoint par ARIA Normandie et RAVI",
                                   "2021\u202F: NextMove, nouveau nom"});
    const std::vector<std::string> imaginove = lineage_of(card_of("imaginove", Lang::En));
    CHECK(std::count(imaginove.begin(), imaginove.end(), "2019: taken over in part by Minalogic") == 1);
    CHECK(std::count(imaginove.begin(), imaginove.end(), "2019: dissolved") == 1);
}

TEST_CASE("a forerunner of the card opens its own card") {
    Stage stage = card_of("nextmove");
    REQUIRE(stage.click("card/names/1"));
    CHECK(stage.session.state.selected == "vestapolis");
    CHECK(stage.node("card/title")->name == "Vestapolis");
}

TEST_CASE("what is doubtful carries a sentence, what is unknown says so") {
    const Stage anchor = card_of("aktantis");
    CHECK(anchor.node("card/seat")->name == "Ancrage");
    CHECK(anchor.node("card/seat/anchor") != nullptr);
    const Stage gone = card_of("tes");
    CHECK(value_of(gone, "card/president") == "non renseigné");
    CHECK(gone.node("card/label")->value == "fin non datée");
    CHECK(gone.node("card/label/0/end") != nullptr);
    CHECK(gone.node("card/label/0/joint") != nullptr);
}

TEST_CASE("the term of a label is told as it was granted, with what is known of its extension") {
    const Stage enter = card_of("enter");
    const std::string& term = enter.node("card/label/0/term/0")->value;
    CHECK(term.find("deux ans, prolongeables à quatre ans sous réserve de structuration effective") != term.npos);
    CHECK(term.find("Sur le papier, jusqu’au 27 mars 2025.") != term.npos);
    CHECK(term.find("seul manifeste de 2026") != term.npos);
    CHECK(card_of("axelera").node("card/label/0/term/0")->value == "Phase V\u202F: quatre ans.");
}

TEST_CASE("what the documents of 2007 say of a cluster is on its card") {
    const Stage minalogic = card_of("minalogic", Lang::En);
    CHECK(value_of(minalogic, "card/industry-2007") == "micro- and nano-technologies, and embedded software");
    CHECK(minalogic.node("card/international-2007") != nullptr);
    CHECK(minalogic.node("card/policy/0")->value.find("Ahlstrom (Finland)") != std::string::npos);
    CHECK(card_of("vitagora").node("card/international-2007") == nullptr);
}

TEST_CASE("a forerunner goes by the name it began with, then by its last") {
    CHECK(lineage_of(card_of("euramaterials")).front() == "2005\u202F: UP-tex");
    CHECK(lineage_of(card_of("euramaterials")).at(1) == "2005\u202F: MAUD, puis Matikem");
}

TEST_CASE("a seat that nobody documented and a name printed wrong say so") {
    CHECK(card_of("medicen-paris-region").node("card/seat/recollected") != nullptr);
    CHECK(card_of("avenia").node("card/seat/recollected") == nullptr);
    CHECK(card_of("safe").node("card/president/note") != nullptr);
}

TEST_CASE("an address that nobody checked is shown, never linked") {
    for (const Cluster& cluster : bundled_snapshot().clusters) {
        if (cluster.website.address.empty()) continue;
        const Stage stage = card_of(cluster.id);
        const Node* node = stage.node("card/website");
        REQUIRE(node != nullptr);
        CAPTURE(cluster.id);
        CHECK(node->href.empty() == (cluster.website.confidence == Confidence::Low));
        CHECK((node->role == Role::Link) == (cluster.website.confidence != Confidence::Low));
        CHECK(node->value == cluster.website.address);
    }
}

TEST_CASE("partners are told apart") {
    const Snapshot& snapshot = bundled_snapshot();
    for (const Cluster& cluster : snapshot.clusters)
        CHECK((card_of(cluster.id).node("card/partner") != nullptr) == (cluster.kind == ClusterKind::Partner));
}

TEST_CASE("the card of an earlier date names the cluster as it was") {
    Stage stage = card_of("nextmove");
    CHECK(stage.node("card/name-then") == nullptr);
    stage.session.state.date = {2012, 0, 0};
    stage.show();
    CHECK(value_of(stage, "card/name-then") == "En 2012\u202F: Mov’eo");
    CHECK(stage.node("card/label")->value == "phase II, durée non renseignée");
}

TEST_CASE("every card, size and language: texts stay inside, ids are unique, sources are one click away") {
    struct Size {
        float width_px, height_px;
    };
    for (const Size size : {Size{1280, 800}, Size{1000, 600}, Size{640, 420}, Size{390, 844}})
        for (const Lang lang : {Lang::Fr, Lang::En})
            for (const Cluster& cluster : bundled_snapshot().clusters) {
                Stage stage(lang, size.width_px, size.height_px);
                stage.session.state.selected = cluster.id;
                const Rooms rooms = arrange(stage.session, stage.environment);
                const LayoutInput input = stage.input();
                Pen pen(stage.scene);
                layout_card(input, rooms, pen);
                CAPTURE(cluster.id);
                CAPTURE(size.width_px);
                const bool is_phone = rooms.breakpoint == Breakpoint::Mobile;
                const Rect room = is_phone ? Rect{0, 0, size.width_px, size.height_px} : rooms.card;
                for (const Record& record : stage.scene.records)
                    if (const auto* run = std::get_if<rec::TextRun>(&record)) {
                        CAPTURE(run->text);
                        CHECK(extent(*run).first >= room.x);
                        CHECK(extent(*run).second <= room.right() + 0.5f);
                    }
                std::set<std::string> ids;
                for (const Node& node : stage.scene.nodes) {
                    CAPTURE(node.id);
                    CHECK(ids.insert(node.id).second);
                    CHECK((!node.name.empty() || !node.value.empty()));
                }
                if (rooms.breakpoint == Breakpoint::Compact) continue;
                const auto* open = std::get_if<act::OpenSheet>(&*stage.node("card/sources")->action);
                REQUIRE(open != nullptr);
                CHECK(open->topic == Topic(about::Cluster{cluster.id}));
            }
}

TEST_CASE("the card scrolls to its end and no further") {
    Stage stage = card_of("eurobiomed");
    const Panel* panel = stage.panel("card");
    REQUIRE(panel != nullptr);
    REQUIRE(panel->content_height_px > panel->rect.h);
    set_scroll(stage.session.ui, "card", 1.0e6f);
    stage.show();
    const Node* last = stage.node("card/report");
    REQUIRE(last != nullptr);
    const Rect foot = stage.node("card/sources")->rect;
    CHECK(last->rect.bottom() <= foot.y);
    CHECK(last->rect.bottom() > foot.y - 20.0f);
}
