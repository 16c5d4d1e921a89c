#include "core/read/label_words.hpp"

#include "core/base/messages.hpp"
#include "core/explore/snapshot_index.hpp"

#include <algorithm>

namespace atlas {

namespace {

// Of a label held, the phase in force; of one that ended, the last phase that it has a term for.
int phase_of_terms(const Snapshot& snapshot, const Label& label, Date day) {
    const Phase* phase = phase_in_force(snapshot, day);
    if (phase != nullptr && holds_at(label, day)) return phase->number;
    return label.from > day || label.phase_terms.empty() ? 0 : label.phase_terms.back().phase;
}

class Remarks {
public:
    explicit Remarks(const Reading& input)
        : m_snapshot(input.snapshot), m_lang(input.lang()), m_day(last_day(input.state().date)) {}

    void add(const Label& label, const std::string& id) {
        add_terms(label, id);
        if (!label.to_certain && label.to && label.to_earliest)
            list.push_back(
                {id + "/end", say(Msg::CardLabelUncertain, m_lang,
                                  {format_date(*label.to_earliest, m_lang), format_date(*label.to, m_lang)})});
        if (label.joint)
            list.push_back({id + "/joint", say(Msg::CardLabelJoint, m_lang,
                                               {format_date(label.joint->from, m_lang),
                                                format_date(label.joint->to.value_or(m_day), m_lang)})});
        if (label.confidence == Confidence::Low)
            list.push_back({id + "/doubt", std::string(say(Msg::CardDoubtLabel, m_lang))});
    }
    std::vector<Remark> list;

private:
    // The terms of a phase, as granted, with what is known of them.
    void add_terms(const Label& label, const std::string& id) {
        const int phase = phase_of_terms(m_snapshot, label, m_day);
        int n = 0;
        for (const PhaseTerm& term : label.phase_terms) {
            if (term.phase != phase) continue;
            const Named& length = m_snapshot.terms[term.term];
            std::string words = say(Msg::CardTerm, m_lang,
                                    {roman(phase), (length.detail.empty() ? length.name : length.detail).in(m_lang)});
            const auto end = term_end(m_snapshot, label, term);
            if (end && *end <= m_day)
                words += " " + say(Msg::CardTermPast, m_lang, {format_date(partial(*end), m_lang)});
            if (!term.note.empty()) words += " " + term.note.in(m_lang);
            list.push_back({id + "/term/" + std::to_string(n++), std::move(words)});
        }
    }

    const Snapshot& m_snapshot;
    Lang m_lang;
    Date m_day;
};

// Nobody says since when.
std::string without_start(const Label& label, Lang lang) {
    if (!label.to) return std::string(say(Msg::StatusLabelled, lang));
    return say(Msg::CardLabelEnded, lang, {format_date(label.to_stated.value_or(partial(*label.to)), lang)});
}

// Before, between or after the labels.
std::string caption_without_label(const std::vector<Label>& labels, Date day, Lang lang) {
    const auto next = std::find_if(labels.begin(), labels.end(), [&](const Label& l) { return day < l.from; });
    const bool has_ended = next != labels.begin();
    if (!has_ended) return say(Msg::CardLabelNotYet, lang, {format_date(labels.front().from_stated, lang)});
    const Label& last = *(next - 1);
    if (!last.to_certain) return std::string(say(Msg::CardLabelEndUnknown, lang));
    return say(Msg::CardLabelEnded, lang, {format_date(last.to_stated.value_or(partial(*last.to)), lang)});
}

}

const Label* last_label_by(const Cluster& cluster, Date day) {
    const Label* found = label_at(cluster, day);
    for (const Label& label : cluster.labels)
        if (label.from <= day && (found == nullptr || !holds_at(*found, day))) found = &label;
    return found;
}

std::string interval_words(const Label& label, Lang lang) {
    if (!label.from_stated.is_known()) return without_start(label, lang);
    const std::string from = format_date(label.from_stated, lang);
    if (!label.to) return say(Msg::CardLabelOpen, lang, {from});
    const std::string to = label.to_stated ? format_date(*label.to_stated, lang) : format_date(*label.to, lang);
    return say(Msg::CardLabelInterval, lang, {from, to});
}

std::string label_bar_words(const Cluster& cluster, Lang lang) {
    std::vector<std::string> parts;
    for (const Label& label : cluster.labels) parts.push_back(interval_words(label, lang));
    return say(Msg::CardLabelBar, lang, {join_and(parts, lang)});
}

std::string label_caption(const Reading& input, ClusterIndex index) {
    const Lang lang = input.lang();
    const Date day = last_day(input.state().date);
    const Snapshot& snapshot = input.snapshot;
    const std::vector<Label>& labels = snapshot.clusters[index].labels;
    if (labels.empty()) return std::string(say(Msg::CardLabelNone, lang));
    const Label* label = label_at(snapshot.clusters[index], day);
    if (label == nullptr) return caption_without_label(labels, day, lang);
    const Phase* phase = phase_in_force(snapshot, day);
    if (phase == nullptr && !label->from_stated.is_known()) return without_start(*label, lang);
    if (phase == nullptr) return say(Msg::CardLabelHeldSince, lang, {format_date(label->from_stated, lang)});
    const auto term = term_at(snapshot, index, day);
    if (!term) return say(Msg::CardLabelNoTerm, lang, {roman(phase->number)});
    return say(Msg::PhaseNumber, lang, {roman(phase->number)}) + ", " + snapshot.terms[*term].name.in(lang);
}

std::vector<Remark> label_remarks(const Reading& input, ClusterIndex cluster) {
    Remarks remarks(input);
    int n = 0;
    for (const Label& label : input.snapshot.clusters[cluster].labels) remarks.add(label, std::to_string(n++));
    return std::move(remarks.list);
}

}
