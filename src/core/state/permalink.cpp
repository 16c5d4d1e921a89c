#include "core/state/permalink.hpp"

#include "core/explore/facet_traits.hpp"
#include "core/explore/lock.hpp"
#include "core/state/names.hpp"

#include <cmath>

namespace atlas {

namespace {

void append_escaped(std::string& out, std::string_view text) {
    constexpr char k_hex[] = "0123456789ABCDEF";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                              (byte >= 'A' && byte <= 'Z') || byte == '-' || byte == '.' || byte == '_' || byte == '~';
        if (is_plain) {
            out += c;
        } else {
            out += '%';
            out += k_hex[byte >> 4];
            out += k_hex[byte & 15];
        }
    }
}

// Shortest decimal with at most six decimals; exact for values on the grid of snapped().
void append_decimal(std::string& out, double value) {
    const auto millionths = static_cast<std::int64_t>(std::llround(value * 1.0e6));
    const std::int64_t magnitude = millionths < 0 ? -millionths : millionths;
    if (millionths < 0) out += '-';
    out += std::to_string(magnitude / 1000000);
    std::string fraction = std::to_string(1000000 + magnitude % 1000000);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    if (fraction.size() > 1) out.append(".").append(fraction, 1, std::string::npos);
}

class LinkWriter {
public:
    void item(std::string_view key, std::string_view value) { value_of(key), append_escaped(m_out, value); }
    void list(std::string_view key, const std::vector<std::string>& values) {
        value_of(key);
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (i > 0) m_out += ',';
            append_escaped(m_out, values[i]);
        }
    }
    void numbers(std::string_view key, const std::vector<double>& values) {
        value_of(key);
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (i > 0) m_out += ',';
            append_decimal(m_out, values[i]);
        }
    }
    std::string take() { return std::move(m_out); }

private:
    void value_of(std::string_view key) { m_out.append(";").append(key).append("="); }
    std::string m_out = "#v1";
};

void write_filter(LinkWriter& out, const Filter& filter, const Filter& initial) {
    for (std::size_t i = 0; i < k_facet_count; ++i) {
        if (filter.values[i] != initial.values[i]) out.list(traits_of(static_cast<Facet>(i)).link, filter.values[i]);
    }
    if (filter.text != initial.text) out.item("q", filter.text);
    if (filter.area != initial.area) {
        std::vector<double> numbers;
        for (const LngLat& corner : filter.area) numbers.insert(numbers.end(), {corner.lng_deg, corner.lat_deg});
        out.numbers("area", numbers);
    }
}

}

std::string encode_permalink(const State& state, const State& initial, const Filter& lock) {
    LinkWriter out;
    if (state.date != initial.date) out.item("date", to_string(state.date));
    if (state.compare != initial.compare) out.item("cmp", state.compare ? to_string(*state.compare) : std::string());
    write_filter(out, with_lock(state.filter, lock), initial.filter);
    if (state.selected != initial.selected) out.item("sel", state.selected);
    if (state.profile != initial.profile) out.item("prof", state.profile);
    if (state.view != initial.view) out.item("view", word_of(state.view));
    if (state.camera != initial.camera) {
        out.numbers("cam", {state.camera.lng_deg, state.camera.lat_deg, state.camera.zoom});
    }
    if (state.lang != initial.lang) out.item("lang", state.lang.tag());
    if (state.theme != initial.theme) out.item("theme", word_of(state.theme));
    return out.take();
}

}
