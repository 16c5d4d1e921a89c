#include "core/tables/place.hpp"

#include "core/base/decimal.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace atlas {

namespace {

// Digits, one decimal sign and a sign, as read_decimal takes them; empty when anything else stands there.
std::string plain_number(std::string_view text) {
    std::string out;
    bool has_decimals = false;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = decode_utf8(text, i);
        if (c == ' ' || c == 0xA0 || c == 0x202F || c == 0xB0) continue; // spaces, degree sign
        if (c == '+' && out.empty()) continue;
        if ((c == '-' || c == 0x2212) && out.empty()) {
            out = "-";
        } else if (c >= '0' && c <= '9') {
            out += static_cast<char>(c);
        } else if ((c == '.' || c == ',') && !has_decimals) {
            has_decimals = true;
            out += '.';
        } else {
            return {};
        }
    }
    return out;
}

// -1 or 1 for the letter at the end or the beginning, 0 for none. West is not O: in German that is east.
int take_letter(std::string_view& text, Axis axis) {
    const std::string_view letters = axis == Axis::Latitude ? "SsNn" : "WwEe";
    if (text.empty()) return 0;
    const bool is_behind = letters.find(text.back()) != std::string_view::npos;
    const std::size_t at = letters.find(is_behind ? text.back() : text.front());
    if (at == std::string_view::npos) return 0;
    is_behind ? text.remove_suffix(1) : text.remove_prefix(1);
    return at < 2 ? -1 : 1;
}

std::optional<Place> pair_of(std::string_view first, std::string_view second) {
    const auto lat = read_degrees(first, Axis::Latitude), lng = read_degrees(second, Axis::Longitude);
    if (!lat || !lng) return std::nullopt;
    return Place{lat->value, lng->value};
}

std::optional<Place> split_at(std::string_view text, std::string_view separator) {
    const std::size_t at = text.find(separator);
    if (at == std::string_view::npos) return std::nullopt;
    return pair_of(text.substr(0, at), text.substr(at + separator.size()));
}

// Well-known text: the longitude comes first.
std::optional<Place> read_point(std::string_view text) {
    const std::size_t begin = text.find('('), end = text.find(')');
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return std::nullopt;
    std::string_view inside = text.substr(begin + 1, end - begin - 1);
    const std::size_t first = std::min(inside.find_first_not_of(' '), inside.size());
    inside.remove_prefix(first);
    const std::size_t at = inside.find(' ');
    if (at == std::string_view::npos) return std::nullopt;
    return pair_of(inside.substr(at + 1), inside.substr(0, at));
}

}

std::optional<Degrees> read_degrees(std::string_view text, Axis axis) {
    const int letter = take_letter(text, axis);
    const std::string number = plain_number(text);
    const DecimalReading reading = read_decimal(number);
    if (reading.length == 0 || reading.length != number.size()) return std::nullopt;
    if (letter != 0 && reading.value < 0.0) return std::nullopt;
    const double value = letter < 0 ? -reading.value : reading.value;
    if (!(std::abs(value) <= most_degrees(axis))) return std::nullopt;
    return Degrees{value, letter != 0};
}

std::optional<Place> read_place(std::string_view text) {
    if (text.starts_with("POINT") || text.starts_with("Point")) return read_point(text);
    for (const std::string_view separator : {";", "|", "/", ", "})
        if (const auto place = split_at(text, separator)) return place;
    if (std::count(text.begin(), text.end(), ',') == 1) return split_at(text, ",");
    if (std::count(text.begin(), text.end(), ',') == 3) { // 45,76,4,83
        const std::size_t second = text.find(',', text.find(',') + 1);
        return pair_of(text.substr(0, second), text.substr(second + 1));
    }
    return split_at(text, " ");
}

}
