#include "core/ui/pen.hpp"

#include "core/ui/font_metrics.hpp"
#include "core/ui/foreign_text.hpp"

#include <utility>

namespace atlas {

namespace {

constexpr std::string_view k_ellipsis = "…";

// The first place behind `position` at which a text may be cut.
std::size_t next_cut(std::string_view text, std::size_t position) {
    do decode_utf8(text, position);
    while (position < text.size() && !is_cut(text, position));
    return position;
}

std::size_t fitting_baked(std::string_view text, const Type& type, float max_px) {
    float width = 0.0f;
    std::size_t position = 0;
    while (position < text.size()) {
        std::size_t next = position;
        width += advance_em(type.weight, decode_utf8(text, next)) * type.size_px;
        if (width > max_px) break;
        position = next;
    }
    return position;
}

// A run has the width of a whole, not of its characters: the longest prefix that fits is searched for.
std::size_t fitting_run(const TextPart& part, const Type& type, float max_px) {
    const auto fits = [&](std::size_t length) {
        return part_width_em({part.text.substr(0, length), part.kind}, type.weight) * type.size_px <= max_px;
    };
    if (fits(part.text.size())) return part.text.size();
    if (part.kind == TextPartKind::Pictograph) return 0;
    std::vector<std::size_t> cuts{0};
    while (cuts.back() < part.text.size()) cuts.push_back(next_cut(part.text, cuts.back()));
    std::size_t low = 0, high = cuts.size() - 1; // the prefix of cuts[low] fits, that of cuts[high] does not
    while (high - low > 1) {
        const std::size_t middle = (low + high) / 2;
        (fits(cuts[middle]) ? low : high) = middle;
    }
    return cuts[low];
}

// As text_width(), but looks no further than what decides.
bool fits(std::string_view utf8, const Type& type, float max_px) {
    float width_em = 0.0f;
    for (std::size_t position = 0; position < utf8.size();) {
        width_em += part_width_em(next_text_part(utf8, position), type.weight);
        if (width_em * type.size_px > max_px) return false;
    }
    return true;
}

// Byte length of the longest prefix that is at most max_px wide.
std::size_t fitting_prefix(std::string_view utf8, const Type& type, float max_px) {
    std::size_t position = 0;
    while (position < utf8.size()) {
        const std::size_t begin = position;
        const TextPart part = next_text_part(utf8, position);
        const bool is_baked = part.kind == TextPartKind::Baked;
        const std::size_t length = is_baked ? fitting_baked(part.text, type, max_px) : fitting_run(part, type, max_px);
        if (length < part.text.size()) return begin + length;
        max_px -= part_width_em(part, type.weight) * type.size_px;
    }
    return position;
}

void wrap_word(std::string_view word, const Type& type, float max_px, std::vector<std::string>& lines) {
    while (!word.empty() && !fits(word, type, max_px)) {
        std::size_t length = fitting_prefix(word, type, max_px);
        if (length == 0) length = next_cut(word, 0); // at least one character per line, whatever the width
        // "North-South-" rather than "North-South-Ea"
        if (const std::size_t joint = word.substr(0, length).find_last_of("-/"); joint != word.npos) length = joint + 1;
        lines.emplace_back(word.substr(0, length));
        word.remove_prefix(length);
    }
    lines.emplace_back(word);
}

}

float text_width(std::string_view utf8, float size_px, FontWeight weight) {
    float width_em = 0.0f;
    for (std::size_t position = 0; position < utf8.size();)
        width_em += part_width_em(next_text_part(utf8, position), weight);
    return width_em * size_px;
}

std::string ellipsis(std::string_view utf8, const Type& type, float max_px) {
    if (fits(utf8, type, max_px)) return std::string(utf8);
    const float room = max_px - text_width(k_ellipsis, type.size_px, type.weight);
    std::string_view head = utf8.substr(0, fitting_prefix(utf8, type, room));
    while (!head.empty() && (head.back() == ' ' || head.back() == ',')) head.remove_suffix(1);
    return std::string(head) + std::string(k_ellipsis);
}

std::vector<std::string> wrap(std::string_view utf8, const Type& type, float max_px) {
    std::vector<std::string> lines;
    std::string line;
    while (!utf8.empty()) {
        const std::size_t space = utf8.find(' ');
        const std::string_view word = utf8.substr(0, space);
        utf8.remove_prefix(space == std::string_view::npos ? utf8.size() : space + 1);
        const std::string longer = line.empty() ? std::string(word) : line + ' ' + std::string(word);
        if (fits(longer, type, max_px)) {
            line = longer;
            continue;
        }
        if (!line.empty()) lines.push_back(line);
        wrap_word(word, type, max_px, lines);
        line = std::move(lines.back());
        lines.pop_back();
    }
    if (!line.empty()) lines.push_back(std::move(line));
    return lines;
}

void Pen::rect(const Rect& rect, Ink ink, float radius, float opacity) {
    add(rec::RectFill{rect, radius, faded(ink, opacity)});
}

void Pen::frame(const Rect& rect, Ink ink, float radius, float thickness) {
    add(rec::RectFrame{rect, radius, thickness, {ink}});
}

void Pen::raised(const Rect& area, float radius) {
    rect({area.x + 1, area.y + 2, area.w, area.h}, Ink::Shadow, radius);
    rect(area, Ink::Raised, radius);
    frame(area, Ink::Hair, radius);
}

void Pen::raised_behind(std::size_t first_record, const Rect& rect, float radius) {
    Scene back;
    Pen(back).raised(rect, radius);
    std::vector<Record>& records = m_scene.records;
    records.insert(records.begin() + static_cast<std::ptrdiff_t>(first_record), back.records.begin(),
                   back.records.end());
}

void Pen::horizontal(float x, float y, float w, Ink ink) {
    rect({x, y, w, 1.0f}, ink);
}

void Pen::vertical(float x, float y, float h, Ink ink) {
    rect({x, y, 1.0f, h}, ink);
}

void Pen::disc(Point centre, float radius, Ink ink, float opacity) {
    add(rec::Disc{centre, radius, faded(ink, opacity)});
}

void Pen::ring(Point centre, float radius, float thickness, Ink ink) {
    add(rec::Ring{centre, radius, thickness, {ink}});
}

void Pen::line(Point from, Point to, float thickness, Ink ink) {
    add(rec::Line{from, to, thickness, {ink}});
}

void Pen::dashed(Point from, Point to, float thickness, Ink ink, float dash_px, float gap_px) {
    add(rec::Line{from, to, thickness, {ink}, dash_px, gap_px});
}

void Pen::polyline(std::vector<Point> points, float thickness, Ink ink) {
    add(rec::Polyline{std::move(points), thickness, {ink}});
}

void Pen::polygon(std::vector<Point> points, Ink ink) {
    add(rec::Polygon{std::move(points), {ink}});
}

void Pen::bezier(Point from, Point control_1, Point control_2, Point to, float thickness, Ink ink) {
    add(rec::Bezier{from, control_1, control_2, to, thickness, {ink}});
}

void Pen::hatch(const Rect& rect, Ink ink, float step_px, float thickness) {
    add(rec::Hatch{rect, step_px, thickness, {ink}});
}

void Pen::icon(Point centre, Icon icon, float size_px, Ink ink, IconStyle style) {
    if (icon != Icon::None) add(rec::IconRun{centre, icon, size_px, style, {ink}});
}

float Pen::text(Point at, std::string_view utf8, const Type& type) {
    if (utf8.empty()) return 0.0f;
    add(rec::TextRun{at, std::string(utf8), type.size_px, type.weight, type.align, {type.ink}, {type.halo}});
    return text_width(utf8, type.size_px, type.weight);
}

float Pen::paragraph(Point at, std::string_view utf8, const Type& type, float max_px, float line_px, int max_lines) {
    std::vector<std::string> lines = wrap(utf8, type, max_px);
    if (std::cmp_greater(lines.size(), max_lines)) {
        std::string rest = lines[static_cast<std::size_t>(max_lines - 1)];
        for (std::size_t i = static_cast<std::size_t>(max_lines); i < lines.size(); ++i) rest += ' ' + lines[i];
        lines.resize(static_cast<std::size_t>(max_lines));
        lines.back() = ellipsis(rest, type, max_px);
    }
    float y = at.y;
    for (const std::string& line : lines) {
        text({at.x, y}, line, type);
        y += line_px;
    }
    return y - at.y;
}

void Pen::clip(const Rect& rect) {
    add(rec::ClipPush{rect});
}

void Pen::unclip() {
    add(rec::ClipPop{});
}

Node& Pen::node(Node node) {
    m_scene.nodes.push_back(std::move(node));
    return m_scene.nodes.back();
}

}
