#include "core/read/list_row.hpp"

#include "core/base/messages.hpp"
#include "core/explore/facets.hpp"
#include "core/explore/snapshot_index.hpp"
#include "core/read/wording.hpp"

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

std::string row_words(const Reading& input, const ListRow& row) {
    const Lang lang = input.lang();
    std::vector<std::string> parts = {row.domain};
    const auto& seat = input.snapshot.clusters[row.cluster].seat;
    if (seat && !seat->city.empty()) parts.push_back(seat_words(*seat, lang));
    parts.push_back(row.region);
    if (!row.since.empty()) parts.push_back(say(Msg::RowSince, lang, {row.since}));
    const std::string phases = phase_numbers(input, row);
    if (!phases.empty()) parts.push_back(say(Msg::RowPhases, lang, {phases}));
    parts.push_back(row.term);
    if (row.stories > 0) parts.push_back(say_count(Plural::RowStories, lang, row.stories));
    parts.push_back(change_mark_words(row.change, lang));
    std::erase_if(parts, [](const std::string& part) { return part.empty(); });
    return join(parts);
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
