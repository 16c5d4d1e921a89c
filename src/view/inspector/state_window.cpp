#include "core/base/json.hpp"
#include "core/state/names.hpp"
#include "core/state/state_json.hpp"
#include "view/inspector/windows.hpp"

#include "imgui.h"

#include <algorithm>

namespace atlas::view {

namespace {

void show_text(std::string_view text) {
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
}

// The State is its JSON form, so that the tree never lacks a field.
void show_json(const std::string& name, JsonValue value) {
    if (!value.is(JsonKind::Object) && !value.is(JsonKind::Array)) {
        show_text(name + ": " + std::string(value.source()));
        return;
    }
    if (!ImGui::TreeNodeEx(name.c_str(), value.size() > 0 ? ImGuiTreeNodeFlags_DefaultOpen : 0)) return;
    int place = 0;
    for (JsonValue member = value.first(); member.exists(); member = member.next(), ++place)
        show_json(value.is(JsonKind::Object) ? std::string(member.key()) : std::to_string(place), member);
    ImGui::TreePop();
}

void show_ui(const Ui& ui) {
    if (!ImGui::TreeNodeEx("ui", ImGuiTreeNodeFlags_DefaultOpen)) return;
    ImGui::Text("now: %.0f ms", ui.now_ms);
    ImGui::Text("sheet: %d", static_cast<int>(ui.sheet));
    ImGui::Text("playback: %s, speed %.1f", ui.playback == Playback::Running ? "running" : "stopped",
                ui.playback_speed);
    ImGui::Text("sort: column %d%s", static_cast<int>(ui.sort_column), ui.sort_descending ? ", descending" : "");
    ImGui::Text("lanes: %.2f to %.2f, grouping %d", ui.lane_from_year, ui.lane_to_year,
                static_cast<int>(ui.lane_grouping));
    ImGui::Text("flight: %.0f ms from %.0f", ui.flight.duration_ms, ui.flight.start_ms);
    for (const auto& [zone, top_px] : ui.scroll_px)
        ImGui::Text("scroll %s: %.0f px", zone.c_str(), static_cast<double>(top_px));
    show_text("story: " + ui.story);
    show_text("notice: " + ui.notice);
    ImGui::TreePop();
}

// A list of words; tells the place of the one that was chosen.
std::optional<std::size_t> chosen_place(const char* label, std::size_t now, std::span<const std::string_view> words) {
    std::string items;
    for (const std::string_view word : words) items += std::string(word) + '\0';
    int place = static_cast<int>(now);
    ImGui::SetNextItemWidth(160.0f);
    if (!ImGui::Combo(label, &place, items.c_str())) return std::nullopt;
    return static_cast<std::size_t>(place);
}

// Of an enum, whose words are in its order.
template<class Enum>
std::optional<Enum> chosen(const char* label, Enum now) {
    const std::optional<std::size_t> place = chosen_place(label, static_cast<std::size_t>(now), k_words<Enum>);
    return place ? std::optional(static_cast<Enum>(*place)) : std::nullopt;
}

std::optional<Lang> chosen_language(Lang now) {
    const std::vector<std::string_view> names = lang_names();
    const auto found = std::find(names.begin(), names.end(), now.tag());
    const std::optional<std::size_t> place =
        chosen_place("lang", static_cast<std::size_t>(found - names.begin()), names);
    return place ? lang_of(names[*place]) : std::nullopt;
}

void edit_state(const State& state, std::optional<Action>& wish) {
    if (const auto view = chosen("view", state.view)) wish = act::SetView{*view};
    if (const auto lang = chosen_language(state.lang)) wish = act::SetLang{*lang};
    if (const auto theme = chosen("theme", state.theme)) wish = act::SetTheme{*theme};
    constexpr double k_least = 1.0, k_most = 16.0;
    Camera camera = state.camera;
    ImGui::SetNextItemWidth(160.0f);
    if (ImGui::SliderScalar("zoom", ImGuiDataType_Double, &camera.zoom, &k_least, &k_most, "%.2f"))
        wish = act::MoveCamera{camera};
    ImGui::Separator();
}

}

void show_state(const Inspected& inspected, std::optional<Action>& wish) {
    edit_state(inspected.session.state, wish);
    const std::string json = state_to_json(inspected.session.state);
    const JsonDocument document(json);
    show_json("state", document.root());
    show_ui(inspected.session.ui);
}

}
