#pragma once
// The text of a file, whichever program wrote it: UTF-8, UTF-16 (with a byte order mark, or known by its zeros), else
// Windows-1252, which is what spreadsheets of Western Europe save. Linear; at most three times the bytes.

#include <string>
#include <string_view>

namespace atlas {

[[nodiscard]] std::string utf8_text(std::string_view bytes); // valid UTF-8, without a byte order mark

}
