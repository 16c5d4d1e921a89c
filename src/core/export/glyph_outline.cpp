#include "core/export/glyph_outline.hpp"

#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

namespace atlas {

namespace {

constexpr std::uint16_t k_most_points = 4096;
constexpr double k_centre_em = 0.4375;

class Reader {
public:
    explicit Reader(FontBytes bytes) : m_bytes(bytes) {}
    [[nodiscard]] std::uint32_t u8(std::size_t at) const { return at < m_bytes.size() ? m_bytes[at] : 0u; }
    [[nodiscard]] std::uint32_t u16(std::size_t at) const { return u8(at) << 8 | u8(at + 1); }
    [[nodiscard]] std::int32_t i16(std::size_t at) const { return static_cast<std::int16_t>(u16(at)); }
    [[nodiscard]] std::uint32_t u32(std::size_t at) const { return u16(at) << 16 | u16(at + 2); }
    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }
    // The offset of a table; nothing when it is not there.
    [[nodiscard]] std::optional<std::size_t> table(std::string_view tag) const {
        const std::size_t count = u16(4);
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t row = 12 + 16 * i;
            bool is_it = true;
            for (std::size_t c = 0; c < 4; ++c) is_it = is_it && u8(row + c) == static_cast<unsigned char>(tag[c]);
            if (is_it && u32(row + 8) < size()) return u32(row + 8);
        }
        return std::nullopt;
    }

private:
    FontBytes m_bytes;
};

std::uint32_t glyph_in_segment(const Reader& font, std::size_t table, std::size_t segments, std::size_t i,
                               std::uint32_t code) {
    const std::size_t ends = table + 14, starts = ends + 2 * segments + 2, deltas = starts + 2 * segments,
                      ranges = deltas + 2 * segments;
    const std::uint32_t start = font.u16(starts + 2 * i), range = font.u16(ranges + 2 * i);
    if (code < start) return 0;
    if (range == 0) return (code + font.u16(deltas + 2 * i)) & 0xFFFFu;
    return font.u16(ranges + 2 * i + range + std::size_t{2} * (code - start));
}

std::uint32_t glyph_of(const Reader& font, char16_t code_point) {
    const auto cmap = font.table("cmap");
    if (!cmap) return 0;
    for (std::size_t i = 0; i < font.u16(*cmap + 2); ++i) {
        const std::size_t table = *cmap + font.u32(*cmap + 4 + 8 * i + 4);
        if (table >= font.size() || font.u16(table) != 4) continue;
        const std::size_t segments = font.u16(table + 6) / 2;
        for (std::size_t s = 0; s < segments; ++s)
            if (font.u16(table + 14 + 2 * s) >= code_point)
                return glyph_in_segment(font, table, segments, s, code_point);
    }
    return 0;
}

struct GlyphPoint {
    double x = 0.0, y = 0.0;
    bool is_on_curve = false, ends_contour = false;
};

// Where the glyph's data lies; nothing for an empty or missing glyph.
std::optional<std::size_t> glyph_data(const Reader& font, std::uint32_t glyph) {
    const auto head = font.table("head"), loca = font.table("loca"), glyf = font.table("glyf");
    if (!head || !loca || !glyf || glyph == 0) return std::nullopt;
    const bool is_long = font.u16(*head + 50) != 0;
    const std::size_t begin =
        is_long ? font.u32(*loca + std::size_t{4} * glyph) : std::size_t{2} * font.u16(*loca + std::size_t{2} * glyph);
    const std::size_t end = is_long ? font.u32(*loca + std::size_t{4} * glyph + 4)
                                    : std::size_t{2} * font.u16(*loca + std::size_t{2} * glyph + 2);
    if (end <= begin || *glyf + end > font.size()) return std::nullopt;
    return *glyf + begin;
}

std::vector<std::uint32_t> read_flags(const Reader& font, std::size_t& at, std::size_t count) {
    std::vector<std::uint32_t> flags;
    while (flags.size() < count && at < font.size()) {
        const std::uint32_t flag = font.u8(at++);
        const std::size_t times = flag & 8u ? font.u8(at++) + 1 : 1;
        for (std::size_t i = 0; i < times && flags.size() < count; ++i) flags.push_back(flag);
    }
    flags.resize(count, 0);
    return flags;
}

// One axis; short_bit and same_bit are its bits among the flags.
void read_axis(const Reader& font, std::size_t& at, const std::vector<std::uint32_t>& flags,
               std::vector<GlyphPoint>& points, bool is_x) {
    const std::uint32_t short_bit = is_x ? 2u : 4u, same_bit = is_x ? 16u : 32u;
    std::int32_t value = 0;
    for (std::size_t i = 0; i < flags.size(); ++i) {
        if (flags[i] & short_bit) {
            const auto step = static_cast<std::int32_t>(font.u8(at++));
            value += flags[i] & same_bit ? step : -step;
        } else if (!(flags[i] & same_bit)) {
            value += font.i16(at);
            at += 2;
        }
        (is_x ? points[i].x : points[i].y) = value;
    }
}

std::vector<GlyphPoint> read_points(const Reader& font, std::size_t data) {
    const std::int32_t contours = font.i16(data);
    if (contours <= 0) return {};
    std::size_t at = data + 10;
    const std::size_t count = font.u16(at + 2 * static_cast<std::size_t>(contours - 1)) + std::size_t{1};
    if (count > k_most_points) return {};
    std::vector<GlyphPoint> points(count);
    for (std::int32_t i = 0; i < contours; ++i, at += 2) {
        const std::size_t end = font.u16(at);
        if (end < count) points[end].ends_contour = true;
    }
    at += 2 + font.u16(at); // instructions
    const std::vector<std::uint32_t> flags = read_flags(font, at, count);
    for (std::size_t i = 0; i < count; ++i) points[i].is_on_curve = (flags[i] & 1u) != 0;
    read_axis(font, at, flags, points, true);
    read_axis(font, at, flags, points, false);
    return points;
}

class PathWriter {
public:
    PathWriter(Point centre, double scale, double units) : m_centre(centre), m_scale(scale), m_units(units) {}

    // Quadratic splines: two control points in a row have a point on the curve half way between them.
    void contour(std::span<const GlyphPoint> points) {
        if (points.size() < 2) return;
        const GlyphPoint start = points[0].is_on_curve ? points[0] : half_way(points[0], points.back());
        command('M', start);
        for (std::size_t i = points[0].is_on_curve ? 1 : 0; i < points.size(); ++i) {
            if (points[i].is_on_curve) {
                command('L', points[i]);
                continue;
            }
            const GlyphPoint next = i + 1 < points.size() ? points[i + 1] : start;
            const bool skips = i + 1 < points.size() && next.is_on_curve;
            command('Q', points[i]);
            command(' ', next.is_on_curve || i + 1 == points.size() ? next : half_way(points[i], next));
            if (skips) ++i;
        }
        m_out += 'Z';
    }
    std::string take() { return std::move(m_out); }

private:
    static GlyphPoint half_way(const GlyphPoint& a, const GlyphPoint& b) {
        return {(a.x + b.x) * 0.5, (a.y + b.y) * 0.5, true, false};
    }
    void command(char letter, const GlyphPoint& point) {
        m_out += letter;
        append_coordinate(m_out, static_cast<double>(m_centre.x) + (point.x - 0.5 * m_units) * m_scale);
        m_out += ' ';
        append_coordinate(m_out, static_cast<double>(m_centre.y) - (point.y - k_centre_em * m_units) * m_scale);
    }
    std::string m_out;
    Point m_centre;
    double m_scale, m_units;
};

}

void append_coordinate(std::string& out, double value) {
    if (!std::isfinite(value)) value = 0.0;
    const long long hundredths = std::llround(std::fmin(std::fmax(value, -1e9), 1e9) * 100.0);
    const long long size = hundredths < 0 ? -hundredths : hundredths;
    if (hundredths < 0) out += '-';
    out += std::to_string(size / 100);
    if (size % 100 == 0) return;
    out += '.';
    out += static_cast<char>('0' + size % 100 / 10);
    if (size % 10 != 0) out += static_cast<char>('0' + size % 10);
}

std::string icon_path(FontBytes bytes, char16_t code_point, Point centre, float size_px) {
    const Reader font(bytes);
    const auto head = font.table("head");
    const auto data = glyph_data(font, glyph_of(font, code_point));
    if (!head || !data || font.u16(*head + 18) == 0) return {};
    const double units = font.u16(*head + 18);
    const std::vector<GlyphPoint> points = read_points(font, *data);
    PathWriter path(centre, static_cast<double>(size_px) / units, units);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!points[i].ends_contour) continue;
        path.contour(std::span(points).subspan(begin, i + 1 - begin));
        begin = i + 1;
    }
    return path.take();
}

}
