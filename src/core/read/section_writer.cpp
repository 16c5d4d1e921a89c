#include "core/read/section_writer.hpp"

namespace atlas {

Phrase SectionWriter::told(const Text& text) const {
    return {text.in(m_lang), {}, text.foreign(m_lang)};
}

void SectionWriter::paragraph(std::string_view words) {
    paragraph(Phrase{std::string(words)});
}

void SectionWriter::paragraph(Phrase phrase) {
    if (!phrase.words.empty()) m_section.blocks.emplace_back(Paragraph{std::move(phrase)});
}

void SectionWriter::list(std::vector<Phrase> items) {
    if (!items.empty()) m_section.blocks.emplace_back(List{std::move(items)});
}

void SectionWriter::list(const std::vector<std::string>& items) {
    std::vector<Phrase> phrases;
    for (const std::string& item : items) phrases.push_back({item});
    list(std::move(phrases));
}

void SectionWriter::table(Table table) {
    if (!table.rows.empty()) m_section.blocks.emplace_back(std::move(table));
}

void SectionWriter::definitions(std::vector<Definition> items) {
    if (!items.empty()) m_section.blocks.emplace_back(Definitions{std::move(items)});
}

SectionWriter SectionWriter::begin(std::string id, Phrase heading) {
    m_section.sections.push_back({std::move(id), std::move(heading)});
    return {m_section.sections.back(), m_lang};
}

}
