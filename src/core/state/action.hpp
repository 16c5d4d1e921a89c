#pragma once
// Everything anybody does is one Action: mouse, touch, keyboard, URL, JavaScript, iframe message, HTML twin and kiosk
// script all send the same ones. The JSON form is {"type":"select","id":"axelera"} (action_json.hpp).
// Coordinates are geographic or semantic, never pixels: a replay does not depend on the window.

#include "core/state/ui.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace atlas {

namespace act {

struct Select { // empty id: close the card
    std::string id;
};
struct StepSelection { // previous (-1) or next (+1) in the current result
    int step = 1;
};
struct OpenProfile { // of a region or a domain (state/profile.hpp), in place of a card; empty: close it
    std::string id;
};
struct SetDate {
    PartialDate date;
};
struct SetCompare { // nothing: leave the comparison
    std::optional<PartialDate> date;
};
struct StepMonths {
    int months = 1;
};
struct StepPhase { // to the last day of the previous or next phase
    int step = 1;
};
struct SetView {
    View view = View::Map;
};
struct SetLang {
    Lang lang;
};
struct SetTheme {
    ColourTheme theme = ColourTheme::Auto;
};
struct SetText {
    std::string text;
};
struct ToggleFacet {
    Facet facet = Facet::Domain;
    std::string value;
};
struct SetFacet {
    Facet facet = Facet::Domain;
    std::vector<std::string> values;
};
struct SetArea {
    std::vector<LngLat> ring;
};
struct ChooseArea { // by two corners; off: gives it up
    bool is_on = true;
};
struct PointArea { // the pointer shows where the next corner would be
    LngLat place;
};
struct StepArea { // arrows do, by steps across what is seen
    int east = 0, north = 0;
};
struct SetCorner {}; // there; the second one makes the area
struct ClearFilters {};
struct MoveCamera { // dx, dy in degrees are not enough near the poles of a projection: the goal itself is sent
    Camera camera;
    bool animate = false;
};
struct ZoomAbout { // keeps the place under the pointer where it is
    LngLat place;
    double factor = 1.0;
    bool animate = false;
};
struct FitResult {};
struct Home {};
struct Hover {
    std::string node;
};
struct Focus {
    std::string node;
};
struct Press {
    std::string node;
};
struct Dismiss {}; // Escape: tooltip, then sheet, then selection
struct OpenSheet {
    Sheet sheet = Sheet::None;
    Topic topic;
};
struct ToggleFacetSection {
    Facet facet = Facet::Domain;
    bool open_by_default = false;
};
struct SearchInFacet {
    Facet facet = Facet::Domain;
    std::string text;
};
struct Scroll {
    std::string zone;
    float top_px = 0.0f;
};
struct Play {
    Playback playback = Playback::Running;
};
struct SetPlaybackSpeed {
    double speed = 1.0;
};
struct Sort {
    SortColumn column = SortColumn::Name;
};
struct GroupLanes {
    LaneGrouping grouping = LaneGrouping::Domain;
};
struct ZoomLanes { // the middle stays among the years that the snapshot knows
    static constexpr double k_shortest_years = 0.5, k_longest_years = 60.0;
    double from_year = 0.0, to_year = 0.0;
};
struct ToggleLaneGroup {
    std::string group;
};
struct ToggleChoropleth {};
struct SizeSheet { // a phone's sheet under the finger; let go, it slides to the nearest stop
    PhoneSheet sheet = PhoneSheet::Card;
    double share = 0.62;
    bool let_go = true;
};
struct StepSheet { // to the next stop up (+1) or down (-1)
    PhoneSheet sheet = PhoneSheet::Card;
    int step = 1;
};
struct ReadStory { // empty: back to all stories
    std::string id;
};
struct ShowTheme {
    std::string theme;
};
struct Notice {
    std::string message;
};
struct Undo {};
struct Redo {};
struct StartOver {}; // as for a new reader: only language and theme stay

// What only the page can do. update() leaves the session alone; the app hands them out as events.
enum class Service : std::uint8_t {
    CopyLink,
    CopySentence,
    CopyCitation,
    ShowQr,
    Export,
    Print,
    Fullscreen,
    OpenLink,
    SavePage,
    OpenFile,
    TextVersion
};
struct Ask {
    Service service = Service::CopyLink;
    std::string argument; // export format, link, …
};

}

using Action =
    std::variant<act::Select, act::StepSelection, act::OpenProfile, act::SetDate, act::SetCompare, act::StepMonths,
                 act::StepPhase, act::SetView, act::SetLang, act::SetTheme, act::SetText, act::ToggleFacet,
                 act::SetFacet, act::SetArea, act::ChooseArea, act::PointArea, act::StepArea, act::SetCorner,
                 act::ClearFilters, act::MoveCamera, act::ZoomAbout, act::FitResult, act::Home, act::Hover, act::Focus,
                 act::Press, act::Dismiss, act::OpenSheet, act::ToggleFacetSection, act::SearchInFacet, act::Scroll,
                 act::Play, act::SetPlaybackSpeed, act::Sort, act::GroupLanes, act::ZoomLanes, act::ToggleLaneGroup,
                 act::ToggleChoropleth, act::SizeSheet, act::StepSheet, act::ReadStory, act::ShowTheme, act::Notice,
                 act::Undo, act::Redo, act::StartOver, act::Ask>;

}
