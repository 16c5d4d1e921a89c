#include "view/inspector/inspector.hpp"

#include "core/state/state_json.hpp"
#include "view/font_data.hpp"
#include "view/inspector/windows.hpp"

#include "imgui.h"

#include <algorithm>
#include <utility>

namespace atlas::view {

namespace {

constexpr float k_font_px = 14.0f;
constexpr ImVec2 k_first_place{260.0f, 60.0f}, k_first_size{520.0f, 420.0f};

void add_font(ImFontAtlas& atlas) {
    const std::span<const unsigned char> bytes = font_file(FontFile::InterRegular);
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    atlas.AddFontFromMemoryTTF(const_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size()), k_font_px,
                               &config);
}

}

Inspector::Inspector() : m_context(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(m_context);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    add_font(*io.Fonts);
    ImGui::StyleColorsDark();
}

Inspector::~Inspector() {
    ImGui::SetCurrentContext(m_context);
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) { // the renderer ends with its own objects
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext(m_context);
}

void Inspector::note(const Action& action) {
    m_actions.push_back(action);
    if (m_actions.size() > k_actions_kept) m_actions.pop_front();
}

bool Inspector::point(Point at, PointerPhase phase) {
    ImGui::SetCurrentContext(m_context);
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(at.x, at.y);
    if (phase == PointerPhase::Down || phase == PointerPhase::Up)
        io.AddMouseButtonEvent(ImGuiMouseButton_Left, phase == PointerPhase::Down);
    return io.WantCaptureMouse;
}

bool Inspector::wheel(Point at, float dy_px) {
    constexpr float k_notch_px = 100.0f;
    ImGui::SetCurrentContext(m_context);
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(at.x, at.y);
    io.AddMouseWheelEvent(0.0f, -dy_px / k_notch_px);
    return io.WantCaptureMouse;
}

void Inspector::show_actions() {
    for (std::size_t i = m_actions.size(); i-- > 0;) {
        ImGui::PushID(static_cast<int>(i));
        if (ImGui::SmallButton("Replay")) m_wish = m_actions[i];
        ImGui::SameLine();
        const std::string_view type = action_type(m_actions[i]);
        ImGui::TextUnformatted(type.data(), type.data() + type.size());
        ImGui::PopID();
    }
}

void Inspector::show_frames() {
    const auto milliseconds = [](void* frames, int index) {
        return (*static_cast<const std::deque<float>*>(frames))[static_cast<std::size_t>(index)];
    };
    const float longest = *std::max_element(m_frames_ms.begin(), m_frames_ms.end());
    ImGui::Text("last %.2f ms, longest %.2f ms of %d", static_cast<double>(m_frames_ms.back()),
                static_cast<double>(longest), static_cast<int>(m_frames_ms.size()));
    ImGui::PlotLines("##frames", milliseconds, &m_frames_ms, static_cast<int>(m_frames_ms.size()), 0, nullptr, 0.0f,
                     std::max(longest, 16.7f), {-1.0f, 120.0f});
}

ImDrawData* Inspector::draw(const Inspected& inspected) {
    m_frames_ms.push_back(static_cast<float>(inspected.frame_ms));
    if (m_frames_ms.size() > k_frames_kept) m_frames_ms.pop_front();
    ImGui::SetCurrentContext(m_context);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {inspected.environment.width_px, inspected.environment.height_px};
    io.DisplayFramebufferScale = {inspected.environment.pixel_ratio, inspected.environment.pixel_ratio};
    io.DeltaTime = 1.0f / 60.0f;
    ImGui::NewFrame();
    ImGui::SetNextWindowPos(k_first_place, ImGuiCond_FirstUseEver);
    ImGui::SetNextWindowSize(k_first_size, ImGuiCond_FirstUseEver);
    ImGui::SetNextWindowCollapsed(true, ImGuiCond_FirstUseEver);
    if (ImGui::Begin("Inspector") && ImGui::BeginTabBar("rooms")) {
        const auto tab = [](const char* title, auto show) {
            if (!ImGui::BeginTabItem(title)) return;
            ImGui::BeginChild(title);
            show();
            ImGui::EndChild();
            ImGui::EndTabItem();
        };
        tab("State", [&] { show_state(inspected, m_wish); });
        tab("Actions", [&] { show_actions(); });
        tab("Scene", [&] { show_scene(inspected.scene); });
        tab("Memo", [&] { show_memo(inspected.memo); });
        tab("Frames", [&] { show_frames(); });
        tab("Colours", [&] { show_inks(inspected.environment, inspected.session.state.theme, m_inks); });
        ImGui::EndTabBar();
    }
    ImGui::End();
    ImGui::Render();
    return ImGui::GetDrawData();
}

std::optional<Action> Inspector::take_wish() {
    return std::exchange(m_wish, std::nullopt);
}

}
