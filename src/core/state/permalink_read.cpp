#include "core/explore/facet_traits.hpp"
#include "core/state/names.hpp"
#include "core/state/permalink.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr std::string_view k_version = "v1", k_version_escaped = "v1%"; // the latter as others hand it on

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::optional<std::string> unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        if (i + 2 >= text.size() || hex_digit(text[i + 1]) < 0 || hex_digit(text[i + 2]) < 0) return std::nullopt;
        out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
        i += 2;
    }
    if (!is_valid_utf8(out)) return std::nullopt;
    return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    if (text.empty()) return parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

// Plain decimals only: no exponent, hexadecimal, infinity or blank.
std::optional<double> parse_decimal(std::string_view text) {
    const std::string_view digits = !text.empty() && text[0] == '-' ? text.substr(1) : text;
    const std::size_t point = digits.find('.');
    const std::string_view whole = digits.substr(0, point);
    const std::string_view fraction = point == digits.npos ? std::string_view() : digits.substr(point + 1);
    const auto is_number = [](std::string_view s) { return s.find_first_not_of("0123456789") == s.npos; };
    if (whole.empty() || whole.size() > 4 || fraction.size() > 6 || !is_number(whole) || !is_number(fraction)) {
        return std::nullopt;
    }
    std::int64_t millionths = 0;
    for (const char c : whole) millionths = millionths * 10 + (c - '0');
    for (std::size_t i = 0; i < 6; ++i) millionths = millionths * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
    const double value = static_cast<double>(millionths) / 1.0e6;
    return text[0] == '-' ? -value : value;
}

std::optional<std::vector<double>> parse_decimals(std::string_view text) {
    std::vector<double> numbers;
    for (const std::string_view part : split(text, ',')) {
        const std::optional<double> number = parse_decimal(part);
        if (!number || numbers.size() >= 2 * k_area_max) return std::nullopt;
        numbers.push_back(*number);
    }
    return numbers;
}

bool read_values(Filter& filter, Facet facet, std::string_view value) {
    std::vector<std::string> values;
    for (const std::string_view part : split(value, ',')) {
        const std::optional<std::string> id = unescaped(part);
        if (!id || !is_plausible_id(*id) || values.size() >= k_values_max) return false;
        values.push_back(*id);
    }
    set_values(filter, facet, std::move(values));
    return true;
}

bool is_on_earth(double lng_deg, double lat_deg) {
    return std::fabs(lng_deg) <= 180.0 && std::fabs(lat_deg) <= 90.0;
}

bool read_area(Filter& filter, std::string_view value) {
    const auto numbers = parse_decimals(value);
    if (!numbers || numbers->size() % 2 != 0) return false;
    std::vector<LngLat> ring;
    for (std::size_t i = 0; i < numbers->size(); i += 2) {
        if (!is_on_earth((*numbers)[i], (*numbers)[i + 1])) return false;
        ring.push_back(snapped(LngLat{(*numbers)[i], (*numbers)[i + 1]}));
    }
    if (!ring.empty() && ring.size() < 3) return false;
    filter.area = std::move(ring);
    return true;
}

bool read_camera(Camera& camera, std::string_view value) {
    const auto numbers = parse_decimals(value);
    if (!numbers || numbers->size() != 3 || !is_on_earth((*numbers)[0], (*numbers)[1])) return false;
    camera = snapped(Camera{(*numbers)[0], (*numbers)[1], (*numbers)[2]});
    return true;
}

bool read_text(std::string& text, std::string_view value) {
    const std::optional<std::string> typed = unescaped(value);
    if (!typed) return false;
    std::string read = bounded_text(*typed);
    if (read.empty() != typed->empty()) return false;
    text = std::move(read);
    return true;
}

bool read_id(std::string& target, std::string_view value) {
    const std::optional<std::string> id = unescaped(value);
    if (!id || (!id->empty() && !is_plausible_id(*id))) return false;
    target = *id;
    return true;
}

bool read_date(PartialDate& date, std::string_view value) {
    const std::optional<PartialDate> parsed = parse_partial_date(value);
    if (parsed) date = *parsed;
    return parsed.has_value();
}

bool read_compare(std::optional<PartialDate>& compare, std::string_view value) {
    const std::optional<PartialDate> parsed = parse_partial_date(value);
    if (parsed || value.empty()) compare = parsed;
    return parsed || value.empty();
}

template<class Enum>
bool assign(Enum& target, std::optional<Enum> value) {
    if (value) target = *value;
    return value.has_value();
}

bool read_item(State& state, std::string_view key, std::string_view value) {
    if (key == "date") return read_date(state.date, value);
    if (key == "cmp") return read_compare(state.compare, value);
    if (key == "q") return read_text(state.filter.text, value);
    if (key == "area") return read_area(state.filter, value);
    if (key == "sel") return read_id(state.selected, value);
    if (key == "prof") return read_id(state.profile, value);
    if (key == "view") return assign(state.view, named<View>(value));
    if (key == "cam") return read_camera(state.camera, value);
    if (key == "lang") return assign(state.lang, lang_of(value));
    if (key == "theme") return assign(state.theme, named<ColourTheme>(value));
    const std::optional<Facet> facet = facet_of_link(key);
    return facet && read_values(state.filter, *facet, value);
}

// Where what others hung on begins: "&fbclid=…", "?utm_source=…". A link of ours has no "&" and no "?" that is not
// escaped.
std::size_t end_of_link(std::string_view text) {
    constexpr std::string_view k_name = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.";
    for (std::size_t i = text.find_first_of("&?"); i != text.npos; i = text.find_first_of("&?", i + 1)) {
        const std::size_t end = text.find_first_not_of(k_name, i + 1);
        if (end != text.npos && end > i + 1 && text[end] == '=') return i;
    }
    return text.size();
}

// Mail programs and chats hand links on with everything escaped, sometimes twice: then an escape follows the version.
std::string as_written(std::string_view text) {
    std::string link(text);
    while (link.starts_with(k_version_escaped)) { // each turn makes it shorter
        std::optional<std::string> once_less = unescaped(link);
        if (!once_less) break;
        link = std::move(*once_less);
    }
    link.resize(end_of_link(link));
    return link;
}

// Whoever escaped the "=" of an item, but not the ";" between items, escaped its value as well.
std::string with_plain_equals(std::string_view item) {
    if (item.find('=') == item.npos) {
        if (std::optional<std::string> once_less = unescaped(item)) return std::move(*once_less);
    }
    return std::string(item);
}

constexpr std::string_view k_and_more = "…";

// What is reported is shown to people: short and clean, whatever came in.
void report(std::vector<std::string>& ignored, std::string_view key) {
    constexpr std::size_t k_reported_max = 16, k_name_max = 24;
    std::string name = is_valid_utf8(key) ? clean_text(key) : std::string("?");
    if (name.size() > k_name_max || name.empty()) name = "?";
    if (std::find(ignored.begin(), ignored.end(), name) != ignored.end()) return;
    if (ignored.size() < k_reported_max)
        ignored.push_back(std::move(name));
    else
        ignored.back() = k_and_more;
}

}

PermalinkReading decode_permalink(std::string_view text, const State& initial) {
    PermalinkReading reading{initial, {}};
    if (!text.empty() && text[0] == '#') text.remove_prefix(1);
    const std::string link = as_written(text.substr(0, k_permalink_max));
    const std::vector<std::string_view> items = split(link, ';');
    if (items.empty()) return reading;
    if (items[0] != k_version) {
        report(reading.ignored, items[0]);
        return reading;
    }
    for (std::size_t i = 1; i < items.size(); ++i) {
        if (items[i].empty()) continue;
        const std::string item = with_plain_equals(items[i]);
        const std::size_t equals = item.find('=');
        const std::string_view key = std::string_view(item).substr(0, equals);
        const bool is_read =
            equals != item.npos && read_item(reading.state, key, std::string_view(item).substr(equals + 1));
        if (!is_read) report(reading.ignored, key);
    }
    if (text.size() > k_permalink_max) report(reading.ignored, k_and_more);
    return reading;
}

void report_unheld(PermalinkReading& reading, const State& settled) {
    if (settled.selected != reading.state.selected) report(reading.ignored, "sel");
    if (settled.profile != reading.state.profile) report(reading.ignored, "prof");
    if (settled.date != reading.state.date) report(reading.ignored, "date");
    if (settled.compare != reading.state.compare) report(reading.ignored, "cmp");
    if (settled.view != reading.state.view) report(reading.ignored, "view");
    for (std::size_t i = 0; i < k_facet_count; ++i) {
        if (settled.filter.values[i] != reading.state.filter.values[i])
            report(reading.ignored, traits_of(static_cast<Facet>(i)).link);
    }
}

}
