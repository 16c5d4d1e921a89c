#include "core/read/story_words.hpp"

#include "core/base/messages.hpp"
#include "core/read/wording.hpp"

#include <algorithm>

namespace atlas {

namespace {

std::string years_of(const Story& story, Lang lang) {
    if (story.from_year && story.to_year)
        return say(Msg::StoryYears, lang, {year_span(*story.from_year, *story.to_year)});
    if (story.from_year) return say(Msg::StoryYearsFrom, lang, {std::to_string(*story.from_year)});
    if (story.to_year) return say(Msg::StoryYearsTo, lang, {std::to_string(*story.to_year)});
    return {};
}

}

std::vector<const Story*> stories_of(const Snapshot& snapshot, ClusterIndex cluster) {
    std::vector<const Story*> stories;
    for (const Story& story : snapshot.stories)
        if (std::find(story.clusters.begin(), story.clusters.end(), cluster) != story.clusters.end())
            stories.push_back(&story);
    std::stable_partition(stories.begin(), stories.end(), [](const Story* story) { return !story->figures.empty(); });
    return stories;
}

std::string other_clusters_words(const Reading& input, const Story& story, ClusterIndex but) {
    std::vector<std::string> names;
    for (const ClusterIndex index : story.clusters)
        if (index != but) names.push_back(input.snapshot.clusters[index].short_name);
    if (names.size() > 2) return say(Msg::CardStoryWith, input.lang(), {names.front() + "…"});
    return names.empty() ? std::string() : say(Msg::CardStoryWith, input.lang(), {join_and(names, input.lang())});
}

std::string story_figure_words(const Snapshot& snapshot, const StoryFigure& figure, Lang lang) {
    return quantity_words(snapshot, figure.quantity, lang, Wording::Words) + " " + figure.label.in(lang);
}

std::string story_place_words(const Snapshot& snapshot, const Story& story, Lang lang) {
    std::string words = years_of(story, lang);
    if (story.chapter < snapshot.chapters.size())
        words += (words.empty() ? "" : " · ") +
                 say(Msg::StoryChapter, lang, {snapshot.chapters[story.chapter].title.in(lang)});
    return words;
}

std::string story_cluster_words(const Reading& input, ClusterIndex index) {
    const Cluster& cluster = input.snapshot.clusters[index];
    std::string words = cluster.seat ? seat_words(*cluster.seat, input.lang()) : std::string();
    if (index < input.result.holds.size() && input.result.holds[index] == 0)
        words += (words.empty() ? "" : " · ") + std::string(say(Msg::StoryOutsideRoster, input.lang()));
    return words;
}

}
