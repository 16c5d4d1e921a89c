#pragma once
// Words of the glossary inside a text that is drawn: underlined, explained by their tooltip, opened by a click.

#include "core/ui/layout_input.hpp"
#include "core/ui/pen.hpp"

namespace atlas {

struct DrawnText {
    Point at; // baseline of the first line
    std::string_view words;
    Type type;
    float max_px = 0.0f, line_px = 0.0f;
    Zone zone = Zone::View;
};

// Each word where it first occurs in the scene. O(words of the glossary * bytes of the text).
void put_terms(const LayoutInput& input, Pen& pen, const DrawnText& text);

}
