#pragma once
// The State: one small comparable value that the URL holds, getState() returns, undo steps through and a kiosk tour
// scripts. Everything that is not worth a link (hover, scroll, open sheets, motion) lives in Ui (ui.hpp).
// Facet values are the snapshot's own ids; lists are kept sorted and unique so that equal meaning is equal value.

#include "core/base/date.hpp"
#include "core/base/text.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atlas {

enum class View : std::uint8_t { Map, Timeline, List, Stories, Figures };
enum class ColourTheme : std::uint8_t { Auto, Light, Dark, Contrast };

// Within a facet values are OR, across facets AND.
enum class Facet : std::uint8_t {
    Region,     // INSEE code of the seat's region
    Covered,    // INSEE code of a region the cluster acts in
    Department, // department code of the seat
    Domain,
    Sector,
    Term,   // length of the label held at the date
    Class,  // class of 2005-2010
    Roster, // "2007", "2023", "2026": the printed lists; at most one value
    Entry,  // number of the phase of the first label
    Status, // "labelled", "ended", "merged" at the date
    Theme,  // theme of a story about the cluster
    Stories // "with", "without"
};
inline constexpr std::size_t k_facet_count = 12;

struct LngLat {
    double lng_deg = 0.0, lat_deg = 0.0;
    bool operator==(const LngLat&) const = default;
};

struct Filter {
    std::string text; // as typed; folded by the search
    std::array<std::vector<std::string>, k_facet_count> values;
    std::vector<LngLat> area; // geographic selection, a closed ring without its last point; empty: none

    [[nodiscard]] const std::vector<std::string>& of(Facet facet) const {
        return values[static_cast<std::size_t>(facet)];
    }
    std::vector<std::string>& of(Facet facet) { return values[static_cast<std::size_t>(facet)]; }
    [[nodiscard]] bool is_empty() const;
    bool operator==(const Filter&) const = default;
};

// zoom is the magnification relative to "all of mainland France fits"; 1 is home.
struct Camera {
    double lng_deg = 2.6, lat_deg = 46.6, zoom = 1.0;
    bool operator==(const Camera&) const = default;
};
inline constexpr double k_zoom_min = 1.0, k_zoom_max = 16.0;

struct State {
    PartialDate date;
    std::optional<PartialDate> compare;
    Filter filter;
    std::string selected; // cluster id; empty: none
    View view = View::Map;
    Camera camera;
    Lang lang = Lang::Fr;
    ColourTheme theme = ColourTheme::Auto;
    bool operator==(const State&) const = default;
};

// Sorted, without repetition; a facet that takes one value keeps the last one given.
void set_values(Filter& filter, Facet facet, std::vector<std::string> values);
void toggle_value(Filter& filter, Facet facet, std::string_view value);
// Camera and area on the grid of the permalink (a millionth of a degree, a thousandth of the zoom), inside their
// bounds: every state that update() returns is on it, so that a link reopens to an equal state.
[[nodiscard]] Camera snapped(const Camera& camera);
[[nodiscard]] LngLat snapped(LngLat place);

}
