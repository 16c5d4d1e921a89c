#include "core/base/messages.hpp"
#include "core/explore/departments.hpp"
#include "core/explore/facets.hpp"

namespace atlas {

namespace {

template<class Record, class Index>
std::string name_or_id(const std::vector<Record>& records, std::optional<Index> index, std::string_view id, Lang lang) {
    return index ? records[*index].name.in(lang) : std::string(id);
}

std::string department_words(std::string_view code) {
    const std::string_view name = department_name(code);
    return name.empty() ? std::string(code) : std::string(name) + " (" + std::string(code) + ")";
}

std::string status_words(std::string_view value, Lang lang) {
    if (value == "ended") return std::string(say(Msg::StatusEnded, lang));
    if (value == "merged") return std::string(say(Msg::StatusMerged, lang));
    return std::string(say(Msg::StatusLabelled, lang));
}

// The snapshot writes terms as they stand inside a sentence.
std::string capitalised(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

std::string phase_words(std::string_view number) {
    int phase = 0;
    for (const char c : number) phase = c >= '0' && c <= '9' && phase < 1000 ? phase * 10 + (c - '0') : phase;
    return roman(phase);
}

std::string theme_words(const Snapshot& snapshot, std::string_view value, Lang lang) {
    const auto theme = snapshot.find_theme(value);
    return theme ? snapshot.themes[*theme].title.in(lang) : std::string(value);
}

}

std::string facet_name(Facet facet, Lang lang) {
    static constexpr Msg k_names[k_facet_count] = {Msg::FacetRegion, Msg::FacetCovered, Msg::FacetDepartment,
                                                   Msg::FacetDomain, Msg::FacetSector,  Msg::FacetTerm,
                                                   Msg::FacetClass,  Msg::FacetRoster,  Msg::FacetEntry,
                                                   Msg::FacetStatus, Msg::FacetTheme,   Msg::FacetStories};
    return std::string(say(k_names[static_cast<std::size_t>(facet)], lang));
}

std::string facet_value_name(const Snapshot& snapshot, Facet facet, std::string_view value, Lang lang) {
    switch (facet) {
    case Facet::Region:
    case Facet::Covered:
        return name_or_id(snapshot.regions, snapshot.find_region(value), value, lang);
    case Facet::Department:
        return department_words(value);
    case Facet::Domain: {
        const auto domain = snapshot.find_domain(value);
        return domain ? snapshot.domains[*domain].short_name.in(lang) : std::string(value);
    }
    case Facet::Sector:
        return name_or_id(snapshot.sectors, snapshot.find_sector(value), value, lang);
    case Facet::Term:
        if (value == k_term_unknown) return std::string(say(Msg::TermUnknown, lang));
        return capitalised(name_or_id(snapshot.terms, snapshot.find_term(value), value, lang));
    case Facet::Class:
        return name_or_id(snapshot.classes, snapshot.find_class(value), value, lang);
    case Facet::Roster:
        return say(Msg::RosterOf, lang, {value});
    case Facet::Entry:
        return say(Msg::EntryPhase, lang, {phase_words(value)});
    case Facet::Status:
        return status_words(value, lang);
    case Facet::Theme:
        return theme_words(snapshot, value, lang);
    case Facet::Stories:
        return std::string(say(value == "with" ? Msg::StoriesWith : Msg::StoriesWithout, lang));
    }
    return std::string(value);
}

std::string facet_chip_name(const Snapshot& snapshot, Facet facet, std::string_view value, Lang lang) {
    std::string name = facet_value_name(snapshot, facet, value, lang);
    switch (facet) {
    case Facet::Term:
        return say(Msg::ChipTerm, lang, {name});
    case Facet::Covered:
        return say(Msg::ChipCovered, lang, {name});
    case Facet::Class:
        return say(Msg::ChipClass, lang, {name});
    case Facet::Entry:
        return say(Msg::ChipEntry, lang, {phase_words(value)});
    case Facet::Theme:
        return say(Msg::ChipTheme, lang, {name});
    default:
        return name;
    }
}

}
