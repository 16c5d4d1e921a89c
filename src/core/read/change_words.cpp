#include "core/read/change_words.hpp"

#include "core/base/messages.hpp"

#include <algorithm>

namespace atlas {

namespace {

Plural words_of(ChangeKind kind) {
    switch (kind) {
    case ChangeKind::Entered:
        return Plural::ChangeEnteredCount;
    case ChangeKind::Left:
        return Plural::ChangeLeftCount;
    case ChangeKind::Merged:
        return Plural::ChangeMergedCount;
    case ChangeKind::Renamed:
        return Plural::ChangeRenamedCount;
    default:
        return Plural::ChangeContinuedCount;
    }
}

std::string names_of(const Snapshot& snapshot, const std::vector<ClusterIndex>& clusters) {
    std::vector<std::string> names;
    names.reserve(clusters.size());
    for (const ClusterIndex cluster : clusters) names.push_back(snapshot.clusters[cluster].short_name);
    return join(names, " + ");
}

// The absorber is named once, on the right.
std::string merger_words(const Snapshot& snapshot, const Merger& merger, Lang lang) {
    std::vector<ClusterIndex> from;
    for (const ClusterIndex cluster : merger.from)
        if (std::find(merger.to.begin(), merger.to.end(), cluster) == merger.to.end()) from.push_back(cluster);
    return say(Msg::ChangeMergedFromTo, lang,
               {names_of(snapshot, from.empty() ? merger.from : from), names_of(snapshot, merger.to)});
}

ChangeColumn column(const Reading& input, ChangeKind kind, const std::vector<ClusterIndex>& clusters) {
    ChangeColumn made{kind, static_cast<std::int32_t>(clusters.size()), {}, {}};
    for (const ClusterIndex cluster : clusters) made.names.push_back(input.snapshot.clusters[cluster].short_name);
    return made;
}

}

std::vector<ChangeColumn> change_columns(const Reading& input, const Changes& changes) {
    std::vector<ChangeColumn> columns{column(input, ChangeKind::Entered, changes.entered),
                                      column(input, ChangeKind::Left, changes.left),
                                      {ChangeKind::Merged, static_cast<std::int32_t>(changes.merged.size()), {}, {}},
                                      column(input, ChangeKind::Renamed, changes.renamed),
                                      column(input, ChangeKind::Continued, changes.continued)};
    for (const Merger& merger : changes.merged)
        columns[2].names.push_back(merger_words(input.snapshot, merger, input.lang()));
    for (ChangeColumn& made : columns) {
        const std::string all = say_count(words_of(made.kind), input.lang(), made.count);
        made.words = all.substr(all.find(' ') + 1);
    }
    return columns;
}

ChangeSentence compare_sentence(const Reading& input) {
    PartialDate a = *input.state().compare, b = input.state().date;
    if (last_day(b) < last_day(a)) std::swap(a, b);
    return change_sentence({input.snapshot, *input.result.changes, a, b, input.lang()});
}

}
