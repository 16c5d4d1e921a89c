// The few functions of stdio and stdlib that nlohmann's lexer calls, in place of musl's: those
// carry quad-precision arithmetic and every format there is, some 30 KB of the module. Each does what its callers ask
// for, and only that; the linker prefers these to the library's.

#include "core/base/decimal.hpp"

#include <cstdio>
#include <cstdlib>

extern "C" {

// nlohmann's lexer, with the number it has just checked
double strtod(const char* text, char** end) {
    const atlas::DecimalReading reading = atlas::read_decimal(text);
    if (end != nullptr) *end = const_cast<char*>(text) + reading.length;
    return reading.value;
}

// named by the lexer's overloads for other types of number, which are never called
float strtof(const char* text, char** end) {
    return static_cast<float>(strtod(text, end));
}
long double strtold(const char* text, char** end) {
    return strtod(text, end);
}

// nlohmann's lexer shows a control character in its own message, which nobody is shown
int snprintf(char* out, std::size_t size, const char*, ...) {
    if (size > 0) *out = 0;
    return 0;
}
}
