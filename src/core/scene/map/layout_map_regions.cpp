// The regions as things: their colour (choropleth, covered by the selected cluster, profile, pointer) and the node that
// opens their profile.

#include "core/base/messages.hpp"
#include "core/scene/map/layout_map_view.hpp"
#include "core/state/profile.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr Ink k_ramp[] = {Ink::Land, Ink::Ramp1, Ink::Ramp2, Ink::Ramp3, Ink::Ramp4, Ink::Ramp5};

Rect on_screen(const MapBounds& bounds, const MapSpot& spot) {
    const auto& [to_screen, room] = spot;
    const Point low = to_screen.to_screen(bounds.min_x_m, bounds.max_y_m);
    const Point high = to_screen.to_screen(bounds.max_x_m, bounds.min_y_m);
    const float left = std::max(low.x, room.x), top = std::max(low.y, room.y);
    return {left, top, std::min(high.x, room.right()) - left, std::min(high.y, room.bottom()) - top};
}

// How many labels have their seat there at the date, whatever is filtered.
std::uint32_t labels_in(const LayoutInput& input, RegionIndex region) {
    const std::vector<FacetCount>& counts = input.result.of(Facet::Region);
    return region < counts.size() ? counts[region].total : 0; // one value for each region, in their order
}

}

int Ramp::class_of(std::uint32_t count) const {
    return count == 0 ? 0 : std::min(classes, static_cast<int>((count - 1) / width) + 1);
}

Ramp ramp_of(const PinSet& set) {
    Ramp ramp;
    for (const std::uint32_t count : set.region_counts) ramp.most = std::max(ramp.most, count);
    ramp.width = std::max(1u, (ramp.most + 4) / 5);
    ramp.classes = static_cast<int>((ramp.most + ramp.width - 1) / ramp.width);
    return ramp;
}

Ink ramp_ink(int ramp_class) {
    return k_ramp[std::clamp(ramp_class, 0, 5)];
}

std::vector<std::string_view> highlighted_regions(const LayoutInput& input) {
    const Snapshot& snapshot = input.snapshot;
    std::vector<std::string_view> codes;
    if (const auto selected = snapshot.find_cluster(input.state().selected)) {
        for (const RegionIndex region : snapshot.clusters[*selected].regions_covered)
            codes.push_back(snapshot.regions[region].code);
        return codes;
    }
    const auto profile = find_profile(snapshot, input.state().profile, input.environment.locked);
    if (!profile || profile->facet != Facet::Region) return codes;
    if (const auto region = snapshot.find_region(profile->value)) codes.push_back(snapshot.regions[*region].code);
    return codes;
}

RegionInks::RegionInks(const LayoutInput& input, const PinSet& set)
    : m_input(input), m_set(set), m_highlighted(highlighted_regions(input)) {
    if (input.ui().choropleth) m_ramp = ramp_of(set);
    const NodeKey hovered = node_key(input.snapshot, input.ui().hover);
    if (hovered.kind == NodeKind::Region) m_hovered = hovered.index;
}

Ink RegionInks::of(std::string_view code) const {
    const auto region = m_input.snapshot.find_region(code);
    if (m_input.ui().choropleth) {
        const bool is_counted = region && *region < m_set.region_counts.size();
        return is_counted ? ramp_ink(m_ramp.class_of(m_set.region_counts[*region])) : Ink::Land;
    }
    if (std::find(m_highlighted.begin(), m_highlighted.end(), code) != m_highlighted.end()) return Ink::LandSelected;
    return region && region == m_hovered ? Ink::LandHover : Ink::Land;
}

void add_region(const LayoutInput& input, const MapMesh& mesh, const MapSpot& spot, Pen& pen) {
    const auto region = input.snapshot.find_region(mesh.code);
    if (!region) return;
    const std::vector<std::string>& locked = input.environment.locked.of(Facet::Region);
    if (!locked.empty() && std::find(locked.begin(), locked.end(), mesh.code) == locked.end()) return;
    const std::string profile = profile_id({Facet::Region, mesh.code});
    Node node;
    node.key = {NodeKind::Region, *region};
    node.id = node_id(input.snapshot, node.key);
    node.name = input.snapshot.regions[*region].name.in(input.lang());
    node.value = say_count(Plural::ProfileSeated, input.lang(), labels_in(input, *region));
    node.hint = say(Msg::ProfileHint, input.lang());
    node.zone = Zone::Map;
    node.rect = on_screen(mesh.bounds, spot);
    node.area = NodeArea{&mesh, spot.to_screen};
    node.current = input.state().profile == profile;
    node.action = act::OpenProfile{profile};
    pen.node(std::move(node));
}

}
