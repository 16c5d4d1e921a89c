#include "core/scene/strip/timeline_parts.hpp"

#include "core/base/messages.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr std::string_view k_dash = " – ";

NodeKey band_key(const Snapshot& snapshot, const Band& band) {
    return {NodeKind::Phase, static_cast<std::uint32_t>(band.phase - snapshot.phases.data())};
}

// A title shortened at a joint of the sentence before it is cut: "Transition et industrialisation" -> "Transition".
std::string fitted_title(const std::string& title, const Type& type, float max_px) {
    if (text_width(title, type.size_px, type.weight) <= max_px) return title;
    for (const std::string_view joint : {" et ", " and ", ", ", " pour ", " for "}) {
        const std::size_t at = title.find(joint);
        if (at == std::string::npos) continue;
        std::string head = title.substr(0, at);
        if (text_width(head, type.size_px, type.weight) <= max_px) return head;
    }
    return ellipsis(title, type, max_px);
}

class BandPainter {
public:
    BandPainter(const LayoutInput& input, Pen& pen, const BandStyle& style)
        : m_input(input), m_pen(pen), m_style(style), m_font(11.0f * style.scale) {
        const Phase* phase = phase_in_force(input.snapshot, last_day(input.state().date));
        m_current = phase ? phase->number : 0;
    }

    void paint(const Band& band, const Rect& rect, std::size_t place) {
        const bool is_hot = is_hovered(m_input, node_id(m_input.snapshot, band_key(m_input.snapshot, band)));
        const bool is_current = !band.is_requested && band.phase->number == m_current;
        const bool is_segment = m_style.look == BandLook::Numbers;
        const Ink fill = place % 2 == 0 ? Ink::BandOdd : Ink::BandEven;
        m_pen.rect(rect,
                   is_segment && is_current       ? Ink::Accent
                   : is_hot && !band.is_requested ? Ink::Hover
                                                  : fill,
                   4.0f);
        if (band.is_requested) {
            m_pen.hatch(rect, Ink::Hatch);
            m_pen.frame(rect, Ink::Hatch, 4.0f);
        }
        if (is_current && !is_segment)
            m_pen.frame(rect, Ink::Text, 4.0f, 1.5f);
        else if (is_hot)
            m_pen.frame(rect, Ink::Control, 4.0f);
        write(band, rect, is_current);
        m_pen.node(node(band, rect, is_current));
    }

private:
    void write(const Band& band, const Rect& rect, bool is_current) {
        const Ink halo = band.is_requested ? Ink::BandOdd : Ink::None;
        const std::string number = roman(band.phase->number);
        if (m_style.look == BandLook::Numbers) {
            const Type type{13.0f, FontWeight::SemiBold, is_current ? Ink::OnAccent : Ink::Text, Align::Centre, halo};
            m_pen.text({rect.centre().x, std::round(rect.centre().y + 4.7f)}, number, type);
            return;
        }
        const bool is_two = m_style.look == BandLook::TwoLines;
        const float x = rect.x + (is_two ? 9.0f : 7.0f);
        const float room = rect.right() - x - 2.0f;
        const float y = std::round(rect.centre().y + (is_two ? -m_font * 0.28f : m_font * 0.36f));
        const Type head{m_font + 1.0f, FontWeight::SemiBold, Ink::Text, Align::Left, halo};
        const Type small{m_font, FontWeight::Regular, Ink::Text2, Align::Left, halo};
        float used = 0.0f;
        if (text_width(number, head.size_px, head.weight) <= room)
            used = m_pen.text({x, y}, number, head) + (is_two ? 6.0f : 5.0f);
        const std::string years = band.years(m_input.lang());
        const std::string title = band.is_requested ? std::string(say(Msg::TimelineRequested, m_input.lang()))
                                                    : phase_title(*band.phase, m_input.lang());
        const float years_px = text_width(years, small.size_px, small.weight);
        if (used + years_px <= room) m_pen.text({x + used, y}, years, small);
        if (is_two && room > 24.0f)
            m_pen.text({x, std::round(rect.centre().y + m_font * 1.02f)}, fitted_title(title, small, room), small);
        const float rest = room - used - years_px - 8.0f;
        if (!is_two && rest > 60.0f)
            m_pen.text({x + used + years_px + 8.0f, y}, fitted_title(title, small, rest),
                       {m_font, FontWeight::Regular, Ink::Text3, Align::Left, halo});
    }

    Node node(const Band& band, const Rect& rect, bool is_current) const {
        const Lang lang = m_input.lang();
        Node node;
        node.key = band_key(m_input.snapshot, band);
        node.id = node_id(m_input.snapshot, node.key);
        node.name = say(Msg::TimelinePhaseName, lang, {roman(band.phase->number), phase_title(*band.phase, lang)});
        node.value = band.years(lang);
        node.hint =
            band.is_requested ? std::string(say(Msg::TimelineRequestedLong, lang)) : band.phase->summary.in(lang);
        node.lang = band.phase->name.foreign(lang);
        node.zone = m_style.zone;
        node.rect = rect.inset(0.0f, std::min(0.0f, (rect.h - k_least_target_px) * 0.5f));
        node.current = is_current;
        node.selected = is_current;
        node.action = band_action(m_input.snapshot, band);
        return node;
    }

    const LayoutInput& m_input;
    Pen& m_pen;
    const BandStyle& m_style;
    float m_font;
    int m_current = 0;
};

}

std::string Band::years(Lang lang) const {
    if (is_requested) return std::string(say(Msg::TimelineUndated, lang));
    return std::to_string(static_cast<int>(from_year)) + "–" +
           std::to_string(phase->end ? civil(*phase->end).year : static_cast<int>(to_year));
}

std::vector<Band> phase_bands(const Snapshot& snapshot, const TimeAxis& axis) {
    std::vector<Band> bands;
    double reached = axis.year0;
    for (const Phase& phase : snapshot.phases) {
        Band band{&phase, reached, axis.year1, phase.status == PhaseStatus::Requested};
        if (phase.start) band.from_year = bands.empty() ? year_of(*phase.start) : std::floor(year_of(*phase.start));
        if (phase.end) band.to_year = year_of(Date{phase.end->days + 1});
        if (band.to_year <= band.from_year) continue;
        reached = std::max(reached, band.to_year);
        bands.push_back(band);
    }
    return bands;
}

std::string phase_title(const Phase& phase, Lang lang) {
    const std::string& name = phase.name.in(lang);
    const std::size_t dash = name.find(k_dash);
    return dash == std::string::npos ? name : name.substr(dash + k_dash.size());
}

Action band_action(const Snapshot& snapshot, const Band& band) {
    if (band.is_requested || !band.phase->end) return act::OpenSheet{Sheet::Phase, about::Phase{band.phase->number}};
    const bool is_over = *band.phase->end < last_day(snapshot.meta.default_date);
    return act::SetDate{is_over ? partial(*band.phase->end) : snapshot.meta.default_date};
}

void put_phase_bands(const LayoutInput& input, Pen& pen, const TimeAxis& axis, const BandStyle& style) {
    BandPainter painter(input, pen, style);
    const std::vector<Band> bands = phase_bands(input.snapshot, axis);
    for (std::size_t i = 0; i < bands.size(); ++i) {
        const float left = std::max(axis.x(bands[i].from_year) + 0.5f, axis.x0);
        const float right = std::min(axis.x(bands[i].to_year) - 1.5f, axis.x1);
        if (right - left < 2.0f) continue;
        painter.paint(bands[i], {std::round(left), style.y, std::round(right) - std::round(left), style.height}, i);
    }
}

void put_phase_segment(const LayoutInput& input, Pen& pen, const Band& band, const Rect& rect, std::size_t place) {
    const BandStyle style{BandLook::Numbers, rect.y, rect.h, 1.0f, Zone::Timeline};
    BandPainter(input, pen, style).paint(band, rect, place);
}

}
