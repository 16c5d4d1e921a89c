#pragma once
// A cluster as one row of the list, and the list's title: what the table, the phone's rows and the text version say of
// it.

#include "core/explore/sort.hpp"
#include "core/read/reading.hpp"

#include <string>
#include <vector>

namespace atlas {

// One row in words, in the language of the interface; empty where nothing is known.
struct ListRow {
    ClusterIndex cluster = 0;
    std::string name, domain, city, department, region, since, term;
    std::uint32_t stories = 0;
    std::vector<bool> phases; // decided phases, in order: labelled at some time of it
    ChangeKind change = ChangeKind::None;
    bool holds = false;
};
[[nodiscard]] ListRow list_row(const Reading& input, ClusterIndex cluster);
// What a row tells, column by column; a table that draws fewer of them still says them all.
enum class ListColumn : std::uint8_t { Name, Domain, Seat, Region, Label, Phases, Term, List, Change, Stories };
// In order; List and Change only where a list is in force and where two dates are compared.
[[nodiscard]] std::vector<ListColumn> list_columns(const Reading& input);
[[nodiscard]] std::string column_name(const Reading& input, ListColumn column);
// One for each of list_columns(): "Saint-Étienne-du-Rouvray (76)", "I, II et V", "fusionné".
[[nodiscard]] std::vector<std::string> list_cells(const Reading& input, const ListRow& row);
[[nodiscard]] std::string list_title(const Reading& input);
[[nodiscard]] SortOrder list_order(const Reading& input);
// "I, II et V": "I à V" would claim what lies between, so each phase is named.
[[nodiscard]] std::string phase_numbers(const Reading& input, const ListRow& row);
// "entré", "fusionné"; empty where nothing changed.
[[nodiscard]] std::string change_mark_words(ChangeKind change, Lang lang);

}
