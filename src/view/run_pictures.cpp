#include "view/run_pictures.hpp"

#include "imgui_internal.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace atlas::view {

namespace {

constexpr int k_most_pixels = 1 << 22;
constexpr std::size_t k_most_pictures = 4096;
constexpr int k_largest_px = 4096;
constexpr std::uint32_t k_whitish = 240; // a channel of white ink, as a page gives it back

std::uint64_t key_of(const RunWish& wish) {
    const auto eighths = static_cast<std::uint64_t>(std::lround(wish.size * 8.0f));
    return run_hash(wish.part.text, wish.weight) * 0x9E3779B97F4A7C15u + eighths;
}

bool is_sound(const RunPicture& drawn) {
    return drawn.width > 0 && drawn.height > 0 && drawn.width <= k_largest_px && drawn.height <= k_largest_px &&
           drawn.pixels.size() == static_cast<std::size_t>(drawn.width) * static_cast<std::size_t>(drawn.height);
}

// White ink gives white pixels; emoji keep their colours.
bool is_coloured(const RunPicture& drawn) {
    return std::any_of(drawn.pixels.begin(), drawn.pixels.end(), [](std::uint32_t pixel) {
        const std::uint32_t red = pixel & 0xFFu, green = pixel >> 8 & 0xFFu, blue = pixel >> 16 & 0xFFu;
        return pixel >> 24 > 128 && std::min({red, green, blue}) < k_whitish;
    });
}

}

const PlacedPicture* RunPictures::find(const RunWish& wish) {
    const std::uint64_t key = key_of(wish);
    const auto place = [&] {
        return std::lower_bound(m_entries.begin(), m_entries.end(), key,
                                [](const Entry& entry, std::uint64_t wanted) { return entry.key < wanted; });
    };
    auto found = place();
    if (found == m_entries.end() || found->key != key) {
        RunPicture drawn = page_fonts()->draw(wish);
        if (is_sound(drawn) && !make_room(drawn.width * drawn.height)) return nullptr;
        found = m_entries.insert(place(), Entry{key, 0, ImFontAtlasRectId_Invalid, {}});
        put(*found, std::move(drawn));
    }
    found->last_frame = m_frame;
    ImFontAtlasRect rect;
    if (found->place == ImFontAtlasRectId_Invalid || !m_atlas.GetCustomRect(found->place, &rect)) return nullptr;
    found->picture.uv_low = rect.uv0; // the atlas may have been packed anew
    found->picture.uv_high = rect.uv1;
    return &found->picture;
}

bool RunPictures::make_room(int pixels) {
    const auto has_room = [&] { return m_pixels + pixels <= k_most_pixels && m_entries.size() < k_most_pictures; };
    if (has_room()) return true;
    std::erase_if(m_entries, [&](const Entry& entry) {
        const bool goes = entry.last_frame + 1 < m_frame;
        if (goes && entry.place != ImFontAtlasRectId_Invalid) {
            m_atlas.RemoveCustomRect(entry.place);
            m_pixels -= entry.picture.width * entry.picture.height;
        }
        return goes;
    });
    return has_room();
}

void RunPictures::put(Entry& entry, RunPicture drawn) {
    if (!is_sound(drawn)) return;
    ImFontAtlasRect rect;
    entry.place = m_atlas.AddCustomRect(drawn.width, drawn.height, &rect);
    if (entry.place == ImFontAtlasRectId_Invalid) return;
    m_pixels += drawn.width * drawn.height;
    entry.picture = {{}, {}, drawn.left, drawn.top, drawn.width, drawn.height, is_coloured(drawn)};
    for (std::uint32_t& pixel : drawn.pixels) // where nothing is, clear white, as everywhere between glyphs
        if (!entry.picture.is_coloured || pixel >> 24 == 0) pixel |= 0xFFFFFFu;
    for (int y = 0; y < drawn.height; ++y)
        std::memcpy(m_atlas.TexData->GetPixelsAt(rect.x, rect.y + y),
                    &drawn.pixels[static_cast<std::size_t>(y * drawn.width)],
                    static_cast<std::size_t>(drawn.width) * sizeof(std::uint32_t));
}

}
