// Every story, by theme: its figures, its text, its clusters, where it stands.

#include "core/read/read_parts.hpp"
#include "core/read/story_words.hpp"
#include "core/read/wording.hpp"

namespace atlas {

namespace {

void read_story(const ReadInput& input, const Story& story, SectionWriter section) {
    const Snapshot& snapshot = input.snapshot;
    const Lang lang = input.lang();
    std::vector<std::string> figures;
    for (const StoryFigure& figure : story.figures) figures.push_back(story_figure_words(snapshot, figure, lang));
    section.list(figures);
    section.paragraph(section.told(story.summary));
    if (!story.named.empty()) section.paragraph(say(Msg::StoryNamed, lang, {join(story.named)}));
    section.paragraph(section.told(story.note));
    std::vector<Phrase> clusters;
    for (const ClusterIndex index : story.clusters) {
        Phrase cluster = input.named(index);
        if (const std::string words = story_cluster_words(input, index); !words.empty()) cluster.words += ", " + words;
        clusters.push_back(std::move(cluster));
    }
    section.list(std::move(clusters));
    section.paragraph(story_place_words(snapshot, story, lang));
    for (const SourceIndex source : story.sources)
        section.paragraph(say(Msg::StorySource, lang, {source_words(snapshot.sources[source], lang)}));
}

}

void read_stories(const ReadInput& input, SectionWriter& root) {
    const Snapshot& snapshot = input.snapshot;
    if (snapshot.stories.empty()) return;
    SectionWriter section = root.begin("stories", {std::string(say(Msg::StoriesTitle, input.lang()))});
    for (ThemeIndex i = 0; i < snapshot.themes.size(); ++i) {
        std::vector<const Story*> stories;
        for (const Story& story : snapshot.stories)
            if (story.theme == i) stories.push_back(&story);
        if (stories.empty()) continue;
        SectionWriter theme = section.begin("theme/" + snapshot.themes[i].id, section.told(snapshot.themes[i].title));
        for (const Story* story : stories)
            read_story(input, *story, theme.begin("story/" + story->id, theme.told(story->title)));
    }
}

}
