#pragma once
// Pictures of text that only the page's fonts can draw (core/ui/foreign_text.hpp), in the painter's font atlas, where
// they stay while they are used. Cost: the page draws a picture once for each text, weight and size in device px;
// finding it is a binary search. Bounds: 4096 pictures with as many pixels as a large screen; where these are too many,
// those that the last two frames did not show go, and what is too much for one frame is not drawn.

#include "core/ui/foreign_text.hpp"

#include "imgui.h"

#include <cstdint>
#include <vector>

namespace atlas::view {

struct PlacedPicture {
    ImVec2 uv_low, uv_high;
    int left = 0, top = 0, width = 0, height = 0; // device px, from the pen on the baseline
    bool is_coloured = false;                     // has colours of its own
};

class RunPictures {
public:
    explicit RunPictures(ImFontAtlas& atlas) : m_atlas(atlas) {}

    void begin_frame() { ++m_frame; }
    // Nothing where there is nothing to see, or no room. page_fonts() must not be null.
    [[nodiscard]] const PlacedPicture* find(const RunWish& wish);

private:
    struct Entry {
        std::uint64_t key = 0;
        std::uint64_t last_frame = 0;
        ImFontAtlasRectId place = ImFontAtlasRectId_Invalid; // invalid: nothing to see
        PlacedPicture picture;
    };

    [[nodiscard]] bool make_room(int pixels);
    void put(Entry& entry, RunPicture drawn);

    ImFontAtlas& m_atlas;
    std::vector<Entry> m_entries; // by key
    std::uint64_t m_frame = 0;
    int m_pixels = 0;
};

}
