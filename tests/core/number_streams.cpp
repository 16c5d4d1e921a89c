// doctest's streams ask for these, which the C library keeps in one object with the strtod that the browser module
// replaces (platform/web/stdio.cpp): with that object, no test would link. No test reads a number from a stream.
#include <cstdlib>
#include <locale.h>

extern "C" {

double strtod_l(const char* text, char** end, locale_t) {
    return strtod(text, end);
}
float strtof_l(const char* text, char** end, locale_t) {
    return strtof(text, end);
}
long double strtold_l(const char* text, char** end, locale_t) {
    return strtold(text, end);
}
}
