#include "core/explore/search.hpp"
#include "core/explore/search_words.hpp"
#include "core/explore/sort.hpp"
#include "core/time_snapshots.hpp"
#include "support/bundled_snapshot.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace atlas;

namespace {

std::vector<SearchHit> hits(std::string_view query, std::size_t limit = 200) {
    return search(bundled_index().search, query, limit);
}

std::string best(std::string_view query) {
    const auto found = hits(query, 1);
    return found.empty() ? std::string("nothing") : bundled_snapshot().clusters[found[0].cluster].id;
}

const SearchHit* hit_of(const std::vector<SearchHit>& found, std::string_view id) {
    const auto at = std::find_if(found.begin(), found.end(), [&](const SearchHit& hit) {
        return bundled_snapshot().clusters[hit.cluster].id == id;
    });
    return at == found.end() ? nullptr : &*at;
}

std::vector<std::string> found_names(const Snapshot& snapshot, std::string_view query) {
    std::vector<std::string> names;
    for (const SearchHit& hit : search(build_search_index(snapshot, Lineage(snapshot)), query, 10))
        names.push_back(snapshot.clusters[hit.cluster].name);
    return names;
}

}

TEST_CASE("clusters are found by their present name, however it is typed") {
    CHECK(best("Eurobiomed") == "eurobiomed");
    CHECK(best("EUROBIOMED") == "eurobiomed");
    CHECK(best("euro biomed") == "eurobiomed");
    CHECK(best("  axelera ") == "axelera");
    CHECK(best("next move") == "nextmove");
    CHECK(best("vegepolys") == "vegepolys-valley");
    CHECK(best("Véhicule du futur") == best("vehicule futur"));
}

TEST_CASE("the cases of the issue") {
    CHECK(best("medeurobio") == "eurobiomed");
    CHECK(best("Q@LI") == "qualimediterranee");
    CHECK(best("qli") == "qualimediterranee");
    CHECK(best("iar") == "bioeconomy-for-change");
    const auto sea = hits("pole mer");
    REQUIRE(sea.size() >= 2);
    for (std::size_t i = 0; i < 2; ++i) {
        const std::string& id = bundled_snapshot().clusters[sea[i].cluster].id;
        CHECK((id == "mer-bretagne-atlantique" || id == "mer-mediterranee"));
    }
}

TEST_CASE("old names lead to the cluster of today, and are shown") {
    for (const char* query : {"Mov'eo", "Mov’eo", "moveo", "mov eo"}) {
        CAPTURE(query);
        const auto found = hits(query);
        REQUIRE_FALSE(found.empty());
        CHECK(bundled_snapshot().clusters[found[0].cluster].id == "nextmove");
        CHECK(fold(found[0].matched) == "mov eo");
        CHECK(found[0].kind == HitKind::FormerName);
    }
    const auto orpheme = hits("orpheme");
    REQUIRE_FALSE(orpheme.empty());
    CHECK(bundled_snapshot().clusters[orpheme[0].cluster].id == "eurobiomed");
}

TEST_CASE("what merged into a cluster finds it too") {
    const auto found = hits("plastipolis");
    REQUIRE(hit_of(found, "polymeris") != nullptr);
    CHECK(hit_of(found, "polymeris")->kind == HitKind::Predecessor);
    CHECK(bundled_snapshot().clusters[found[0].cluster].id == "plastipolis");
    CHECK(hit_of(hits("optitec"), "aktantis") != nullptr);
}

TEST_CASE("places, sectors, presidents and stories find clusters") {
    const auto lyon = hits("lyon");
    for (const char* id : {"cara", "lyonbiopole"}) {
        CAPTURE(id);
        REQUIRE(hit_of(lyon, id) != nullptr);
    }
    CHECK(hit_of(hits("Finistère"), "mer-bretagne-atlantique") != nullptr);
    CHECK(hit_of(hits("photonique"), "alpha-rlh") != nullptr);
    CHECK(best("Patrice Hamel") == "nextmove");
    CHECK_FALSE(hits("hydrogène").empty());
    CHECK(matching_stories(bundled_index().search, "hydrogene").count() > 0);
}

TEST_CASE("typing errors are forgiven, but only when nothing is found as typed") {
    CHECK(best("eurobiomde") == "eurobiomed");
    CHECK(best("axelra") == "axelera");
    CHECK(best("tenerdis") == "tenerrdis");
    CHECK(best("minalogc") == "minalogic");
    CHECK(best("grenolbe") == best("grenoble"));
    CHECK(hits("zzzzzzzz").empty());
    CHECK(hits("qwx").empty());
    CHECK(hits("").empty());
    CHECK(hits("  ’ - ").empty());
    const auto exact = hits("cara");
    CHECK(bundled_snapshot().clusters[exact[0].cluster].id == "cara");
}

TEST_CASE("every word must be found, in whatever order") {
    const Bitset both = matching_clusters(bundled_index().search, "lyon santé");
    const Bitset turned = matching_clusters(bundled_index().search, "sante lyon");
    CHECK(both == turned);
    CHECK(both.count() <= matching_clusters(bundled_index().search, "lyon").count());
    CHECK(matching_clusters(bundled_index().search, "").count() == bundled_snapshot().clusters.size());
}

TEST_CASE("every cluster is the best hit for its own name and a hit for each name it had") {
    const Snapshot& snapshot = bundled_snapshot();
    for (const Cluster& cluster : snapshot.clusters) {
        if (cluster.kind != ClusterKind::Cluster) continue;
        CAPTURE(cluster.name);
        CHECK(best(cluster.name) == cluster.id);
        for (const NameInterval& name : cluster.names) {
            CAPTURE(name.name);
            const auto found = hits(name.name);
            CHECK(hit_of(found, cluster.id) != nullptr);
        }
        for (const std::string& alias : cluster.aliases) {
            CAPTURE(alias);
            CHECK(hit_of(hits(alias), cluster.id) != nullptr);
        }
    }
}

TEST_CASE("filter and suggestions agree") {
    for (const char* query : {"mer", "lyon", "hydrogene", "moveo", "santé bretagne", "eurobiomde", "a"}) {
        CAPTURE(query);
        const Bitset set = matching_clusters(bundled_index().search, query);
        const auto found = hits(query, 1000);
        CHECK(found.size() == set.count());
        for (const SearchHit& hit : found) CHECK(set.has(hit.cluster));
        CHECK(
            std::is_sorted(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.score > b.score; }));
    }
}

TEST_CASE("hostile queries cost little and find nothing wrong") {
    std::string long_query;
    for (int i = 0; i < 2000; ++i) long_query += "mer ";
    CHECK_FALSE(hits(long_query).empty());
    CHECK(hits(std::string(5000, 'x')).empty());
    CHECK(hits("\xFF\xFE\x80").empty());
    CHECK(hits("*.[](){}\\^$|?+").empty());
}

TEST_CASE("typing distance") {
    CHECK(typing_distance("axelera", "axelera", 2) == 0);
    CHECK(typing_distance("axelra", "axelera", 2) == 1);
    CHECK(typing_distance("axeelra", "axelera", 2) == 1);
    CHECK(typing_distance("aexlera", "axelera", 2) == 1); // a swap
    CHECK(typing_distance("minal", "minalogic", 1) == 0); // not finished
    CHECK(typing_distance("abc", "xyz", 2) == 3);
    CHECK(typing_distance("", "x", 1) == 0);
    CHECK(shared_trigrams("medeurobio", "eurobiomed") == doctest::Approx(0.75));
    CHECK(shared_trigrams("ab", "ab") == 0.0);
}

TEST_CASE("names sort as people expect") {
    CHECK(collate("Énergie", "Finance") < 0);
    CHECK(collate("Eau", "Énergie") < 0);
    CHECK(collate("énergie", "Zinc") < 0);
    CHECK(collate("Axe 2", "Axe 10") < 0);
    CHECK(collate("cote", "côte") != 0);
    CHECK(collate("côte", "côte") == 0);
    CHECK(collate("ALPHA-RLH", "Aktantis") > 0);
}

TEST_CASE("rows sort by every column, both ways, unknown last") {
    const Snapshot& snapshot = bundled_snapshot();
    const Result result = evaluate(snapshot, bundled_index(), Question{{2026, 3, 0}, {}, {}});
    for (int column = 0; column <= static_cast<int>(SortColumn::Stories); ++column) {
        CAPTURE(column);
        const auto up =
            sorted_rows(snapshot, bundled_index(), result, {static_cast<SortColumn>(column), false, Lang::Fr});
        auto copy = up;
        std::sort(copy.begin(), copy.end());
        CHECK(copy == result.shown);
    }
    const auto stories = sorted_rows(snapshot, bundled_index(), result, {SortColumn::Stories, true, Lang::Fr});
    const auto& count = bundled_index().facets.stories_per_cluster;
    for (std::size_t i = 1; i < stories.size(); ++i) CHECK(count[stories[i - 1]] >= count[stories[i]]);
    const auto names = sorted_rows(snapshot, bundled_index(), result, {SortColumn::Name, false, Lang::Fr});
    for (std::size_t i = 1; i < names.size(); ++i) {
        CHECK(collate(snapshot.clusters[names[i - 1]].name, snapshot.clusters[names[i]].name) < 0);
    }
}

TEST_CASE("rows whose value is not known come last, rising and falling") {
    const Snapshot& snapshot = bundled_snapshot();
    Question everybody{{2026, 3, 0}, {}, {}};
    set_values(everybody.filter, Facet::Status, {"ended", "labelled", "merged"});
    const Result result = evaluate(snapshot, bundled_index(), everybody);
    const auto has_city = [](const Cluster& cluster) { return cluster.seat && !cluster.seat->city.empty(); };
    const auto has_term = [](const Cluster& cluster) {
        return std::any_of(cluster.labels.begin(), cluster.labels.end(),
                           [](const Label& label) { return !label.phase_terms.empty(); });
    };
    const struct {
        SortColumn column;
        bool (*is_known)(const Cluster&);
    } columns[] = {{SortColumn::Seat, has_city}, {SortColumn::Term, has_term}};
    for (const auto& of : columns) {
        for (const bool is_descending : {false, true}) {
            CAPTURE(static_cast<int>(of.column));
            CAPTURE(is_descending);
            std::vector<bool> known;
            const SortOrder order{of.column, is_descending, Lang::Fr};
            for (const ClusterIndex i : sorted_rows(snapshot, bundled_index(), result, order))
                known.push_back(of.is_known(snapshot.clusters[i]));
            REQUIRE(std::count(known.begin(), known.end(), false) > 0);
            REQUIRE(std::count(known.begin(), known.end(), true) > 0);
            CHECK(std::is_sorted(known.begin(), known.end(), [](bool a, bool b) { return a && !b; }));
        }
    }
}

TEST_CASE("of two names that hold what was typed the shorter was meant, whatever the order of the file") {
    made::Maker maker;
    for (const char* name : {"Mer du Nord et de la Manche", "Mer Iroise", "Mer", "Mer Iroise et Rade"})
        maker.cluster(name, "2005");
    CHECK(found_names(maker.snapshot, "mer") ==
          std::vector<std::string>{"Mer", "Mer Iroise", "Mer Iroise et Rade", "Mer du Nord et de la Manche"});
}

TEST_CASE("words that stand together in one text count for more than the same words found apart") {
    made::Maker maker;
    const ClusterIndex apart = maker.cluster("Lumière", "2005"), together = maker.cluster("Optique", "2005");
    maker.snapshot.clusters[apart].seat.emplace().city = "Verte";
    maker.snapshot.clusters[together].focus = Text("Lasers, capteurs et lumière verte pour les serres du littoral");
    CHECK(found_names(maker.snapshot, "lumiere verte") == std::vector<std::string>{"Optique", "Lumière"});
    CHECK(found_names(maker.snapshot, "lumiere") == std::vector<std::string>{"Lumière", "Optique"}); // names come first
}

TEST_CASE("rows that are equal stand by name, rising and falling") {
    const Snapshot& snapshot = bundled_snapshot();
    const Result result = evaluate(snapshot, bundled_index(), Question{{2026, 3, 0}, {}, {}});
    for (const bool is_descending : {false, true}) {
        const auto rows = sorted_rows(snapshot, bundled_index(), result, {SortColumn::Domain, is_descending, Lang::Fr});
        for (std::size_t i = 1; i < rows.size(); ++i) {
            const Cluster &a = snapshot.clusters[rows[i - 1]], &b = snapshot.clusters[rows[i]];
            if (a.domain == b.domain) CHECK(collate(a.name, b.name) < 0);
        }
    }
}

TEST_CASE("a whole word counts for more than the beginning of one") {
    made::Maker maker;
    for (const char* name : {"Merlin", "Mer", "Mermoz"}) maker.cluster(name, "2005");
    CHECK(found_names(maker.snapshot, "mer") == std::vector<std::string>{"Mer", "Merlin", "Mermoz"});
}

TEST_CASE("a long word is forgiven two errors, a shorter one a single error, and only the nearest words are meant") {
    made::Maker maker;
    for (const char* name : {"Eurobiamed", "Eurobiomed", "Axelera"}) maker.cluster(name, "2005");
    using Names = std::vector<std::string>;
    CHECK(found_names(maker.snapshot, "eurxbioxed") == Names{"Eurobiomed"});
    CHECK(found_names(maker.snapshot, "eurobiomid") == Names{"Eurobiomed"}); // the other one is two errors away
    CHECK(found_names(maker.snapshot, "axalera") == Names{"Axelera"});
    CHECK(found_names(maker.snapshot, "axalara").empty());
}

TEST_CASE("small words need not be found beside others") {
    made::Maker maker;
    maker.cluster("Mer Bretagne", "2005");
    CHECK(found_names(maker.snapshot, "la mer de bretagne").size() == 1);
    CHECK(found_names(maker.snapshot, "la").empty());
}

TEST_CASE("every body that merged into a cluster finds it") {
    made::Maker maker;
    const ClusterIndex a = maker.cluster("Plasturgie", "2005", "2010"), b = maker.cluster("Caoutchouc", "2005", "2010");
    const ClusterIndex heir = maker.cluster("Matériaux", "2010");
    maker.event(EventKind::Merged, "2010", {a, b}, {heir});
    for (const char* name : {"Plasturgie", "Caoutchouc"})
        CHECK(found_names(maker.snapshot, name) == std::vector<std::string>{name, "Matériaux"});
}
