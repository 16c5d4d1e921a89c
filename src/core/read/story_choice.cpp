#include "core/read/story_choice.hpp"

#include "core/explore/snapshot_index.hpp"

#include <algorithm>
#include <set>

namespace atlas {

namespace {

bool has_facets(const Filter& filter) {
    return !filter.area.empty() ||
           std::any_of(filter.values.begin(), filter.values.end(), [](const auto& values) { return !values.empty(); });
}

class Chooser {
public:
    explicit Chooser(const Reading& input)
        : m_input(input), m_snapshot(input.snapshot), m_query(fold(input.state().filter.text)),
          m_has_facets(has_facets(input.state().filter)) {
        if (!m_query.empty()) m_found = matching_stories(input.index.search, input.state().filter.text);
        if (!m_has_facets) return;
        if (m_query.empty()) {
            m_passes = input.result.passes;
            return;
        }
        State state = input.state(); // the text is asked of the stories, not of their clusters
        state.filter.text.clear();
        m_passes = evaluate(m_snapshot, input.index, state).passes;
    }

    [[nodiscard]] bool passes(StoryIndex index) const {
        const Story& story = m_snapshot.stories[index];
        const std::vector<std::string>& themes = m_input.state().filter.of(Facet::Theme);
        if (!themes.empty() &&
            std::find(themes.begin(), themes.end(), m_snapshot.themes[story.theme].id) == themes.end())
            return false;
        if (m_has_facets && std::none_of(story.clusters.begin(), story.clusters.end(),
                                         [&](ClusterIndex cluster) { return m_passes[cluster] != 0; }))
            return false;
        return m_query.empty() || m_found.has(index) || names_a_cluster(story);
    }

private:
    [[nodiscard]] bool names_a_cluster(const Story& story) const {
        return std::any_of(story.clusters.begin(), story.clusters.end(), [&](ClusterIndex cluster) {
            return fold(m_snapshot.clusters[cluster].name).find(m_query) != std::string::npos;
        });
    }

    const Reading& m_input;
    const Snapshot& m_snapshot;
    std::string m_query;
    bool m_has_facets;
    Bitset m_found;
    std::vector<std::uint8_t> m_passes;
};

}

StoryChoice choose_stories(const Reading& input) {
    const Snapshot& snapshot = input.snapshot;
    const Chooser chooser(input);
    StoryChoice choice;
    choice.count_by_theme.assign(snapshot.themes.size(), 0);
    std::set<ClusterIndex> clusters;
    const auto theme = snapshot.find_theme(input.ui().theme);
    for (StoryIndex i = 0; i < snapshot.stories.size(); ++i) {
        if (!chooser.passes(i)) continue;
        const Story& story = snapshot.stories[i];
        ++choice.in_all_themes;
        ++choice.count_by_theme[story.theme];
        if (theme && *theme != story.theme) continue;
        choice.shown.push_back(i);
        clusters.insert(story.clusters.begin(), story.clusters.end());
    }
    std::stable_partition(choice.shown.begin(), choice.shown.end(),
                          [&](StoryIndex i) { return !snapshot.stories[i].figures.empty(); });
    choice.clusters = static_cast<std::uint32_t>(clusters.size());
    return choice;
}

}
