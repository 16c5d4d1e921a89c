#pragma once
// The rows of the lineage view, and in which order they stand.
//
// A lane carries one organisation, or a line of them: a body newly born of a merger goes on in the lane of one of its
// parents (of the same group if there is one, else the oldest; never for a merger of labels only). Everything else
// flows in from its own lane.
//
// Method: lanes joined by flows inside a group are a family. A family in which every lane flows into one other at most
// is drawn as a tree, the survivor first, then what it took in by date, each with its own forerunners below it: no flow
// then crosses a living lane. Small families with more flows are searched exhaustively (up to 6 lanes), larger ones
// improved by adjacent swaps. Families are sorted by the survivor's name; those that flow to a group above stand first,
// to a group below last. If the alphabetical order (the naive one) crosses less over the whole picture, it is kept.
// A flow crosses every lane between its ends that is alive on its day, and every flow of the same weeks that it
// interleaves with. Deterministic: ties are broken by id. O(lanes log lanes + flows * their length), once per grouping.

#include "core/time/lineage.hpp"
#include "core/time/names.hpp"

namespace atlas {

enum class LaneGrouping : std::uint8_t { Domain, Region, Entry };

enum class BarKind : std::uint8_t {
    Label,     // a label, under one name and one term
    Uncertain, // a label that may have ended already
    Dormant    // the organisation existed without a label of its own
};

struct LaneBar {
    ClusterIndex cluster = 0;
    Date from, to; // open ends: LaneInput::today
    BarKind kind = BarKind::Label;
    bool is_former = false;    // not the name, or not a label, of today
    bool is_short = false;     // a term of one or two years
    bool is_open = false;      // goes on after `to`
    bool is_handed_on = false; // a flow leaves at its end
    std::string_view name;
};

enum class MarkKind : std::uint8_t { Entry, Renaming, Merger, Joining, End, Absent };
struct LaneMark { // Joining: took in a body that never held the label
    Date day;
    MarkKind kind = MarkKind::Entry;
    ClusterIndex cluster = 0;
    EventIndex event = 0;
    bool has_event = false;
};

struct Lane {
    std::vector<ClusterIndex> chain; // from the first organisation to the last
    std::vector<LaneBar> bars;       // in time order
    std::vector<LaneMark> marks;     // in time order
    std::uint32_t group = 0;
};

struct LaneFlow { // between lanes, by their place in LaneOrder::lanes
    std::uint32_t from = 0, to = 0;
    ClusterIndex source = 0, target = 0;
    Date day;
    EventIndex event = 0;
    bool is_partial = false;
    [[nodiscard]] std::uint32_t top() const { return from < to ? from : to; }
    [[nodiscard]] std::uint32_t bottom() const { return from < to ? to : from; }
};

struct LaneGroup {
    std::string key;         // domain id, region code, phase number; "" for "not known"
    std::uint32_t first = 0; // lanes first .. first + count - 1
    std::uint32_t count = 0;
    std::uint32_t labels = 0; // organisations
    std::uint32_t today = 0;  // of them holders today
};

struct LaneOrder {
    std::vector<LaneGroup> groups; // in the snapshot's order
    std::vector<Lane> lanes;
    std::vector<LaneFlow> flows; // in order of their top lane
    std::size_t crossings = 0, crossings_naive = 0;
};

struct LaneInput {
    const Snapshot& snapshot;
    const Lineage& lineage;
    const NameIndex& names;
    Date today; // what "former" and "today" are measured against
};

[[nodiscard]] LaneOrder order_lanes(const LaneInput& input, LaneGrouping grouping);
[[nodiscard]] std::size_t count_crossings(const std::vector<Lane>& lanes, const std::vector<LaneFlow>& flows);

}
