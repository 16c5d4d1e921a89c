// Where a fact comes from. About nothing, or what the snapshot does not know: every source.

#include "core/read/policy_words.hpp"
#include "core/read/source_notes.hpp"
#include "core/read/source_uses.hpp"
#include "core/read/wording.hpp"
#include "core/scene/sheet/layout_sheet.hpp"

#include <algorithm>

namespace atlas {

namespace {

void list_sources(SheetColumn& column, const Sources& sources) {
    for (const SourceIndex source : sources) sheet_source(column, source, {});
}

void put_contradiction(SheetColumn& column, const Contradiction& contradiction) {
    const Lang lang = column.lang();
    column.heading("≠ " + contradiction.topic.in(lang));
    for (const Statement& statement : contradiction.statements) {
        column.line(write_form(Form::Quotation, lang, statement.says.in(lang)),
                    {13.0f, FontWeight::Regular, Ink::Text});
        for (const SourceIndex source : statement.sources)
            column.remark(source_words(column.snapshot().sources[source], lang));
        column.gap(4.0f);
    }
    if (!contradiction.explanation.empty())
        column.line(say(Msg::ContradictionWhy, lang, {contradiction.explanation.in(lang)}));
}

void put_policy(SheetColumn& column, const PolicySection& section) {
    const Lang lang = column.lang();
    column.heading(section.title.in(lang));
    column.line(section.lead.in(lang), {13.0f, FontWeight::Regular, Ink::Text});
    for (const PolicyItem& item : section.items)
        column.line("• " + policy_words(column.snapshot(), item, lang), {13.0f, FontWeight::Regular, Ink::Text});
    column.line(section.remark.in(lang));
    column.heading(say(Msg::SheetSources, lang));
    Sources all = section.sources;
    for (const PolicyItem& item : section.items) add_sources(all, item.sources);
    list_sources(column, all);
}

// Writes about a topic; false when the snapshot does not know it.
struct TopicSources {
    SheetColumn& column;
    const Snapshot& snapshot = column.snapshot();
    Lang lang = column.lang();

    bool operator()(const about::Cluster& topic) const {
        const auto index = snapshot.find_cluster(topic.id);
        if (!index) return false;
        column.heading(snapshot.clusters[*index].name);
        for (const SourceUse& use : source_uses(snapshot, *index, lang))
            sheet_source(column, use.source, join(use.parts));
        return true;
    }
    bool operator()(const about::Figure& topic) const {
        const auto index = snapshot.find_figure(topic.id);
        if (index) sheet_figure(column, snapshot.figures[*index]);
        return index.has_value();
    }
    bool operator()(const about::Story& topic) const {
        const auto index = snapshot.find_story(topic.id);
        if (!index) return false;
        const Story& story = snapshot.stories[*index];
        column.heading(story.title.in(lang));
        column.line(story.note.in(lang));
        list_sources(column, story.sources);
        return true;
    }
    bool operator()(const about::Contradiction& topic) const {
        const Contradiction* contradiction = find(snapshot.contradictions, topic.id);
        if (contradiction == nullptr) return false;
        put_contradiction(column, *contradiction);
        for (const Statement& statement : contradiction->statements) list_sources(column, statement.sources);
        return true;
    }
    bool operator()(const about::Policy& topic) const {
        const PolicySection* section = find(snapshot.policy, topic.id);
        if (section != nullptr) put_policy(column, *section);
        return section != nullptr;
    }
    bool operator()(const about::Glossary& topic) const {
        const GlossaryTerm* term = find(snapshot.glossary, topic.id);
        if (term == nullptr) return false;
        column.heading(term->term.in(lang));
        column.line(term->meaning.in(lang), {13.0f, FontWeight::Regular, Ink::Text});
        list_sources(column, term->sources);
        return true;
    }
    bool operator()(const about::Phase& topic) const {
        const Phase* phase = find_phase(snapshot, topic.number);
        if (phase == nullptr) return false;
        column.heading(phase->name.in(lang));
        list_sources(column, phase->sources);
        return true;
    }
    bool operator()(const about::Count& topic) const {
        bool is_known = false;
        for (const PublishedCount& count : snapshot.counts) {
            if (count.date != topic.day) continue;
            is_known = true;
            column.heading(format_number(count.value, lang) + " · " + format_date(count.stated(), lang));
            column.line(count.note.in(lang));
            column.line(count.reason.in(lang));
            list_sources(column, count.sources);
        }
        return is_known;
    }
    bool operator()(const about::Report&) const { return false; }
    bool operator()(std::monostate) const { return false; }

private:
    template<class Record>
    static const Record* find(const std::vector<Record>& records, const std::string& id) {
        const auto found = std::find_if(records.begin(), records.end(), [&](const Record& r) { return r.id == id; });
        return found == records.end() ? nullptr : &*found;
    }
};

}

void sheet_source(SheetColumn& column, SourceIndex index, std::string_view used_for) {
    const Source& source = column.snapshot().sources[index];
    const Lang lang = column.lang();
    column.pen.horizontal(column.x, column.y, column.w);
    column.gap(8.0f);
    column.line(source.title, {13.0f, FontWeight::SemiBold, Ink::Text}, 18.0f);
    column.line(source_about_words(source, lang), {12.0f, FontWeight::Regular, Ink::Text2}, 17.0f);
    if (!used_for.empty()) column.remark(say(Msg::SourceFor, lang, {used_for}));
    for (const std::string& remark : source_remarks(source, lang)) column.remark(remark);
    if (!source.url.empty()) column.link(source.url, source.url);
    column.gap(6.0f);
}

void sheet_figure(SheetColumn& column, const Figure& figure) {
    const Snapshot& snapshot = column.snapshot();
    const Lang lang = column.lang();
    const std::string unit = unit_words(snapshot, figure.quantity, lang);
    const std::string number = quantity_words(snapshot, figure.quantity, lang);
    const std::string id = column.next_id();
    const float width = column.pen.text({column.x, column.y + 28.0f}, number, {34.0f, FontWeight::SemiBold});
    const Type quiet{13.0f, FontWeight::Regular, Ink::Text2};
    column.pen.text({column.x + width + 10.0f, column.y + 28.0f}, ellipsis(unit, quiet, column.w - width - 10.0f),
                    quiet);
    column.pen.node({.id = id,
                     .name = quantity_words(snapshot, figure.quantity, lang, Wording::Words) + " " + unit,
                     .zone = Zone::Sheet,
                     .role = Role::Text,
                     .rect = {column.x, column.y, column.w, 36.0f},
                     .cursor = Cursor::Default});
    column.gap(44.0f);
    column.line(figure.statement.in(lang), {13.0f, FontWeight::Regular, Ink::Text});
    column.remark(format_date(figure.date, lang, DateStyle::Long) + " · " +
                  say(Msg::PhaseNumber, lang, {roman(figure.phase)}));
    column.gap(8.0f);
    for (const SourceIndex source : figure.sources) sheet_source(column, source, {});
    for (const ContradictionIndex contradiction : figure.disputed_by)
        put_contradiction(column, snapshot.contradictions[contradiction]);
}

void sheet_sources(SheetColumn& column, const Topic& topic) {
    if (std::visit(TopicSources{column}, topic)) return;
    const std::size_t count = column.snapshot().sources.size();
    column.heading(
        say(Msg::SheetAllSources, column.lang(), {format_number(static_cast<double>(count), column.lang())}));
    for (SourceIndex i = 0; i < count; ++i) sheet_source(column, i, {});
}

}
