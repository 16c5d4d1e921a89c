#include "core/explore/facet_traits.hpp"

#include "core/base/order.hpp"
#include "core/explore/facets.hpp"
#include "core/time/roster.hpp"

#include <algorithm>
#include <array>

namespace atlas {

namespace {

using Values = std::vector<std::string>;

template<class Record, class Id>
Values ids_of(const std::vector<Record>& records, Id id) {
    Values values;
    values.reserve(records.size());
    for (const Record& record : records) values.push_back(record.*id);
    return values;
}

template<class Index>
void add(FacetPlaces& places, std::optional<Index> index) {
    if (index) places.push_back(*index);
}

template<class Record, class Index>
std::string name_or_id(const std::vector<Record>& records, std::optional<Index> index, std::string_view id, Lang lang) {
    return index ? records[*index].name.in(lang) : std::string(id);
}

std::string said(Msg message, Lang lang) {
    return std::string(say(message, lang));
}

std::string id_itself(const Snapshot&, std::string_view value, Lang) {
    return std::string(value);
}

Values region_codes(const Snapshot& snapshot) {
    return ids_of(snapshot.regions, &Region::code);
}

std::string region_word(const Snapshot& snapshot, std::string_view value, Lang lang) {
    return name_or_id(snapshot.regions, snapshot.find_region(value), value, lang);
}

// Only departments with a seat: most of the hundred have none.
Values seat_departments(const Snapshot& snapshot) {
    Values values;
    for (const Cluster& cluster : snapshot.clusters) {
        if (cluster.seat && !cluster.seat->department.empty()) values.push_back(cluster.seat->department);
    }
    sort_stable(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

bool is_department(const Snapshot& snapshot, std::string_view code) {
    return snapshot.find_department(code) != nullptr;
}

void find_department(const FacetFacts& facts, FacetPlaces& places) {
    if (facts.record().seat) add(places, facts.column.find(facts.record().seat->department));
}

std::string department_word(const Snapshot& snapshot, std::string_view code, Lang lang) {
    const Named* department = snapshot.find_department(code);
    if (department == nullptr || department->name.empty()) return std::string(code);
    return department->name.in(lang) + " (" + std::string(code) + ")";
}

Values term_values(const Snapshot& snapshot) {
    Values values = ids_of(snapshot.terms, &Named::id);
    values.emplace_back(k_value_unknown);
    return values;
}

void find_term(const FacetFacts& facts, FacetPlaces& places) {
    if (!facts.holds) return;
    const std::optional<TermIndex> term = term_at(facts.snapshot, facts.cluster, facts.date);
    places.push_back(term ? *term : facts.snapshot.terms.size());
}

// The snapshot writes terms as they stand inside a sentence.
std::string term_word(const Snapshot& snapshot, std::string_view value, Lang lang) {
    if (value == k_value_unknown) return said(Msg::TermUnknown, lang);
    std::string word = name_or_id(snapshot.terms, snapshot.find_term(value), value, lang);
    if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
}

Values phase_numbers(const Snapshot& snapshot) {
    Values values;
    for (const Phase& phase : snapshot.phases) {
        if (phase.start) values.push_back(std::to_string(phase.number));
    }
    return values;
}

bool is_phase_number(const Snapshot& snapshot, std::string_view value) {
    return std::any_of(snapshot.phases.begin(), snapshot.phases.end(),
                       [&](const Phase& phase) { return std::to_string(phase.number) == value; });
}

// The last phase begun when the first label was given; a label from before the first phase belongs to the first.
void find_entry(const FacetFacts& facts, FacetPlaces& places) {
    if (facts.record().labels.empty() || !facts.record().labels.front().from_stated.is_known()) return;
    std::size_t place = 0, next = 0;
    for (const Phase& phase : facts.snapshot.phases) {
        if (!phase.start) continue;
        if (*phase.start <= facts.record().labels.front().from) place = next;
        ++next;
    }
    if (next > 0) places.push_back(place);
}

std::string phase_word(const Snapshot&, std::string_view number, Lang) {
    int phase = 0;
    for (const char c : number) phase = c >= '0' && c <= '9' && phase < 1000 ? phase * 10 + (c - '0') : phase;
    return roman(phase);
}

void find_status(const FacetFacts& facts, FacetPlaces& places) {
    if (facts.holds) {
        places.push_back(0);
    } else if (facts.index.first_end_day[facts.cluster] <= facts.date.days) {
        places.push_back(facts.index.merger_day[facts.cluster] <= facts.date.days ? 2 : 1);
    }
}

std::string status_word(const Snapshot&, std::string_view value, Lang lang) {
    if (value == "ended") return said(Msg::StatusEnded, lang);
    return said(value == "merged" ? Msg::StatusMerged : Msg::StatusLabelled, lang);
}

std::string theme_word(const Snapshot& snapshot, std::string_view value, Lang lang) {
    const auto theme = snapshot.find_theme(value);
    return theme ? snapshot.themes[*theme].title.in(lang) : std::string(value);
}

constexpr FacetTraits k_facets[] = {
    {.facet = Facet::Domain, // of the main sector
     .key = "domains",
     .link = "dom",
     .fold = FacetFold::Open,
     .name = Msg::FacetDomain,
     .values = [](const Snapshot& snapshot) { return ids_of(snapshot.domains, &Domain::id); },
     .find = [](const FacetFacts& facts, FacetPlaces& places) { places.push_back(facts.record().domain); },
     .word =
         [](const Snapshot& snapshot, std::string_view value, Lang lang) {
             const auto domain = snapshot.find_domain(value);
             return domain ? snapshot.domains[*domain].short_name.in(lang) : std::string(value);
         }},
    {.facet = Facet::Term,
     .key = "terms",
     .link = "term",
     .fold = FacetFold::OpenWhereWide,
     .is_dated = true,
     .name = Msg::FacetTerm,
     .chip = Msg::ChipTerm,
     .values = term_values,
     .find = find_term,
     .word = term_word},
    {.facet = Facet::Region,
     .key = "regions",
     .link = "reg",
     .order = FacetOrder::ByName,
     .name = Msg::FacetRegion,
     .values = region_codes,
     .find =
         [](const FacetFacts& facts, FacetPlaces& places) {
             if (facts.record().seat) add(places, facts.record().seat->region);
         },
     .word = region_word},
    {.facet = Facet::Covered,
     .key = "covered",
     .link = "cov",
     .order = FacetOrder::ByName,
     .name = Msg::FacetCovered,
     .chip = Msg::ChipCovered,
     .values = region_codes,
     .find =
         [](const FacetFacts& facts, FacetPlaces& places) {
             for (const RegionIndex region : facts.record().regions_covered) places.push_back(region);
         },
     .word = region_word},
    {.facet = Facet::Sector,
     .key = "sectors",
     .link = "sec",
     .order = FacetOrder::ByName,
     .name = Msg::FacetSector,
     .values = [](const Snapshot& snapshot) { return ids_of(snapshot.sectors, &Sector::id); },
     .find =
         [](const FacetFacts& facts, FacetPlaces& places) {
             for (const SectorIndex sector : facts.record().sectors) places.push_back(sector);
         },
     .word = [](const Snapshot& snapshot, std::string_view value,
                Lang lang) { return name_or_id(snapshot.sectors, snapshot.find_sector(value), value, lang); }},
    {.facet = Facet::Status,
     .key = "statuses",
     .link = "status",
     .scope = FacetScope::Everybody,
     .is_dated = true,
     .name = Msg::FacetStatus,
     .values =
         [](const Snapshot&) {
             return Values{"labelled", "ended", "merged"};
         },
     .find = find_status,
     .word = status_word},
    {.facet = Facet::Roster,
     .key = "roster",
     .link = "list",
     .takes = FacetTakes::One,
     .form = FacetForm::IdOrNull,
     .scope = FacetScope::Everybody,
     .name = Msg::FacetRoster,
     .value = Msg::RosterOf,
     .values = [](const Snapshot& snapshot) { return ids_of(snapshot.rosters, &Roster::id); },
     .find =
         [](const FacetFacts& facts, FacetPlaces& places) {
             for (const RosterName& entry : facts.record().rosters) places.push_back(entry.roster);
         },
     .word = id_itself},
    {.facet = Facet::Entry,
     .key = "entries",
     .link = "entry",
     .name = Msg::FacetEntry,
     .value = Msg::EntryPhase,
     .chip = Msg::ChipEntry,
     .values = phase_numbers,
     .allows = is_phase_number,
     .find = find_entry,
     .word = phase_word},
    {.facet = Facet::Class,
     .key = "classes",
     .link = "class",
     .name = Msg::FacetClass,
     .chip = Msg::ChipClass,
     .values = [](const Snapshot& snapshot) { return ids_of(snapshot.classes, &Named::id); },
     .find = [](const FacetFacts& facts, FacetPlaces& places) { add(places, facts.record().cluster_class); },
     .word = [](const Snapshot& snapshot, std::string_view value,
                Lang lang) { return name_or_id(snapshot.classes, snapshot.find_class(value), value, lang); }},
    {.facet = Facet::Department,
     .key = "departments",
     .link = "dep",
     .name = Msg::FacetDepartment,
     .values = seat_departments,
     .allows = is_department,
     .find = find_department,
     .word = department_word},
    {.facet = Facet::Theme,
     .key = "themes",
     .link = "topic",
     .order = FacetOrder::ByName,
     .name = Msg::FacetTheme,
     .chip = Msg::ChipTheme,
     .values = [](const Snapshot& snapshot) { return ids_of(snapshot.themes, &Theme::id); },
     .find =
         [](const FacetFacts& facts, FacetPlaces& places) {
             for (const ThemeIndex theme : facts.index.story_themes[facts.cluster]) places.push_back(theme);
         },
     .word = theme_word},
    {.facet = Facet::Stories,
     .key = "stories",
     .link = "stories",
     .takes = FacetTakes::One,
     .name = Msg::FacetStories,
     .values =
         [](const Snapshot&) {
             return Values{"with", "without"};
         },
     .find = [](const FacetFacts& facts,
                FacetPlaces& places) { places.push_back(facts.index.stories_per_cluster[facts.cluster] > 0 ? 0 : 1); },
     .word = [](const Snapshot&, std::string_view value,
                Lang lang) { return said(value == "with" ? Msg::StoriesWith : Msg::StoriesWithout, lang); }},
};
static_assert(std::size(k_facets) == k_facet_count);

constexpr auto k_row_of_facet = [] {
    std::array<std::size_t, k_facet_count> rows{};
    for (std::size_t& row : rows) row = k_facet_count;
    for (std::size_t i = 0; i < k_facet_count; ++i) rows[static_cast<std::size_t>(k_facets[i].facet)] = i;
    return rows;
}();
static_assert(std::find(k_row_of_facet.begin(), k_row_of_facet.end(), k_facet_count) == k_row_of_facet.end());

}

const FacetTraits& traits_of(Facet facet) {
    return k_facets[k_row_of_facet[static_cast<std::size_t>(facet)]];
}

std::span<const FacetTraits> facets_as_shown() {
    return k_facets;
}

std::string_view facet_key(Facet facet) {
    return traits_of(facet).key;
}

std::optional<Facet> facet_of_link(std::string_view name) {
    const auto row = std::find_if(std::begin(k_facets), std::end(k_facets),
                                  [&](const FacetTraits& traits) { return traits.link == name; });
    return row == std::end(k_facets) ? std::nullopt : std::optional(row->facet);
}

}
