#include "core/geo/map_geometry.hpp"

#include "core/geo/simplify.hpp"
#include "core/geo/triangulate.hpp"
#include "support/france.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>
#include <tuple>

using namespace atlas;

namespace {

const MapGeometry& geometry() {
    return france();
}

double triangle_area_m2(const MapMesh& mesh, std::size_t first) {
    double x[3], y[3];
    for (std::size_t k = 0; k < 3; ++k) {
        x[k] = static_cast<double>(mesh.x_m[mesh.triangles[first + k]]);
        y[k] = static_cast<double>(mesh.y_m[mesh.triangles[first + k]]);
    }
    return ((x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0])) / 2.0;
}

double mesh_area_m2(const MapMesh& mesh) {
    double area = 0.0;
    for (std::size_t i = 0; i < mesh.triangles.size(); i += 3) area += std::abs(triangle_area_m2(mesh, i));
    return area;
}

bool covers(const MapMesh& mesh, double x, double y) {
    for (std::size_t i = 0; i < mesh.triangles.size(); i += 3) {
        double px[3], py[3];
        for (std::size_t k = 0; k < 3; ++k) {
            px[k] = static_cast<double>(mesh.x_m[mesh.triangles[i + k]]) - x;
            py[k] = static_cast<double>(mesh.y_m[mesh.triangles[i + k]]) - y;
        }
        const bool a = px[0] * py[1] - px[1] * py[0] > 0, b = px[1] * py[2] - px[2] * py[1] > 0;
        const bool c = px[2] * py[0] - px[0] * py[2] > 0;
        if (a == b && b == c) return true;
    }
    return false;
}

const MapMesh& region(const TerritoryMap& map, std::string_view code) {
    const auto found =
        std::find_if(map.regions.begin(), map.regions.end(), [&](const MapMesh& m) { return m.code == code; });
    REQUIRE(found != map.regions.end());
    return *found;
}

}

// INSEE, "superficie" of the regions in km²; the lines are generalised, so one part in fifty is allowed (islands: ten).
TEST_CASE("the regions have the size that they have") {
    const struct {
        const char* code;
        double km2;
    } known[] = {{"11", 12012}, {"24", 39151}, {"27", 47784}, {"28", 29907}, {"32", 31806},
                 {"44", 57441}, {"52", 32082}, {"53", 27208}, {"75", 84036}, {"76", 72724},
                 {"84", 69711}, {"93", 31400}, {"94", 8680}};
    CHECK(geometry().main().regions.size() == std::size(known));
    for (const auto& k : known)
        CHECK(mesh_area_m2(region(geometry().main(), k.code)) / 1.0e6 == doctest::Approx(k.km2).epsilon(0.02));
    const struct {
        Territory territory;
        const char* code;
        double km2;
    } overseas[] = {{k_guadeloupe, "01", 1628},
                    {k_martinique, "02", 1128},
                    {k_guyane, "03", 83846},
                    {k_la_reunion, "04", 2504},
                    {k_mayotte, "06", 374}};
    for (const auto& k : overseas)
        CHECK(mesh_area_m2(region(geometry().of(k.territory), k.code)) / 1.0e6 == doctest::Approx(k.km2).epsilon(0.1));
}

TEST_CASE("triangles all turn the same way and stay inside the bounds") {
    for (const TerritoryMap& map : geometry().territories) {
        for (const auto* meshes : {&map.regions, &map.neighbours}) {
            for (const MapMesh& mesh : *meshes) {
                REQUIRE(mesh.triangles.size() % 3 == 0);
                for (std::size_t i = 0; i < mesh.triangles.size(); i += 3) CHECK(triangle_area_m2(mesh, i) > 0.0);
                for (const float x : mesh.x_m) {
                    CHECK(static_cast<double>(x) >= mesh.bounds.min_x_m);
                    CHECK(static_cast<double>(x) <= mesh.bounds.max_x_m);
                }
            }
        }
    }
}

TEST_CASE("no place lies in two regions, and towns lie in theirs") {
    const TerritoryMap& mainland = geometry().main();
    for (double x = mainland.bounds.min_x_m; x < mainland.bounds.max_x_m; x += 17123.0) {
        for (double y = mainland.bounds.min_y_m; y < mainland.bounds.max_y_m; y += 16411.0) {
            int covering = 0;
            for (const MapMesh& mesh : mainland.regions) covering += covers(mesh, x, y) ? 1 : 0;
            CHECK(covering <= 1);
        }
    }
    const struct {
        LngLat place;
        const char* code;
    } towns[] = {{{2.3522, 48.8566}, "11"}, {{4.8357, 45.764}, "84"},   {{3.0573, 50.6292}, "32"},
                 {{1.4442, 43.6047}, "76"}, {{-1.5536, 47.2184}, "52"}, {{-1.6778, 48.1173}, "53"},
                 {{7.7521, 48.5734}, "44"}, {{9.149, 42.306}, "94"}};
    for (const auto& town : towns) {
        const Metres at = lambert93(town.place);
        CHECK(covers(region(mainland, town.code), at.x_m, at.y_m));
    }
}

TEST_CASE("every border line is there once, with both its sides") {
    const TerritoryMap& mainland = geometry().main();
    for (int level = 0; level < k_detail_levels; ++level) {
        std::set<std::pair<std::string, std::string>> seen;
        for (const MapLines& lines : mainland.lines[level]) {
            REQUIRE(lines.starts.size() >= 2);
            CHECK(lines.starts.front() == 0);
            CHECK(lines.starts.back() == lines.x_m.size());
            CHECK(lines.x_m.size() == lines.y_m.size());
            if (lines.kind == BorderKind::Subdivision) CHECK(lines.left == lines.right);
            if (lines.kind == BorderKind::Coast) CHECK((!lines.left.empty() && lines.right.empty()));
            if (lines.kind != BorderKind::Region) continue;
            CHECK(lines.left != lines.right);
            CHECK(seen.insert({std::min(lines.left, lines.right), std::max(lines.left, lines.right)}).second);
        }
        CHECK(seen.contains({"52", "53"})); // Pays de la Loire and Bretagne
        CHECK(!seen.contains({"53", "93"}));
    }
}

TEST_CASE("coarser levels of detail keep the ends of every line") {
    const TerritoryMap& mainland = geometry().main();
    for (std::size_t set = 0; set < mainland.lines[0].size(); ++set) {
        const MapLines& coarse = mainland.lines[0][set];
        const MapLines& fine = mainland.lines[k_detail_levels - 1][set];
        REQUIRE(coarse.starts.size() == fine.starts.size());
        CHECK(coarse.x_m.size() <= fine.x_m.size());
        for (std::size_t i = 0; i + 1 < fine.starts.size(); ++i) {
            CHECK(coarse.x_m[coarse.starts[i]] == fine.x_m[fine.starts[i]]);
            CHECK(coarse.y_m[coarse.starts[i + 1] - 1] == fine.y_m[fine.starts[i + 1] - 1]);
        }
    }
    CHECK(detail_level(1.0e-5) == 0);
    CHECK(detail_level(1.0) == k_detail_levels - 1);
}

TEST_CASE("Visvalingam weighs a corner by the triangle that it makes") {
    const float x[] = {0, 1, 2, 3, 4}, y[] = {0, 0, 2, 0, 0};
    const std::vector<double> weights = vertex_weights_m2(x, y);
    CHECK(weights[1] == doctest::Approx(1.0)); // (0,0) (1,0) (2,2)
    CHECK(weights[3] == doctest::Approx(1.0));
    CHECK(weights[2] == doctest::Approx(4.0)); // what is left: (0,0) (2,2) (4,0)
    CHECK(std::isinf(weights[0]));
    CHECK(std::isinf(weights[4]));
}

TEST_CASE("a square with two holes is triangulated without them") {
    // outer 10 x 10, counter-clockwise; holes 2 x 2 and 1 x 3, clockwise; an island 1 x 1 apart
    const std::vector<float> x{0, 10, 10, 0, 2, 2, 4, 4, 6, 6, 7, 7, 20, 21, 21, 20};
    const std::vector<float> y{0, 0, 10, 10, 2, 4, 4, 2, 5, 8, 8, 5, 0, 0, 1, 1};
    const RingSpan rings[] = {{0, 4}, {4, 8}, {8, 12}, {12, 16}};
    MapMesh mesh;
    mesh.x_m = x;
    mesh.y_m = y;
    triangulate(x, y, rings, mesh.triangles);
    CHECK(mesh_area_m2(mesh) == doctest::Approx(100 - 4 - 3 + 1));
    CHECK(!covers(mesh, 3.1, 3.2));
    CHECK(!covers(mesh, 6.4, 6.1));
    CHECK(covers(mesh, 5.2, 5.3));
    CHECK(covers(mesh, 20.6, 0.3));
}

TEST_CASE("rings that cross themselves or have no area end all the same") {
    std::vector<std::uint32_t> triangles;
    const std::vector<float> x{0, 4, 0, 4, 1, 1, 1}, y{0, 4, 4, 0, 1, 1, 1};
    const RingSpan rings[] = {{0, 4}, {4, 7}, {7, 7}};
    triangulate(x, y, rings, triangles);
    CHECK(triangles.size() <= 3 * x.size());
}

TEST_CASE("what is left of a line at a level of detail has no corner that the level would drop") {
    std::mt19937 random(17);
    std::uniform_real_distribution<float> step(0.5f, 3.0f), aside(-4.0f, 4.0f);
    for (int round = 0; round < 40; ++round) {
        std::vector<float> x{0.0f}, y{0.0f};
        for (int i = 0; i < 60; ++i) {
            x.push_back(x.back() + step(random));
            y.push_back(aside(random));
        }
        const std::vector<double> weights = vertex_weights_m2(x, y);
        for (const double least : {0.5, 1.0, 2.0, 4.0, 8.0}) {
            std::vector<std::size_t> kept;
            for (std::size_t i = 0; i < x.size(); ++i)
                if (weights[i] >= least) kept.push_back(i);
            for (std::size_t k = 1; k + 1 < kept.size(); ++k) {
                const auto [a, b, c] = std::tuple(kept[k - 1], kept[k], kept[k + 1]);
                const double area =
                    std::abs(static_cast<double>((x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a]))) / 2.0;
                CHECK(area >= least - 1.0e-3);
            }
        }
    }
}
