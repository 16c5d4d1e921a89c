#include "view/inspector/windows.hpp"

#include "imgui.h"

namespace atlas::view {

namespace {

constexpr const char* k_record_kinds[] = {"rect", "frame", "disc",  "ring", "line", "polyline", "polygon", "bezier",
                                          "text", "icon",  "hatch", "fade", "clip", "unclip",   "mesh",    "lines"};
static_assert(std::size(k_record_kinds) == std::variant_size_v<Record>);

void outline(const Rect& rect) {
    constexpr ImU32 k_magenta = IM_COL32(255, 0, 200, 255);
    ImGui::GetForegroundDrawList()->AddRect({rect.x, rect.y}, {rect.right(), rect.bottom()}, k_magenta, 0.0f, 0, 2.0f);
}

void show_records(const std::vector<Record>& records) {
    int counts[std::size(k_record_kinds)] = {};
    for (const Record& record : records) ++counts[record.index()];
    for (std::size_t kind = 0; kind < std::size(k_record_kinds); ++kind)
        if (counts[kind] > 0) ImGui::BulletText("%d %s", counts[kind], k_record_kinds[kind]);
}

void show_node(const Node& node) {
    ImGui::Selectable((node.name.empty() ? "(no name)" : node.name).c_str());
    if (ImGui::IsItemHovered()) outline(node.rect);
    ImGui::SameLine(280.0f);
    ImGui::Text("%.0f, %.0f, %.0f x %.0f%s", static_cast<double>(node.rect.x), static_cast<double>(node.rect.y),
                static_cast<double>(node.rect.w), static_cast<double>(node.rect.h), node.action ? "" : ", inert");
}

void show_nodes(const std::vector<Node>& nodes) {
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(nodes.size()));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            ImGui::PushID(i);
            show_node(nodes[static_cast<std::size_t>(i)]);
            ImGui::PopID();
        }
}

}

void show_scene(const Scene& scene) {
    static bool outlines_all = false;
    ImGui::Checkbox("Outline every node", &outlines_all);
    if (outlines_all)
        for (const Node& node : scene.nodes) outline(node.rect);
    if (ImGui::CollapsingHeader("Records", ImGuiTreeNodeFlags_DefaultOpen)) show_records(scene.records);
    if (ImGui::CollapsingHeader("Nodes", ImGuiTreeNodeFlags_DefaultOpen)) show_nodes(scene.nodes);
}

}
