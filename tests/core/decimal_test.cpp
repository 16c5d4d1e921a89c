// The C library is the oracle: it rounds correctly.
#include "core/base/decimal.hpp"
#include "core/base/elementary.hpp"
#include "support/c_library.hpp"

#include <cmath>
#include <cstring>
#include <doctest/doctest.h>
#include <limits>
#include <random>

using namespace atlas;

namespace {

std::string as_printf_writes(double value) {
    if (value == 0.0) return "0";
    if (std::fabs(value) < 1e15 && value == std::floor(value)) return printed("%.0f", value);
    std::string text;
    for (int digits = 1; digits <= 17; ++digits) {
        text = printed("%.*g", digits, value);
        if (scanned(text) == value) break;
    }
    return text;
}

double any_normal_double(std::mt19937_64& random) {
    for (;;) {
        const std::uint64_t bits = random();
        double value = 0.0;
        std::memcpy(&value, &bits, sizeof value);
        if (std::isnormal(value)) return value;
    }
}

void check_reading(const std::string& text) {
    const DecimalReading reading = read_decimal(text);
    CHECK_MESSAGE(reading.length == text.size(), text);
    CHECK_MESSAGE(reading.value == scanned(text), text);
}

}

TEST_CASE("decimals are read as strtod reads them") {
    for (const char* text : {"0",
                             "-0",
                             "1",
                             "0.1",
                             "-12.50",
                             "2e3",
                             "2E+3",
                             "2e-3",
                             "9007199254740993",
                             "1e23",
                             "8.5e22",
                             "123456789012345678901234567890",
                             "0.000000000000000000000000000001234",
                             "1.7976931348623157e308",
                             "2.2250738585072014e-308",
                             "1e999",
                             "-1e999",
                             "1e-999",
                             "0e999",
                             "1e99999999999999999999"})
        check_reading(text);
    std::mt19937_64 random(2005);
    for (int i = 0; i < 20000; ++i) {
        const double value = any_normal_double(random);
        for (const int digits : {6, 15, 17, 25}) {
            const std::string text = printed("%.*e", digits - 1, value);
            if (std::isfinite(scanned(text))) check_reading(text);
        }
    }
    for (int i = 0; i < 20000; ++i) { // coordinates, as snapshots have them
        const int digits = static_cast<int>(random() % 9);
        check_reading(printed("%.*f", digits, static_cast<double>(random() % 360000000) / 1e6 - 180.0));
    }
}

TEST_CASE("a decimal ends where it stops being one") {
    CHECK(read_decimal("12,5").length == 2);
    CHECK(read_decimal("1.").length == 1);
    CHECK(read_decimal("1.5e").length == 3);
    CHECK(read_decimal("1.5e+").length == 3);
    CHECK(read_decimal("-").length == 0);
    CHECK(read_decimal("").length == 0);
    CHECK(read_decimal(".5").length == 0);
    CHECK(read_decimal("nan").length == 0);
    CHECK(read_decimal("7 clusters").value == 7.0);
}

TEST_CASE("decimals are written with the fewest digits, as printf would") {
    std::mt19937_64 random(2026);
    for (int i = 0; i < 20000; ++i) {
        const double value = any_normal_double(random);
        CHECK(shortest_number(value) == as_printf_writes(value));
    }
    for (int i = 0; i < 20000; ++i) {
        const double value =
            static_cast<double>(random() % 100000000) / std::pow(10.0, static_cast<double>(random() % 12));
        CHECK(shortest_number(value) == as_printf_writes(value));
    }
    for (const double value : {0.0, 1.0, -1.0, 0.1, 1.0 / 3, 1e15, 1e22, 1.5e20, 1e-5, 1e-4, 123456.789, 5e-324,
                               std::numeric_limits<double>::max(), std::numeric_limits<double>::min()})
        CHECK(read_decimal(shortest_number(value)).value == value);
}

TEST_CASE("exponentials and powers without tables agree with the C library's") {
    for (double x = -6.0; x <= 6.0; x += 0.01) {
        CHECK(exponential(x) == doctest::Approx(std::exp(x)).epsilon(1e-13));
        CHECK(power_of_two(x) == doctest::Approx(std::exp2(x)).epsilon(1e-13));
        CHECK(hyperbolic_sine(x) == doctest::Approx(std::sinh(x)).epsilon(1e-13));
        CHECK(hyperbolic_cosine(x) == doctest::Approx(std::cosh(x)).epsilon(1e-13));
    }
    for (double x = 1e-3; x < 1e6; x *= 1.1) {
        CHECK(logarithm(x) == doctest::Approx(std::log(x)).epsilon(1e-12));
        CHECK(logarithm_of_two(x) == doctest::Approx(std::log2(x)).epsilon(1e-12));
        CHECK(power(x, 2.4) == doctest::Approx(std::pow(x, 2.4)).epsilon(1e-12));
    }
}
