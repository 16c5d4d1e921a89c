// The strip as a table: year by year how many held the label, what was published, why both differ, what happened.

#include "core/explore/snapshot_index.hpp"
#include "core/read/count_words.hpp"
#include "core/read/read_parts.hpp"
#include "core/read/wording.hpp"
#include "core/read/year_events.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr std::size_t k_names_told = 60; // of one event or kind; the CSV has them all

class StripTable {
public:
    explicit StripTable(const ReadInput& input)
        : m_input(input), m_lang(input.lang()), m_today(last_day(input.snapshot.meta.default_date)) {
        const auto steps = input.index.labels.steps();
        const NameIndex names(input.snapshot);
        m_years = events_by_year({input.snapshot, input.index.lineage, names, m_today}, steps.front().from);
        m_first = civil(steps.front().from).year;
        m_last = std::max(m_first, civil(m_today).year);
        for (const PublishedCount& count : input.snapshot.counts) {
            m_first = std::min(m_first, civil(count.date).year);
            m_last = std::max(m_last, civil(count.date).year);
        }
        if (!m_years.empty()) m_last = std::max(m_last, m_years.back().year);
    }

    Table write() const {
        Table table{std::string(say(Msg::TimelineLabelled, m_lang)), {}, {}};
        for (const Msg column : {Msg::TextYear, Msg::TextAtYearEnd, Msg::TextPublished, Msg::TextWhy, Msg::TextEvents})
            table.columns.emplace_back(say(column, m_lang));
        for (int year = m_first; year <= m_last; ++year) table.rows.push_back(row(year));
        return table;
    }

private:
    std::vector<Phrase> row(int year) const {
        std::vector<std::string> published, reasons;
        for (const PublishedCount& count : m_input.snapshot.counts) {
            if (civil(count.date).year != year || count.kind == CountKind::Derived) continue;
            const std::string date = format_date(count.stated(), m_lang);
            published.push_back(format_number(count.value, m_lang) + " (" + date + ")");
            std::string why = date + std::string(form(Form::ListColon, m_lang)) + derived_words(count, m_lang);
            if (const std::string& reason = count_reason(count, m_lang); !reason.empty()) why += ". " + reason;
            reasons.push_back(std::move(why));
        }
        return {{std::to_string(year)}, {holders(year)}, {join(published)}, {join(reasons, " · ")}, {events(year)}};
    }

    // At the end of the year, or at the newest date that is known.
    std::string holders(int year) const {
        const Date end{std::min(from_civil(year, 12, 31).days, m_today.days)};
        if (civil(end).year != year) return {};
        const RosterStep step = m_input.index.labels.at(end);
        const std::string most = format_number(step.count, m_lang);
        if (step.count == step.count_min) return most;
        return say(Msg::CountRange, m_lang, {format_number(step.count_min, m_lang), most});
    }

    std::string events(int year) const {
        const auto found =
            std::find_if(m_years.begin(), m_years.end(), [&](const YearEvents& each) { return each.year == year; });
        if (found == m_years.end()) return {};
        std::vector<std::string> parts, mergers;
        for (std::size_t i = 0; i < found->mergers.size() && i < k_names_told; ++i)
            mergers.push_back(
                merger_words(m_input.snapshot, m_input.snapshot.events[found->mergers[i]], m_lang, k_names_told));
        const auto add = [&](Plural words, std::size_t count, const std::string& names) {
            if (count > 0)
                parts.push_back(say(Msg::TimelineInYear, m_lang,
                                    {say_count(words, m_lang, static_cast<std::int64_t>(count)), names}));
        };
        add(Plural::TimelineMergers, found->mergers.size(), join(mergers));
        add(Plural::TimelineEntries, found->entered.size(),
            cluster_names(m_input.snapshot, found->entered, m_lang, k_names_told));
        add(Plural::TimelineEnds, found->ended.size(),
            cluster_names(m_input.snapshot, found->ended, m_lang, k_names_told));
        return join(parts, form(Form::ListSemicolon, m_lang));
    }

    const ReadInput& m_input;
    Lang m_lang;
    Date m_today;
    std::vector<YearEvents> m_years;
    int m_first = 0, m_last = 0;
};

}

void read_strip(const ReadInput& input, SectionWriter& root) {
    if (input.index.labels.steps().empty()) return;
    root.begin("strip", {std::string(say(Msg::TimelineZone, input.lang()))}).table(StripTable(input).write());
}

namespace {

void read_phase(const ReadInput& input, const Phase& phase, SectionWriter section) {
    const Lang lang = input.lang();
    section.paragraph(phase.start ? phase_span(phase) : std::string(say(Msg::SheetPhaseUndated, lang)));
    if (phase.labels_from)
        section.paragraph(say(Msg::SheetPhaseLabels, lang, {format_date(*phase.labels_from, lang, DateStyle::Long)}));
    section.paragraph(section.told(phase.summary));
    const std::string id = "phase/" + std::to_string(phase.number);
    const auto list = [&](std::string_view part, Msg title, const std::vector<Text>& texts) {
        if (texts.empty()) return;
        SectionWriter below = section.begin(id + std::string(part), {std::string(say(title, lang))});
        std::vector<Phrase> items;
        for (const Text& text : texts) items.push_back(below.told(text));
        below.list(std::move(items));
    };
    list("/objectives", Msg::SheetPhaseObjectives, phase.objectives);
    list("/requirements", Msg::SheetPhaseRequirements, phase.requirements);
    list("/commitments", Msg::SheetPhaseCommitments, phase.commitments);
}

}

void read_phases(const ReadInput& input, SectionWriter& root) {
    if (input.snapshot.phases.empty()) return;
    SectionWriter section = root.begin("phases", {std::string(say(Msg::ColumnPhases, input.lang()))});
    for (const Phase& phase : input.snapshot.phases)
        read_phase(input, phase, section.begin("phase/" + std::to_string(phase.number), section.told(phase.name)));
}

}
