#pragma once
// Fills a Section: blocks without words are left out, texts carry their language where it is not the document's.

#include "core/base/messages.hpp"
#include "core/base/text.hpp"
#include "core/read/document.hpp"

#include <string_view>

namespace atlas {

class SectionWriter {
public:
    SectionWriter(Section& section, Lang lang) : m_section(section), m_lang(lang) {}

    [[nodiscard]] Lang lang() const { return m_lang; }
    [[nodiscard]] Phrase told(const Text& text) const;

    void paragraph(std::string_view words);
    void paragraph(Phrase phrase);
    void list(std::vector<Phrase> items);
    void list(const std::vector<std::string>& items);
    void table(Table table);
    void definitions(std::vector<Definition> items);
    // The section below; valid until the next one is begun.
    [[nodiscard]] SectionWriter begin(std::string id, Phrase heading);

private:
    Section& m_section;
    Lang m_lang;
};

}
