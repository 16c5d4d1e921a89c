// Decimal numbers in text, read and written alike on every platform: no locale, no quad precision, no printf. The
// C library's own were some 30 KB of the browser module.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace atlas {

struct DecimalReading {
    double value = 0.0;     // the nearest double; infinite beyond the largest one
    std::size_t length = 0; // bytes read; 0: no number stands there
};

// [-+]digits[.digits][e[-+]digits] at the beginning of `text`. Digits after the 34th are not looked at.
[[nodiscard]] DecimalReading read_decimal(std::string_view text);

// The fewest digits that read back as the same double: 0.1, -12.5, 55000000000, 1e+22; "null" if not finite.
[[nodiscard]] std::string shortest_number(double value);

}
