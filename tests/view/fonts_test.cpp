#include "core/scene/font_metrics.hpp"
#include "core/scene/icons.hpp"
#include "view/font_data.hpp"

#include "imgui.h"
#include "imgui_internal.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

using namespace atlas;
using view::FontFile;

namespace {

// An ImGui context with one font.
struct OneFont {
    explicit OneFont(FontFile file) : context(ImGui::CreateContext(), &ImGui::DestroyContext) {
        ImGui::SetCurrentContext(context.get());
        ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        const auto data = view::font_file(file);
        REQUIRE(!data.empty());
        ImFontConfig config;
        config.FontDataOwnedByAtlas = false;
        font = ImGui::GetIO().Fonts->AddFontFromMemoryTTF(const_cast<unsigned char*>(data.data()),
                                                          static_cast<int>(data.size()), 0.0f, &config);
        REQUIRE(font != nullptr);
        ImGui::GetIO().DisplaySize = ImVec2(100, 100);
        ImGui::NewFrame();
    }
    ~OneFont() { ImGui::EndFrame(); }

    std::unique_ptr<ImGuiContext, void (*)(ImGuiContext*)> context;
    ImFont* font = nullptr;
};

std::vector<ImWchar> icon_code_points() {
    const auto close = [](std::FILE* file) { std::fclose(file); };
    const std::unique_ptr<std::FILE, decltype(close)> file(
        std::fopen(ATLAS_SOURCE_DIR "/src/core/scene/icons.hpp", "rb"), close);
    REQUIRE(file != nullptr);
    std::vector<ImWchar> points;
    char line[200];
    unsigned code = 0;
    while (std::fgets(line, sizeof line, file.get())) {
        if (std::sscanf(line, " %*[A-Za-z] = 0x%x,", &code) == 1) points.push_back(static_cast<ImWchar>(code));
    }
    return points;
}

}

TEST_CASE("layout's advances are those of the font that is drawn") {
    constexpr float size_px = 100.0f;
    for (const auto& [file, weight] : {std::pair{FontFile::InterRegular, FontWeight::Regular},
                                       std::pair{FontFile::InterSemiBold, FontWeight::SemiBold}}) {
        OneFont fixture(file);
        ImFontBaked* baked = fixture.font->GetFontBaked(size_px);
        int glyphs = 0;
        for (char32_t code_point = U' '; code_point < 0x10000; ++code_point) {
            const bool drawn = fixture.font->IsGlyphInFont(static_cast<ImWchar>(code_point));
            if (drawn != has_glyph(code_point)) FAIL_CHECK("repertoires differ at ", static_cast<unsigned>(code_point));
            if (!drawn) continue;
            ++glyphs;
            const float advance = baked->GetCharAdvance(static_cast<ImWchar>(code_point));
            if (std::abs(advance - size_px * advance_em(weight, code_point)) > 0.01f)
                FAIL_CHECK("advance differs at ", static_cast<unsigned>(code_point), ": ", advance, " drawn, ",
                           size_px * advance_em(weight, code_point), " measured");
        }
        CHECK(glyphs > 350);
        CHECK(baked->Ascent == std::ceil(size_px * ascent_em()));
        CHECK(baked->Descent == std::floor(-size_px * descent_em()));
    }
}

TEST_CASE("every icon is in the regular and filled font, the small marks in the bold one") {
    const auto points = icon_code_points();
    CHECK(points.size() > 50);
    for (const auto file : {FontFile::IconsRegular, FontFile::IconsFill}) {
        OneFont fixture(file);
        for (const ImWchar point : points) {
            CAPTURE(point);
            CHECK(fixture.font->IsGlyphInFont(point));
        }
    }
    OneFont bold(FontFile::IconsBold);
    for (const Icon icon : {Icon::Close, Icon::Check, Icon::Expand, Icon::Collapse, Icon::Next, Icon::Previous})
        CHECK(bold.font->IsGlyphInFont(static_cast<ImWchar>(icon)));
    CHECK_FALSE(bold.font->IsGlyphInFont(static_cast<ImWchar>(Icon::Factory)));
}
