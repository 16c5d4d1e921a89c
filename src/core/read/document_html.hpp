#pragma once
// A Document as HTML: one <article>, well-formed as XML, every word escaped, without style, script or any attribute
// that acts. A link that is no http(s), mailto or permalink is left out. Linear.

#include "core/read/document.hpp"

#include <string>

namespace atlas {

struct HtmlStyle {
    int title_level = 1;             // 1 to 6; of a document inside another page, 2
    std::string id_prefix = "text-"; // of the sections that the contents lead to
};

[[nodiscard]] std::string document_html(const Document& document, const HtmlStyle& style = {});

}
