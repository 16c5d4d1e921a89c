#include "core/base/order.hpp"
#include "core/scene/strip/timeline_parts.hpp"

#include "core/base/messages.hpp"
#include "core/read/count_words.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

namespace atlas {

namespace {

// The scale starts just under the smallest number: a line, never an area (design.md §4).
constexpr std::int32_t k_below_least = 2;

class PlotPainter {
public:
    PlotPainter(const LayoutInput& input, Pen& pen, const Plot& plot)
        : m_input(input), m_memo(time_memo(input)), m_pen(pen), m_plot(plot) {}

    float y(double count) const {
        const double least = m_memo.count_least - k_below_least,
                     most = std::max<double>(m_memo.count_most, least + 1.0);
        return m_plot.bottom - static_cast<float>((count - least) / (most - least)) * (m_plot.bottom - m_plot.top);
    }

    void draw_line() {
        std::vector<Point> points;
        const auto steps = m_input.index.labels.steps();
        for (std::size_t i = 0; i < steps.size() && steps[i].from <= m_memo.today; ++i) {
            const float x = m_plot.axis.x(year_of(steps[i].from)), next = end_of(i);
            if (steps[i].count_min < steps[i].count) draw_doubt(x, next, steps[i]);
            // Steps closer than a pixel become one.
            if (points.size() >= 2 && x - points[points.size() - 2].x < 0.5f) points.resize(points.size() - 2);
            points.push_back({x, y(steps[i].count)});
            points.push_back({next, y(steps[i].count)});
        }
        if (points.size() >= 2) m_pen.polyline(std::move(points), 2.0f * m_plot.scale, Ink::Step);
    }

    void put_figures() {
        std::vector<const PublishedCount*> counts;
        for (const PublishedCount& count : m_input.snapshot.counts)
            if (count.kind != CountKind::Derived) counts.push_back(&count);
        const std::vector<bool> is_labelled = choose_labels(counts);
        for (std::size_t i = 0; i < counts.size(); ++i) put_figure(*counts[i], is_labelled[i]);
    }

private:
    float end_of(std::size_t i) const {
        const auto steps = m_input.index.labels.steps();
        const Date end = i + 1 < steps.size() ? std::min(steps[i + 1].from, m_memo.today) : m_memo.today;
        return m_plot.axis.x(year_of(end));
    }

    // Between the counts with uncertain ends at their latest and at their earliest.
    void draw_doubt(float x, float next, const RosterStep& step) {
        m_pen.rect({x, y(step.count), next - x, y(step.count_min) - y(step.count)}, Ink::Step, 0.0f, 0.14f);
    }

    float x_of(const PublishedCount& count) const { return m_plot.axis.x(year_of(count.date)); }

    // The last figure, the first, those after the largest changes, then some between, as far as there is room.
    std::vector<bool> choose_labels(const std::vector<const PublishedCount*>& counts) const {
        std::vector<bool> chosen(counts.size(), false);
        std::vector<float> taken; // bounded by the width, whatever the number of counts
        const auto offer = [&](std::size_t i, float room) {
            const float x = x_of(*counts[i]);
            for (const float other : taken)
                if (std::fabs(other - x) < room * m_plot.scale) return;
            chosen[i] = true;
            taken.push_back(x);
        };
        const auto change = [&](std::size_t i) {
            return i == 0 ? 0 : std::abs(counts[i]->value - counts[i - 1]->value);
        };
        std::vector<std::size_t> order(counts.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        sort_stable(order, [&](std::size_t a, std::size_t b) { return change(a) > change(b); });
        if (!counts.empty()) offer(counts.size() - 1, 0.0f);
        if (!counts.empty()) offer(0, 26.0f);
        for (const std::size_t i : order) offer(i, change(i) > 0 ? 26.0f : 80.0f);
        return chosen;
    }

    void put_figure(const PublishedCount& count, bool is_labelled) {
        const float s = m_plot.scale;
        const Point at{x_of(count), y(count.value)};
        const std::string id = "timeline/count/" + to_string(count.date);
        const bool is_hot = is_hovered(m_input, id);
        const bool is_different = count.value != count.derived;
        const float radius = (is_hot ? 4.5f : is_labelled ? 3.0f : 2.2f) * s;
        m_pen.disc(at, radius + 1.5f, Ink::Panel);
        m_pen.disc(at, radius, Ink::Step);
        if (is_different) m_pen.disc(at, radius - 1.3f * s, Ink::Panel);
        if (is_labelled) {
            // Right of a fall, so that the number does not stand on the line.
            const auto step = m_input.index.labels.at(Date{count.date.days - 1});
            const bool is_after_fall = static_cast<std::int32_t>(step.count) > count.value + 3;
            const bool is_at_end = m_plot.axis.x(year_of(m_memo.today)) - at.x < 14.0f * s; // where the handle rests
            m_pen.text(
                {at.x + (is_at_end       ? 2.0f
                         : is_after_fall ? 11.0f
                                         : 0.0f) *
                            s,
                 std::round(at.y - 8.0f * s)},
                format_number(count.value, m_input.lang()),
                {11.0f * s, FontWeight::SemiBold, Ink::Text, is_at_end ? Align::Right : Align::Centre, Ink::Panel});
        }
        m_pen.node(figure_node(count, id, at));
    }

    Node figure_node(const PublishedCount& count, const std::string& id, Point at) const {
        const Lang lang = m_input.lang();
        Node node;
        node.id = id;
        node.zone = Zone::Timeline;
        node.role = Role::Image;
        node.rect = {at.x - 5.0f, at.y - 5.0f, 10.0f, 10.0f};
        node.hit_radius_px = 11.0f * m_plot.scale;
        node.cursor = Cursor::Default;
        node.name = say(Msg::TimelinePublished, lang,
                        {format_date(count.stated(), lang, DateStyle::Long), format_number(count.value, lang)});
        node.value = derived_words(count, lang);
        std::vector<std::string> lines;
        if (std::string why = count_reason(count, lang); !why.empty()) lines.push_back(std::move(why));
        for (const SourceIndex source : count.sources)
            if (source < m_input.snapshot.sources.size()) lines.push_back(m_input.snapshot.sources[source].title);
        node.hint = join(lines, " · ");
        return node;
    }

    const LayoutInput& m_input;
    const LineageMemo& m_memo;
    Pen& m_pen;
    const Plot& m_plot;
};

}

void put_step_line(const LayoutInput& input, Pen& pen, const Plot& plot) {
    if (input.index.labels.steps().empty()) return;
    PlotPainter painter(input, pen, plot);
    painter.draw_line();
    painter.put_figures();
}

void draw_year_axis(const LayoutInput& input, Pen& pen, const Plot& plot) {
    const float s = plot.scale;
    const double px_per_year = static_cast<double>(plot.axis.x1 - plot.axis.x0) / (plot.axis.year1 - plot.axis.year0);
    const int stride = px_per_year * 5 > 46.0 * static_cast<double>(s) ? 5 : 10;
    const int last = civil(time_memo(input).today).year + 2;
    for (int year = static_cast<int>(std::ceil(plot.axis.year0));
         year <= std::min(last, static_cast<int>(plot.axis.year1)); ++year) {
        const float x = std::round(plot.axis.x(year));
        const bool is_major = year % stride == 0;
        pen.vertical(x, plot.top, is_major ? 6.0f : 3.0f, is_major ? Ink::Control : Ink::Hair);
        if (is_major)
            pen.text({x, plot.bottom}, std::to_string(year),
                     {11.0f * s, FontWeight::Regular, Ink::Text2, Align::Centre});
    }
}

}
