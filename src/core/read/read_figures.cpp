// Every figure by topic, every contradiction, every source.

#include "core/read/figure_words.hpp"
#include "core/read/read_parts.hpp"
#include "core/read/source_notes.hpp"
#include "core/read/wording.hpp"

namespace atlas {

namespace {

Table topic_table(const ReadInput& input, std::string_view topic, const SectionWriter& section) {
    const Lang lang = input.lang();
    Table table{figure_topic_words(topic, lang), {}, {}};
    for (const Msg column : {Msg::TextNumber, Msg::TextStatement, Msg::TextPlace})
        table.columns.emplace_back(say(column, lang));
    for (const Figure& figure : input.snapshot.figures) {
        if (figure.topic != topic) continue;
        std::string number = quantity_words(input.snapshot, figure.quantity, lang, Wording::Words);
        if (const std::string unit = unit_words(input.snapshot, figure.quantity, lang); !unit.empty())
            number += " " + unit;
        table.rows.push_back(
            {{std::move(number)}, section.told(figure.statement), {figure_place_words(input.snapshot, figure, lang)}});
    }
    return table;
}

void read_contradictions(const ReadInput& input, SectionWriter& root) {
    const Lang lang = input.lang();
    if (input.snapshot.contradictions.empty()) return;
    SectionWriter section = root.begin("contradictions", {std::string(say(Msg::FiguresContradictions, lang))});
    std::vector<Definition> items;
    for (const Contradiction& contradiction : input.snapshot.contradictions) {
        Definition made{section.told(contradiction.topic), {}};
        for (const Statement& statement : contradiction.statements) {
            Phrase said = section.told(statement.says);
            if (!statement.sources.empty())
                said.words += " (" + sources_words(input.snapshot, statement.sources, lang) + ")";
            made.said.push_back(std::move(said));
        }
        if (!contradiction.explanation.empty())
            made.said.push_back({say(Msg::ContradictionWhy, lang, {contradiction.explanation.in(lang)})});
        items.push_back(std::move(made));
    }
    section.definitions(std::move(items));
}

}

void read_figures(const ReadInput& input, SectionWriter& root) {
    if (!input.snapshot.figures.empty()) {
        SectionWriter section = root.begin("figures", {std::string(say(Msg::FiguresTitle, input.lang()))});
        for (const std::string_view topic : figure_topics(input.snapshot))
            section.table(topic_table(input, topic, section));
    }
    read_contradictions(input, root);
}

void read_sources(const ReadInput& input, SectionWriter& root) {
    const Lang lang = input.lang();
    const std::vector<Source>& sources = input.snapshot.sources;
    const std::string count = format_number(static_cast<double>(sources.size()), lang);
    SectionWriter section = root.begin("sources", {say(Msg::SheetAllSources, lang, {count})});
    std::vector<Definition> items;
    for (const Source& source : sources) {
        Definition made{{source.title, source.url}, {{source_about_words(source, lang)}}};
        for (const std::string& remark : source_remarks(source, lang)) made.said.push_back({remark});
        items.push_back(std::move(made));
    }
    section.definitions(std::move(items));
    const Meta& meta = input.snapshot.meta;
    section.paragraph(section.told(meta.authorship));
    section.paragraph(say(Msg::CitationLicence, lang, {meta.licence.in(lang)}));
}

}
