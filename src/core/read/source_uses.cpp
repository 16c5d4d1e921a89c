#include "core/read/source_uses.hpp"

#include "core/base/messages.hpp"

#include <algorithm>

namespace atlas {

namespace {

class Uses {
public:
    explicit Uses(Lang lang) : m_lang(lang) {}
    void add(const Sources& sources, Msg part) {
        const std::string words(say(part, m_lang));
        for (const SourceIndex source : sources) {
            auto found =
                std::find_if(list.begin(), list.end(), [&](const SourceUse& use) { return use.source == source; });
            if (found == list.end()) found = list.insert(list.end(), SourceUse{source, {}});
            if (std::find(found->parts.begin(), found->parts.end(), words) == found->parts.end())
                found->parts.push_back(words);
        }
    }
    std::vector<SourceUse> list;

private:
    Lang m_lang;
};

bool concerns(const std::vector<ClusterIndex>& list, ClusterIndex index) {
    return std::find(list.begin(), list.end(), index) != list.end();
}

}

std::vector<SourceUse> source_uses(const Snapshot& snapshot, ClusterIndex index, Lang lang) {
    const Cluster& cluster = snapshot.clusters[index];
    Uses uses(lang);
    for (const NameInterval& name : cluster.names) uses.add(name.sources, Msg::SourceOfNames);
    for (const Label& label : cluster.labels) {
        uses.add(label.sources, Msg::SourceOfLabel);
        for (const PhaseTerm& term : label.phase_terms) uses.add(term.sources, Msg::SourceOfTerm);
    }
    if (cluster.seat) uses.add(cluster.seat->sources, Msg::SourceOfSeat);
    uses.add(cluster.regions_sources, Msg::SourceOfRegions);
    uses.add(cluster.class_sources, Msg::SourceOfClass);
    uses.add(cluster.website.sources, Msg::SourceOfWebsite);
    if (cluster.president) uses.add(cluster.president->sources, Msg::SourceOfPresident);
    uses.add(cluster.coordinates_sources, Msg::SourceOfCoordinates);
    for (const Event& event : snapshot.events)
        if (concerns(event.from, index) || concerns(event.to, index)) uses.add(event.sources, Msg::SourceOfLineage);
    for (const Story& story : snapshot.stories)
        if (concerns(story.clusters, index)) uses.add(story.sources, Msg::SourceOfStories);
    return std::move(uses.list);
}

}
