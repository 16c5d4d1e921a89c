#pragma once
// The Document: what can be read, complete and in order, whatever the size of a window. A tree of sections, each with a
// heading and blocks of words; document_html() writes it as HTML. Everything in it is plain text: nothing is markup.

#include "core/base/lang.hpp"

#include <string>
#include <variant>
#include <vector>

namespace atlas {

struct Phrase {
    std::string words;
    std::string href{}; // http(s) or mailto:, or a permalink ("#v1;…") that shows something else of the atlas
    Lang lang{};        // where it is not the document's
};

struct Paragraph {
    Phrase phrase;
};

struct List {
    std::vector<Phrase> items;
};

// The first cell of a row is its head.
struct Table {
    std::string caption;
    std::vector<std::string> columns;
    std::vector<std::vector<Phrase>> rows;
};

struct Definition {
    Phrase term;
    std::vector<Phrase> said;
};

struct Definitions {
    std::vector<Definition> items;
};

using Block = std::variant<Paragraph, List, Table, Definitions>;

struct Section {
    std::string id; // of what it is about: "clusters", "story/main-e7a"
    Phrase heading;
    std::vector<Block> blocks{};
    std::vector<Section> sections{}; // one level deeper
};

struct Document {
    Lang lang;
    Section root; // its heading is the title
};

}
