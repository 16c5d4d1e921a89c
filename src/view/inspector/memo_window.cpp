#include "view/inspector/windows.hpp"

#include "imgui.h"

namespace atlas::view {

void show_memo(const LayoutMemo& memo) {
    constexpr const char* k_entries[] = {
        "pins of date and filter", "fans of a zoom step", "places of labels", "order of lanes", "profile",
        "what a search found"}; // by MemoEntry
    static_assert(std::size(k_entries) == std::tuple_size_v<decltype(LayoutMemo::counts)>);
    if (!ImGui::BeginTable("memo", 3, ImGuiTableFlags_RowBg | ImGuiTableFlags_BordersInnerH)) return;
    for (const char* heading : {"entry", "was there", "was made"}) ImGui::TableSetupColumn(heading);
    ImGui::TableHeadersRow();
    for (std::size_t i = 0; i < std::size(k_entries); ++i) {
        ImGui::TableNextColumn();
        ImGui::TextUnformatted(k_entries[i]);
        for (const std::uint32_t count : {memo.counts[i].hits, memo.counts[i].misses}) {
            ImGui::TableNextColumn();
            ImGui::Text("%u", count);
        }
    }
    ImGui::EndTable();
}

}
