// The C library as an oracle for numbers in text. By vsnprintf and sscanf, because the browser module brings its own
// snprintf and strtod (platform/web/stdio.cpp), and in wasm these tests are linked with them.
#pragma once

#include <cstdarg>
#include <cstdio>
#include <string>

namespace atlas {

inline std::string printed(const char* format, ...) {
    char buffer[512];
    std::va_list arguments;
    va_start(arguments, format);
    std::vsnprintf(buffer, sizeof buffer, format, arguments);
    va_end(arguments);
    return buffer;
}

inline double scanned(const std::string& text) {
    double value = 0.0;
    std::sscanf(text.c_str(), "%lf", &value);
    return value;
}

}
