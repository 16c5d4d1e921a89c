// Every seat lies inside its department, judged by the committed TopoJSON itself (not by the baked map), projected with
// the atlas' own formulas. The base map is generalised, so a place on a coast may fall just off it (Toulon, Ajaccio and
// Bastia do); no present seat does, so there is no list of exceptions: a new one goes here, with its distance.
#include "core/base/json.hpp"
#include "core/geo/projection.hpp"
#include "core/snapshot/load.hpp"
#include "read_file.hpp"
#include "support/france.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

using namespace atlas;

namespace {

using Ring = std::vector<Metres>;

struct Topology {
    std::vector<Ring> arcs;
    std::map<std::string, std::vector<Ring>> departments; // by code; even-odd
};

std::vector<Ring> read_arcs(JsonValue root) {
    double scale[2], translate[2];
    for (int axis = 0; axis < 2; ++axis) {
        const auto nth = [&](const char* key) {
            const JsonValue list = root.find("transform").find(key);
            return (axis == 0 ? list.first() : list.first().next()).number();
        };
        scale[axis] = nth("scale");
        translate[axis] = nth("translate");
    }
    std::vector<Ring> arcs;
    for (JsonValue arc = root.find("arcs").first(); arc.exists(); arc = arc.next()) {
        double x = 0.0, y = 0.0;
        Ring& ring = arcs.emplace_back();
        for (JsonValue point = arc.first(); point.exists(); point = point.next()) {
            x += point.first().number();
            y += point.first().next().number();
            ring.push_back({translate[0] + scale[0] * x, translate[1] + scale[1] * y});
        }
    }
    return arcs;
}

// Rings of line references, one level deep in a Polygon, two in a MultiPolygon.
void read_rings(JsonValue value, int depth, const std::vector<Ring>& arcs, std::vector<Ring>& rings) {
    if (depth > 0) {
        for (JsonValue child = value.first(); child.exists(); child = child.next())
            read_rings(child, depth - 1, arcs, rings);
        return;
    }
    Ring ring;
    for (JsonValue reference = value.first(); reference.exists(); reference = reference.next()) {
        const int index = static_cast<int>(reference.number());
        Ring arc = arcs.at(static_cast<std::size_t>(index < 0 ? ~index : index));
        if (index < 0) std::reverse(arc.begin(), arc.end());
        ring.insert(ring.end(), arc.begin(), arc.end());
    }
    rings.push_back(ring);
}

void read_topology(const char* file, const char* object, std::map<std::string, std::vector<Ring>>& departments) {
    const std::string text = read_repository_file(std::string("data/map/") + file + ".topojson");
    const JsonDocument document(text);
    REQUIRE(document.ok());
    const std::vector<Ring> arcs = read_arcs(document.root());
    const JsonValue geometries = document.root().find("objects").find(object).find("geometries");
    for (JsonValue g = geometries.first(); g.exists(); g = g.next()) {
        const std::string code(g.find("properties").find("code").text());
        read_rings(g.find("arcs"), g.find("type").text() == "Polygon" ? 1 : 2, arcs, departments[code]);
    }
}

const std::map<std::string, std::vector<Ring>>& departments() {
    static const std::map<std::string, std::vector<Ring>> all = [] {
        std::map<std::string, std::vector<Ring>> read;
        read_topology("france_metro.l93", "departements", read);
        for (const char* overseas : {"guadeloupe", "martinique", "guyane", "la_reunion", "mayotte"})
            read_topology(overseas, overseas, read);
        return read;
    }();
    return all;
}

bool is_inside(const std::vector<Ring>& rings, Metres p) {
    bool inside = false;
    for (const Ring& ring : rings) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const Metres a = ring[i], b = ring[j];
            if ((a.y_m > p.y_m) != (b.y_m > p.y_m) &&
                p.x_m < (b.x_m - a.x_m) * (p.y_m - a.y_m) / (b.y_m - a.y_m) + a.x_m)
                inside = !inside;
        }
    }
    return inside;
}

double distance_m(const std::vector<Ring>& rings, Metres p) {
    double nearest = 1.0e12;
    for (const Ring& ring : rings) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const double dx = ring[i].x_m - ring[i - 1].x_m, dy = ring[i].y_m - ring[i - 1].y_m;
            const double length2 = std::max(dx * dx + dy * dy, 1.0);
            const double t =
                std::clamp(((p.x_m - ring[i - 1].x_m) * dx + (p.y_m - ring[i - 1].y_m) * dy) / length2, 0.0, 1.0);
            nearest = std::min(nearest, std::hypot(p.x_m - ring[i - 1].x_m - t * dx, p.y_m - ring[i - 1].y_m - t * dy));
        }
    }
    return nearest;
}

}

TEST_CASE("every seat lies in its department") {
    CHECK(departments().size() == 101);
    const LoadResult loaded = load_snapshot(read_repository_file("data/snapshot.json"));
    REQUIRE(loaded.snapshot);
    std::size_t seats = 0;
    for (const Cluster& cluster : loaded.snapshot->clusters) {
        if (!cluster.seat || cluster.seat->kind == SeatKind::None) continue;
        const Seat& seat = *cluster.seat;
        const auto department = departments().find(seat.department);
        INFO(cluster.id << " in " << seat.city << " (" << seat.department << ")");
        REQUIRE(department != departments().end());
        ++seats;
        const Metres at =
            france().project(france().territory_of({seat.lng_deg, seat.lat_deg}), {seat.lng_deg, seat.lat_deg});
        INFO("outside by " << distance_m(department->second, at) << " m");
        CHECK(is_inside(department->second, at));
    }
    CHECK(seats >= 53); // at least those of the newest list
}

TEST_CASE("the polygons tell departments apart") {
    const Metres lyon = lambert93({4.8357, 45.764});
    CHECK(is_inside(departments().at("69"), lyon));
    CHECK(!is_inside(departments().at("38"), lyon));
    CHECK(is_inside(departments().at("974"), france().project(k_la_reunion, {55.5, -21.1})));
}
