#include "view/painter.hpp"

#include "core/ui/pen.hpp"

#include "imgui.h"

#include <doctest/doctest.h>

using namespace atlas;

namespace {

Scene words_and_discs() {
    Scene scene;
    Pen pen(scene);
    Type type;
    for (int size = 10; size < 30; ++size) { // enough glyphs for the texture to grow
        type.size_px = static_cast<float>(size);
        pen.text({10.0f, 40.0f}, "Portez ce vieux whisky au juge blond qui fume 0123456789", type);
    }
    pen.disc({200.0f, 200.0f}, 10.0f, Ink::Accent);
    return scene;
}

}

TEST_CASE("between glyphs the texture is clear white: no dark fringe round light text, also when it has grown") {
    view::Painter painter;
    Environment environment;
    environment.width_px = environment.height_px = 400.0f;
    int textures = 0;
    for (int frame = 0; frame < 3; ++frame) {
        environment.pixel_ratio = 1.0f + static_cast<float>(frame);
        const ImDrawData* data = painter.paint(words_and_discs(), environment, ColourTheme::Light);
        for (ImTextureData* texture : *data->Textures) {
            if (texture->Pixels == nullptr || texture->Format != ImTextureFormat_RGBA32) continue;
            ++textures;
            const auto* pixels = static_cast<const ImU32*>(texture->GetPixels());
            int dark = 0;
            for (int i = 0; i < texture->Width * texture->Height; ++i)
                dark += (pixels[i] & IM_COL32(255, 255, 255, 0)) != IM_COL32(255, 255, 255, 0);
            CHECK(dark == 0);
        }
    }
    CHECK(textures >= 3);
}

TEST_CASE("discs are rounder where there are more pixels") {
    Environment environment;
    environment.width_px = environment.height_px = 400.0f;
    const auto vertices_at = [&](float pixel_ratio) {
        view::Painter painter;
        Scene scene;
        Pen(scene).disc({200.0f, 200.0f}, 10.0f, Ink::Accent);
        environment.pixel_ratio = pixel_ratio;
        painter.paint(scene, environment, ColourTheme::Light);
        return painter.stats().vertices;
    };
    CHECK(vertices_at(4.0f) >= 2 * vertices_at(1.0f) - 2);
}
