#include "core/read/document_html.hpp"

#include "core/base/messages.hpp"
#include "core/base/xml.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr int k_deepest = 6;

bool is_safe(std::string_view href) {
    return href.starts_with("https://") || href.starts_with("http://") || href.starts_with("mailto:") ||
           href.starts_with("#v");
}

class HtmlWriter {
public:
    explicit HtmlWriter(const HtmlStyle& style) : m_style(style) {}

    std::string write(const Document& document) {
        m_out = "<article lang=\"" + xml_escaped(document.lang.tag()) + "\">";
        heading(document.root.heading, 0);
        for (const Block& block : document.root.blocks) write_block(block);
        contents(document);
        for (const Section& part : document.root.sections) {
            m_out += "\n<section id=\"" + id_of(part) + "\">";
            section(part, 1);
            m_out += "</section>";
        }
        m_out += "</article>";
        return std::move(m_out);
    }

private:
    // No std::visit: its table would keep this in what a browser fetches first.
    void write_block(const Block& block) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) return element("p", paragraph->phrase);
        if (const auto* list = std::get_if<List>(&block)) return write_list(*list);
        if (const auto* table = std::get_if<Table>(&block)) return write_table(*table);
        if (const auto* definitions = std::get_if<Definitions>(&block)) write_definitions(*definitions);
    }
    void write_list(const List& list) {
        m_out += "<ul>";
        for (const Phrase& item : list.items) element("li", item);
        m_out += "</ul>";
    }
    void write_table(const Table& table) {
        const std::string caption = xml_escaped(table.caption);
        m_out += "\n<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"" + caption +
                 "\"><table><caption>" + caption + "</caption><thead><tr>";
        for (const std::string& column : table.columns) m_out += "<th scope=\"col\">" + xml_escaped(column) + "</th>";
        m_out += "</tr></thead><tbody>";
        for (const std::vector<Phrase>& row : table.rows) {
            m_out += "\n<tr>";
            for (std::size_t i = 0; i < row.size(); ++i)
                element(i == 0 ? "th" : "td", row[i], i == 0 ? " scope=\"row\"" : "");
            m_out += "</tr>";
        }
        m_out += "</tbody></table></div>";
    }
    void write_definitions(const Definitions& definitions) {
        m_out += "<dl>";
        for (const Definition& item : definitions.items) {
            m_out += '\n';
            element("dt", item.term);
            for (const Phrase& said : item.said) element("dd", said);
        }
        m_out += "</dl>";
    }

    void element(std::string_view name, const Phrase& phrase, std::string_view attributes = {}) {
        ((m_out += '<') += name) += attributes;
        if (!phrase.lang.is_empty()) m_out += " lang=\"" + xml_escaped(phrase.lang.tag()) + '"';
        m_out += '>';
        if (is_safe(phrase.href))
            m_out += "<a href=\"" + xml_escaped(phrase.href) + "\">" + xml_escaped(phrase.words) + "</a>";
        else
            m_out += xml_escaped(phrase.words);
        ((m_out += "</") += name) += '>';
    }

    void heading(const Phrase& phrase, int depth) {
        element("h" + std::to_string(std::clamp(m_style.title_level + depth, 1, k_deepest)), phrase);
    }

    std::string id_of(const Section& section) const { return xml_escaped(m_style.id_prefix + section.id); }

    // Each level calls itself once deeper; read() nests no deeper than a story in its theme.
    void section(const Section& section, int depth) {
        m_out += '\n';
        heading(section.heading, depth);
        for (const Block& block : section.blocks) write_block(block);
        for (const Section& part : section.sections) this->section(part, depth + 1);
    }

    void contents(const Document& document) {
        if (document.root.sections.empty()) return;
        m_out += "\n<nav aria-label=\"" + xml_escaped(say(Msg::TextContents, document.lang)) + "\"><ul>";
        for (const Section& part : document.root.sections)
            m_out += "<li><a href=\"#" + id_of(part) + "\">" + xml_escaped(part.heading.words) + "</a></li>";
        m_out += "</ul></nav>";
    }

    const HtmlStyle& m_style;
    std::string m_out;
};

}

std::string document_html(const Document& document, const HtmlStyle& style) {
    return HtmlWriter(style).write(document);
}

}
