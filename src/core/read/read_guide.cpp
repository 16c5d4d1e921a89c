// The guide, chapter by chapter with every passage of the policy, and the glossary.

#include "core/read/figure_words.hpp"
#include "core/read/policy_words.hpp"
#include "core/read/read_parts.hpp"
#include "core/read/wording.hpp"

namespace atlas {

namespace {

void read_text(const ReadInput& input, const PolicySection& text, SectionWriter section) {
    section.paragraph(section.told(text.lead));
    std::vector<std::string> items;
    Sources all = text.sources;
    for (const PolicyItem& item : text.items) {
        items.push_back(policy_words(input.snapshot, item, input.lang()));
        add_sources(all, item.sources);
    }
    section.list(items);
    section.paragraph(section.told(text.remark));
    std::vector<std::string> sources;
    for (const SourceIndex source : all) sources.push_back(source_words(input.snapshot.sources[source], input.lang()));
    if (!sources.empty())
        section.paragraph(
            say(Msg::CitationSources, input.lang(), {join(sources, form(Form::ListSemicolon, input.lang()))}));
}

void read_phases_beside(const ReadInput& input, SectionWriter& section) {
    const Lang lang = input.lang();
    Table table{std::string(say(Msg::FoundPhases, lang)), {}, {}};
    for (const Msg column : {Msg::FoundPhases, Msg::TextYear, Msg::SheetPhaseObjectives, Msg::ViewFigures})
        table.columns.emplace_back(say(column, lang));
    for (const Phase& phase : input.snapshot.phases) {
        std::vector<std::string> aims, figures;
        for (const Text& aim : phase.objectives) aims.push_back(aim.in(lang));
        for (const FigureIndex figure : phase.figures)
            figures.push_back(input.snapshot.figures[figure].statement.in(lang));
        table.rows.push_back({section.told(phase.name),
                              {phase.start ? phase_span(phase) : std::string(say(Msg::SheetPhaseUndated, lang))},
                              {join(aims, form(Form::ListSemicolon, lang))},
                              {join(figures, " ")}});
    }
    section.table(std::move(table));
}

void read_part(const ReadInput& input, const GuidePart& part, SectionWriter& chapter) {
    if (part.policy) {
        const PolicySection& text = input.snapshot.policy[*part.policy];
        return read_text(input, text, chapter.begin("policy/" + text.id, chapter.told(text.title)));
    }
    if (part.show == GuideShow::Phases) return read_phases_beside(input, chapter);
    std::vector<std::string> figures;
    for (const FigureIndex figure : part.figures)
        figures.push_back(figure_words(input.snapshot, input.snapshot.figures[figure], input.lang()));
    chapter.list(figures);
}

void read_glossary(const ReadInput& input, SectionWriter& guide) {
    if (input.snapshot.glossary.empty()) return;
    const Lang lang = input.lang();
    SectionWriter section = guide.begin("glossary", {std::string(say(Msg::GlossaryTitle, lang))});
    std::vector<Definition> items;
    for (const GlossaryTerm& term : input.snapshot.glossary) {
        std::vector<std::string> sources;
        for (const SourceIndex source : term.sources)
            sources.push_back(source_words(input.snapshot.sources[source], lang));
        items.push_back({section.told(term.term),
                         {section.told(term.meaning),
                          {say(Msg::CitationSources, lang, {join(sources, form(Form::ListSemicolon, lang))})}}});
    }
    section.definitions(std::move(items));
}

}

void read_guide(const ReadInput& input, SectionWriter& root) {
    if (input.snapshot.guide.empty() && input.snapshot.glossary.empty()) return;
    const Lang lang = input.lang();
    SectionWriter guide = root.begin("understand", {std::string(say(Msg::UnderstandTitle, lang))});
    for (const GuideChapter& chapter : input.snapshot.guide) {
        Phrase title =
            chapter.title.empty() ? Phrase{std::string(say(Msg::GuideOthers, lang))} : guide.told(chapter.title);
        SectionWriter section = guide.begin("understand/" + chapter.id, std::move(title));
        section.paragraph(section.told(chapter.lead));
        for (const GuidePart& part : chapter.parts) read_part(input, part, section);
    }
    read_glossary(input, guide);
}

}
