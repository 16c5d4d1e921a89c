// Everything the atlas knows, as one immutable value: clusters, their lineage, the policy round them and the sources of
// it all. References between records are indices into the vectors below, checked by load_snapshot; looking an id up is
// a binary search. Money is in euros, coordinates in degrees (WGS 84), dates as in core/base/date.hpp. Format:
// data/README.md.
#pragma once

#include "core/snapshot/cluster.hpp"

#include <string_view>

namespace atlas {

using EventIndex = std::uint32_t;
using FigureIndex = std::uint32_t;
using StoryIndex = std::uint32_t;
using PolicyIndex = std::uint32_t; // Snapshot::policy
using ThemeIndex = std::uint32_t;
using UnitIndex = std::uint32_t;
using ContradictionIndex = std::uint32_t;

enum class EventKind : std::uint8_t { Labelled, Renamed, Merged, Absorbed, Split, Delabelled, NotRenewed, Dissolved };

// One step of the lineage. Label dates follow `label_date` where the label moved before or after the bodies did.
struct Event {
    std::string id;
    EventKind kind = EventKind::Labelled;
    PartialDate date;
    std::optional<PartialDate> label_date;
    std::optional<Window> window;
    std::vector<ClusterIndex> from;
    std::vector<ClusterIndex> to;
    Text note;
    std::string name_before; // of a renaming
    std::string name_after;
    bool partial = false;    // not a full take-over
    bool label_only = false; // only the label moved, the bodies remain
    bool label_gap = false;  // the parents had no label of their own when the merger took place
    Confidence confidence = Confidence::Unknown;
    Sources sources;
    Span span;
    Date effective_day() const { return first_day(label_date ? *label_date : date); }
};

enum class PhaseStatus : std::uint8_t { Past, Current, Requested };

struct Phase {
    int number = 0;
    PhaseStatus status = PhaseStatus::Past;
    std::optional<Date> start;
    std::optional<Date> end;         // last day, included
    std::optional<Date> labels_from; // announcement of its labels, where it began with one
    Text name;
    Text summary;
    std::vector<Text> objectives;
    std::vector<Text> requirements;
    std::vector<Text> commitments; // of the clusters, in a phase that they ask for
    std::vector<FigureIndex> figures;
    Sources sources;
    Span span;
};

enum class Qualifier : std::uint8_t { None, MoreThan, AtLeast, Nearly, About, UpTo };

struct Unit {
    std::string id; // "EUR", "%", "clusters"
    Text name;
};

inline constexpr UnitIndex k_no_unit = 0xFFFFFFFF; // of a number of a story: its label says of what

// A number as published: several values where the source gives several (6, 9 and 52 clusters; 2009 to 2012).
struct Quantity {
    std::vector<double> values;
    Qualifier qualifier = Qualifier::None;
    UnitIndex unit = 0;
};

struct Figure {
    std::string id;
    Quantity quantity;
    PartialDate date;
    std::optional<PartialDate> until; // last year of a period that begins with `date`
    int phase = 0;                    // Phase::number
    std::string topic;                // "count", "money": groups the figures
    Text statement;
    std::vector<ContradictionIndex> disputed_by;
    Sources sources;
    Span span;
};

struct StoryFigure {
    Quantity quantity;
    Text label; // reads right after the number
};

struct Chapter {
    std::string id; // "main-01", "annex-02"
    Text title;
};

enum class StoryKind : std::uint8_t { Box, Annex, Intro };

struct Story {
    std::string id;
    StoryKind kind = StoryKind::Annex;
    ThemeIndex theme = 0;
    std::uint32_t chapter = 0; // Snapshot::chapters
    std::vector<ClusterIndex> clusters;
    std::vector<std::string> named; // other organisations, programmes and places, as printed
    Text title;
    Text summary;
    Text note;
    std::vector<StoryFigure> figures;
    std::optional<int> from_year;
    std::optional<int> to_year;
    Sources sources;
    Span span;
};

struct Theme {
    std::string id;
    Text title;
};

struct Region {
    std::string code;
    Text name;
    std::string capital;
    std::vector<std::string> departments; // codes; their names, where the file has them: Snapshot::departments
    std::vector<std::string> former;      // names of the regions before 2016
};

// Colours and icons that are told apart in every theme (ui/parts.hpp).
enum class Look : std::uint8_t { Agri, Health, Energy, Water, Digital, Mobility, Aero, Industry };
inline constexpr std::size_t k_look_count = 8;

struct Domain {
    std::string id;
    Text name;
    Text short_name;
    std::optional<Look> colour, icon; // as the file says, else as the id does; nothing: what is left
    std::optional<std::uint32_t> rgb; // 0xRRGGBB: of its own, in place of what is left
};

struct Sector {
    std::string id;
    DomainIndex domain = 0;
    Text name;
};

// A word of a closed list that the snapshot itself defines: label terms, classes, countries.
struct Named {
    std::string id;
    Text name;
    Text detail; // the same in full, may be empty
};

// A published list of clusters, whose names are kept as printed (Cluster::rosters).
struct Roster {
    std::string id; // "2007"
    PartialDate date;
    Text title;
    Sources sources;
};

enum class SourceKind : std::uint8_t { Document, Web, Recollection, Inference };

struct Source {
    std::string id;
    SourceKind kind = SourceKind::Web;
    std::string title;
    std::string publisher;
    std::optional<PartialDate> date;
    std::string url; // http or https, or empty
    Text note;
    Text licence; // may be empty
};

struct Statement {
    Text says;
    Sources sources;
};

struct Contradiction {
    std::string id;
    Text kind; // "chiffres de dates différentes"
    Text topic;
    std::vector<Statement> statements;
    Text explanation;
    std::vector<FigureIndex> figures;
    Span span;
};

enum class CountKind : std::uint8_t { Official, Press, Derived };
enum class Precision : std::uint8_t { Day, Month, Year };

// A published number of label holders beside the one that follows from the labels.
struct PublishedCount {
    Date date;
    Precision precision = Precision::Day; // of what the source says; the day is then conventional
    int value = 0;
    CountKind kind = CountKind::Official;
    int derived = 0;     // uncertain ends taken at their latest
    int derived_min = 0; // and at their earliest
    Text note;
    Text reason; // of a difference
    Sources sources;
    // As precise as the source.
    PartialDate stated() const {
        PartialDate out = partial(date);
        if (precision != Precision::Day) out.day = 0;
        if (precision == Precision::Year) out.month = 0;
        return out;
    }
};

struct PolicyPartner {
    Text name;
    std::string city;
    std::string country; // ISO 3166-1 alpha-2, may be empty
};

struct PolicyItem {
    Text name; // of a project, a chapter
    Text text;
    Text speaker; // who said it, when the text is quoted
    std::optional<PartialDate> date;
    std::vector<ClusterIndex> clusters;
    std::vector<PolicyPartner> partners;
    std::vector<Quantity> quantities;
    Sources sources; // where they differ from those of the section
};

// A titled passage about the policy: definition, criteria, governance, projects abroad...
struct PolicySection {
    std::string id;
    int phase = 0; // Phase::number, 0: of no phase in particular
    Text title;
    Text lead;
    Text remark; // what to know before believing it
    std::vector<PolicyItem> items;
    Sources sources;
    Span span;
};

// How a part of the guide is shown. All but the last two show a passage of the policy.
enum class GuideShow : std::uint8_t {
    Text,     // point by point
    Path,     // its points as the steps of a way
    Sum,      // its numbers, of which the largest is the others' sum
    Partners, // who works with whom, and where
    Phases,   // all phases side by side
    Figures
};

struct GuidePart {
    GuideShow show = GuideShow::Text;
    std::optional<PolicyIndex> policy;
    Text title; // of figures
    std::vector<FigureIndex> figures;
};

// A chapter of what explains the policy to whom it is new. What no chapter shows is the last one, without a title.
struct GuideChapter {
    std::string id;
    Text title;
    Text lead;
    std::vector<GuidePart> parts;
};

// A word of the texts that not everybody knows.
struct GlossaryTerm {
    std::string id;
    Text term;
    Text meaning;
    Sources sources;
};

// One scene of the kiosk.
struct TourStop {
    ClusterIndex cluster = 0;
    std::optional<StoryIndex> story;
    std::optional<PartialDate> date;
};

struct Meta {
    std::vector<Lang> languages; // of the texts, the one to fall back on first
    Text title;
    Text description;
    PartialDate snapshot_date; // when the facts were gathered
    PartialDate default_date;  // the newest date that the sources support
    Text licence;
    Text authorship;
    std::string map;        // file beside the snapshot, which the page fetches; may be empty
    std::string report_url; // where a reader reports an error; may be empty
    std::vector<TourStop> tour;
};

struct Snapshot {
    Meta meta;
    std::vector<Source> sources;
    std::vector<Region> regions;
    std::vector<Named> departments; // of all regions, by code; some without a name
    std::vector<Domain> domains;
    std::vector<Sector> sectors;
    std::vector<Named> terms;
    std::vector<Named> classes;
    std::vector<Unit> units;
    std::vector<Named> countries; // ids: ISO 3166-1 alpha-2
    std::vector<Roster> rosters;
    std::vector<Chapter> chapters;
    std::vector<Phase> phases; // in number order
    std::vector<Cluster> clusters;
    std::vector<Event> events; // in date order
    std::vector<Figure> figures;
    std::vector<Theme> themes;
    std::vector<Story> stories;
    std::vector<PolicySection> policy;
    std::vector<GuideChapter> guide;
    std::vector<GlossaryTerm> glossary;
    std::vector<Contradiction> contradictions;
    std::vector<PublishedCount> counts; // in date order
    std::string raw;                    // the file as it was read
    std::vector<ClusterIndex> clusters_by_id;

    std::string_view text_of(Span span) const;
    // After filling `clusters` by hand (tests, synthetic data), before the first look-up.
    void index_ids();
    std::optional<ClusterIndex> find_cluster(std::string_view id) const;
    std::optional<RegionIndex> find_region(std::string_view code) const;
    const Named* find_department(std::string_view code) const; // nothing: no such department
    std::optional<DomainIndex> find_domain(std::string_view id) const;
    std::optional<SectorIndex> find_sector(std::string_view id) const;
    std::optional<TermIndex> find_term(std::string_view id) const;
    std::optional<ClassIndex> find_class(std::string_view id) const;
    std::optional<RosterIndex> find_roster(std::string_view id) const;
    std::optional<ThemeIndex> find_theme(std::string_view id) const;
    std::optional<SourceIndex> find_source(std::string_view id) const;
    std::optional<StoryIndex> find_story(std::string_view id) const;
    std::optional<FigureIndex> find_figure(std::string_view id) const;
};

}
