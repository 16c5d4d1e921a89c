#include "core/scene/terms.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <vector>

namespace atlas {

namespace {

bool is_letter(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    std::size_t next = at;
    decode_utf8(text, next);
    return !fold(text.substr(at, next - at)).empty(); // of marks and blanks nothing is left
}

std::size_t before(std::string_view text, std::size_t at) { // where the code point before `at` > 0 begins
    do --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    return at;
}

// Of the whole word, as it is written; npos: not there.
std::size_t find_word(std::string_view text, std::string_view word) {
    std::size_t at = word.empty() ? std::string_view::npos : text.find(word);
    while (at != std::string_view::npos) {
        if ((at == 0 || !is_letter(text, before(text, at))) && !is_letter(text, at + word.size())) return at;
        at = text.find(word, at + 1);
    }
    return std::string_view::npos;
}

// The lines that the text was wrapped into, as places in it.
std::vector<std::string_view> places_of(const std::vector<std::string>& lines, std::string_view text) {
    std::vector<std::string_view> places;
    std::size_t from = 0;
    for (const std::string& line : lines) {
        from = text.find(line, from);
        if (from == std::string_view::npos) break; // two blanks in a row: lines have one
        places.push_back(text.substr(from, line.size()));
        from += line.size();
    }
    return places;
}

bool is_explained(const Scene& scene, const std::string& id) {
    return std::any_of(scene.nodes.begin(), scene.nodes.end(), [&](const Node& node) { return node.id == id; });
}

// `parts`: one for each line that the word stands on.
void put_term(Pen& pen, const DrawnText& text, const GlossaryTerm& term, Lang lang, const std::vector<Rect>& parts) {
    for (const Rect& part : parts)
        pen.dashed({part.x, part.bottom()}, {part.right(), part.bottom()}, 1.0f, Ink::Text2, 1.5f, 2.0f);
    const Rect& first = parts.front();
    pen.node({.id = "term/" + term.id,
              .name = term.term.in(lang),
              .hint = term.meaning.in(lang),
              .zone = text.zone,
              .role = Role::Button,
              .lang = term.term.foreign(lang),
              .rect = {first.x, first.y - 2.0f, first.w, std::max(24.0f, first.h + 4.0f)},
              .action = act::OpenSheet{Sheet::SourceList, about::Glossary{term.id}}});
}

}

void put_terms(const LayoutInput& input, Pen& pen, const DrawnText& text) {
    if (input.snapshot.glossary.empty()) return;
    const Lang lang = input.lang();
    const auto width = [&](std::string_view words) { return text_width(words, text.type.size_px, text.type.weight); };
    const std::vector<std::string> lines = wrap(text.words, text.type, text.max_px);
    const std::vector<std::string_view> places = places_of(lines, text.words);
    for (const GlossaryTerm& term : input.snapshot.glossary) {
        const std::string& word = term.term.in(lang);
        const std::size_t at = find_word(text.words, word);
        if (at == std::string_view::npos || is_explained(pen.scene(), "term/" + term.id)) continue;
        std::vector<Rect> parts;
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto start = static_cast<std::size_t>(places[i].data() - text.words.data());
            const std::size_t begin = std::max(at, start), end = std::min(at + word.size(), start + places[i].size());
            if (begin >= end) continue;
            const float baseline = text.at.y + text.line_px * static_cast<float>(i);
            parts.push_back({text.at.x + width(places[i].substr(0, begin - start)), baseline - text.type.size_px,
                             width(text.words.substr(begin, end - begin)), text.type.size_px + 3.0f});
        }
        if (!parts.empty()) put_term(pen, text, term, lang, parts);
    }
}

}
