// How many clusters: the line follows from the labels, the dots are what was published. A dot that differs is a ring,
// with a dashed link to the line. The axis starts near the smallest number, so it is a line, never an area.

#include "core/read/wording.hpp"
#include "core/scene/figures/layout_figures.hpp"
#include "core/scene/time_memo.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

struct Plot {
    TimeAxis axis;
    float top = 0.0f, bottom = 0.0f;
    int least = 0, most = 1;
    [[nodiscard]] float y(double count) const {
        return bottom - static_cast<float>((count - least) / std::max(1, most - least)) * (bottom - top);
    }
};

Plot plot_of(const FiguresPage& page, const Rect& rect, std::span<const RosterStep> steps) {
    Plot plot{time_axis(page.input, rect.x + 46.0f, rect.right() - 24.0f), rect.y + 128.0f, rect.bottom() - 40.0f, 0,
              1};
    int least = 1 << 30, most = 0;
    for (const PublishedCount& count : page.snapshot().counts) {
        least = std::min(least, count.value);
        most = std::max(most, count.value);
    }
    for (const RosterStep& step : steps) most = std::max(most, static_cast<int>(step.count));
    if (least > most) least = 0;
    plot.least = std::max(0, (least - 3) / 5 * 5);
    plot.most = most + 1;
    return plot;
}

void draw_grid(const FiguresPage& page, const Plot& plot) {
    const int step = plot.most - plot.least > 60 ? 20 : 5;
    for (int n = plot.least; n <= plot.most; n += step) {
        page.pen.horizontal(plot.axis.x0, std::round(plot.y(n)), plot.axis.x1 - plot.axis.x0);
        page.pen.text({plot.axis.x0 - 8.0f, plot.y(n) + 4.0f}, std::to_string(n),
                      {11.0f, FontWeight::Regular, Ink::Text3, Align::Right});
    }
    for (int year = static_cast<int>(plot.axis.year0) / 5 * 5; year <= static_cast<int>(plot.axis.year1); year += 5)
        if (year >= plot.axis.year0)
            page.pen.text({plot.axis.x(year), plot.bottom + 20.0f}, std::to_string(year),
                          {11.0f, FontWeight::Regular, Ink::Text2, Align::Centre});
}

void draw_phases(FiguresPage& page, const Plot& plot, float y) {
    float left = plot.axis.x0;
    bool is_odd = true;
    for (const Phase& phase : page.snapshot().phases) {
        const float from = phase.start ? std::max(plot.axis.x(year_of(*phase.start)), plot.axis.x0) : left;
        const float to = phase.end ? plot.axis.x(year_of(*phase.end)) : plot.axis.x1;
        const Rect band{from + 0.5f, y, to - from - 2.0f, 22.0f};
        page.pen.rect(band, is_odd ? Ink::BandOdd : Ink::BandEven, 4.0f);
        if (phase.status == PhaseStatus::Requested) page.pen.hatch(band, Ink::Hatch);
        const std::string number = roman(phase.number), years = phase_span(phase);
        const float w = page.pen.text({band.x + 7.0f, y + 15.5f}, number,
                                      {12.0f, FontWeight::SemiBold, Ink::Text, Align::Left,
                                       phase.status == PhaseStatus::Requested ? Ink::BandOdd : Ink::None});
        if (band.w > w + 24.0f + text_width(years, 11.0f, FontWeight::Regular))
            page.pen.text({band.x + 13.0f + w, y + 15.0f}, years, {11.0f, FontWeight::Regular, Ink::Text2});
        page.trace(band, "figures/phase/" + std::to_string(phase.number), phase.name.in(page.lang()), {});
        page.pen.scene().nodes.back().action = act::OpenSheet{Sheet::Phase, about::Phase{phase.number}};
        left = to;
        is_odd = !is_odd;
    }
}

void draw_line(const FiguresPage& page, const Plot& plot, std::span<const RosterStep> steps) {
    std::vector<Point> points;
    const Date today = last_day(page.snapshot().meta.snapshot_date);
    for (const RosterStep& step : steps) {
        if (step.from > today) break;
        const float x = plot.axis.x(year_of(step.from));
        if (!points.empty()) points.push_back({x, points.back().y});
        points.push_back({x, plot.y(step.count)});
    }
    if (points.size() < 2) return;
    points.push_back({plot.axis.x(year_of(today)), points.back().y});
    page.pen.polyline(std::move(points), 2.2f, Ink::Step);
}

// Published numbers are labelled where they change, and keep clear of one another.
void draw_dots(FiguresPage& page, const Plot& plot) {
    Point label_end{-1000.0f, 0.0f};
    int last_value = -1;
    for (const PublishedCount& count : page.snapshot().counts) {
        if (count.kind == CountKind::Derived) continue;
        const bool differs = count.value != count.derived;
        const Point at{plot.axis.x(year_of(count.date)), plot.y(count.value)};
        page.pen.disc(at, 6.5f, Ink::Raised);
        if (differs) {
            page.pen.dashed({at.x, plot.y(count.derived)}, at, 1.5f, Ink::Text, 3.0f, 3.0f);
            page.pen.ring(at, 4.5f, 2.0f, Ink::Text);
        } else {
            page.pen.disc(at, 4.5f, Ink::Step);
        }
        const std::string number = format_number(count.value, page.lang());
        const float half = text_width(number, 13.0f, FontWeight::SemiBold) * 0.5f;
        if ((count.value != last_value || differs) &&
            (at.x - half > label_end.x || std::abs(at.y - label_end.y) > 18.0f)) {
            page.pen.text({at.x, at.y - 11.0f}, number,
                          {13.0f, FontWeight::SemiBold, Ink::Text, Align::Centre, Ink::Raised});
            label_end = {at.x + half + 4.0f, at.y};
            last_value = count.value;
        }
        std::string name = say(Msg::FiguresCountOn, page.lang(), {number, format_date(count.stated(), page.lang())});
        if (differs) name += ", " + say(Msg::FiguresCountDiffers, page.lang(), {std::to_string(count.derived)});
        page.trace({at.x - 8.0f, at.y - 8.0f, 16.0f, 16.0f}, "figures/count/" + to_string(count.date), name,
                   about::Count{count.date}, 12.0f);
    }
}

void draw_legend(const FiguresPage& page, const Rect& rect) {
    const Type type{11.0f, FontWeight::Regular, Ink::Text2};
    const std::string equal(say(Msg::FiguresDotEqual, page.lang())), differs(say(Msg::FiguresDotDiffers, page.lang()));
    float x = rect.right() - 18.0f - text_width(differs, 11.0f, type.weight);
    if (rect.w < 640.0f) return;
    page.pen.text({x, rect.y + 28.0f}, differs, type);
    page.pen.ring({x - 10.0f, rect.y + 24.0f}, 4.5f, 2.0f, Ink::Text);
    x -= 32.0f + text_width(equal, 11.0f, type.weight);
    page.pen.text({x, rect.y + 28.0f}, equal, type);
    page.pen.disc({x - 10.0f, rect.y + 24.0f}, 5.0f, Ink::Step);
}

std::size_t label_count(const Snapshot& snapshot) {
    std::size_t count = 0;
    for (const Cluster& cluster : snapshot.clusters)
        if (cluster.kind == ClusterKind::Cluster) count += cluster.labels.size();
    return count;
}

}

void figures_counts(FiguresPage& page, const Rect& rect) {
    const std::string labels = format_number(static_cast<double>(label_count(page.snapshot())), page.lang());
    page.box(rect, "figures/counts", say(Msg::FiguresCount, page.lang()),
             say(Msg::FiguresCountLead, page.lang(), {labels}));
    draw_legend(page, rect);
    const std::span<const RosterStep> steps = page.input.index.labels.steps();
    const Plot plot = plot_of(page, rect, steps);
    draw_phases(page, plot, rect.y + 76.0f);
    draw_grid(page, plot);
    draw_line(page, plot, steps);
    draw_dots(page, plot);
}

}
