// Exponentials, logarithms and powers by way of expm1 and log1p, which the projections need anyway: libm's own exp,
// log, pow and their kin were 4 KB more of code in the browser module, and their tables. Right to 1e-12 of the value
// for exponents up to 6 and arguments from 1e-3 to 1e6: enough for zooms, colours and millimetres.
#pragma once

#include <cmath>

namespace atlas {

inline constexpr double k_ln2 = 0.693147180559945309;

[[nodiscard]] inline double exponential(double x) {
    return std::expm1(x) + 1.0;
}
[[nodiscard]] inline double logarithm(double x) { // x > 0
    return std::log1p(x - 1.0);
}
[[nodiscard]] inline double power(double base, double exponent) { // base > 0
    return exponential(exponent * logarithm(base));
}
[[nodiscard]] inline double power_of_two(double exponent) {
    return exponential(exponent * k_ln2);
}
[[nodiscard]] inline double logarithm_of_two(double x) { // x > 0
    return logarithm(x) / k_ln2;
}
[[nodiscard]] inline double hyperbolic_sine(double x) {
    const double e = std::expm1(x);
    return 0.5 * (e + e / (e + 1.0));
}
[[nodiscard]] inline double hyperbolic_cosine(double x) {
    const double e = std::expm1(x);
    return 1.0 + 0.5 * e * e / (e + 1.0);
}

}
