#pragma once
// What a node stands for, for code that asks: which pin is under the pointer, what has a tooltip of its own. The page
// keeps the same as text, Node::id: "map/pin/axelera".

#include "core/snapshot/snapshot.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace atlas {

enum class NodeKind : std::uint8_t {
    Other,
    MapSurface,
    Pin,    // of a cluster
    PinTip, // the tooltip of a pin
    Lane,   // of a cluster
    Phase,
    Region // on the map
};

struct NodeKey {
    NodeKind kind = NodeKind::Other;
    std::uint32_t index = 0; // of the cluster, phase or region in the snapshot
    bool operator==(const NodeKey&) const = default;
};

[[nodiscard]] std::string node_id(const Snapshot& snapshot, NodeKey key); // not of NodeKind::Other
// NodeKind::Other where the text names nothing of this snapshot.
[[nodiscard]] NodeKey node_key(const Snapshot& snapshot, std::string_view id);

}
