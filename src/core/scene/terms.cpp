#include "core/scene/terms.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace atlas {

namespace {

bool is_letter(std::string_view text, std::size_t at) { // as a rule: every byte of a letter beyond ASCII counts as one
    if (at >= text.size()) return false;
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// Of the whole word, as it is written; npos: not there.
std::size_t find_word(std::string_view line, std::string_view word) {
    std::size_t at = word.empty() ? std::string_view::npos : line.find(word);
    while (at != std::string_view::npos) {
        const bool begins = at == 0 || !is_letter(line, at - 1);
        // typographic marks are beyond ASCII, too: an apostrophe or a no-break space may follow
        const std::size_t end = at + word.size();
        const bool ends = !is_letter(line, end) || static_cast<unsigned char>(line[end]) >= 0xE2 ||
                          static_cast<unsigned char>(line[end]) == 0xC2;
        if (begins && ends) return at;
        at = line.find(word, at + 1);
    }
    return std::string_view::npos;
}

bool is_explained(const Scene& scene, const std::string& id) {
    return std::any_of(scene.nodes.begin(), scene.nodes.end(), [&](const Node& node) { return node.id == id; });
}

void put_term(Pen& pen, const DrawnText& text, const GlossaryTerm& term, Lang lang, const Rect& rect) {
    pen.dashed({rect.x, rect.bottom()}, {rect.right(), rect.bottom()}, 1.0f, Ink::Text2, 1.5f, 2.0f);
    pen.node({.id = "term/" + term.id,
              .name = term.term.in(lang),
              .hint = term.meaning.in(lang),
              .zone = text.zone,
              .role = Role::Button,
              .lang = term.term.foreign(lang),
              .rect = {rect.x, rect.y - 2.0f, rect.w, std::max(24.0f, rect.h + 4.0f)},
              .action = act::OpenSheet{Sheet::SourceList, about::Glossary{term.id}}});
}

}

void put_terms(const LayoutInput& input, Pen& pen, const DrawnText& text) {
    if (input.snapshot.glossary.empty()) return;
    const Lang lang = input.lang();
    const auto width = [&](std::string_view words) { return text_width(words, text.type.size_px, text.type.weight); };
    const std::vector<std::string> lines = wrap(text.words, text.type, text.max_px);
    for (const GlossaryTerm& term : input.snapshot.glossary) {
        const std::string& word = term.term.in(lang);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::size_t at = find_word(lines[i], word);
            if (at == std::string_view::npos) continue;
            if (is_explained(pen.scene(), "term/" + term.id)) break;
            const float baseline = text.at.y + text.line_px * static_cast<float>(i);
            put_term(pen, text, term, lang,
                     {text.at.x + width(std::string_view(lines[i]).substr(0, at)), baseline - text.type.size_px,
                      width(word), text.type.size_px + 3.0f});
            break;
        }
    }
}

}
