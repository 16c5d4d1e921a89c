// What the atlas knows of one organisation: its names, seat, sectors and labels over time, each with its sources.
// Plain data, filled once by load_snapshot and never changed. References are indices into the vectors of Snapshot.
// Empty strings, empty vectors and empty optionals mean "not known"; nothing is guessed.
#pragma once

#include "core/base/date.hpp"
#include "core/base/text.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atlas {

using ClusterIndex = std::uint32_t;
using SourceIndex = std::uint32_t;
using RegionIndex = std::uint32_t;
using DomainIndex = std::uint32_t;
using SectorIndex = std::uint32_t;
using TermIndex = std::uint32_t;   // Snapshot::terms, lengths of a label ("4y")
using ClassIndex = std::uint32_t;  // Snapshot::classes ("mondial")
using RosterIndex = std::uint32_t; // Snapshot::rosters, published lists ("2007")

using Sources = std::vector<SourceIndex>;

enum class Confidence : std::uint8_t { High, Medium, Low, Unknown };

// Bytes of Snapshot::raw that a record was read from, so that it can be copied verbatim.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

// A date only known to lie between two documents.
struct Window {
    PartialDate earliest;
    PartialDate latest;
    friend bool operator==(const Window&, const Window&) = default;
};

struct NameInterval {
    std::string name;
    std::optional<PartialDate> from;
    std::optional<PartialDate> to; // excluded; nothing: still in use
    std::optional<Window> from_window;
    std::optional<Window> to_window;
    Sources sources;
};

enum class SeatKind : std::uint8_t {
    Seat,   // stated or recollected seat
    Anchor, // only a place of activity, drawn because the seat was not found
    None    // no place is known, only perhaps the region
};

// The member of a seat that holds its place code; schema 1 had its name when there was one country.
inline constexpr std::string_view k_place_code = "insee";

struct EarlierSeat {
    std::string city;
    std::string place_code;
    double lat_deg = 0;
    double lng_deg = 0;
    std::optional<PartialDate> from; // equal from and to: known for that year only
    std::optional<PartialDate> to;
    Sources sources;
};

struct Seat {
    SeatKind kind = SeatKind::None;
    std::string city;
    std::string place_code; // of the municipality, in its country's own numbering
    std::string department; // "2A", "974"
    std::optional<RegionIndex> region;
    double lat_deg = 0; // WGS 84; meaningless when kind is None
    double lng_deg = 0;
    Confidence confidence = Confidence::Unknown;
    Sources sources;
    Text note;
    std::vector<EarlierSeat> earlier;
};

struct PhaseTerm {
    int phase = 0; // Phase::number
    TermIndex term = 0;
    Confidence confidence = Confidence::Unknown; // in what became of it
    Sources sources;
    Text note; // what is known of its extension
};

// Several bodies that held one label together: at a date inside the interval they count once.
struct JointLabel {
    std::string id; // the same for every body that shares the label
    Date from;
    std::optional<Date> to;
    Sources sources;
};

// Held at D if from <= D < to.
struct Label {
    Date from;
    std::optional<Date> to;  // excluded; nothing: still held
    PartialDate from_stated; // not known: `from` is then as early as the file goes back
    std::optional<PartialDate> to_stated;
    bool to_certain = true;          // false: `to` is the latest date that nothing contradicts
    std::optional<Date> to_earliest; // only when to_certain is false
    std::optional<JointLabel> joint;
    Confidence confidence = Confidence::Unknown;
    Sources sources;
    std::vector<PhaseTerm> phase_terms;
};

struct RosterName {
    RosterIndex roster = 0;
    std::string name; // as printed in the list
};

struct Website {
    std::string address; // host and path, without scheme
    Confidence confidence = Confidence::Unknown;
    Sources sources;
    bool linkable() const { return !address.empty() && confidence != Confidence::Low; }
};

struct President {
    std::string name;
    PartialDate date;
    Sources sources;
    Text note; // a typing error of the source, for instance
};

enum class ClusterKind : std::uint8_t {
    Cluster, // held the label at some time
    Partner  // never did: part of the lineage only, never counted
};

struct Cluster {
    std::string id;
    ClusterKind kind = ClusterKind::Cluster;
    std::string name;
    std::string short_name; // for the map, without what all names say; never empty
    std::vector<NameInterval> names;
    std::vector<std::string> aliases;
    std::optional<Seat> seat;
    std::vector<RegionIndex> regions_covered;
    std::vector<SectorIndex> sectors; // the first one is the main one
    DomainIndex domain = 0;           // of the main sector
    std::vector<DomainIndex> domains; // of all sectors, without repetition
    Text focus;
    Website website;
    std::optional<President> president;
    std::optional<ClassIndex> cluster_class; // decisions of 2005-2010
    std::optional<bool> international_2007;  // one of the 16 "international" clusters of the list of 2007
    Text industry_2007;
    std::vector<Label> labels; // in time order
    std::vector<RosterName> rosters;
    Confidence class_confidence = Confidence::Unknown;
    Confidence regions_confidence = Confidence::Unknown;
    Confidence sectors_confidence = Confidence::Unknown;
    Sources class_sources;
    Sources regions_sources;
    Sources coordinates_sources;
    Text note;
    Span span;
};

}
