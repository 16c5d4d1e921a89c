#pragma once
// Text that stands in markup, SVG and HTML alike.

#include <string>
#include <string_view>

namespace atlas {

// With < > & " ' as entities, for element content and quoted attributes; without what XML 1.0 forbids.
[[nodiscard]] std::string xml_escaped(std::string_view text);

}
