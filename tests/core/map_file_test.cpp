// Map files from outside: what is wrong is said with its place, and nothing bad gets through.
#include "core/geo/map_file.hpp"
#include "core/geo/plain_map.hpp"
#include "support/france.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace atlas;

namespace {

// The map with one passage of its head replaced.
std::string with(std::string_view from, std::string_view to) {
    std::string bytes = france_bytes();
    const std::size_t place = bytes.find(from);
    REQUIRE(place != std::string::npos);
    return bytes.replace(place, from.size(), to);
}

// Pointer and sentence of the first error.
std::string refusal(std::string_view bytes) {
    const MapFile file = read_map_file(bytes);
    CHECK(file.geometry == nullptr);
    REQUIRE(!file.errors.empty());
    return file.errors.front().pointer + " " + file.errors.front().message.in(Lang::En);
}

bool starts_with(const std::string& text, std::string_view start) {
    INFO(text);
    return text.starts_with(start);
}

}

TEST_CASE("the committed map says where France is") {
    const MapGeometry& map = france();
    CHECK(map.inset_count() == 5);
    CHECK(map.home_name.in(Lang::Fr) == "Toute la France");
    CHECK(map.of(k_la_reunion).name.in(Lang::Fr) == "La Réunion");
    CHECK(map.of(k_guyane).short_name.in(Lang::Fr) == "Guyane"); // the name itself where no shorter one is given
    CHECK(map.regions.size() == 18);
    CHECK(map.labels.size() == 6);
    CHECK(map.credits.front().in(Lang::En).find("Natural Earth") != std::string::npos);
}

TEST_CASE("a head that is wrong is located") {
    CHECK(starts_with(refusal(""), " The file is empty"));
    CHECK(starts_with(refusal("{}"), " A map begins"));
    CHECK(starts_with(refusal("[1]"), " A map begins"));
    CHECK(starts_with(refusal("{\"cluster-atlas-map\":1"), " The file stops too early"));
    CHECK(starts_with(refusal(with("\"cluster-atlas-map\":1", "\"cluster-atlas-map\":2")), " A map begins"));
    CHECK(starts_with(refusal(with("[99000,6046000,1243000,7112000]", "[99000,6046000,1243000]")),
                      "/main/frame A list of 4 numbers"));
    CHECK(starts_with(refusal(with("[99000,6046000,1243000,7112000]", "[1243000,6046000,99000,7112000]")),
                      "/main/frame This frame is empty"));
    CHECK(starts_with(refusal(with("[99000,6046000,1243000,7112000]", "[99000,6046000,1243000,1e12]")),
                      "/main/frame A list of 4 numbers"));
    CHECK(starts_with(refusal(with("\"lambert-conformal\"", "\"mercator\"")), "/main/projection/kind"));
    CHECK(starts_with(refusal(with("\"lat_2\":49", "\"lat_2\":-49")), "/main/projection These parallels"));
    CHECK(starts_with(refusal(with("\"graticule_step\":2", "\"graticule_step\":0")), "/main/graticule_step"));
    CHECK(starts_with(refusal(with("\"box\":[-61.95", "\"box\":[\"x\"")), "/insets/0/box A list of 4 numbers"));
    const MapFile file = read_map_file(with("\"lat_2\":49", "\"lat_2\":490"));
    REQUIRE(file.errors.size() == 1);
    CHECK(file.errors.front().line == 1);
    const std::size_t before = france_bytes().find("\"lat_2\":49") + 8;
    CHECK(file.errors.front().column == static_cast<int>(count_code_points(france_bytes().substr(0, before)) + 1));
}

TEST_CASE("a geometry that is cut anywhere is refused with the byte") {
    const std::string& whole = france_bytes();
    const std::size_t head = whole.find('\0') + 1;
    for (std::size_t length = head; length < whole.size(); length = head + (length - head) * 2 + 1)
        CHECK(starts_with(refusal(whole.substr(0, length)), " The geometry is cut or damaged at byte "));
    CHECK(refusal(whole.substr(0, head + 100)).find(std::to_string(head + 100)) != std::string::npos);
    CHECK(starts_with(refusal(whole + 'x'), " The geometry is cut or damaged at byte " + std::to_string(whole.size())));
    CHECK(starts_with(refusal(whole.substr(0, head - 1)), " The geometry is cut"));
    CHECK(starts_with(refusal(whole + std::string(9u << 20, 'x')), " The map is too large"));
}

TEST_CASE("bytes that were changed at random are read or refused, never more") {
    std::uint32_t seed = 1;
    for (int round = 0; round < 60; ++round) {
        std::string noise = france_bytes();
        for (int i = 0; i < 8; ++i) {
            seed = seed * 1664525u + 1013904223u;
            noise[(seed >> 4) % noise.size()] = static_cast<char>(seed >> 24);
        }
        const MapFile file = read_map_file(noise);
        CHECK((file.geometry == nullptr) == !file.errors.empty());
    }
}

TEST_CASE("data without a map lie on a plane fitted to them") {
    const LngLat greece[] = {{23.73, 37.98}, {22.94, 40.64}, {25.14, 35.34}, {21.73, 38.25}};
    const auto map = plain_map(greece);
    CHECK(map->ground.projection.parameters().kind == ProjectionKind::LambertAzimuthal);
    for (const LngLat& place : greece) {
        const Metres at = map->project(map->territory_of(place), place);
        CHECK(at.x_m > map->ground.frame.min_x_m);
        CHECK(at.x_m < map->ground.frame.max_x_m);
        CHECK(at.y_m > map->ground.frame.min_y_m);
        CHECK(at.y_m < map->ground.frame.max_y_m);
    }
    CHECK(map->ground.frame.width_m() < 6.0e5); // and closely: Crete to Thessaloniki is 600 km
    CHECK(map->ground.frame.height_m() < 8.0e5);
    CHECK(map->graticule.step_deg == 1.0);
}

TEST_CASE("places on both sides of the 180th meridian lie near each other; none at all give the globe") {
    const LngLat pacific[] = {{178.4, -18.1}, {-171.8, -13.8}};
    CHECK(plain_map(pacific)->ground.frame.width_m() < 1.5e6);
    const LngLat one[] = {{4.35, 50.85}};
    CHECK(plain_map(one)->ground.frame.width_m() >= 2.0e5);
    CHECK(plain_map({})->ground.projection.parameters().kind == ProjectionKind::WebMercator);
    CHECK(plain_map({})->ground.frame.width_m() > 3.9e7);
}
