// The guide, chapter by chapter with every passage of the policy, and the glossary.

#include "core/read/figure_words.hpp"
#include "core/read/guide_words.hpp"
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
    if (!all.empty())
        section.paragraph(say(Msg::CitationSources, input.lang(), {sources_words(input.snapshot, all, input.lang())}));
}

void read_part(const ReadInput& input, const GuidePart& part, const std::string& place, SectionWriter& chapter) {
    if (part.policy) {
        const PolicySection& text = input.snapshot.policy[*part.policy];
        return read_text(input, text, chapter.begin("policy/" + text.id, chapter.told(text.title)));
    }
    if (part.show == GuideShow::Phases) return read_phases(input, chapter);
    std::vector<std::string> figures;
    for (const FigureIndex figure : part.figures)
        figures.push_back(figure_words(input.snapshot, input.snapshot.figures[figure], input.lang()));
    if (part.title.empty()) return chapter.list(figures);
    chapter.begin(place + "/figures", chapter.told(part.title)).list(figures);
}

void read_glossary(const ReadInput& input, SectionWriter& guide) {
    if (input.snapshot.glossary.empty()) return;
    const Lang lang = input.lang();
    SectionWriter section = guide.begin("glossary", {std::string(say(Msg::GlossaryTitle, lang))});
    std::vector<Definition> items;
    for (const GlossaryTerm& term : input.snapshot.glossary) {
        const std::string sources = sources_words(input.snapshot, term.sources, lang);
        items.push_back(
            {section.told(term.term), {section.told(term.meaning), {say(Msg::CitationSources, lang, {sources})}}});
    }
    section.definitions(std::move(items));
}

}

void read_guide(const ReadInput& input, SectionWriter& root) {
    if (input.snapshot.guide.empty() && input.snapshot.glossary.empty()) return;
    const Lang lang = input.lang();
    SectionWriter guide = root.begin("understand", {std::string(say(Msg::UnderstandTitle, lang))});
    for (const GuideChapter& chapter : input.snapshot.guide) {
        const std::string place = "understand/" + chapter.id;
        SectionWriter section =
            guide.begin(place, {chapter_title(input.snapshot, chapter, lang), {}, chapter.title.foreign(lang)});
        section.paragraph(section.told(chapter.lead));
        for (const GuidePart& part : chapter.parts) read_part(input, part, place, section);
    }
    read_glossary(input, guide);
}

}
