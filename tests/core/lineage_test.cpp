#include "core/time/lineage.hpp"

#include "core/snapshot/name_forms.hpp"
#include "core/time/names.hpp"
#include "core/time_oracle.hpp"
#include "core/time_snapshots.hpp"

using namespace atlas;
using made::day;

namespace {

std::set<std::string> ids(const std::vector<ClusterIndex>& clusters) {
    std::set<std::string> set;
    for (const ClusterIndex cluster : clusters) set.insert(oracle::bundled().clusters[cluster].id);
    return set;
}

ClusterIndex find(std::string_view id) {
    return oracle::bundled().find_cluster(id).value_or(0);
}

}

TEST_CASE("nobody is its own ancestor, and every former label is explained") {
    const Snapshot& snapshot = oracle::bundled();
    const Lineage lineage(snapshot);
    CHECK(lineage.is_acyclic());
    CHECK(unexplained(snapshot, lineage, last_day(snapshot.meta.default_date)).empty());
    for (ClusterIndex i = 0; i < snapshot.clusters.size(); ++i)
        for (const ClusterIndex ancestor : lineage.ancestors(i)) {
            const std::vector<ClusterIndex> back = lineage.descendants(ancestor);
            CHECK(std::find(back.begin(), back.end(), i) != back.end());
        }
}

TEST_CASE("the stories behind today's names") {
    const Lineage lineage(oracle::bundled());
    using Names = std::set<std::string>;
    CHECK(ids(lineage.ancestors(find("aktantis"))) == Names{"scs", "optitec"});
    CHECK(ids(lineage.ancestors(find("cimes"))) == Names{"viameca", "mont-blanc-industries"});
    CHECK(ids(lineage.ancestors(find("euramaterials"))) == Names{"matikem", "up-tex"});
    CHECK(ids(lineage.ancestors(find("alpha-rlh"))) == Names{"elopsys", "route-des-lasers"});
    CHECK(ids(lineage.ancestors(find("innov-alliance"))) == Names{"terralia", "pass"});
    CHECK(ids(lineage.ancestors(find("polymeris"))) == Names{"plastipolis", "elastopole"});
    CHECK(ids(lineage.ancestors(find("eurobiomed"))) == Names{"holobiosud", "biomediterranee", "cancer-bio-sante"});
    CHECK(ids(lineage.descendants(find("dream"))) == Names{"france-water-team", "aquanova"});
    CHECK(lineage.ancestors(find("axelera")).empty());
    const std::vector<std::uint8_t> kin = lineage.kin(find("nextmove"));
    CHECK(kin[find("vestapolis")] == 1);
    CHECK(kin[find("nextmove")] == 1);
    CHECK(kin[find("cara")] == 0);
}

TEST_CASE("a cycle is found, and a label that ends without a word") {
    made::Maker maker;
    const ClusterIndex a = maker.cluster("a", "2005", "2010"), b = maker.cluster("b", "2010", "2015");
    maker.event(EventKind::Merged, "2010", {a}, {b});
    CHECK(Lineage(maker.snapshot).is_acyclic());
    CHECK(unexplained(maker.snapshot, Lineage(maker.snapshot), day("2020")) == std::vector<ClusterIndex>{a, b});
    maker.event(EventKind::Dissolved, "2015", {b}, {});
    CHECK(unexplained(maker.snapshot, Lineage(maker.snapshot), day("2020")).empty());
    maker.event(EventKind::Merged, "2015", {b}, {a});
    CHECK_FALSE(Lineage(maker.snapshot).is_acyclic());
}

TEST_CASE("names in use follow the dated renamings") {
    const Snapshot& snapshot = oracle::bundled();
    const NameIndex names(snapshot);
    const auto at = [&](std::string_view id, std::string_view date) {
        return std::string(names.at(find(id), day(date)));
    };
    CHECK(at("nextmove", "2021-01-06") == "Mov’eo");
    CHECK(at("nextmove", "2021-01-07") == "NextMove");
    CHECK(at("eurobiomed", "2008") == "Orpheme");
    CHECK(at("eurobiomed", "2009") == "Eurobiomed");
    CHECK(at("matikem", "2014-09") == "MAUD");
    CHECK(at("matikem", "2014-10") == "Matikem");
    CHECK(at("smart-power", "2025").substr(0, 4) == "S2E2"); // the event is dated 2026, known to lie in a window
    CHECK(at("systematic-paris-region", "2026") == "Systematic Paris-Region");
    for (ClusterIndex i = 0; i < snapshot.clusters.size(); ++i) CHECK_FALSE(names.of(i).empty());
}

TEST_CASE("names for tight places") {
    CHECK(brief_name("Solutions communicantes sécurisées (SCS)") == "SCS");
    CHECK(brief_name("SCS (élargi à Optitec)") == "SCS");
    CHECK(brief_name("Gestion des risques et vulnérabilité des territoires (Pôle Risques)") == "Pôle Risques");
    CHECK(brief_name("TES (Transactions électroniques sécurisées)") == "TES");
    CHECK(brief_name("Axelera") == "Axelera");
    CHECK(brief_name("") == "");
    CHECK(plain_name("Nutrition Santé Longévité (NSL)") == "Nutrition Santé Longévité");
}

TEST_CASE("a new name of which only a window is known is used from the end of the window") {
    made::Maker maker;
    const ClusterIndex a = maker.cluster("a", "2005");
    NameInterval before, after;
    before.name = "Old";
    after.name = "New";
    after.from_window = Window{{2012, 0, 0}, {2013, 0, 0}};
    maker.snapshot.clusters[a].names = {before, after};
    const NameIndex names(maker.snapshot);
    CHECK(names.at(a, day("2012-12")) == "Old");
    CHECK(names.at(a, day("2013")) == "New");
}
