#include "core/geo/map_blob.hpp"

#include "core/geo/simplify.hpp"
#include "core/geo/triangulate.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace atlas {
namespace {

// Simplifying a line and clipping the ears of a ring take time that grows with the square of their lengths.
constexpr std::uint32_t k_most_items = 1u << 16, k_most_lines = 1u << 13, k_longest_line = 4096, k_longest_ring = 8192;

// Never reads past the end: after the first failure everything reads as zero and ok() is false.
class Reader {
public:
    explicit Reader(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}
    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] std::size_t at() const { return m_at; }
    [[nodiscard]] std::size_t rest() const { return m_bytes.size() - m_at; }
    void fail() { m_ok = false; }
    std::uint32_t bounded(std::uint32_t value, std::uint32_t most) {
        if (value > most) m_ok = false;
        return m_ok ? value : 0;
    }

    std::uint8_t byte() {
        if (m_at >= m_bytes.size()) {
            m_ok = false;
            return 0;
        }
        return m_bytes[m_at++];
    }
    std::uint32_t varint() {
        std::uint32_t value = 0;
        for (unsigned shift = 0; shift < 32; shift += 7) {
            const std::uint32_t part = byte();
            value |= (part & 127u) << shift;
            if (part < 128) return value;
        }
        m_ok = false;
        return 0;
    }
    std::uint32_t count() { // of things that take at least a byte each
        return bounded(varint(), static_cast<std::uint32_t>(std::min<std::size_t>(k_most_items, rest())));
    }
    std::int32_t zigzag() {
        const std::uint32_t value = varint();
        return static_cast<std::int32_t>(value >> 1) ^ -static_cast<std::int32_t>(value & 1u);
    }
    double float64() {
        std::uint64_t bits = 0;
        for (unsigned shift = 0; shift < 64; shift += 8) bits |= static_cast<std::uint64_t>(byte()) << shift;
        double value = 0.0; // libc++ 14 has no std::bit_cast
        std::memcpy(&value, &bits, sizeof value);
        if (!std::isfinite(value)) m_ok = false;
        return m_ok ? value : 0.0;
    }

private:
    std::span<const std::uint8_t> m_bytes;
    std::size_t m_at = 0;
    bool m_ok = true;
};

struct BorderLine {
    std::uint32_t begin = 0, end = 0, kind = 0, left = 0, right = 0;
};

struct Area {
    bool is_region = true;
    std::string code;
    std::vector<std::vector<std::int32_t>> rings; // line references
};

// What all territories may hold together.
struct Budget {
    std::uint32_t line_points = k_most_items, ring_points = 2 * k_most_items;
};

struct Draft { // a territory as it is stored
    std::vector<Area> areas;
    std::vector<BorderLine> lines;
    std::vector<float> x_m, y_m;
};

void read_axis(Reader& reader, double step, double origin, std::vector<float>& out) {
    std::int64_t at = 0;
    for (float& value : out) {
        at += reader.zigzag();
        value = static_cast<float>(origin + step * static_cast<double>(at));
    }
}

void read_areas(Reader& reader, const MapCodes& codes, Draft& draft) {
    draft.areas.resize(reader.count());
    for (Area& area : draft.areas) {
        area.is_region = reader.byte() == 0;
        const std::vector<std::string>& known = area.is_region ? codes.regions : codes.neighbours;
        const std::uint32_t index = reader.varint();
        if (index >= known.size()) reader.fail();
        if (!reader.ok()) return;
        area.code = known[index];
    }
}

void read_lines(Reader& reader, Budget& budget, Draft& draft) {
    draft.lines.resize(reader.bounded(reader.count(), k_most_lines));
    const auto areas = static_cast<std::uint32_t>(draft.areas.size());
    std::uint32_t total = 0;
    for (BorderLine& line : draft.lines) {
        const std::uint32_t length = reader.bounded(reader.varint(), std::min(k_longest_line, budget.line_points));
        budget.line_points -= length;
        line.begin = total;
        line.end = total += length;
        line.kind = reader.varint();
        line.left = reader.bounded(reader.varint(), areas);
        line.right = reader.bounded(reader.varint(), areas);
    }
    if (!reader.ok()) return;
    draft.x_m.resize(total);
    draft.y_m.resize(total);
}

std::uint32_t points_of(const Draft& draft, std::int32_t reference) {
    const BorderLine& line = draft.lines[static_cast<std::size_t>(reference < 0 ? ~reference : reference)];
    return line.end - line.begin;
}

void read_ring(Reader& reader, Budget& budget, const Draft& draft, std::vector<std::int32_t>& ring) {
    ring.resize(reader.count());
    std::uint32_t length = 0;
    for (std::int32_t& reference : ring) {
        reference = reader.zigzag();
        if (static_cast<std::size_t>(reference < 0 ? ~reference : reference) >= draft.lines.size()) reader.fail();
        if (!reader.ok()) return;
        length += points_of(draft, reference);
        if (length > std::min(k_longest_ring, budget.ring_points)) return reader.fail();
    }
    budget.ring_points -= length;
}

void read_rings(Reader& reader, Budget& budget, Draft& draft) {
    for (Area& area : draft.areas) {
        area.rings.resize(reader.count());
        for (auto& ring : area.rings) read_ring(reader, budget, draft, ring);
    }
}

Draft read_draft(Reader& reader, const MapCodes& codes, Budget& budget) {
    Draft draft;
    const double step_x = reader.float64(), step_y = reader.float64();
    const double origin_x = reader.float64(), origin_y = reader.float64();
    read_areas(reader, codes, draft);
    read_lines(reader, budget, draft);
    read_axis(reader, step_x, origin_x, draft.x_m);
    read_axis(reader, step_y, origin_y, draft.y_m);
    read_rings(reader, budget, draft);
    return draft;
}

void widen(MapBounds& bounds, const MapBounds& by) {
    bounds = {std::min(bounds.min_x_m, by.min_x_m), std::min(bounds.min_y_m, by.min_y_m),
              std::max(bounds.max_x_m, by.max_x_m), std::max(bounds.max_y_m, by.max_y_m)};
}

constexpr double k_far_m = std::numeric_limits<double>::max();
constexpr MapBounds k_nothing{k_far_m, k_far_m, -k_far_m, -k_far_m};

// A ring's vertices, one line after the other, without the repeated end of each line.
RingSpan add_ring(const Draft& draft, const std::vector<std::int32_t>& ring, MapMesh& mesh) {
    RingSpan span{static_cast<std::uint32_t>(mesh.x_m.size()), 0};
    for (const std::int32_t reference : ring) {
        const BorderLine& line = draft.lines[static_cast<std::size_t>(reference < 0 ? ~reference : reference)];
        for (std::uint32_t i = line.begin; i + 1 < line.end; ++i) {
            const std::uint32_t at = reference < 0 ? line.end - 1 - (i - line.begin) : i;
            mesh.x_m.push_back(draft.x_m[at]);
            mesh.y_m.push_back(draft.y_m[at]);
        }
    }
    span.end = static_cast<std::uint32_t>(mesh.x_m.size());
    return span;
}

Metres centre_of_gravity(const MapMesh& mesh) {
    double area = 0.0, x = 0.0, y = 0.0;
    for (std::size_t i = 0; i + 2 < mesh.triangles.size(); i += 3) {
        double px[3], py[3];
        for (std::size_t k = 0; k < 3; ++k) {
            px[k] = static_cast<double>(mesh.x_m[mesh.triangles[i + k]]);
            py[k] = static_cast<double>(mesh.y_m[mesh.triangles[i + k]]);
        }
        const double a = std::abs((px[1] - px[0]) * (py[2] - py[0]) - (py[1] - py[0]) * (px[2] - px[0]));
        area += a;
        x += a * (px[0] + px[1] + px[2]) / 3.0;
        y += a * (py[0] + py[1] + py[2]) / 3.0;
    }
    return area > 0.0 ? Metres{x / area, y / area} : Metres{};
}

MapMesh make_mesh(const Draft& draft, const Area& area) {
    MapMesh mesh;
    mesh.code = area.code;
    std::vector<RingSpan> rings;
    for (const auto& ring : area.rings) rings.push_back(add_ring(draft, ring, mesh));
    triangulate(mesh.x_m, mesh.y_m, rings, mesh.triangles);
    mesh.bounds = mesh.x_m.empty() ? MapBounds{} : k_nothing;
    for (std::size_t i = 0; i < mesh.x_m.size(); ++i) {
        const double x = static_cast<double>(mesh.x_m[i]), y = static_cast<double>(mesh.y_m[i]);
        widen(mesh.bounds, {x, y, x, y});
    }
    mesh.centre = centre_of_gravity(mesh);
    return mesh;
}

MapLines& lines_between(std::vector<MapLines>& all, const Draft& draft, const BorderLine& line) {
    const auto code = [&](std::uint32_t side) {
        return side > 0 && side <= draft.areas.size() ? draft.areas[side - 1].code : std::string();
    };
    const auto kind = static_cast<BorderKind>(line.kind);
    const std::string left = code(line.left), right = code(line.right);
    for (MapLines& lines : all) {
        if (lines.kind == kind && lines.left == left && lines.right == right) return lines;
    }
    MapLines& made = all.emplace_back();
    made.kind = kind;
    made.left = left;
    made.right = right;
    made.starts.push_back(0);
    return made;
}

void add_line(const Draft& draft, const BorderLine& line, TerritoryMap& map) {
    if (line.kind > static_cast<std::uint32_t>(BorderKind::Frontier) || line.end - line.begin < 2) return;
    const std::span<const float> xs(draft.x_m.data() + line.begin, line.end - line.begin);
    const std::span<const float> ys(draft.y_m.data() + line.begin, line.end - line.begin);
    const std::vector<double> weights = vertex_weights_m2(xs, ys);
    for (std::size_t level = 0; level < k_detail_levels; ++level) {
        MapLines& lines = lines_between(map.lines[level], draft, line);
        for (std::size_t i = 0; i < xs.size(); ++i) {
            if (weights[i] < k_least_weight_m2[level]) continue;
            lines.x_m.push_back(xs[i]);
            lines.y_m.push_back(ys[i]);
        }
        lines.starts.push_back(static_cast<std::uint32_t>(lines.x_m.size()));
    }
}

void fill_territory(const Draft& draft, TerritoryMap& map) {
    map.bounds = k_nothing;
    for (const Area& area : draft.areas) {
        MapMesh mesh = make_mesh(draft, area);
        if (area.is_region) widen(map.bounds, mesh.bounds);
        (area.is_region ? map.regions : map.neighbours).push_back(std::move(mesh));
    }
    if (map.regions.empty()) map.bounds = {};
    for (const BorderLine& line : draft.lines) add_line(draft, line, map);
}

}

std::optional<std::size_t> read_geometry(std::span<const std::uint8_t> blob, const MapCodes& codes,
                                         std::vector<TerritoryMap>& territories) {
    Reader reader(blob);
    Budget budget;
    for (TerritoryMap& territory : territories) {
        const Draft draft = read_draft(reader, codes, budget);
        if (!reader.ok()) return reader.at();
        fill_territory(draft, territory);
    }
    if (reader.rest() > 0) return reader.at();
    return std::nullopt;
}

}
