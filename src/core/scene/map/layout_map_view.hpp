#pragma once
// The map's own notions, shared by the files layout_map_*.cpp: how it looks at each width, where the camera stands, who
// is on it and where. Nothing here is known outside the map.

#include "core/geo/camera.hpp"
#include "core/geo/declutter.hpp"
#include "core/geo/spatial_index.hpp"
#include "core/scene/layout.hpp"
#include "core/time/changes.hpp"
#include "core/ui/parts.hpp"

#include <map>
#include <memory>

namespace atlas {

enum class LabelRule : std::uint8_t { All, SelectedOnly, None };

struct InsetStyle {
    float width = 76.0f, height = 82.0f, gap = 6.0f, left = 12.0f, edge = 12.0f;
    bool is_at_top = false;
    int columns = 2;
    bool is_below = false; // the sheet ends above them
    int count = 0;         // as many as the map has, where the host shows them
    [[nodiscard]] int rows() const { return (count + columns - 1) / columns; }
    [[nodiscard]] float stack_height() const {
        return count == 0 ? 0.0f : static_cast<float>(rows()) * (height + gap) - gap;
    }
};

struct MapStyle { // design.md §1 "Map" and the mock-ups of each width
    float pin_radius = 10.0f, ghost_radius = 3.0f, hit_radius = 22.0f;
    float label_px = 11.0f, selected_px = 13.0f;
    LabelRule labels = LabelRule::All;
    double label_all_zoom = 1.0; // from here on every pin is named
    Margins margins;
    InsetStyle insets;
    float button_px = 32.0f; // 0: no zoom buttons
    bool is_phone = false;   // no strip and no panel beside: their controls stand over the map
    bool has_scale_bar = true, has_legend = true;
};

struct MapView {
    Rect room;             // the sheet: no taller than what the base map covers
    float floor_px = 0.0f; // where the map's part of the window ends; insets stand on it
    MapStyle style;
    const Ground* ground = nullptr; // of the map that is drawn
    Framing framing;
    Camera eye;        // the camera in flight
    Affine to_screen;  // metres of the ground -> px
    double step = 0.0; // quarter steps of zoom above 1: 4 · log2(zoom)
    Date day;
    std::optional<ClusterIndex> hovered; // its pin or the tooltip of it is under the pointer
    [[nodiscard]] double px_per_m() const { return framing.px_per_m * eye.zoom; }
    [[nodiscard]] LngLat place_under(Point at) const;
    [[nodiscard]] MapBounds window(float margin_px) const;
};

[[nodiscard]] MapView make_map_view(const LayoutInput& input, const Rooms& rooms);

// --- who is on the map ---

struct MapPlace { // a cluster at its seat of the day
    ClusterIndex cluster = 0;
    Territory territory = k_main_territory;
    Metres at;
    bool is_absent = false; // labelled in the list before, missing in the newest one, for no known reason
};

struct LabelSpot {
    bool is_placed = false, has_leader = false;
    Rect box;         // relative to the pin
    Point leader_end; // relative to the pin
};

struct Fan {                     // pins fanned out at one zoom step
    std::vector<FannedPin> pins; // parallel to PinSet::pins
};

// What the places of labels depend on, beside the pins and what their fans were made for.
struct LabelsKey {
    int step = 0;
    float width_px = 0.0f, height_px = 0.0f; // of the room, which only the home step knows
    float label_px = 0.0f;
    std::string selected;
    bool names_all = false, has_choropleth = false;
    Lang lang;
    std::optional<PartialDate> compare;
    bool operator==(const LabelsKey&) const = default;
};

// Everything that depends on date and filter alone. Zoom steps and labels are added as they are asked for.
struct PinSet {
    PartialDate date;
    Filter filter;
    std::vector<MapPlace> pins; // in the main territory
    std::vector<MapPlace> in_insets;
    std::vector<MapPlace> ghosts; // label holders outside the filter
    std::uint32_t homeless = 0;   // shown, but no place is known
    std::vector<std::uint32_t> region_counts;
    bool has_absent = false, is_all_on_roster = false;
    int roster_year = 0;
    SpatialIndex crowd, ghost_crowd; // filled when there are too many to fan out
    [[nodiscard]] bool is_crowd() const { return crowd.size() > 0; }

    Framing fan_framing; // what the fans below were made for
    Rect fan_room;
    float fan_radius = 0.0f;
    std::map<int, Fan> fans; // by zoom step
    std::optional<LabelsKey> labels_key;
    std::vector<LabelSpot> labels; // parallel to pins
};

inline constexpr std::size_t k_fans_at_most = 36; // zoom steps that are remembered
inline constexpr std::size_t k_fan_at_most = 220; // more pins than this are folded

struct MapMemo {
    std::vector<Metres> seats; // projected seats of all clusters; NaN: no place
    std::unique_ptr<PinSet> now, before;
    MapLines graticule;
};

[[nodiscard]] MapMemo& map_memo(const LayoutInput& input);
[[nodiscard]] PinSet& pins_now(const LayoutInput& input, MapMemo& memo);
// Those of the date from which a running transition comes.
[[nodiscard]] PinSet& pins_before(const LayoutInput& input, MapMemo& memo);
[[nodiscard]] std::optional<MapPlace> place_of(const LayoutInput& input, ClusterIndex cluster, Date day);
// The name on the map at the day: the short form, or the former name.
[[nodiscard]] std::string map_name(const Cluster& cluster, Date day);

// --- where the pins are ---

struct MapPin {
    ClusterIndex cluster = 0;
    Point at, seat, hub;
    float column_px = 0.0f;
    float scale = 1.0f; // entering and leaving pins grow and shrink
    std::uint16_t group_size = 1;
    bool is_absent = false;
    bool is_leaving = false;
    std::uint32_t index = 0; // in PinSet::pins
};

struct FoldedPin {
    Point at;
    std::uint32_t count = 0, column = 0, row = 0;
    LngLat place;
    MapBounds bounds;
};

struct PinsOnScreen {
    std::vector<MapPin> pins;
    std::vector<FoldedPin> folded;
};

// Valid until a step further than one away is asked for.
[[nodiscard]] const Fan& fan_at(const LayoutInput& input, const MapView& view, PinSet& set, int step);
[[nodiscard]] PinsOnScreen pins_on_screen(const LayoutInput& input, const MapView& view, MapMemo& memo);
[[nodiscard]] PinsOnScreen crowd_on_screen(const LayoutInput& input, const MapView& view, PinSet& set);
// 0 to 1 while the pins of a former date move; 1: at rest.
[[nodiscard]] float transition_part(const LayoutInput& input);

// --- labels ---

struct LabelWish {
    std::string text;
    Point pin;
    float column_px = 0.0f;
    std::uint16_t group_size = 1;
    bool is_selected = false;
};
struct LabelRoom {
    Rect bounds;                // labels stay inside; empty: no bounds
    std::vector<Rect> blockers; // insets, buttons, legend
    float pin_radius = 10.0f, label_px = 11.0f, selected_px = 13.0f;
};
// Greedy, in the order of design.md §3; no two boxes overlap each other, a pin or a blocker.
[[nodiscard]] std::vector<LabelSpot> place_labels(const std::vector<LabelWish>& wishes, const LabelRoom& room);

// --- drawing ---

[[nodiscard]] std::vector<Rect> inset_rects(const MapView& view);
[[nodiscard]] Rect zoom_rect(const MapView& view);
[[nodiscard]] std::vector<Rect> chrome_rects(const LayoutInput& input, const MapView& view, const PinSet& set);

// Codes of the regions that the selected cluster covers, or of the one whose profile is open.
[[nodiscard]] std::vector<std::string_view> highlighted_regions(const LayoutInput& input);
// Where a territory is drawn.
struct MapSpot {
    Affine to_screen;
    Rect room; // what of it is seen
};
void add_region(const LayoutInput& input, const MapMesh& mesh, const MapSpot& spot, Pen& pen); // it opens its profile
void draw_base(const LayoutInput& input, const MapView& view, MapMemo& memo, Pen& pen);
void draw_place_names(const LayoutInput& input, const MapView& view, const std::vector<Rect>& taken, Pen& pen);
void draw_links(const LayoutInput& input, const MapView& view, const PinsOnScreen& pins, Pen& pen);
void draw_pins(const LayoutInput& input, const MapView& view, PinSet& set, const PinsOnScreen& pins, Pen& pen);
// A mark of a comparison: at the shoulder of a pin, or at the place of who is gone.
struct ChangeMark {
    ClusterIndex cluster = 0;
    Point at;
    ChangeKind kind = ChangeKind::None;
    float radius = 0.0f;
    bool is_gone = false;
};
// `pins` are the places of `clusters`; none without a comparison.
[[nodiscard]] std::vector<ChangeMark> change_marks(const LayoutInput& input, const std::vector<ClusterIndex>& clusters,
                                                   const std::vector<Point>& pins, const Affine& to_screen,
                                                   float pin_radius);
void draw_changes(const LayoutInput& input, const MapView& view, const PinsOnScreen& pins, Pen& pen);
void draw_insets(const LayoutInput& input, const MapView& view, PinSet& set, Pen& pen);
void draw_chrome(const LayoutInput& input, const MapView& view, const PinSet& set, Pen& pen);
void draw_area_choice(const LayoutInput& input, const MapView& view, Pen& pen);
[[nodiscard]] Rect legend_rect(const LayoutInput& input, const MapView& view, const PinSet& set);
void draw_legend(const LayoutInput& input, const Rect& rect, const PinSet& set, Pen& pen);

// Which class of the ramp a count falls in, 0 (none) to 5, and the classes' bounds.
struct Ramp {
    std::uint32_t most = 0;
    std::uint32_t width = 1; // of a class
    int classes = 0;
    [[nodiscard]] int class_of(std::uint32_t count) const;
};
[[nodiscard]] Ramp ramp_of(const PinSet& set);
[[nodiscard]] Ink ramp_ink(int ramp_class); // 0: nobody

// The colour of each region now: choropleth, covered by the selected cluster, profile, under the pointer.
class RegionInks {
public:
    RegionInks(const LayoutInput& input, const PinSet& set);
    [[nodiscard]] Ink of(std::string_view code) const;

private:
    const LayoutInput& m_input;
    const PinSet& m_set;
    Ramp m_ramp; // of the choropleth
    std::vector<std::string_view> m_highlighted;
    std::optional<RegionIndex> m_hovered;
};

// The whole map without buttons (layout_map_sheet.hpp).
void draw_map_on_paper(const LayoutInput& input, const Rooms& rooms, Pen& pen);
[[nodiscard]] PinState pin_state(const LayoutInput& input, const MapView& view, ClusterIndex cluster, bool is_absent);
void add_pin_node(const LayoutInput& input, const MapView& view, ClusterIndex cluster, Point at, float radius,
                  Pen& pen);

}
