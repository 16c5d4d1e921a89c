#pragma once
// A Node is a thing a person can perceive by name and act on: the same list is hit by the pointer, walked by the
// keyboard and turned into native HTML by the page. Rects are CSS px on the canvas; inside a scrolling zone they
// already include the scroll offset.

#include "core/base/geometry.hpp"
#include "core/geo/map_geometry.hpp"
#include "core/state/action.hpp"
#include "core/ui/node_key.hpp"

#include <optional>
#include <string>
#include <vector>

namespace atlas {

// One Tab stop each, in this order.
enum class Zone : std::uint8_t { Header, Filters, Map, Timeline, View, Card, Sheet, Compare, TabBar, Count };

enum class Role : std::uint8_t {
    Button,
    Checkbox,
    Tab,
    Link,
    Slider,
    SearchBox,
    Heading,
    Text,
    Row,
    ColumnHeader,
    Surface,
    Status,
    Radio,
    Article,
    Image,
    Option // of the list that the search field opens
};

enum class Cursor : std::uint8_t { Default, Pointer, Grab, ResizeHorizontal, ResizeVertical, Text };

// How a drag that starts on the node becomes Actions; linear maps only, so that the pointer code decides nothing.
enum class DragKind : std::uint8_t {
    None,
    Camera,      // pans the map: metres_per_px and the camera are in the Scene's MapFrame
    Date,        // x -> day between x0_px:day0 and x1_px:day1
    CompareDate, // the same for the second handle
    LaneTime,    // pans the lineage view in time
    CardHeight,  // y -> share of the room that a phone's card or list takes
    ListHeight,  // the same
};
struct Drag {
    DragKind kind = DragKind::None;
    float x0_px = 0.0f, x1_px = 1.0f;  // y for heights
    double value0 = 0.0, value1 = 1.0; // days since 1970 (dates), years (lanes) or shares (heights)
};

struct NodeArea { // a shape on the map, hit where it is and not in all of its rect
    const MapMesh* mesh = nullptr;
    Affine to_screen;
};

struct Node {
    std::string id{};    // stable from frame to frame, for the page and the session: "map/pin/axelera"
    NodeKey key{};       // the same for code, where code asks
    std::string name{};  // what it is called; complete sentence parts, no icons
    std::string value{}; // its value in words ("mars 2023, phase V, 55 pôles"), or the text of a Text node
    std::string hint{};  // description; may be empty
    std::string href{};  // Role::Link only; https or mailto, checked by the loader
    std::string group{}; // legend of the group that it stands in; may be empty
    std::vector<std::string> cells{}; // Role::Row of a table: what it says, column by column
    Zone zone = Zone::View;
    Role role = Role::Button;
    Lang lang{}; // of its words, where it is not the interface's
    Rect rect{};
    float hit_radius_px = 0.0f;        // > 0: a forgiving disc round the rect's centre, nearest first
    std::optional<NodeArea> area = {}; // under what has a disc or a rect of its own
    bool covers = false;               // no area drawn before it is hit through it
    std::optional<bool> checked = {}, selected = {}, expanded = {};
    std::optional<bool> descending = {}; // Role::ColumnHeader: which way the rows are sorted by it
    bool disabled = false, current = false;
    std::uint8_t level = 0; // of a heading, or of a button that is one, 1..6
    // A slider's value; a row's place, from 1, among all rows, of which only some are drawn (number_max 0: not
    // counted).
    double number = 0.0, number_min = 0.0, number_max = 0.0;
    Cursor cursor = Cursor::Pointer;
    Drag drag{};
    bool is_fixed = false;             // stands in its panel’s fixed top while the rest scrolls under it
    std::optional<Action> action = {}; // click, Enter, Space
};

// A scrolling or plain part of the window.
enum class Wheel : std::uint8_t { Page, Scroll, ZoomMap, ZoomLanes };
struct Panel {
    Zone zone = Zone::View;
    std::string scroll_name{}; // key of Ui::scroll_px; empty: does not scroll
    std::string name{};        // aria-label of the region
    Rect rect{};
    float content_height_px = 0.0f;
    Wheel wheel = Wheel::Page;
    float fixed_top_px = 0.0f;      // of a scrolling panel: heads under which the content scrolls away
    float natural_height_px = 0.0f; // of a scrolling panel, if it did not have to scroll
    bool is_in_dialog = false;      // belongs to the open sheet, as all of Zone::Sheet does
};

}
