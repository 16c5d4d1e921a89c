// What a page says of itself and its window, whatever it says, is within the bounds that the layout is made for.
#include "platform/web/environment_json.hpp"

#include <cmath>
#include <cstdint>
#include <cstdlib>

using namespace atlas;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Environment read = web::read_environment({reinterpret_cast<const char*>(data), size}, {});
    const auto is_within = [](float value, float low, float high) { return value >= low && value <= high; };
    if (!is_within(read.width_px, 0.0f, 16384.0f) || !is_within(read.height_px, 0.0f, 16384.0f)) std::abort();
    if (!is_within(read.pixel_ratio, 0.1f, 8.0f) || !is_within(read.logo_px, 0.0f, 200.0f)) std::abort();
    for (const HostColour& colour : read.colours)
        if (colour.rgb > 0xFFFFFF) std::abort();
    for (const std::string& text : {read.title, read.page_address, read.report_address})
        if (!is_valid_utf8(text) || text != clean_text(text)) std::abort();
    return 0;
}
