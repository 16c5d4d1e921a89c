// The plural rules of Unicode CLDR (UTS #35, "Plural rules syntax"), for whole numbers: "i = 1", "n % 10 = 2..4 and
// n % 100 != 12..14 or i = 0". n and i are the number, every other operand (v, w, f, t, c, e) is 0.
#pragma once

#include <cstdint>
#include <string_view>

namespace atlas {

// False for a rule that is not understood. Linear in the rule.
[[nodiscard]] bool matches_plural_rule(std::string_view rule, std::uint64_t number);

}
