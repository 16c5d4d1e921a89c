#include "core/time/lane_bars.hpp"

#include "core/base/order.hpp"
#include "core/time/label_passing.hpp"
#include "core/time/roster.hpp"

#include <algorithm>

namespace atlas {

namespace {

// The terms that a label had phase by phase, as days from which they hold.
struct TermSpan {
    Date from;
    bool is_short = false;
};

bool is_short_term(const Snapshot& snapshot, TermIndex term) {
    constexpr int k_short_years = 2;
    if (term >= snapshot.terms.size()) return false;
    const auto years = years_of_term(snapshot.terms[term].id);
    return years && *years <= k_short_years;
}

std::vector<TermSpan> term_spans(const Snapshot& snapshot, const Label& label) {
    std::vector<TermSpan> spans;
    for (const Phase& phase : snapshot.phases) {
        if (!phase.start) continue;
        for (const PhaseTerm& term : label.phase_terms) {
            if (term.phase != phase.number) continue;
            // A label confirmed within the phase: what it is now counts, the card tells the rest.
            const Date from = std::max(*phase.start, label.from);
            if (!spans.empty() && spans.back().from == from)
                spans.back().is_short = is_short_term(snapshot, term.term);
            else
                spans.push_back({from, is_short_term(snapshot, term.term)});
        }
    }
    return spans;
}

class BarWriter {
public:
    explicit BarWriter(const LaneInput& input) : m_input(input) {}

    void add_label(ClusterIndex cluster, const Label& label) {
        const Date end = label.to ? *label.to : std::max(m_input.today, Date{label.from.days + 1});
        std::vector<Date> cuts{label.from, end};
        const auto cut = [&](Date day) {
            if (label.from < day && day < end) cuts.push_back(day);
        };
        const std::vector<TermSpan> terms = term_spans(m_input.snapshot, label);
        for (const NameSpan& name : m_input.names.of(cluster)) cut(name.from);
        for (const TermSpan& term : terms) cut(term.from);
        if (!label.to_certain && label.to_earliest) cut(*label.to_earliest);
        sort_stable(cuts);
        cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
        for (std::size_t i = 0; i + 1 < cuts.size(); ++i) add_piece(cluster, label, terms, {cuts[i], cuts[i + 1]});
    }

    void add_dormant(ClusterIndex cluster, Date from, Date to) {
        if (to <= from) return;
        LaneBar bar;
        bar.cluster = cluster;
        bar.from = from;
        bar.to = to;
        bar.kind = BarKind::Dormant;
        bar.name = m_input.names.at(cluster, from);
        m_bars.push_back(bar);
    }

    std::vector<LaneBar> take() { return std::move(m_bars); }

private:
    struct Piece {
        Date from, to;
    };

    void add_piece(ClusterIndex cluster, const Label& label, const std::vector<TermSpan>& terms, Piece piece) {
        LaneBar bar;
        bar.cluster = cluster;
        bar.from = piece.from;
        bar.to = piece.to;
        bar.name = m_input.names.at(cluster, piece.from);
        const std::string_view last_name = m_input.names.of(cluster).back().name;
        bar.is_former = bar.name != last_name || !holds_at(m_input.snapshot.clusters[cluster], m_input.today);
        for (const TermSpan& term : terms)
            if (term.from <= piece.from) bar.is_short = term.is_short;
        if (!label.to_certain && label.to_earliest && *label.to_earliest <= piece.from) bar.kind = BarKind::Uncertain;
        bar.is_open = !label.to && piece.to >= m_input.today;
        const bool goes_on = !m_bars.empty() && m_bars.back().cluster == cluster && m_bars.back().to == bar.from &&
                             m_bars.back().kind == bar.kind && m_bars.back().is_short == bar.is_short &&
                             m_bars.back().is_former == bar.is_former && m_bars.back().name == bar.name;
        if (goes_on)
            m_bars.back().to = bar.to, m_bars.back().is_open = bar.is_open;
        else
            m_bars.push_back(bar);
    }

    const LaneInput& m_input;
    std::vector<LaneBar> m_bars;
};

bool takes_bodies(const Event& event) {
    return !event.label_only && !event.partial &&
           (event.kind == EventKind::Merged || event.kind == EventKind::Absorbed);
}

// Until when an organisation whose label ended is known to have gone on without one: until it joined another.
std::optional<Date> joined_another(const LaneInput& input, ClusterIndex cluster, Date after) {
    for (const Flow& flow : input.lineage.flows_from(cluster))
        if (flow.day > after && takes_bodies(input.snapshot.events[flow.event])) return flow.day;
    return std::nullopt;
}

MarkKind end_mark(const Snapshot& snapshot, const Label& label) {
    const Phase* phase = phase_in_force(snapshot, *label.to);
    const bool is_current = phase && phase->status == PhaseStatus::Current;
    return !label.to_certain && is_current ? MarkKind::Absent : MarkKind::End;
}

}

std::vector<LaneBar> lane_bars(const LaneInput& input, const std::vector<ClusterIndex>& chain) {
    BarWriter writer(input);
    for (const ClusterIndex cluster : chain) {
        const std::vector<Label>& labels = input.snapshot.clusters[cluster].labels;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            writer.add_label(cluster, labels[i]);
            if (!labels[i].to) continue;
            if (i + 1 < labels.size())
                writer.add_dormant(cluster, *labels[i].to, labels[i + 1].from);
            else if (const auto day = joined_another(input, cluster, *labels[i].to))
                writer.add_dormant(cluster, *labels[i].to, *day);
        }
    }
    std::vector<LaneBar> bars = writer.take();
    sort_stable(bars, [](const LaneBar& a, const LaneBar& b) { return a.from < b.from; });
    return bars;
}

LaneEvents::LaneEvents(const Snapshot& snapshot) : m_events(snapshot.clusters.size()) {
    for (std::size_t i = 0; i < snapshot.events.size(); ++i) {
        const Event& event = snapshot.events[i];
        for (const ClusterIndex cluster : event.to) m_events[cluster].push_back(static_cast<EventIndex>(i));
        for (const ClusterIndex cluster : event.from)
            if (std::find(event.to.begin(), event.to.end(), cluster) == event.to.end())
                m_events[cluster].push_back(static_cast<EventIndex>(i));
    }
}

namespace {

std::optional<MarkKind> arrival_mark(const Snapshot& snapshot, const Event& event) {
    if (event.kind != EventKind::Merged && event.kind != EventKind::Absorbed) return std::nullopt;
    const bool has_holder = std::any_of(event.from.begin(), event.from.end(),
                                        [&](ClusterIndex source) { return !snapshot.clusters[source].labels.empty(); });
    return has_holder ? MarkKind::Merger : MarkKind::Joining;
}

bool is_in(const std::vector<ClusterIndex>& list, ClusterIndex item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

// A label that nobody took over ends with a cross (or an open square: the source is silent).
bool is_handed_on(const LaneInput& input, ClusterIndex cluster, Date end) {
    for (const Flow& flow : input.lineage.flows_from(cluster)) {
        if (input.snapshot.events[flow.event].partial) continue;
        if (flow.day >= end || label_at(input.snapshot.clusters[cluster], Date{flow.day.days - 1})) return true;
    }
    return false;
}

void add_entries(const std::vector<Label>& labels, ClusterIndex cluster, std::vector<LaneMark>& marks) {
    for (const Label& label : labels) {
        const auto is_birth = [&](const LaneMark& mark) {
            return mark.kind == MarkKind::Merger && mark.cluster == cluster && mark.day == label.from;
        };
        if (label.from_stated.is_known() && std::none_of(marks.begin(), marks.end(), is_birth))
            marks.push_back({label.from, MarkKind::Entry, cluster, 0, false});
    }
}

}

std::vector<LaneMark> LaneEvents::marks(const LaneInput& input, const std::vector<ClusterIndex>& chain) const {
    std::vector<LaneMark> marks;
    for (const ClusterIndex cluster : chain) {
        const std::vector<Label>& labels = input.snapshot.clusters[cluster].labels;
        bool is_withdrawn = false;
        for (const EventIndex index : m_events[cluster]) {
            const Event& event = input.snapshot.events[index];
            if (is_withdrawal(event.kind)) is_withdrawn = true;
            if (!is_in(event.to, cluster)) continue;
            if (event.kind == EventKind::Renamed)
                marks.push_back({event.effective_day(), MarkKind::Renaming, cluster, index, true});
            else if (const auto kind = arrival_mark(input.snapshot, event))
                marks.push_back({event.effective_day(), *kind, cluster, index, true});
        }
        add_entries(labels, cluster, marks);
        if (labels.empty() || !labels.back().to) continue;
        const Date end = *labels.back().to;
        if (is_withdrawn || !is_handed_on(input, cluster, end))
            marks.push_back({end, end_mark(input.snapshot, labels.back()), cluster, 0, false});
    }
    sort_stable(marks, [](const LaneMark& a, const LaneMark& b) { return a.day < b.day; });
    return marks;
}

}
