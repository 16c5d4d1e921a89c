#include "core/scene/lineage/compare_parts.hpp"

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

ChangeColumn column(const LayoutInput& input, ChangeKind kind, const std::vector<ClusterIndex>& clusters) {
    ChangeColumn made{kind, static_cast<std::int32_t>(clusters.size()), {}, {}};
    for (const ClusterIndex cluster : clusters) made.names.push_back(input.snapshot.clusters[cluster].short_name);
    return made;
}

}

std::vector<ChangeColumn> change_columns(const LayoutInput& input, const Changes& changes) {
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

void draw_change_mark(Pen& pen, Point at, ChangeKind kind, float scale) {
    switch (kind) {
    case ChangeKind::Entered:
        draw_glyph(pen, at, Glyph::Entry, scale);
        break;
    case ChangeKind::Left:
        draw_glyph(pen, at, Glyph::End, scale);
        break;
    case ChangeKind::Merged:
        draw_glyph(pen, at, Glyph::Merger, scale);
        break;
    case ChangeKind::Renamed:
        draw_glyph(pen, at, Glyph::Renaming, scale);
        break;
    case ChangeKind::Continued:
        pen.rect({at.x - 3.0f * scale, at.y - 1.0f * scale, 6.0f * scale, 2.0f * scale}, Ink::Text2);
        break;
    case ChangeKind::None:
        break;
    }
}

std::string change_kind_name(ChangeKind kind, Lang lang) {
    switch (kind) {
    case ChangeKind::Entered:
        return std::string(say(Msg::ChangeEntered, lang));
    case ChangeKind::Left:
        return std::string(say(Msg::ChangeLeft, lang));
    case ChangeKind::Merged:
        return std::string(say(Msg::ChangeMerged, lang));
    case ChangeKind::Renamed:
        return std::string(say(Msg::ChangeRenamed, lang));
    case ChangeKind::Continued:
        return std::string(say(Msg::ChangeContinued, lang));
    case ChangeKind::None:
        break;
    }
    return {};
}

}
