#include "platform/web/environment_json.hpp"

#include "core/base/json.hpp"

#include <algorithm>

namespace atlas::web {

namespace {

constexpr float k_side_max_px = 16384.0f;

void read(const JsonValue& object, std::string_view key, bool& out) {
    const JsonValue value = object.find(key);
    if (value.is(JsonKind::Bool)) out = value.boolean();
}

void read(const JsonValue& object, std::string_view key, float low, float high, float& out) {
    const JsonValue value = object.find(key);
    if (value.is(JsonKind::Number)) out = std::clamp(static_cast<float>(value.number()), low, high);
}

std::uint32_t accent_of(const JsonValue& value) { // 0xRRGGBB; 0 means none
    if (!value.is(JsonKind::Number)) return 0;
    return static_cast<std::uint32_t>(std::clamp(value.number(), 0.0, 16777215.0));
}

}

Environment read_environment(std::string_view json, Environment base) {
    const JsonDocument document(json, JsonLimits{8192, 4, 2048, 64});
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
    if (const JsonValue accent = root.find("accent"); accent.exists()) base.accent_rgb = accent_of(accent);
    return base;
}

}
