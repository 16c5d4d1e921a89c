#include "core/geo/map_file.hpp"

#include "core/geo/map_blob.hpp"
#include "core/snapshot/record.hpp"
#include "core/snapshot/report.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace atlas {
namespace {

constexpr std::size_t k_file_bytes = std::size_t{8} << 20;
constexpr JsonLimits k_head_limits{std::size_t{1} << 20, 8, std::size_t{4} << 10, 60'000};
constexpr std::size_t k_areas_at_most = 2'000, k_labels_at_most = 200;
constexpr double k_far_m = 1.0e8; // nothing on a map lies farther out

template<std::size_t count>
std::array<double, count> numbers(const Record& record, std::string_view name, Range range, Need need) {
    std::array<double, count> out{};
    const JsonValue list = record.field(name, need);
    if (!list.exists()) return out;
    std::size_t found = 0;
    for (JsonValue value = list.is(JsonKind::Array) ? list.first() : JsonValue(); value.exists();
         value = value.next(), ++found) {
        const bool is_one = value.is(JsonKind::Number) && value.number() >= range.least && value.number() <= range.most;
        if (!is_one || found >= count) break;
        out[found] = value.number();
    }
    if (found != count || list.size() != count)
        record.report().error(list, Msg::MapNumbersExpected, {std::to_string(count)});
    return out;
}

LngLat read_place(const Record& record, std::string_view name, Need need) {
    const auto [lng, lat] = numbers<2>(record, name, {-180.0, 180.0}, need);
    return {lng, std::clamp(lat, -89.0, 89.0)};
}

MapBounds read_bounds(const Record& record, std::string_view name, Need need) {
    const auto [west, south, east, north] = numbers<4>(record, name, {-k_far_m, k_far_m}, need);
    if (record.field(name).exists() && !(west < east && south < north))
        record.report().error(record.field(name), Msg::MapFrameEmpty);
    return {west, south, east, north};
}

DegreeBox read_box(const Record& record, std::string_view name) {
    const auto [west, south, east, north] = numbers<4>(record, name, {-180.0, 180.0}, Need::Required);
    if (record.field(name).exists() && (!(south < north) || west == east))
        record.report().error(record.field(name), Msg::MapFrameEmpty);
    return {west, south, east, north};
}

ProjectionParameters read_parameters(const Record& record) {
    static constexpr std::string_view k_kinds[] = {"lambert-conformal", "albers", "transverse-mercator",
                                                   "lambert-azimuthal", "web-mercator"};
    static constexpr std::string_view k_ellipsoids[] = {"GRS80", "WGS84"};
    constexpr Range latitudes{-89.0, 89.0};
    ProjectionParameters out;
    out.kind = record.choice("kind", k_kinds, ProjectionKind::WebMercator, Need::Required);
    out.ellipsoid = record.choice("ellipsoid", k_ellipsoids, Ellipsoid::Grs80);
    const bool is_cone = out.kind == ProjectionKind::LambertConformal || out.kind == ProjectionKind::Albers;
    out.lng_0_deg = record.number("lng_0", {-180.0, 180.0}).value_or(0.0);
    out.lat_0_deg = record.number("lat_0", latitudes).value_or(0.0);
    out.lat_1_deg = record.number("lat_1", latitudes, is_cone ? Need::Required : Need::Optional).value_or(45.0);
    out.lat_2_deg = record.number("lat_2", latitudes).value_or(out.lat_1_deg);
    out.scale = record.number("scale", {0.5, 2.0}).value_or(1.0);
    out.x_0_m = record.number("x_0", {-k_far_m, k_far_m}).value_or(0.0);
    out.y_0_m = record.number("y_0", {-k_far_m, k_far_m}).value_or(0.0);
    // Where the parallels lie on both sides of the equator the cone opens both ways, or becomes a cylinder.
    if (is_cone && !(out.lat_1_deg * out.lat_2_deg > 1.0)) record.report().error(record.value(), Msg::MapParallels);
    return out;
}

Projection read_projection(const Record& owner) {
    const std::optional<Record> record = owner.record("projection", Need::Required);
    const bool has_errors = owner.report().has_errors();
    const ProjectionParameters parameters = record ? read_parameters(*record) : ProjectionParameters{};
    return has_errors || owner.report().has_errors() ? Projection() : Projection(parameters);
}

void read_main(const Record& head, MapGeometry& map) {
    const std::optional<Record> main = head.record("main", Need::Required);
    if (!main) return;
    map.territories.front().projection = map.ground.projection = read_projection(*main);
    map.ground.frame = read_bounds(*main, "frame", Need::Required);
    map.ground.home = read_place(*main, "home", Need::Required);
    map.cover = read_bounds(*main, "cover", Need::Required);
    map.sheet_m = main->number("sheet", {1.0, k_far_m}).value_or(map.ground.frame.height_m() * 4.0 / 3.0);
    map.legend_end_m = main->number("legend_end", {-k_far_m, k_far_m});
    map.home_name = main->both("name");
    map.graticule.box = read_box(*main, "graticule");
    map.graticule.step_deg = main->number("graticule_step", {0.1, 45.0}, Need::Required).value_or(10.0);
    for (const Record& label : main->records("labels", k_labels_at_most))
        map.labels.push_back({label.both("name", Need::Required), read_place(label, "place", Need::Required)});
}

void read_insets(const Record& head, MapGeometry& map) {
    for (const Record& record : head.records("insets", k_insets_at_most)) {
        TerritoryMap& inset = map.territories.emplace_back();
        inset.territory = static_cast<Territory>(map.territories.size() - 1);
        inset.projection = read_projection(record);
        inset.box = read_box(record, "box");
        inset.name = record.both("name", Need::Required);
        inset.short_name = record.both("short");
        if (inset.short_name.empty()) inset.short_name = inset.name;
    }
}

std::vector<MapArea> read_areas(const Record& head, std::string_view name) {
    std::vector<MapArea> out;
    for (const Record& record : head.records(name, k_areas_at_most))
        out.push_back({record.code("code", Need::Required), record.both("name")});
    return out;
}

std::vector<std::string> codes_of(const std::vector<MapArea>& areas) {
    std::vector<std::string> codes;
    for (const MapArea& area : areas) codes.push_back(area.code);
    return codes;
}

void read_head(JsonValue value, Report& report, MapGeometry& map, MapCodes& codes) {
    const IdTables nothing;
    const Record head(value, nothing, report);
    const JsonValue version = value.find("cluster-atlas-map");
    if (!version.is(JsonKind::Number) || version.number() != 1.0) return report.error(value, Msg::MapNotAMap);
    read_main(head, map);
    read_insets(head, map);
    map.regions = read_areas(head, "regions");
    codes = {codes_of(map.regions), codes_of(read_areas(head, "neighbours"))};
    map.credits = head.both_list("credits");
}

}

// The head ends at the first zero byte, which no JSON text holds.
MapFile read_map_file(std::string_view bytes) {
    const std::size_t end = std::min(bytes.find('\0'), bytes.size());
    const std::string_view text = bytes.substr(0, end), rest = bytes.substr(std::min(end + 1, bytes.size()));
    Report report(text);
    auto map = std::make_shared<MapGeometry>();
    MapCodes codes;
    const JsonDocument document(bytes.size() > k_file_bytes ? std::string_view() : text, k_head_limits);
    if (bytes.size() > k_file_bytes)
        report.error({}, Msg::MapTooLarge, {std::to_string(k_file_bytes >> 20)});
    else if (!document.ok())
        report.problem(document.problem());
    else
        read_head(document.root(), report, *map, codes);
    if (!report.has_errors()) {
        const std::span blob(reinterpret_cast<const std::uint8_t*>(rest.data()), rest.size());
        if (const auto damage = read_geometry(blob, codes, map->territories))
            report.error({}, Msg::MapGeometryDamaged, {std::to_string(end + 1 + *damage)});
    }
    const bool is_refused = report.has_errors();
    LoadResult told;
    report.finish(told);
    return {is_refused ? nullptr : std::move(map), std::move(told.errors)};
}

}
