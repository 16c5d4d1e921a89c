#include "core/export/svg.hpp"

#include "core/base/xml.hpp"

#include "core/export/mesh_outline.hpp"
#include "core/ui/colours.hpp"
#include "core/ui/pen.hpp"

#include <cmath>

namespace atlas {

namespace {

constexpr double k_shortest_segment_px = 0.25;
constexpr std::string_view k_fonts = "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

std::string number(double value) {
    std::string out;
    append_coordinate(out, value);
    return out;
}

std::string number(float value) {
    return number(static_cast<double>(value));
}

class SvgWriter {
public:
    explicit SvgWriter(const SvgInput& input)
        : m_input(input), m_colours(colours_of(input.palette, input.own_colours)) {}

    std::string write() {
        head();
        for (const Record& record : m_input.scene.records) std::visit(*this, record);
        for (; m_open_clips > 0; --m_open_clips) m_out += "</g>\n";
        return m_out + "</svg>\n";
    }

    void operator()(const rec::RectFill& r) {
        if (r.rect.is_empty()) return;
        open("rect");
        box(r.rect, r.radius);
        fill(r.paint);
        close();
    }
    void operator()(const rec::RectFrame& r) {
        if (r.rect.is_empty()) return;
        open("rect");
        box(r.rect.inset(r.thickness * 0.5f), r.radius);
        stroke(r.paint, r.thickness);
        close();
    }
    void operator()(const rec::Disc& r) {
        circle(r.centre, r.radius);
        fill(r.paint);
        close();
    }
    void operator()(const rec::Ring& r) {
        circle(r.centre, r.radius);
        stroke(r.paint, r.thickness);
        close();
    }
    void operator()(const rec::Line& r) {
        open("path");
        attribute("d", "M" + pair(r.from) + "L" + pair(r.to));
        stroke(r.paint, r.thickness);
        if (r.dash_px > 0.0f) attribute("stroke-dasharray", number(r.dash_px) + " " + number(r.gap_px));
        close();
    }
    void operator()(const rec::Polyline& r) {
        if (r.points.size() < 2) return;
        open(r.closed ? "polygon" : "polyline");
        attribute("points", points_of(r.points));
        stroke(r.paint, r.thickness);
        attribute("stroke-linejoin", "round");
        close();
    }
    void operator()(const rec::Polygon& r) {
        if (r.points.size() < 3) return;
        open("polygon");
        attribute("points", points_of(r.points));
        fill(r.paint);
        close();
    }
    void operator()(const rec::Bezier& r) {
        open("path");
        attribute("d", "M" + pair(r.from) + "C" + pair(r.control_1) + " " + pair(r.control_2) + " " + pair(r.to));
        stroke(r.paint, r.thickness);
        close();
    }
    void operator()(const rec::TextRun& r) {
        if (r.text.empty()) return;
        if (r.halo.ink != Ink::None) { // a copy below, with a broad outline
            text_open(r);
            fill(r.halo);
            attribute("stroke", hex(r.halo.ink));
            attribute("stroke-width", "4");
            attribute("stroke-linejoin", "round");
            text_close(r);
        }
        text_open(r);
        fill(r.paint);
        text_close(r);
    }
    void operator()(const rec::IconRun& r) {
        const std::string path = icon_path(m_input.icon_fonts[static_cast<std::size_t>(r.style)],
                                           static_cast<char16_t>(r.icon), r.centre, r.size_px);
        if (path.empty()) return;
        open("path");
        attribute("d", path);
        fill(r.paint);
        close();
    }
    void operator()(const rec::Hatch& r) {
        if (r.rect.is_empty() || r.step_px < 1.0f) return;
        push_clip(r.rect);
        std::string path;
        for (float x = r.rect.x - r.rect.h; x < r.rect.right(); x += r.step_px)
            path += "M" + pair({x, r.rect.bottom()}) + "L" + pair({x + r.rect.h, r.rect.y});
        open("path");
        attribute("d", path);
        stroke(r.paint, r.thickness);
        close();
        pop_clip();
    }
    void operator()(const rec::Fade& r) {
        const std::string id = "f" + std::to_string(m_next_id++);
        m_out += "<defs><linearGradient id=\"" + id + "\">";
        stop("0", r.left);
        stop("1", r.right);
        m_out += "</linearGradient></defs>";
        open("rect");
        box(r.rect, 0.0f);
        attribute("fill", "url(#" + id + ")");
        close();
    }
    void operator()(const rec::ClipPush& r) { push_clip(r.rect); }
    void operator()(const rec::ClipPop&) { pop_clip(); }
    void operator()(const rec::Mesh& r) {
        if (r.mesh == nullptr) return;
        std::string path;
        for (const Ring& ring : outline_of(*r.mesh)) {
            std::vector<Point> points;
            for (const std::uint32_t v : ring)
                add_point(points, r.to_screen.to_screen(static_cast<double>(r.mesh->x_m[v]),
                                                        static_cast<double>(r.mesh->y_m[v])));
            if (points.size() >= 3) path += "M" + points_of(points) + "Z";
        }
        if (path.empty()) return;
        open("path");
        attribute("d", path);
        fill(r.paint);
        attribute("fill-rule", "evenodd");
        close();
    }
    void operator()(const rec::Lines& r) {
        if (r.lines == nullptr) return;
        std::string path;
        for (std::size_t i = 0; i + 1 < r.lines->starts.size(); ++i) {
            std::vector<Point> points;
            const std::size_t end = std::min<std::size_t>(r.lines->starts[i + 1], r.lines->x_m.size());
            for (std::size_t v = r.lines->starts[i]; v < end; ++v)
                add_point(points, r.to_screen.to_screen(static_cast<double>(r.lines->x_m[v]),
                                                        static_cast<double>(r.lines->y_m[v])));
            if (points.size() >= 2) path += "M" + points_of(points);
        }
        if (path.empty()) return;
        open("path");
        attribute("d", path);
        stroke(r.paint, r.thickness);
        attribute("stroke-linejoin", "round");
        close();
    }

private:
    void head() {
        const std::string w = number(m_input.width_px), h = number(m_input.height_px);
        m_out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" "
                "width=\"" +
                w + "\" height=\"" + h + "\" viewBox=\"0 0 " + w + " " + h + "\" xml:lang=\"" +
                xml_escaped(m_input.lang) + "\" font-family=\"" + std::string(k_fonts) + "\">\n<title>" +
                xml_escaped(m_input.title) + "</title>\n<desc>" + xml_escaped(m_input.description) + "</desc>\n";
    }
    void open(std::string_view name) { (m_out += '<') += name; }
    void close() { m_out += "/>\n"; }
    void attribute(std::string_view name, std::string_view value) {
        (((m_out += ' ') += name) += "=\"") += value;
        m_out += '"';
    }
    std::string hex(Ink ink) const {
        static constexpr char k_digits[] = "0123456789abcdef";
        const Rgb rgb = m_colours.of(ink);
        std::string out = "#";
        for (const std::uint8_t c : {rgb.r, rgb.g, rgb.b}) {
            out += k_digits[c >> 4];
            out += k_digits[c & 15];
        }
        return out;
    }
    [[nodiscard]] double opacity(Paint paint) const {
        const double own = paint.ink == Ink::Shadow ? static_cast<double>(shadow_opacity(m_input.palette)) : 1.0;
        return paint.ink == Ink::None ? 0.0 : own * paint.alpha / 255.0;
    }
    void fill(Paint paint) {
        attribute("fill", hex(paint.ink));
        if (opacity(paint) < 0.999) attribute("fill-opacity", number(opacity(paint)));
    }
    void stroke(Paint paint, float thickness) {
        attribute("fill", "none");
        attribute("stroke", hex(paint.ink));
        attribute("stroke-width", number(thickness));
        if (opacity(paint) < 0.999) attribute("stroke-opacity", number(opacity(paint)));
    }
    void box(const Rect& rect, float radius) {
        attribute("x", number(rect.x));
        attribute("y", number(rect.y));
        attribute("width", number(std::max(rect.w, 0.0f)));
        attribute("height", number(std::max(rect.h, 0.0f)));
        if (radius > 0.0f) attribute("rx", number(std::min(radius, std::min(rect.w, rect.h) * 0.5f)));
    }
    void circle(Point centre, float radius) {
        open("circle");
        attribute("cx", number(centre.x));
        attribute("cy", number(centre.y));
        attribute("r", number(std::max(radius, 0.0f)));
    }
    void stop(std::string_view offset, Paint paint) {
        open("stop");
        attribute("offset", offset);
        attribute("stop-color", hex(paint.ink));
        attribute("stop-opacity", number(opacity(paint)));
        close();
    }
    void text_open(const rec::TextRun& r) {
        open("text");
        attribute("x", number(r.at.x));
        attribute("y", number(r.at.y));
        attribute("font-size", number(r.size_px));
        if (r.weight == FontWeight::SemiBold) attribute("font-weight", "600");
        if (r.align != Align::Left) attribute("text-anchor", r.align == Align::Centre ? "middle" : "end");
        attribute("textLength", number(text_width(r.text, r.size_px, r.weight)));
        attribute("lengthAdjust", "spacingAndGlyphs");
    }
    void text_close(const rec::TextRun& r) { ((m_out += '>') += xml_escaped(r.text)) += "</text>\n"; }
    void push_clip(const Rect& rect) {
        const std::string id = "c" + std::to_string(m_next_id++);
        m_out += "<clipPath id=\"" + id + "\"><rect";
        box(rect, 0.0f);
        m_out += "/></clipPath>\n<g clip-path=\"url(#" + id + ")\">\n";
        ++m_open_clips;
    }
    void pop_clip() {
        if (m_open_clips == 0) return;
        --m_open_clips;
        m_out += "</g>\n";
    }
    static std::string pair(Point p) { return number(p.x) + " " + number(p.y); }
    static std::string points_of(const std::vector<Point>& points) {
        std::string out;
        for (const Point& p : points) {
            if (!out.empty()) out += ' ';
            append_coordinate(out, static_cast<double>(p.x));
            out += ',';
            append_coordinate(out, static_cast<double>(p.y));
        }
        return out;
    }
    static void add_point(std::vector<Point>& points, Point p) {
        if (points.empty() || static_cast<double>(distance_px(points.back(), p)) >= k_shortest_segment_px)
            points.push_back(p);
    }

    const SvgInput& m_input;
    Colours m_colours;
    std::string m_out;
    int m_next_id = 0, m_open_clips = 0;
};

}

std::string svg_of(const SvgInput& input) {
    return SvgWriter(input).write();
}

}
