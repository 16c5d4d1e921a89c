#include "core/state/names.hpp"
#include "core/ui/font_metrics.hpp"
#include "core/ui/icons.hpp"
#include "support/stage.hpp"
#include "view/font_data.hpp"

#include "imgui.h"
#include "imgui_internal.h"

#include <doctest/doctest.h>

#include <array>
#include <memory>
#include <random>
#include <set>

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

constexpr std::array k_icon_fonts{FontFile::IconsRegular, FontFile::IconsFill, FontFile::IconsBold};

using IconsSeen = std::array<std::set<Icon>, k_icon_fonts.size()>; // by IconStyle

void look(const Scene& scene, IconsSeen& seen) {
    for (const Record& record : scene.records)
        if (const auto* run = std::get_if<rec::IconRun>(&record))
            if (run->icon != Icon::None) seen[static_cast<std::size_t>(run->style)].insert(run->icon);
}

// Clicks what can be clicked, at random, and looks at every picture.
void wander(Stage& stage, unsigned seed, IconsSeen& seen) {
    std::mt19937 random(seed);
    for (int step = 0; step < 150; ++step) {
        look(stage.show(), seen);
        if (step % 25 == 0)
            stage.send(act::SetView{every<View>()[static_cast<std::size_t>(step / 25) % k_words<View>.size()]});
        const auto& nodes = stage.scene.nodes;
        if (nodes.empty()) continue;
        const Node& node = nodes[random() % nodes.size()];
        if (node.action) stage.send(Action(*node.action));
    }
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

TEST_CASE("every icon that is drawn is in the font of its style") {
    IconsSeen seen;
    unsigned seed = 1;
    for (const auto& [width_px, height_px] : {std::pair{1280.0f, 800.0f}, {640.0f, 420.0f}, {390.0f, 844.0f}}) {
        Stage stage(Lang::Fr, width_px, height_px);
        wander(stage, seed++, seen);
        stage.environment.mode = Mode::Kiosk;
        wander(stage, seed++, seen);
        stage.environment.is_attracting = true;
        look(stage.show(), seen);
    }
    for (std::size_t style = 0; style < k_icon_fonts.size(); ++style) {
        OneFont fixture(k_icon_fonts[style]);
        for (const Icon icon : seen[style]) {
            CAPTURE(style);
            CAPTURE(static_cast<unsigned>(icon));
            CHECK(fixture.font->IsGlyphInFont(static_cast<ImWchar>(icon)));
        }
    }
    CHECK(seen[0].size() > 15);
    CHECK(seen[1].size() > 10);
    CHECK(seen[2].size() > 4);
}
