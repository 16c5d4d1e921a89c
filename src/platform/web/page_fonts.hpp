#pragma once
// The browser's fonts as core/ui/foreign_text.hpp wants them, through page_fonts.js. The page is asked when a text
// needs it first.

namespace atlas::web {

void use_fonts_of_page();

}
