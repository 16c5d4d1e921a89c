#include "core/scene/lineage/lane_painter.hpp"

#include "core/base/messages.hpp"
#include "core/scene/lineage/compare_parts.hpp"
#include "core/snapshot/name_forms.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr float k_faint = 0.22f, k_half = 0.5f;
constexpr float k_text_px = 11.0f;
// A flow is the last bit of its bar, bent: it leaves the lane so much before the day and arrives on the day.
constexpr float k_bend_px = 12.0f;

bool is_in(const std::vector<ClusterIndex>& list, ClusterIndex item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

}

LanePainter::LanePainter(const LaneContext& context)
    : m_c(context), m_memo(time_memo(context.input)),
      m_selected(context.input.snapshot.find_cluster(context.input.state().selected)),
      m_hovered(node_key(context.input.snapshot, context.input.ui().hover)) {}

LanePainter::Look LanePainter::look_of(ClusterIndex cluster) const {
    const Cluster& c = m_c.input.snapshot.clusters[cluster];
    return {domain_look(m_c.input.snapshot, c.domain).ink, m_c.lit[cluster] ? 1.0f : k_faint};
}

float LanePainter::clamped(float x) const {
    return std::clamp(x, m_c.frame.axis.x0, m_c.frame.axis.x1);
}

bool LanePainter::is_on_axis(float x) const {
    return x >= m_c.frame.axis.x0 - 4.0f && x <= m_c.frame.axis.x1 + 4.0f;
}

void LanePainter::draw_row(std::uint32_t lane) {
    const std::vector<ClusterIndex>& chain = m_c.order.lanes[lane].chain;
    const bool is_selected = m_selected && is_in(chain, *m_selected);
    const bool is_hot = m_hovered.kind == NodeKind::Lane && is_in(chain, m_hovered.index);
    if (!is_selected && !is_hot) return;
    const float bottom = lane_y(m_c.frame, m_c.stack, m_c.order, lane) +
                         (m_c.frame.names == NamePlace::OverBars ? 6.0f : m_c.frame.row_px * 0.5f);
    m_c.pen.rect({m_c.frame.body.x + 4.0f, bottom - m_c.frame.row_px, m_c.frame.body.w - 8.0f, m_c.frame.row_px},
                 is_selected ? Ink::AccentSoft : Ink::Hover, 3.0f);
}

void LanePainter::draw_bars(std::uint32_t lane) {
    const std::vector<LaneBar>& bars = m_c.order.lanes[lane].bars;
    const float y = lane_y(m_c.frame, m_c.stack, m_c.order, lane);
    float reached = -1.0e9f; // right end of what is drawn
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const float x0 = m_c.frame.x(bars[i].from), x1 = m_c.frame.x(bars[i].to);
        if (x0 > m_c.frame.axis.x1) break;
        if (x1 < m_c.frame.axis.x0 || (x1 - x0 < 1.0f && x1 - reached < 1.0f)) continue;
        const float end = bars[i].is_handed_on ? x1 - k_bend_px : x1;
        const float left = clamped(x0), right = clamped(std::max(end, x0 + 1.0f));
        draw_bar(bars[i], left, right, y);
        reached = right;
    }
}

void LanePainter::draw_bar(const LaneBar& bar, float left, float right, float y) {
    const Look look = look_of(bar.cluster);
    const float height = m_c.frame.bar_px;
    const Rect rect{left, std::round(y - height * 0.5f), right - left, height};
    Pen& pen = m_c.pen;
    if (bar.kind == BarKind::Dormant) {
        const float middle = std::round(y) + 0.5f;
        pen.add(rec::Line{{left, middle}, {right, middle}, 1.2f, faded(look.ink, look.strength), 2.0f, 3.0f});
        return;
    }
    const bool is_uncertain = bar.kind == BarKind::Uncertain;
    if (is_uncertain)
        pen.rect(rect, look.ink, 2.0f, 0.15f * look.strength);
    else
        pen.rect(rect, look.ink, bar.is_former ? 0.0f : 1.0f, (bar.is_former ? k_half : 1.0f) * look.strength);
    if (bar.is_short && !is_uncertain) pen.hatch(rect, Ink::Panel, 4.0f, 1.3f);
    if (bar.is_former || bar.is_short || is_uncertain)
        pen.add(rec::RectFrame{rect, 0.0f, 1.0f, faded(look.ink, look.strength)});
}

void LanePainter::draw_flows(std::uint32_t first, std::uint32_t last) {
    const auto is_collapsed = [&](std::uint32_t lane) {
        return m_c.stack.groups[m_c.order.lanes[lane].group].is_collapsed;
    };
    for (const LaneFlow& flow : m_c.order.flows) {
        if (flow.top() >= last) break; // sorted by top lane
        if (flow.bottom() >= first && !(is_collapsed(flow.from) && is_collapsed(flow.to))) draw_flow(flow);
    }
}

void LanePainter::draw_flow(const LaneFlow& flow) {
    const float x = m_c.frame.x(flow.day);
    if (!is_on_axis(x)) return;
    const float y0 = lane_y(m_c.frame, m_c.stack, m_c.order, flow.from);
    const float y1 = lane_y(m_c.frame, m_c.stack, m_c.order, flow.to);
    const Look look = look_of(flow.source);
    const Point from{x - k_bend_px, y0}, to{x, y1};
    const Point control_0{x - k_bend_px * 0.4f, y0}, control_1{x - k_bend_px * 0.6f, y1};
    const float thickness = flow.is_partial ? 1.2f : 2.4f;
    m_c.pen.bezier(from, control_0, control_1, to, thickness + 2.6f, Ink::Panel);
    m_c.pen.add(rec::Bezier{from, control_0, control_1, to, thickness,
                            faded(look.ink, std::min(look.strength, look_of(flow.target).strength))});
}

void LanePainter::draw_marks_and_names(std::uint32_t lane) {
    const float y = lane_y(m_c.frame, m_c.stack, m_c.order, lane);
    const std::vector<LaneMark>& marks = m_c.order.lanes[lane].marks;
    // The later of two marks on one spot is the one that says more (a merger and its new name: the merger).
    float reached = -1.0e9f;
    for (const LaneMark& mark : marks) {
        const float x = m_c.frame.x(mark.day);
        if (!is_on_axis(x)) continue;
        const bool is_covered = x - reached < 5.0f && mark.kind == MarkKind::Renaming;
        if (is_covered) continue;
        draw_mark(mark, y);
        if (mark.kind != MarkKind::Entry) reached = x;
    }
    draw_change(m_c.order.lanes[lane], y);
    if (m_c.frame.names == NamePlace::OverBars)
        draw_names_over(m_c.order.lanes[lane], y);
    else
        draw_names(lane, y);
    put_nodes(lane, y);
}

void LanePainter::draw_mark(const LaneMark& mark, float y) {
    const float x = m_c.frame.x(mark.day);
    const Look look = look_of(mark.cluster);
    Pen& pen = m_c.pen;
    if (!m_c.lit[mark.cluster] && mark.kind != MarkKind::Entry) return; // what is lit is what the story is about
    switch (mark.kind) {
    case MarkKind::Entry:
        pen.rect({std::round(x) - 1.0f, std::round(y - 4.5f), 2.0f, 9.0f}, look.ink, 0.0f, look.strength);
        break;
    case MarkKind::Renaming:
        pen.disc({x, y}, 4.2f, Ink::Panel);
        pen.ring({x, y}, 2.6f, 1.6f, Ink::Text);
        break;
    case MarkKind::Merger:
        pen.polygon({{x, y - 6.0f}, {x + 5.2f, y}, {x, y + 6.0f}, {x - 5.2f, y}}, Ink::Panel);
        draw_glyph(pen, {x, y}, Glyph::Merger, 1.1f);
        break;
    case MarkKind::Joining:
        pen.polygon({{x, y - 4.6f}, {x + 4.0f, y}, {x, y + 4.6f}, {x - 4.0f, y}}, Ink::Text2);
        pen.polygon({{x, y - 3.0f}, {x + 2.6f, y}, {x, y + 3.0f}, {x - 2.6f, y}}, Ink::Panel);
        break;
    case MarkKind::End:
        pen.disc({x + 1.0f, y}, 4.6f, Ink::Panel);
        draw_glyph(pen, {x + 1.0f, y}, Glyph::End, 1.15f);
        break;
    case MarkKind::Absent:
        pen.rect({x - 3.5f, std::round(y - 3.5f), 7.0f, 7.0f}, Ink::Panel, 1.5f);
        pen.frame({x - 3.5f, std::round(y - 3.5f), 7.0f, 7.0f}, look.ink, 1.5f, 1.5f);
        break;
    }
}

// Between the name and the axis: what became of the lane between the two dates.
void LanePainter::draw_change(const Lane& lane, float y) {
    if (m_c.changes.empty()) return;
    for (const ClusterIndex cluster : lane.chain) {
        if (m_c.changes[cluster] == ChangeKind::None) continue;
        draw_change_mark(m_c.pen, {m_c.frame.axis.x0 - 8.0f, y}, m_c.changes[cluster], 0.85f);
        return;
    }
}

std::string_view LanePainter::first_name(const Lane& lane) const {
    const auto spans = m_memo.names.of(lane.chain.front());
    return brief_name(spans.empty() ? std::string_view() : spans.front().name);
}

// The first name; "MAUD, puis Matikem" where the second one would not be read on the right. As long as there is room.
std::string LanePainter::left_name(const Lane& lane, const Type& type, float room) const {
    const auto spans = m_memo.names.of(lane.chain.front());
    if (spans.empty()) return {};
    const std::string_view first = spans.front().name, last = spans.back().name;
    const bool is_on_the_right =
        lane.chain.size() == 1 && holds_at(m_c.input.snapshot.clusters[lane.chain.back()], m_memo.today);
    std::vector<std::string> tries;
    const auto add_pair = [&](std::string_view a, std::string_view b) {
        tries.push_back(say(Msg::LineageThen, m_c.input.lang(), {a, b}));
    };
    if (spans.size() > 1 && !is_on_the_right) {
        add_pair(plain_name(first), plain_name(last));
        add_pair(brief_name(first), brief_name(last));
    }
    for (const std::string_view name : {first, brief_name(first)}) tries.emplace_back(name);
    for (const std::string& words : tries)
        if (text_width(words, type.size_px, type.weight) <= room) return words;
    return ellipsis(plain_name(first), type, room);
}

bool LanePainter::is_lit(const Lane& lane) const {
    return std::any_of(lane.chain.begin(), lane.chain.end(), [&](ClusterIndex c) { return m_c.lit[c] != 0; });
}

void LanePainter::draw_names(std::uint32_t index, float y) {
    const Lane& lane = m_c.order.lanes[index];
    const ClusterIndex first = lane.chain.front(), last = lane.chain.back();
    const bool is_selected = m_selected && is_in(lane.chain, *m_selected);
    const float baseline = std::round(y + 4.0f);
    const FontWeight weight = is_selected ? FontWeight::SemiBold : FontWeight::Regular;
    const Type left{k_text_px, weight, is_lit(lane) ? Ink::Text : Ink::Text3, Align::Right};
    const float room = m_c.frame.left_px - m_c.frame.body.x - 6.0f;
    m_c.pen.text({m_c.frame.left_px, baseline}, left_name(lane, left, room), left);

    const Cluster& cluster = m_c.input.snapshot.clusters[last];
    const bool is_today = holds_at(cluster, m_memo.today);
    const bool is_absent = !lane.marks.empty() && lane.marks.back().kind == MarkKind::Absent;
    if (!is_today && !is_absent) return;
    // Names that today's reader will not find on the left are strong.
    const bool is_new = first != last || fold(first_name(lane)) != fold(brief_name(cluster.name));
    Type right{k_text_px, is_today && (is_new || is_selected) ? FontWeight::SemiBold : FontWeight::Regular,
               is_lit(lane) && is_today ? Ink::Text : Ink::Text3};
    const std::string words =
        is_today ? cluster.short_name : say(Msg::LineageAbsentName, m_c.input.lang(), {cluster.short_name});
    m_c.pen.text({m_c.frame.right_px, baseline},
                 ellipsis(words, right, m_c.frame.body.right() - m_c.frame.right_px - 8.0f), right);
}

void LanePainter::draw_names_over(const Lane& lane, float y) {
    const Cluster& last = m_c.input.snapshot.clusters[lane.chain.back()];
    const std::string_view first = first_name(lane);
    std::string words(first);
    if (fold(first).find(fold(last.short_name)) == std::string::npos)
        words = say(Msg::ChangeMergedFromTo, m_c.input.lang(), {first, last.short_name});
    const float start = lane.bars.empty() ? m_c.frame.axis.x0 : clamped(m_c.frame.x(lane.bars.front().from));
    const Type type{12.0f, FontWeight::Regular, is_lit(lane) ? Ink::Text : Ink::Text3, Align::Left, Ink::Panel};
    const float width = text_width(words, type.size_px, type.weight);
    const float x = std::max(m_c.frame.axis.x0, std::min(start, m_c.frame.axis.x1 - width));
    m_c.pen.text({x, std::round(y - 7.5f)}, ellipsis(words, type, m_c.frame.axis.x1 - x), type);
}

void LanePainter::put_nodes(std::uint32_t index, float y) {
    const Lane& lane = m_c.order.lanes[index];
    const float bottom = y + (m_c.frame.names == NamePlace::OverBars ? 6.0f : m_c.frame.row_px * 0.5f);
    // What the head of the group covers is the head's.
    const float covered = head_bar(m_c.frame, m_c.stack.groups[lane.group]).bottom();
    const float top = std::max(bottom - m_c.frame.row_px, std::max(m_c.frame.body.y, covered));
    float left = m_c.frame.body.x + 4.0f;
    for (std::size_t i = 0; i < lane.chain.size(); ++i) {
        const ClusterIndex cluster = lane.chain[i];
        const bool is_last = i + 1 == lane.chain.size();
        const Cluster* next = is_last ? nullptr : &m_c.input.snapshot.clusters[lane.chain[i + 1]];
        const float right = is_last || next->labels.empty()
                                ? m_c.frame.body.right() - 4.0f
                                : std::max(left, clamped(m_c.frame.x(next->labels.front().from)));
        Node node = organisation_node(m_c.input, cluster);
        node.rect = {left, top, right - left, std::min(bottom, m_c.frame.body.bottom()) - top};
        left = right;
        if (node.rect.w > 1.0f && node.rect.h > 1.0f) m_c.pen.node(std::move(node));
    }
}

void LanePainter::draw_code(const PlacedGroup& placed) {
    // At most as many lines as there are px; several lanes share a line, whose strength says how many are alive.
    constexpr std::uint32_t k_most_lines = 7;
    const std::uint32_t count = placed.group->count, lines = std::min(count, k_most_lines);
    if (lines == 0) return;
    const float pitch = (m_c.frame.code_px - 6.0f) / static_cast<float>(lines);
    constexpr std::uint32_t k_most_lanes = 2; // per line that are looked at: the cost is bounded whatever the count
    for (std::uint32_t line = 0; line < lines; ++line) {
        const std::uint32_t first = placed.group->first + count * line / lines;
        const std::uint32_t last = std::min(placed.group->first + count * (line + 1) / lines, first + k_most_lanes);
        const float y = placed.head_y + 3.0f + pitch * static_cast<float>(line);
        for (std::uint32_t lane = first; lane < last; ++lane)
            for (const LaneBar& bar : m_c.order.lanes[lane].bars) {
                const float left = clamped(m_c.frame.x(bar.from)), right = clamped(m_c.frame.x(bar.to));
                const Look look = look_of(bar.cluster);
                const float strength = look.strength * (bar.is_former ? k_half : 1.0f) * 0.8f;
                if (right - left >= 0.5f && bar.kind != BarKind::Dormant)
                    m_c.pen.rect({left, y, right - left, std::max(1.0f, pitch - 0.8f)}, look.ink, 0.0f, strength);
            }
    }
}

}
