#include "core/read/list_row.hpp"

#include "core/base/messages.hpp"
#include "core/explore/facets.hpp"
#include "core/explore/snapshot_index.hpp"
#include "core/read/label_words.hpp"
#include "core/read/wording.hpp"
#include "core/time/printed_list.hpp"

#include <algorithm>

namespace atlas {

namespace {

bool held_during(const Cluster& cluster, const Phase& phase) {
    return std::any_of(cluster.labels.begin(), cluster.labels.end(), [&](const Label& label) {
        const bool has_begun = !phase.end || label.from <= *phase.end;
        return has_begun && (!label.to || *phase.start < *label.to);
    });
}

std::vector<bool> phases_of(const Snapshot& snapshot, const Cluster& cluster) {
    std::vector<bool> held;
    for (const Phase& phase : snapshot.phases) {
        if (phase.start && phase.status != PhaseStatus::Requested) held.push_back(held_during(cluster, phase));
    }
    return held;
}

std::string term_words(const Reading& input, ClusterIndex cluster) {
    if (input.result.holds[cluster] == 0) return {};
    const auto term = term_at(input.snapshot, cluster, last_day(input.state().date));
    const std::string id = term ? input.snapshot.terms[*term].id : std::string();
    return id.empty() ? id : facet_value_name(input.snapshot, Facet::Term, id, input.lang());
}

}

std::string phase_numbers(const Reading& input, const ListRow& row) {
    std::vector<std::string> numbers;
    std::size_t i = 0;
    for (const Phase& phase : input.snapshot.phases) {
        if (!phase.start || phase.status == PhaseStatus::Requested) continue;
        if (i < row.phases.size() && row.phases[i]) numbers.push_back(roman(phase.number));
        ++i;
    }
    return join_and(numbers, input.lang());
}

std::string change_mark_words(ChangeKind change, Lang lang) {
    switch (change) {
    case ChangeKind::Entered:
        return std::string(say(Msg::MarkEntered, lang));
    case ChangeKind::Left:
        return std::string(say(Msg::MarkLeft, lang));
    case ChangeKind::Merged:
        return std::string(say(Msg::MarkMerged, lang));
    case ChangeKind::Renamed:
        return std::string(say(Msg::MarkRenamed, lang));
    case ChangeKind::None:
    case ChangeKind::Continued:
        break;
    }
    return {};
}

ListRow list_row(const Reading& input, ClusterIndex index) {
    const Snapshot& snapshot = input.snapshot;
    const Cluster& cluster = snapshot.clusters[index];
    ListRow row;
    row.cluster = index;
    row.name = cluster.name;
    row.domain = snapshot.domains[cluster.domain].short_name.in(input.lang());
    if (cluster.seat) {
        row.city = cluster.seat->city;
        row.department = cluster.seat->department;
        if (cluster.seat->region) row.region = snapshot.regions[*cluster.seat->region].name.in(input.lang());
    }
    if (!cluster.labels.empty() && cluster.labels.front().from_stated.is_known())
        row.since = std::to_string(civil(cluster.labels.front().from).year);
    row.term = term_words(input, index);
    row.stories = input.index.facets.stories_per_cluster[index];
    row.phases = phases_of(snapshot, cluster);
    if (input.result.changes) row.change = change_of(*input.result.changes, index);
    row.holds = input.result.holds[index] != 0;
    return row;
}

std::vector<ListColumn> list_columns(const Reading& input) {
    std::vector<ListColumn> columns{ListColumn::Name,  ListColumn::Domain, ListColumn::Seat, ListColumn::Region,
                                    ListColumn::Label, ListColumn::Phases, ListColumn::Term};
    if (list_at(input.snapshot, last_day(input.state().date))) columns.push_back(ListColumn::List);
    if (input.result.changes) columns.push_back(ListColumn::Change);
    columns.push_back(ListColumn::Stories);
    return columns;
}

std::string column_name(const Reading& input, ListColumn column) {
    // By ListColumn; List names its list.
    static constexpr Msg k_names[] = {Msg::ColumnName, Msg::FacetDomain,  Msg::ColumnSeat, Msg::ColumnRegion,
                                      Msg::CardLabel,  Msg::ColumnPhases, Msg::FacetTerm,  Msg::CardFactList,
                                      Msg::TextChange, Msg::FacetStories};
    const Msg name = k_names[static_cast<std::size_t>(column)];
    const auto list = column == ListColumn::List ? list_at(input.snapshot, last_day(input.state().date)) : std::nullopt;
    return list ? say(name, input.lang(), {input.snapshot.rosters[*list].id}) : std::string(say(name, input.lang()));
}

namespace {

// Of one that will hold its first label after the date, that one.
std::string label_words(const Reading& input, const Cluster& cluster) {
    if (cluster.labels.empty()) return {};
    const Label* found = last_label_by(cluster, last_day(input.state().date));
    return interval_words(found != nullptr ? *found : cluster.labels.front(), input.lang());
}

std::string cell_words(const Reading& input, const ListRow& row, ListColumn column) {
    const Snapshot& snapshot = input.snapshot;
    const Cluster& cluster = snapshot.clusters[row.cluster];
    const Lang lang = input.lang();
    const auto known = [&](std::string words) { return words.empty() ? std::string(say(Msg::Unknown, lang)) : words; };
    switch (column) {
    case ListColumn::Name:
        return row.name;
    case ListColumn::Domain:
        return known(snapshot.domains[cluster.domain].name.in(lang));
    case ListColumn::Seat:
        return known(cluster.seat ? seat_words(*cluster.seat, lang) : std::string());
    case ListColumn::Region:
        return known(row.region);
    case ListColumn::Label:
        return known(label_words(input, cluster));
    case ListColumn::Phases:
        return phase_numbers(input, row);
    case ListColumn::Term:
        return row.term;
    case ListColumn::List: {
        const auto list = list_at(snapshot, last_day(input.state().date));
        return std::string(say(list && is_on(cluster, *list) ? Msg::CsvYes : Msg::CsvNo, lang));
    }
    case ListColumn::Change:
        return change_mark_words(row.change, lang);
    case ListColumn::Stories:
        return format_number(row.stories, lang);
    }
    return {};
}

}

std::vector<std::string> list_cells(const Reading& input, const ListRow& row) {
    std::vector<std::string> cells;
    for (const ListColumn column : list_columns(input)) cells.push_back(cell_words(input, row, column));
    return cells;
}

std::string list_title(const Reading& input) {
    const Result& result = input.result;
    const Lang lang = input.lang();
    const std::string shown = format_number(result.shown_count, lang), total = holders_words(input);
    const bool has_others = std::any_of(result.shown.begin(), result.shown.end(),
                                        [&](ClusterIndex cluster) { return result.holds[cluster] == 0; });
    if (has_others)
        return say(Plural::ListFound, lang, result.shown_count, {shown, date_phrase(input.state().date, input.lang())});
    if (result.shown_count == result.total) {
        return say(Plural::ListTitle, lang, result.shown_count, {total, date_phrase(input.state().date, input.lang())});
    }
    return say(Plural::ListSome, lang, result.shown_count,
               {shown, total, date_phrase(input.state().date, input.lang())});
}

SortOrder list_order(const Reading& input) {
    return {input.ui().sort_column, input.ui().sort_descending, input.lang()};
}

}
