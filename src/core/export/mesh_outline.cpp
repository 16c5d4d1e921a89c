#include "core/export/mesh_outline.hpp"

#include "core/base/order.hpp"

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

using Edge = std::pair<std::uint32_t, std::uint32_t>;

// Directed as in their triangle; neighbours run along a shared edge in opposite directions.
std::vector<Edge> border_edges(const MapMesh& mesh) {
    std::vector<Edge> edges;
    edges.reserve(mesh.triangles.size());
    for (std::size_t i = 0; i + 2 < mesh.triangles.size(); i += 3)
        for (std::size_t k = 0; k < 3; ++k) edges.emplace_back(mesh.triangles[i + k], mesh.triangles[i + (k + 1) % 3]);
    sort_stable(edges);
    std::vector<Edge> border;
    for (const Edge& edge : edges)
        if (!std::binary_search(edges.begin(), edges.end(), Edge{edge.second, edge.first})) border.push_back(edge);
    return border;
}

}

std::vector<Ring> outline_of(const MapMesh& mesh) {
    const std::vector<Edge> border = border_edges(mesh);
    std::vector<bool> is_used(border.size(), false);
    std::vector<Ring> rings;
    for (std::size_t first = 0; first < border.size(); ++first) {
        if (is_used[first]) continue;
        Ring ring;
        std::size_t at = first;
        while (true) {
            is_used[at] = true;
            ring.push_back(border[at].first);
            const auto from = std::lower_bound(border.begin(), border.end(), Edge{border[at].second, 0u});
            auto next = from;
            while (next != border.end() && next->first == border[at].second &&
                   is_used[static_cast<std::size_t>(next - border.begin())])
                ++next;
            if (next == border.end() || next->first != border[at].second) break;
            at = static_cast<std::size_t>(next - border.begin());
        }
        if (ring.size() >= 3) rings.push_back(std::move(ring));
    }
    return rings;
}

}
