#include "view/inspector/inspector.hpp"

#include "core/state/state_json.hpp"
#include "platform/headless/host.hpp"
#include "support/bundled_snapshot.hpp"
#include "support/france.hpp"

#include "core/state/names.hpp"

#include <doctest/doctest.h>

#include "imgui.h"
#include "imgui_internal.h"

using namespace atlas;

namespace {

// The inspector over a running atlas, with a renderer that serves every texture.
struct Desk {
    headless::Host host{bundled_bytes(), france_bytes(), 1280.0f, 800.0f};
    view::Inspector inspector;

    ImDrawData* frame() {
        ImDrawData* data = inspector.draw({host.atlas().session(), host.atlas().scene(), host.atlas().environment(),
                                           host.atlas().layout_input().memo, 4.0});
        for (ImTextureData* texture : *data->Textures) {
            if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
        return data;
    }
    void click(Point at) {
        static_cast<void>(inspector.point(at, PointerPhase::Move));
        frame();
        static_cast<void>(inspector.point(at, PointerPhase::Down));
        frame();
        static_cast<void>(inspector.point(at, PointerPhase::Up));
        frame();
    }
    static ImGuiWindow* window() { return ImGui::FindWindowByName("Inspector"); }
    // The scrolling part under a tab; it is there once the tab has been opened.
    static const ImGuiWindow* room(std::string_view title) {
        for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows)
            if (std::string_view(window->Name).find("/" + std::string(title)) != std::string_view::npos) return window;
        return nullptr;
    }
    void open() {
        frame();
        window()->Collapsed = false;
        frame();
        frame();
    }
    // Clicks where a tab or an item is, by what ImGui itself knows of it.
    void open_tab(const char* title) {
        ImGuiTabBar* bar = ImGui::GetCurrentContext()->TabBars.TryGetMapData(0);
        REQUIRE(bar != nullptr);
        for (ImGuiTabItem& tab : bar->Tabs)
            if (std::string_view(ImGui::TabBarGetTabName(bar, &tab)) == title) {
                click({bar->BarRect.Min.x + tab.Offset + tab.Width * 0.5f, bar->BarRect.GetCenter().y});
                frame();
                return;
            }
        FAIL(title);
    }
};

}

TEST_CASE("every action has the word of its JSON form, in the variant's order") {
    const auto word = [](const Action& action) { return action_type(action); };
    CHECK(word(act::Select{}) == "select");
    CHECK(word(act::SetDate{}) == "setDate");
    CHECK(word(act::ToggleFacet{}) == "toggleFacet");
    CHECK(word(act::ClearFilters{}) == "clearFilters");
    CHECK(word(act::Dismiss{}) == "dismiss");
    CHECK(word(act::ToggleChoropleth{}) == "toggleChoropleth");
    CHECK(word(act::Undo{}) == "undo");
    CHECK(word(act::Ask{}) == "ask");
    for (const char* json :
         {R"({"type":"home"})", R"({"type":"fitResult"})", R"({"type":"redo"})", R"({"type":"select","id":"axelera"})",
          R"({"type":"setView","view":"list"})", R"({"type":"play"})", R"({"type":"sort","column":"name"})"}) {
        const auto read = action_from_json(json);
        REQUIRE(std::holds_alternative<Action>(read));
        CHECK(std::string_view(json).find('"' + std::string(word(std::get<Action>(read))) + '"') !=
              std::string_view::npos);
    }
}

TEST_CASE("the inspector keeps the last hundred actions and asks for one of them again") {
    Desk desk;
    for (int i = 0; i < 130; ++i) desk.inspector.note(act::StepMonths{i});
    REQUIRE(desk.inspector.actions().size() == 100);
    CHECK(std::get<act::StepMonths>(desk.inspector.actions().front()).months == 30);
    desk.open();
    desk.open_tab("Actions");
    const ImGuiWindow* list = desk.room("Actions");
    REQUIRE(list != nullptr);
    CHECK_FALSE(desk.inspector.take_wish());
    desk.click({list->Pos.x + 20.0f, list->Pos.y + 8.0f}); // the first row: the newest
    const std::optional<Action> replay = desk.inspector.take_wish();
    REQUIRE(replay);
    CHECK(std::get<act::StepMonths>(*replay).months == 129);
    CHECK_FALSE(desk.inspector.take_wish());
}

TEST_CASE("the inspector takes what is over its window and leaves the rest to the atlas") {
    Desk desk;
    desk.open();
    const ImVec2 middle = Desk::window()->Rect().GetCenter();
    static_cast<void>(desk.inspector.point({middle.x, middle.y}, PointerPhase::Move));
    desk.frame();
    CHECK(desk.inspector.point({middle.x, middle.y}, PointerPhase::Move));
    static_cast<void>(desk.inspector.point({1200.0f, 700.0f}, PointerPhase::Move));
    desk.frame();
    CHECK_FALSE(desk.inspector.point({1200.0f, 700.0f}, PointerPhase::Move));
}

TEST_CASE("each room of the inspector draws what it is about") {
    Desk desk;
    desk.inspector.note(act::Home{});
    desk.open();
    for (const char* title : {"State", "Actions", "Scene", "Memo", "Frames", "Colours"}) {
        CAPTURE(title);
        desk.open_tab(title);
        const ImGuiWindow* room = desk.room(title);
        REQUIRE(room != nullptr);
        CHECK(room->Active);
        CHECK(room->DrawList->VtxBuffer.Size > 0);
    }
}

TEST_CASE("the memo counts what it had and what it had to make") {
    headless::Host host(bundled_bytes(), france_bytes(), 1280.0f, 800.0f);
    const auto count = [&](MemoEntry entry) {
        return host.atlas().layout_input().memo.counts[static_cast<std::size_t>(entry)];
    };
    host.frame();
    const MemoCount before = count(MemoEntry::Labels);
    CHECK(before.misses > 0);
    host.frame(); // the same picture
    CHECK(count(MemoEntry::Labels).misses == before.misses);
    CHECK(count(MemoEntry::Labels).hits > before.hits);
    const std::uint32_t gathered = count(MemoEntry::Pins).misses;
    host.atlas().dispatch(act::SetDate{*parse_partial_date("2011")});
    host.frame();
    CHECK(count(MemoEntry::Pins).misses > gathered);
}

TEST_CASE("a view chosen in the inspector is asked for") {
    Desk desk;
    desk.open();
    const ImGuiWindow* room = desk.room("State");
    REQUIRE(room != nullptr);
    desk.click({room->Pos.x + 40.0f, room->Pos.y + 8.0f}); // opens the list of views
    const ImGuiWindow* list = ImGui::GetCurrentContext()->OpenPopupStack.empty()
                                  ? nullptr
                                  : ImGui::GetCurrentContext()->OpenPopupStack.back().Window;
    REQUIRE(list != nullptr);
    desk.frame();
    const float rows = static_cast<float>(every<View>().size()), third = 2.5f;
    desk.click({list->Pos.x + 20.0f, list->Pos.y + list->Rect().GetHeight() * third / rows});
    const std::optional<Action> wish = desk.inspector.take_wish();
    REQUIRE(wish);
    CHECK(std::get<act::SetView>(*wish).view == View::List);
}

TEST_CASE("a colour changed in the inspector is what the painter draws with") {
    headless::Host host(bundled_bytes(), france_bytes(), 640.0f, 420.0f);
    InkChanges changes{};
    changes[static_cast<std::size_t>(Ink::Sea)] = Rgb{1, 2, 3};
    view::Painter painter;
    const auto has_colour = [&](ImU32 colour) {
        const ImDrawData* data = painter.paint(host.atlas().scene(), host.atlas().environment(), ColourTheme::Light);
        for (const ImDrawVert& vertex : data->CmdLists[0]->VtxBuffer)
            if (vertex.col == colour) return true;
        return false;
    };
    CHECK_FALSE(has_colour(IM_COL32(1, 2, 3, 255)));
    painter.recolour(changes);
    CHECK(has_colour(IM_COL32(1, 2, 3, 255)));
}
