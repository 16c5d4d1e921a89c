#pragma once
// How facts read in words and figures, in each language: quantities ("> 1 Md€", "plus de 1 Md€"), spans, places,
// sources, names and labels at a date. Used by cards, figures, sheets and exports alike, so that one fact reads the
// same everywhere. Nothing is rounded: a value keeps the digits that its source gives, up to hundredths.

#include "core/base/messages.hpp"
#include "core/read/reading.hpp"

#include <string>

namespace atlas {

// The host's own, or the snapshot's.
[[nodiscard]] const std::string& title_of(const Reading& input);
enum class Wording : std::uint8_t { Sign, Words }; // "> 1 Md€" · "plus de 1 Md€"

[[nodiscard]] std::string quantity_words(const Snapshot& snapshot, const Quantity& quantity, Lang lang,
                                         Wording wording = Wording::Sign);
// "pôles", "entreprises"; empty where the number already says it (euros, percent, years).
[[nodiscard]] std::string unit_words(const Snapshot& snapshot, const Quantity& quantity, Lang lang);
[[nodiscard]] std::string money_words(double euros, Lang lang);

[[nodiscard]] std::string year_span(int from, int to); // "2019–2022"
[[nodiscard]] std::string phase_span(const Phase& phase);
[[nodiscard]] const Phase* find_phase(const Snapshot& snapshot, int number);

// The former name that was in use on a day; nothing when it is the one of today. A change that is only known to lie
// between two dates counts from the later one.
[[nodiscard]] const std::string* former_name_on(const Cluster& cluster, Date day);

[[nodiscard]] std::string date_phrase(PartialDate date, Lang lang);      // "en mars 2023", "le 5 février 2019"
[[nodiscard]] std::string seat_words(const Seat& seat, Lang lang);       // "Town (69)"
[[nodiscard]] std::string source_words(const Source& source, Lang lang); // "Title, publisher, 2007"
[[nodiscard]] std::string sources_words(const Snapshot& snapshot, const Sources& sources, Lang lang); // "…; …"
// Adds the sources that are not there yet.
void add_sources(Sources& to, const Sources& from);
[[nodiscard]] Sources sources_of(const Snapshot& snapshot, ClusterIndex cluster);

// How many label holders the date has: "53", or "53 to 56" while some ends are not dated.
[[nodiscard]] std::string holders_words(const Reading& input);
[[nodiscard]] bool are_holders_uncertain(const Reading& input);

}
