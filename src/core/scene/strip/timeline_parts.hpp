#pragma once
// The pieces of the strip, shared by its sizes and by the lineage view: phase bands, step line of label holders with
// the published figures, yearly ticks, axis, date handles. Each draws and adds its nodes. `scale` is 1, 1.5 in kiosks.

#include "core/scene/time_memo.hpp"
#include "core/ui/parts.hpp"

namespace atlas {

// A phase on an axis. One without dates (asked for, not decided) goes from the end of the last decided one to the axis'
// end.
struct Band {
    const Phase* phase = nullptr;
    double from_year = 0.0, to_year = 0.0;
    bool is_requested = false;
    [[nodiscard]] std::string years(Lang lang) const; // "2005–2008", "dès 2027"
};
[[nodiscard]] std::vector<Band> phase_bands(const Snapshot& snapshot, const TimeAxis& axis);
// "Phase 4 – L’Europe et les Régions" -> "L’Europe et les Régions".
[[nodiscard]] std::string phase_title(const Phase& phase, Lang lang);
// Where a click on a band goes: its last day, for the current phase the newest supported date.
[[nodiscard]] Action band_action(const Snapshot& snapshot, const Band& band);

enum class BandLook : std::uint8_t { TwoLines, OneLine, Numbers };
struct BandStyle {
    BandLook look = BandLook::TwoLines;
    float y = 0.0f, height = 36.0f, scale = 1.0f;
    Zone zone = Zone::Timeline;
};
void put_phase_bands(const LayoutInput& input, Pen& pen, const TimeAxis& axis, const BandStyle& style);
// One phase as a segment of equal width (phones).
void put_phase_segment(const LayoutInput& input, Pen& pen, const Band& band, const Rect& rect, std::size_t place);

struct Plot {
    TimeAxis axis;
    float top = 0.0f, bottom = 0.0f, scale = 1.0f;
};
void put_step_line(const LayoutInput& input, Pen& pen, const Plot& plot);
// Mergers on the row at y, entries and ends on the row below.
void put_year_ticks(const LayoutInput& input, Pen& pen, const TimeAxis& axis, float y);
void draw_year_axis(const LayoutInput& input, Pen& pen, const Plot& plot);

// Begins a comparison (with the first printed list before the date) or ends it.
[[nodiscard]] Action compare_action(const LayoutInput& input);

// "mars 2023, phase V, 55 pôles"
[[nodiscard]] std::string date_in_words(const LayoutInput& input, PartialDate date);

inline constexpr float k_least_target_px = 24.0f; // WCAG 2.5.8

struct HandleStyle {
    TimeAxis axis;
    float top = 0.0f, bottom = 0.0f, scale = 1.0f;
    Rect track; // where a press moves the nearer handle; empty: handles only
    Zone zone = Zone::Timeline;
    std::string id_prefix = "timeline/";
    Paint tint; // of the time between two handles
};
void put_date_handles(const LayoutInput& input, Pen& pen, const HandleStyle& style);

}
