// What a search finds beside clusters: the words that visitors type, and that every thing is found by its own title.
#include "core/read/found.hpp"

#include "core/base/text.hpp"
#include "support/stage.hpp"

#include <doctest/doctest.h>

using namespace atlas;

namespace {

struct Search : Stage {
    explicit Search(Lang lang = Lang::Fr) : Stage(lang) {}
    std::vector<FoundGroup> found(std::string_view text) { return find_beside_clusters(input(), text, 100); }
    // Of a kind, how many; 0 where it is left out.
    std::uint32_t count(std::string_view text, FoundKind kind) {
        for (const FoundGroup& group : found(text))
            if (group.kind == kind) return group.count;
        return 0;
    }
};

bool leads_to(const std::vector<FoundGroup>& groups, FoundKind kind, std::string_view title) {
    for (const FoundGroup& group : groups)
        for (const Found& found : group.best)
            if (group.kind == kind && found.title == title) return true;
    return false;
}

}

TEST_CASE("what visitors look for has its place, in French and in English") {
    Search fr;
    CHECK(fr.count("hydrogène", FoundKind::Story) == 5);
    for (const char* text : {"FUI", "Foremost", "Ahlstrom", "critères", "ministères"}) {
        CAPTURE(text);
        CHECK(fr.count(text, FoundKind::Policy) >= 1);
    }
    CHECK(fr.count("18 500", FoundKind::Figure) >= 1);
    CHECK(fr.count("Bretagne", FoundKind::Profile) >= 1);
    CHECK(fr.count("Aquitaine", FoundKind::Profile) >= 1); // a region before 2016
    Search en(Lang::En);
    CHECK(en.count("selection criteria", FoundKind::Policy) >= 1);
    CHECK(en.count("18,500", FoundKind::Figure) >= 1);
}

TEST_CASE("every text, phase and region is found by its own title") {
    for (const Lang lang : {Lang::Fr, Lang::En}) {
        Search stage(lang);
        for (const PolicySection& section : stage.snapshot.policy) {
            CAPTURE(section.id);
            CHECK(leads_to(stage.found(section.title.in(lang)), FoundKind::Policy, section.title.in(lang)));
        }
        for (const Region& region : stage.snapshot.regions) {
            CAPTURE(region.code);
            CHECK(leads_to(stage.found(region.name.in(lang)), FoundKind::Profile, region.name.in(lang)));
        }
        for (const Phase& phase : stage.snapshot.phases) CHECK(stage.count(phase.name.in(lang), FoundKind::Phase) >= 1);
    }
}

TEST_CASE("what is found has the words that were typed, and too little finds nothing") {
    Search stage;
    for (const FoundGroup& group : stage.found("hydrogene")) {
        CHECK(group.count == group.best.size());
        if (group.kind == FoundKind::Story) continue; // found by its figures and names as well
        for (const Found& found : group.best) {
            CAPTURE(found.title);
            CHECK(fold(found.title + " " + found.matched).find("hydrogene") != std::string::npos);
        }
    }
    for (const char* text : {"", "  ", "de la", "a", "zz", "xyzzy"}) CHECK(stage.found(text).empty());
}

TEST_CASE("the panel shows them under the clusters, each to open by Enter") {
    Search stage;
    stage.send(act::SetText{"FUI"});
    stage.show();
    const Node* first = stage.node("filters/suggest/0");
    REQUIRE(first != nullptr);
    int policies = 0;
    for (const Node& node : stage.scene.nodes)
        if (node.id.starts_with("filters/suggest/") && node.action) {
            const auto* sheet = std::get_if<act::OpenSheet>(&*node.action);
            policies += sheet != nullptr && std::holds_alternative<about::Policy>(sheet->topic);
        }
    CHECK(policies >= 1);
}
