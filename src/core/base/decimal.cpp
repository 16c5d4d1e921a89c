#include "core/base/decimal.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr int k_exact_power = 22; // 10^22 is the largest power of ten that a double holds exactly
constexpr std::uint64_t k_exact_whole = std::uint64_t{1} << 53;
constexpr int k_digits_max = 17;       // always enough to tell two doubles apart
constexpr int k_exponent_max = 100000; // far beyond every double, far from overflowing an int

// The unevaluated sum of two doubles, some 104 bits (Dekker 1971).
struct Pair {
    double high = 0.0, low = 0.0;
};

Pair sum(double large, double small) {
    const double high = large + small;
    return {high, small - (high - large)};
}

Pair split(double value) {
    const double scaled = 134217729.0 * value; // 2^27 + 1
    const double high = scaled - (scaled - value);
    return {high, value - high};
}

Pair times(Pair a, double b) {
    const double product = a.high * b;
    const Pair x = split(a.high), y = split(b);
    const double error = ((x.high * y.high - product) + x.high * y.low + x.low * y.high) + x.low * y.low;
    return sum(product, error + a.low * b);
}

Pair over(Pair a, double b) {
    const double quotient = a.high / b;
    const Pair back = times({quotient, 0.0}, b);
    return sum(quotient, ((a.high - back.high) - back.low + a.low) / b);
}

double power_of(double base, int exponent) {
    double power = 1.0;
    for (int i = 0; i < exponent; ++i) power *= base;
    return power;
}

// value × 10^exponent × 2^binary; the powers of two come last, so that nothing overflows before the result does.
Pair scaled(Pair value, int exponent, int binary = 0) {
    for (int left = std::abs(exponent); left > 0; left -= k_exact_power) {
        const double five = power_of(5.0, std::min(left, k_exact_power));
        value = exponent > 0 ? times(value, five) : over(value, five);
    }
    return {std::ldexp(value.high, exponent + binary), std::ldexp(value.low, exponent + binary)};
}

Pair exactly(std::uint64_t whole) {
    const double high = static_cast<double>(whole >> 32) * 4294967296.0;
    return sum(high, static_cast<double>(whole & 0xFFFFFFFFu));
}

// whole × 10^exponent
double composed(std::uint64_t whole, int exponent) {
    if (whole == 0) return 0.0;
    if (whole <= k_exact_whole && std::abs(exponent) <= k_exact_power) {
        const double power = power_of(10.0, std::abs(exponent));
        return exponent < 0 ? static_cast<double>(whole) / power : static_cast<double>(whole) * power;
    }
    return scaled(exactly(whole), std::clamp(exponent, -400, 400)).high;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

struct Digits {
    std::uint64_t first = 0, then = 0; // nineteen significant digits, and fifteen more
    int first_count = 0, then_count = 0;
    int exponent = 0; // of the last digit that was kept
    int seen = 0;

    void take(char c, bool is_fraction) {
        ++seen;
        const auto digit = static_cast<std::uint64_t>(c - '0');
        if (first_count < 19) {
            first = first * 10 + digit;
            if (first > 0) ++first_count;
        } else if (then_count < 15) {
            then = then * 10 + digit;
            ++then_count;
        } else if (!is_fraction) {
            exponent = std::min(exponent + 1, k_exponent_max);
            return;
        } else {
            return;
        }
        if (is_fraction) exponent = std::max(exponent - 1, -k_exponent_max);
    }

    [[nodiscard]] double value() const {
        if (then == 0) return composed(first, exponent + then_count);
        Pair whole = times(exactly(first), power_of(10.0, then_count));
        const Pair more = sum(whole.high, static_cast<double>(then));
        whole = sum(more.high, more.low + whole.low);
        return scaled(whole, std::clamp(exponent, -400, 400)).high;
    }
};

// The exponent "e-12" at `i`, or 0; moves `i` behind it.
int read_exponent(std::string_view text, std::size_t& i) {
    if (i >= text.size() || (text[i] != 'e' && text[i] != 'E')) return 0;
    std::size_t at = i + 1;
    const bool is_negative = at < text.size() && text[at] == '-';
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    if (at >= text.size() || !is_digit(text[at])) return 0;
    int exponent = 0;
    for (; at < text.size() && is_digit(text[at]); ++at)
        exponent = std::min(exponent * 10 + (text[at] - '0'), k_exponent_max);
    i = at;
    return is_negative ? -exponent : exponent;
}

// The first eighteen digits of a positive number, the power of ten of the last one, and whether more follow.
struct Leading {
    std::uint64_t digits = 0;
    int exponent = 0;
    bool has_more = false;
};

Leading leading_digits(double value) {
    int binary = 0;
    const double fraction = std::frexp(value, &binary);
    int exponent = static_cast<int>(std::floor((binary - 1) * 0.30102999566398120)) - k_digits_max;
    for (;; ++exponent) { // the estimate may be one too low
        const Pair exact = scaled({fraction, 0.0}, -exponent, binary);
        const double low = std::floor(exact.low);
        const auto digits =
            static_cast<std::uint64_t>(exact.high) + static_cast<std::uint64_t>(static_cast<std::int64_t>(low));
        if (digits < 1000000000000000000u) return {digits, exponent, exact.low > low};
    }
}

// To the nearest multiple, halves to the even one.
std::uint64_t rounded(const Leading& leading, std::uint64_t unit) {
    const std::uint64_t whole = leading.digits / unit, rest = leading.digits % unit, half = unit / 2;
    const bool is_up = rest > half || (rest == half && (leading.has_more || whole % 2 == 1));
    return whole + (is_up ? 1 : 0);
}

// The last digit's power of ten is `exponent`; written as printf's %g does.
std::string written(std::string digits, int exponent) {
    const int count = static_cast<int>(digits.size()), first = exponent + count - 1;
    if (first >= -4 && first < count) {
        if (exponent >= 0) return digits;
        if (first < 0) return "0." + std::string(static_cast<std::size_t>(-first - 1), '0') + digits;
        return digits.insert(static_cast<std::size_t>(first) + 1, ".");
    }
    if (count > 1) digits.insert(1, ".");
    const std::string power = std::to_string(std::abs(first));
    return digits + (first < 0 ? "e-" : "e+") + (power.size() < 2 ? "0" : "") + power;
}

}

DecimalReading read_decimal(std::string_view text) {
    std::size_t i = 0;
    const bool is_negative = !text.empty() && text[0] == '-';
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) ++i;
    Digits digits;
    for (; i < text.size() && is_digit(text[i]); ++i) digits.take(text[i], false);
    if (digits.seen == 0) return {};
    if (i + 1 < text.size() && text[i] == '.' && is_digit(text[i + 1]))
        for (++i; i < text.size() && is_digit(text[i]); ++i) digits.take(text[i], true);
    digits.exponent += read_exponent(text, i);
    const double value = digits.value();
    return {is_negative ? -value : value, i};
}

std::string shortest_number(double value) {
    if (!std::isfinite(value)) return "null";
    if (value == 0.0) return "0";
    if (std::fabs(value) < 1e15 && value == std::floor(value)) return std::to_string(static_cast<std::int64_t>(value));
    const double size = std::fabs(value);
    const Leading leading = leading_digits(size);
    std::uint64_t unit = 100000000000000000u; // of the last digit that is kept
    for (int count = 1;; ++count, unit /= 10) {
        const std::uint64_t whole = rounded(leading, unit);
        const int exponent = leading.exponent + k_digits_max + 1 - count;
        if (count < k_digits_max && composed(whole, exponent) != size) continue;
        std::string digits = std::to_string(whole);
        int last = exponent;
        for (; digits.back() == '0'; ++last) digits.pop_back();
        return (value < 0 ? "-" : "") + written(std::move(digits), last);
    }
}

}
