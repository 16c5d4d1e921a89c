// Text of the page's fonts in the picture: where it stands, how often the page is asked, what it costs at most.
#include "core/ui/foreign_text.hpp"
#include "core/ui/pen.hpp"
#include "view/painter.hpp"

#include "imgui.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

using namespace atlas;

namespace {

constexpr std::uint32_t k_grey = 0x80FFFFFFu, k_red = 0xFF0000FFu;

int drawn = 0;
RunWish last_wish;
std::uint32_t ink = k_grey;

float one_em(std::string_view, FontWeight) {
    return 1.0f;
}

// A block as wide as was wished, from the baseline up, two px to the right of the pen.
RunPicture block(const RunWish& wish) {
    ++drawn;
    last_wish = wish;
    const int width = static_cast<int>(std::lround(wish.width)), height = static_cast<int>(wish.size);
    return {2, -height, width, height, std::vector<std::uint32_t>(static_cast<std::size_t>(width * height), ink)};
}

constexpr PageFonts k_blocks{one_em, block};

struct Page {
    Page() {
        use_page_fonts(&k_blocks);
        drawn = 0;
        ink = k_grey;
        environment.width_px = environment.height_px = 400.0f;
    }
    ~Page() { use_page_fonts(nullptr); }
    const ImDrawList& paint(const Scene& scene) {
        data = painter.paint(scene, environment, ColourTheme::Light);
        return *data->CmdLists[0];
    }
    // The texel under the low corner of the last quad.
    [[nodiscard]] std::uint32_t texel_of(const ImDrawVert& vertex) const {
        for (ImTextureData* texture : *data->Textures)
            if (texture->Pixels != nullptr && texture->Status != ImTextureStatus_WantDestroy) {
                const auto x = static_cast<int>(std::lround(vertex.uv.x * static_cast<float>(texture->Width)));
                const auto y = static_cast<int>(std::lround(vertex.uv.y * static_cast<float>(texture->Height)));
                last_texel = *static_cast<const std::uint32_t*>(texture->GetPixelsAt(x, y));
            }
        return last_texel;
    }

    view::Painter painter;
    Environment environment;
    const ImDrawData* data = nullptr;
    mutable std::uint32_t last_texel = 0;
};

Scene words(std::string_view text, Ink halo = Ink::None) {
    Scene scene;
    Pen(scene).text({10.0f, 40.0f}, text, {16.0f, FontWeight::SemiBold, Ink::Text, Align::Left, halo});
    return scene;
}

}

TEST_CASE("a run stands behind what goes before, on its baseline, at every pixel ratio; the page draws it once") {
    Page page;
    for (const float ratio : {1.0f, 1.5f, 2.0f, 3.0f}) {
        CAPTURE(ratio);
        drawn = 0;
        page.environment.pixel_ratio = ratio;
        page.paint(words("ab α"));
        const ImDrawList& list = page.paint(words("ab α"));
        CHECK(drawn == 1);
        CHECK(last_wish.size == 16.0f * ratio);
        CHECK(last_wish.weight == FontWeight::SemiBold);
        const ImDrawVert& low = list.VtxBuffer[list.VtxBuffer.Size - 4];
        const ImDrawVert& high = list.VtxBuffer[list.VtxBuffer.Size - 2];
        const float pen = 10.0f + text_width("ab ", 16.0f, FontWeight::SemiBold);
        CHECK(std::abs(low.pos.x - (pen + 2.0f / ratio)) <= 0.5f / ratio + 1e-3f);
        CHECK(low.pos.x * ratio == doctest::Approx(std::round(low.pos.x * ratio))); // on a device pixel
        CHECK(high.pos.y == doctest::Approx(40.0f));
        CHECK(high.pos.x - low.pos.x == doctest::Approx(16.0f));
        CHECK(high.pos.y - low.pos.y == doctest::Approx(16.0f));
        CHECK(page.texel_of(low) == k_grey);
    }
}

TEST_CASE("what stands behind a run follows its width; text is centred and ends with it") {
    Page page;
    const ImDrawList& before = page.paint(words("α"));
    CHECK(before.VtxBuffer.Size == 4);
    const ImDrawList& list = page.paint(words("α."));
    const ImDrawVert& dot = list.VtxBuffer[list.VtxBuffer.Size - 4];
    CHECK(dot.pos.x >= 10.0f + 16.0f);
    CHECK(dot.pos.x < 10.0f + 16.0f + 3.0f);
    Scene scene;
    Pen(scene).text({100.0f, 40.0f}, "α", {16.0f, FontWeight::Regular, Ink::Text, Align::Right});
    CHECK(page.paint(scene).VtxBuffer[0].pos.x == doctest::Approx(100.0f - 16.0f + 2.0f));
}

TEST_CASE("a halo lies round letters, not round what has colours of its own, and those are not inked") {
    Page page;
    CHECK(page.paint(words("α", Ink::Panel)).VtxBuffer.Size == 4 * 9);
    ink = k_red;
    const ImDrawList& list = page.paint(words("🚀", Ink::Panel));
    REQUIRE(list.VtxBuffer.Size == 4);
    CHECK(list.VtxBuffer[0].col == IM_COL32(255, 255, 255, 255));
    CHECK(page.texel_of(list.VtxBuffer[0]) == k_red);
}

TEST_CASE("a hundred thousand different runs, a few at a time: the texture stays, and what is shown is drawn") {
    Page page;
    int largest = 0, missing = 0;
    for (int frame = 0; frame < 1000; ++frame) {
        Scene scene;
        Pen pen(scene);
        for (int i = 0; i < 100; ++i) {
            std::string name;
            for (int rest = frame * 100 + i + 1; rest > 0; rest /= 20)
                append_utf8(name, 0x3B1 + static_cast<char32_t>(rest % 20));
            pen.text({10.0f, 40.0f}, name, {});
        }
        const ImDrawList& list = page.paint(scene);
        missing += list.VtxBuffer.Size != 400;
        for (ImTextureData* texture : *page.data->Textures)
            largest = std::max(largest, texture->Width * texture->Height);
        // What a renderer does after each frame.
        for (ImTextureData* texture : *page.data->Textures)
            texture->SetStatus(texture->Status == ImTextureStatus_WantDestroy ? ImTextureStatus_Destroyed
                                                                              : ImTextureStatus_OK);
    }
    CHECK(missing == 0);
    CHECK(largest <= 1 << 23);
}

TEST_CASE("more than a screen of pictures in one frame: the rest is left out, the next frame has room again") {
    Page page;
    Scene scene;
    Pen pen(scene);
    for (int i = 0; i < 400; ++i) {
        std::string name;
        append_utf8(name, 0x4E00 + static_cast<char32_t>(i));
        pen.text({10.0f, 200.0f}, name, {160.0f});
    }
    const int shown = page.paint(scene).VtxBuffer.Size / 4;
    CHECK(shown > 100);
    CHECK(shown < 400);
    for (int i = 0; i < 2; ++i) page.paint(words("α"));
    CHECK(page.paint(words("β")).VtxBuffer.Size == 4);
}
