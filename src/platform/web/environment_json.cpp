#include "platform/web/environment_json.hpp"

#include "core/base/json.hpp"
#include "core/explore/facet_traits.hpp"

#include <algorithm>

namespace atlas::web {

namespace {

constexpr float k_side_max_px = 16384.0f, k_logo_max_px = 200.0f;

void read(const JsonValue& object, std::string_view key, bool& out) {
    const JsonValue value = object.find(key);
    if (value.is(JsonKind::Bool)) out = value.boolean();
}

void read(const JsonValue& object, std::string_view key, float low, float high, float& out) {
    const JsonValue value = object.find(key);
    if (value.is(JsonKind::Number)) out = std::clamp(static_cast<float>(value.number()), low, high);
}

constexpr std::size_t k_colours_max = 128, k_title_max = 200;
constexpr double k_rgb_max = 16777215.0;

std::vector<HostColour> colours_of(const JsonValue& object) {
    std::vector<HostColour> colours;
    for (JsonValue value = object.first(); value.exists() && colours.size() < k_colours_max; value = value.next())
        if (value.is(JsonKind::Number))
            colours.push_back(
                {std::string(value.key()), static_cast<std::uint32_t>(std::clamp(value.number(), 0.0, k_rgb_max))});
    return colours;
}

// One id, or a list of them, by facet.
Filter lock_of(const JsonValue& object) {
    Filter lock;
    for (std::size_t i = 0; i < k_facet_count; ++i) {
        const auto facet = static_cast<Facet>(i);
        const JsonValue given = object.find(facet_key(facet));
        std::vector<std::string> values;
        if (given.is(JsonKind::String)) values.emplace_back(given.text());
        if (given.is(JsonKind::Array))
            for (JsonValue value = given.first(); value.exists(); value = value.next())
                if (value.is(JsonKind::String)) values.emplace_back(value.text());
        set_values(lock, facet, std::move(values));
    }
    return lock;
}

void read_parts(const JsonValue& parts, Parts& out) {
    read(parts, "header", out.header);
    read(parts, "tools", out.tools);
    read(parts, "rooms", out.rooms);
    read(parts, "filters", out.filters);
    read(parts, "strip", out.strip);
    read(parts, "insets", out.insets);
}

}

Environment read_environment(std::string_view json, Environment base) {
    const JsonDocument document(json, JsonLimits{std::size_t{128} << 10, 4, 4096, 4096});
    if (!document.ok()) return base;
    const JsonValue root = document.root();
    read(root, "width", 0.0f, k_side_max_px, base.width_px);
    read(root, "height", 0.0f, k_side_max_px, base.height_px);
    read(root, "pixelRatio", 0.1f, 8.0f, base.pixel_ratio);
    read(root, "prefersDark", base.prefers_dark);
    read(root, "prefersContrast", base.prefers_contrast);
    read(root, "reducedMotion", base.reduced_motion);
    read(root, "fullscreen", base.fullscreen);
    read(root, "mayFillScreen", base.may_fill_screen);
    read(root, "coarse", base.coarse_pointer);
    read(root, "whole", base.is_whole);
    read(root, "attract", base.is_attracting);
    if (const JsonValue gestures = root.find("gestures"); gestures.exists())
        base.gestures = gestures.text() == "greedy" ? Gestures::Greedy : Gestures::Cooperative;
    if (const JsonValue mode = root.find("mode"); mode.exists())
        base.mode = mode.text() == "kiosk" ? Mode::Kiosk : Mode::Explore;
    if (const JsonValue address = root.find("address"); address.is(JsonKind::String))
        base.page_address = clean_text(address.text());
    if (const JsonValue report = root.find("report"); report.is(JsonKind::String))
        base.report_address = clean_text(report.text());
    if (const JsonValue colours = root.find("colours"); colours.is(JsonKind::Object))
        base.colours = colours_of(colours);
    if (const JsonValue locked = root.find("locked"); locked.is(JsonKind::Object)) base.locked = lock_of(locked);
    if (const JsonValue title = root.find("title"); title.is(JsonKind::String))
        base.title = clean_text(title.text().substr(0, k_title_max));
    read(root, "logo", 0.0f, k_logo_max_px, base.logo_px);
    read_parts(root.find("parts"), base.parts);
    return base;
}

}
