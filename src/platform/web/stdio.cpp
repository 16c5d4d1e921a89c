// The few functions of stdio and stdlib that nlohmann's lexer and ImGui's renderer call, in place of musl's: those
// carry quad-precision arithmetic and every format there is, some 30 KB of the module. Each does what its callers ask
// for, and only that; the linker prefers these to the library's.

#include "core/base/decimal.hpp"

#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <emscripten/html5.h>

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

// ImGui's renderer reads "#version %d" and "%d.%d": texts that match letter by letter, and whole numbers
int sscanf(const char* text, const char* format, ...) {
    std::va_list numbers;
    va_start(numbers, format);
    int count = 0;
    for (; *format != 0; ++format) {
        if (*format != '%') {
            if (*text++ != *format) break;
            continue;
        }
        ++format; // d
        int number = 0;
        const char* const begin = text;
        for (; *text >= '0' && *text <= '9'; ++text) number = number * 10 + (*text - '0');
        if (text == begin) break;
        *va_arg(numbers, int*) = number;
        ++count;
    }
    va_end(numbers);
    return count;
}

// ImGui's renderer, when a shader is refused
int fprintf(std::FILE*, const char* format, ...) {
    emscripten_console_error(format);
    return 0;
}
int fiprintf(std::FILE*, const char* format, ...) { // what the compiler makes of the former
    emscripten_console_error(format);
    return 0;
}
}
