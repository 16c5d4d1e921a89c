// The label bar: phases as segments on one time axis, filled where the cluster held the label, hatched where an end is
// only known to lie between two dates.

#include "core/read/label_words.hpp"
#include "core/read/wording.hpp"
#include "core/scene/card/layout_card.hpp"
#include "core/scene/time_memo.hpp"
#include "core/time/roster.hpp"

#include <algorithm>

namespace atlas {

namespace {

struct Segment {
    float left = 0.0f, right = 0.0f;
    const Phase* phase = nullptr; // nothing: the snapshot has none
};

Date end_of(const Phase& phase, const TimeAxis& axis) {
    return phase.end ? Date{phase.end->days + 1} : from_civil(static_cast<int>(axis.year1), 12, 31);
}

std::vector<Segment> segments(const CardColumn& column, const TimeAxis& axis) {
    if (column.snapshot().phases.empty()) return {{axis.x0, axis.x1, nullptr}};
    std::vector<Segment> out;
    for (const Phase& phase : column.snapshot().phases) {
        const bool is_dated = phase.start.has_value();
        const float left = is_dated ? axis.x(year_of(*phase.start)) : out.empty() ? axis.x0 : out.back().right + 1.5f;
        const float right = is_dated ? axis.x(year_of(end_of(phase, axis))) : axis.x1;
        if (right - left > 1.0f)
            out.push_back({std::max(left, axis.x0) + 0.5f, std::min(right, axis.x1) - 1.0f, &phase});
    }
    return out;
}

// The part of a label inside a segment, in px; nothing when they do not meet.
std::optional<Rect> overlap(const Segment& segment, const Rect& bar, float from, float to) {
    const float left = std::max(segment.left, from), right = std::min(segment.right, to);
    if (right - left < 0.5f) return std::nullopt;
    return Rect{left, bar.y, right - left, bar.h};
}

void draw_label(const CardColumn& column, const Label& label, const Segment& segment, const Rect& bar,
                const TimeAxis& axis) {
    const Date today = last_day(column.snapshot().meta.snapshot_date);
    const float end = axis.x(year_of(label.to.value_or(Date{std::max(today.days, label.from.days)})));
    const bool is_open = !label.to && segment.phase != nullptr && segment.phase->status == PhaseStatus::Current;
    const float from = axis.x(year_of(label.from)), to = is_open ? segment.right : end;
    const bool is_doubtful = !label.to_certain && label.to_earliest;
    const float sure = is_doubtful ? std::min(axis.x(year_of(*label.to_earliest)), to) : to;
    if (const auto part = overlap(segment, bar, from, sure)) column.pen.rect(*part, column.look.ink, 2.0f);
    if (!is_doubtful) return;
    if (const auto part = overlap(segment, bar, sure, to)) {
        column.pen.hatch(*part, column.look.ink, 4.0f, 1.2f);
        column.pen.frame(*part, column.look.ink, 2.0f);
    }
}

}

void card_label_bar(CardColumn& column, const Rect& bar) {
    const TimeAxis axis = time_axis(column.input, bar.x, bar.right());
    for (const Segment& segment : segments(column, axis)) {
        const Rect rect{segment.left, bar.y, segment.right - segment.left, bar.h};
        if (segment.phase != nullptr && segment.phase->status == PhaseStatus::Requested) {
            column.pen.hatch(rect, Ink::Hatch, 5.0f, 1.2f);
            column.pen.frame(rect, Ink::Hatch, 2.0f);
            continue;
        }
        column.pen.frame(rect, Ink::BarEmpty, 2.0f);
        for (const Label& label : column.cluster.labels) draw_label(column, label, segment, bar, axis);
    }
    column.pen.node({.id = "card/label-bar",
                     .name = label_bar_words(column.cluster, column.lang()),
                     .zone = Zone::Card,
                     .role = Role::Image,
                     .rect = bar,
                     .cursor = Cursor::Default});
}

void card_label(CardColumn& column) {
    const Lang lang = column.lang();
    card_section(column, "card/label", say(Msg::CardLabel, lang), label_caption(column.input, column.index));
    if (column.cluster.kind == ClusterKind::Partner) {
        card_remark(column, "card/partner", say(Msg::CardPartner, lang));
        column.y += 8.0f;
        return;
    }
    const Rect bar{column.x, column.y, column.w, 12.0f};
    card_label_bar(column, bar);
    const TimeAxis axis = time_axis(column.input, bar.x, bar.right());
    const Phase* now = phase_in_force(column.snapshot(), column.day());
    for (const Segment& segment : segments(column, axis)) {
        if (segment.phase == nullptr) continue;
        const bool is_now = segment.phase == now;
        column.pen.text({(segment.left + segment.right) * 0.5f, bar.y + 26.0f}, roman(segment.phase->number),
                        {11.0f, is_now ? FontWeight::SemiBold : FontWeight::Regular, is_now ? Ink::Text : Ink::Text3,
                         Align::Centre});
    }
    column.y += 34.0f;
    for (const Remark& remark : label_remarks(column.input, column.index))
        card_remark(column, "card/label/" + remark.id, remark.words);
    column.y += 6.0f;
}

}
