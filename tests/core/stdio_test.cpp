// snprintf and strtod as the JSON parser calls them. Natively these are the C library's; in wasm they are those that
// the browser module brings (platform/web/stdio.cpp), and must answer the same.
#include "support/c_library.hpp"

#include <cstdlib>
#include <cstring>
#include <doctest/doctest.h>

using namespace atlas;

TEST_CASE("snprintf writes a control character as the parser asks for it") {
    for (const unsigned value : {0x0U, 0x1U, 0xAU, 0x1FU, 0x7FU, 0xFFFU, 0xFFFFU, 0x1F600U, 0xFFFFFFFFU}) {
        const std::string expected = printed("<U+%.4X>", value);
        for (std::size_t size = 0; size <= 16; ++size) {
            char out[17];
            std::memset(out, '~', sizeof out);
            const int length = (std::snprintf)(out, size, "<U+%.4X>", value);
            CHECK(length == static_cast<int>(expected.size()));
            if (size > 0) CHECK(out == expected.substr(0, size - 1));
            CHECK(out[size] == '~'); // nothing is written behind the end
        }
    }
}

TEST_CASE("strtod reads a number of JSON, and tells where it ended") {
    for (const char* text : {"0", "-0.5", "12.25", "1e3", "1.7976931348623157e308", "5e-324", "12,5", "3]", "2.5}"}) {
        char* end = nullptr;
        const double value = std::strtod(text, &end);
        int length = 0;
        double expected = 0.0;
        std::sscanf(text, "%lf%n", &expected, &length);
        CHECK(value == expected);
        CHECK(end - text == length);
        CHECK(std::strtod(text, nullptr) == expected);
    }
}
