// The few functions of stdio and stdlib that nlohmann's lexer calls, in place of musl's: those
// carry quad-precision arithmetic and every format there is, some 30 KB of the module. Each does what its callers ask
// for, and only that; the linker prefers these to the library's.

#include "core/base/decimal.hpp"

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

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

// nlohmann's lexer shows a control character in its own message, by the only format that the module has. Another one
// traps: an empty text would look like an answer.
int snprintf(char* out, std::size_t size, const char* format, ...) {
    if (std::strcmp(format, "<U+%.4X>") != 0) __builtin_trap();
    std::va_list arguments;
    va_start(arguments, format);
    unsigned left = va_arg(arguments, unsigned);
    va_end(arguments);
    char digits[8];
    int count = 0;
    for (; count < 4 || left != 0; left >>= 4) digits[count++] = "0123456789ABCDEF"[left & 0xF];
    std::size_t length = 0;
    const auto put = [&](char c) {
        if (length + 1 < size) out[length] = c;
        ++length;
    };
    for (const char c : {'<', 'U', '+'}) put(c);
    while (count > 0) put(digits[--count]);
    put('>');
    if (size > 0) out[std::min(length, size - 1)] = 0;
    return static_cast<int>(length);
}
}
