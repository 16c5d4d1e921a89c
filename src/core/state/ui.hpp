#pragma once
// What the atlas remembers between frames but nobody would put in a link: pointer, focus, scroll, open sheets, motion.
// Times are milliseconds of the host's monotonic clock. All of it may be lost without losing an answer.

#include "core/explore/sort.hpp"
#include "core/state/area_choice.hpp"
#include "core/state/state.hpp"
#include "core/state/topic.hpp"
#include "core/time/lanes.hpp"

#include <array>
#include <bitset>
#include <string>
#include <utility>
#include <vector>

namespace atlas {

enum class Sheet : std::uint8_t { None, Filters, Share, Export, Help, SourceList, Phase, Card, Languages };
enum class Playback : std::uint8_t { Stopped, Running };

// The camera on its way: the State already holds the goal, the eye follows.
struct Flight {
    Camera from;
    double start_ms = -1.0e9, duration_ms = 0.0;
    bool operator==(const Flight&) const = default;
};

// The last change of date or filter, so that pins can enter, leave and merge; exact once duration_ms has passed.
struct Transition {
    PartialDate from_date;
    double start_ms = -1.0e9, duration_ms = 0.0;
    bool operator==(const Transition&) const = default;
};

// A phone's sheets stand at one of three heights, as a share of the room between header and tab bar; while they are
// dragged, anywhere between.
enum class PhoneSheet : std::uint8_t { List, Card, Count };
inline constexpr float k_sheet_stops[] = {0.24f, 0.62f, 1.0f};
struct SheetSlide {
    float share = k_sheet_stops[1], from = k_sheet_stops[1];
    double start_ms = -1.0e9; // of the way from `from` to `share`
    bool operator==(const SheetSlide&) const = default;
};
inline constexpr double k_slide_ms = 180.0;

struct Ui {
    double now_ms = 0.0;
    std::string hover; // id of the node under the pointer
    double hover_since_ms = 0.0;
    std::string tooltip_dismissed; // hover id whose tooltip was closed with Escape (WCAG 1.4.13)
    std::string focus;             // id of the node that has the keyboard focus and shows its ring
    std::string pressed;           // id of the node the pointer went down on
    Sheet sheet = Sheet::None;
    Topic sheet_topic;
    std::bitset<k_facet_count> open_facets, closed_facets; // against the layout's default
    std::array<std::string, k_facet_count> facet_search;   // what is searched inside long facets
    std::vector<std::pair<std::string, float>> scroll_px;  // zone name -> scroll offset
    Playback playback = Playback::Stopped;
    double playback_next_ms = 0.0, playback_speed = 1.0;
    SortColumn sort_column = SortColumn::Name;
    bool sort_descending = false;
    LaneGrouping lane_grouping = LaneGrouping::Domain;
    double lane_from_year = 0.0, lane_to_year = 0.0; // visible span of the lineage view; equal: all years
    std::vector<std::string> collapsed_groups;
    bool choropleth = false;
    AreaChoice area;
    SheetSlide sheet_slides[static_cast<std::size_t>(PhoneSheet::Count)];
    Flight flight;
    Transition transition;
    std::string story;  // id of the story being read; empty: none
    std::string theme;  // theme of stories shown in the stories view; empty: all
    std::string notice; // one line at the bottom of the map ("Ctrl + molette pour zoomer"), until notice_until_ms
    double notice_until_ms = 0.0;
    bool operator==(const Ui&) const = default;
};

// What the host tells: never changed by update().
enum class Gestures : std::uint8_t { Cooperative, Greedy };
enum class Mode : std::uint8_t { Explore, Kiosk };

// What a host shows of the atlas; the map, or another room, is always there.
struct Parts {
    bool header = true; // mark and title
    bool tools = true;  // languages, sharing, theme, full screen, help
    bool rooms = true;  // the ways from room to room
    bool filters = true, strip = true, insets = true;
    bool operator==(const Parts&) const = default;
};

struct HostColour {
    std::string token;     // by its name in ink_name() (ui/tokens.hpp)
    std::uint32_t rgb = 0; // 0xRRGGBB
    bool operator==(const HostColour&) const = default;
};

struct Environment {
    float width_px = 0.0f, height_px = 0.0f; // CSS px
    float pixel_ratio = 1.0f;
    Gestures gestures = Gestures::Cooperative;
    Mode mode = Mode::Explore;
    bool prefers_dark = false, prefers_contrast = false, reduced_motion = false;
    bool fullscreen = false, coarse_pointer = false;
    bool may_fill_screen = true; // the host can and may show the atlas on the whole screen
    bool is_whole = true;        // the code of every room is there (core/scene/later.hpp)
    bool is_attracting = false;  // Mode::Kiosk: nobody is there, the tour runs
    Parts parts;
    Filter locked;                            // what the atlas is limited to (explore/lock.hpp)
    std::vector<HostColour> colours{};        // of the host, instead of the theme's own
    std::vector<HostColour> domain_colours{}; // of the snapshot's domains; the host's win
    std::string title{};                      // of the host; empty: the snapshot's
    float logo_px = 0.0f;                     // how wide the host's own mark is; 0: the atlas's
    std::string page_address{};               // of the page, without #; what links and QR codes begin with
    std::string report_address{}; // https: or mailto:, where the host wants errors reported; empty: the snapshot's own
    bool operator==(const Environment&) const = default;
};

struct Session {
    State state;
    Ui ui;
    bool operator==(const Session&) const = default;
};

[[nodiscard]] bool is_flying(const Ui& ui);
[[nodiscard]] Camera seen_camera(const Ground& ground,
                                 const Session& session); // the eye of a camera in flight, or the goal
[[nodiscard]] bool is_sliding(const Ui& ui, PhoneSheet sheet);
[[nodiscard]] float seen_share(const Ui& ui, PhoneSheet sheet); // on its way, eased
[[nodiscard]] float nearest_stop(float share);
[[nodiscard]] float scroll_of(const Ui& ui, std::string_view zone);
void set_scroll(Ui& ui, std::string_view zone, float top_px);

}
