#include "core/ui/node_key.hpp"

#include <array>

namespace atlas {

namespace {

// By NodeKind: the id, up to the record.
constexpr std::array<std::string_view, 7> k_texts = {"",         "map/surface",     "map/pin/",   "map/tooltip/",
                                                     "lineage/", "timeline/phase/", "map/region/"};

std::optional<std::uint32_t> phase_index(const Snapshot& snapshot, std::string_view number) {
    for (std::uint32_t i = 0; i < snapshot.phases.size(); ++i)
        if (std::to_string(snapshot.phases[i].number) == number) return i;
    return std::nullopt;
}

std::optional<std::uint32_t> index_of(const Snapshot& snapshot, NodeKind kind, std::string_view record) {
    if (kind == NodeKind::Phase) return phase_index(snapshot, record);
    return kind == NodeKind::Region ? snapshot.find_region(record) : snapshot.find_cluster(record);
}

}

std::string node_id(const Snapshot& snapshot, NodeKey key) {
    std::string id(k_texts[static_cast<std::size_t>(key.kind)]);
    if (key.kind == NodeKind::Phase)
        id += std::to_string(snapshot.phases[key.index].number);
    else if (key.kind == NodeKind::Region)
        id += snapshot.regions[key.index].code;
    else if (key.kind != NodeKind::MapSurface)
        id += snapshot.clusters[key.index].id;
    return id;
}

NodeKey node_key(const Snapshot& snapshot, std::string_view id) {
    for (std::size_t i = 1; i < k_texts.size(); ++i) {
        if (!id.starts_with(k_texts[i])) continue;
        const auto kind = static_cast<NodeKind>(i);
        const std::string_view record = id.substr(k_texts[i].size());
        if (kind == NodeKind::MapSurface) return record.empty() ? NodeKey{kind} : NodeKey{};
        const std::optional<std::uint32_t> index = index_of(snapshot, kind, record);
        return index ? NodeKey{kind, *index} : NodeKey{};
    }
    return {};
}

}
