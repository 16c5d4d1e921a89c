#include "core/read/found.hpp"

#include "core/base/messages.hpp"
#include "core/base/text.hpp"
#include "core/explore/facets.hpp"
#include "core/explore/search.hpp"
#include "core/explore/search_words.hpp"
#include "core/explore/snapshot_index.hpp"
#include "core/read/figure_words.hpp"
#include "core/read/policy_words.hpp"
#include "core/read/wording.hpp"
#include "core/state/profile.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr std::size_t k_least_letters = 3;

class Query {
public:
    explicit Query(std::string_view text) : m_folded(fold(text)) {
        for (const std::string_view word : split_words(m_folded))
            if (!is_stop_word(word)) m_words.push_back(word);
    }
    [[nodiscard]] bool is_short() const {
        return std::none_of(m_words.begin(), m_words.end(),
                            [](std::string_view word) { return word.size() >= k_least_letters; });
    }
    [[nodiscard]] bool is_in(std::string_view text) const {
        const std::string folded = fold(text);
        const std::vector<std::string_view> words = split_words(folded);
        return std::all_of(m_words.begin(), m_words.end(), [&](std::string_view asked) {
            return std::any_of(words.begin(), words.end(),
                               [&](std::string_view word) { return word.starts_with(asked); });
        });
    }

private:
    std::string m_folded;
    std::vector<std::string_view> m_words;
};

// Collects what is found of one kind.
class Finder {
public:
    Finder(const Query& query, FoundKind kind, Msg name, Lang lang)
        : m_query(query), m_group{.kind = kind, .name = std::string(say(name, lang))} {}

    // A thing is found by its title, else by the first of its sentences that has the words.
    void look(const std::string& title, const std::vector<std::string>& sentences, const Action& action) {
        if (m_query.is_in(title)) {
            add({title, {}, action}, 0);
            return;
        }
        const auto found = std::find_if(sentences.begin(), sentences.end(),
                                        [&](const std::string& sentence) { return m_query.is_in(sentence); });
        if (found != sentences.end()) add({title, *found, action}, 1);
    }
    void add(Found found, int rank) {
        ++m_group.count;
        m_ranked[rank].push_back(std::move(found));
    }
    [[nodiscard]] FoundGroup take(std::size_t each) {
        for (std::vector<Found>& found : m_ranked)
            for (Found& one : found)
                if (m_group.best.size() < each) m_group.best.push_back(std::move(one));
        return std::move(m_group);
    }

private:
    const Query& m_query;
    FoundGroup m_group;
    std::vector<Found> m_ranked[2]; // by title, by a sentence
};

std::vector<std::string> in(const std::vector<Text>& texts, Lang lang) {
    std::vector<std::string> words;
    for (const Text& text : texts) words.push_back(text.in(lang));
    return words;
}

FoundGroup find_profiles(const Reading& input, const Query& query, std::size_t each) {
    Finder finder(query, FoundKind::Profile, Msg::FoundProfiles, input.lang());
    const auto look = [&](ProfileTopic topic, const std::vector<std::string>& others) {
        const std::string id = profile_id(topic);
        if (find_profile(input.snapshot, id, input.environment.locked))
            finder.look(facet_value_name(input.snapshot, topic.facet, topic.value, input.lang()), others,
                        act::OpenProfile{id});
    };
    for (const Region& region : input.snapshot.regions) look({Facet::Region, region.code}, region.former);
    for (const Domain& domain : input.snapshot.domains) {
        std::vector<std::string> sectors;
        for (const Sector& sector : input.snapshot.sectors)
            if (input.snapshot.domains[sector.domain].id == domain.id) sectors.push_back(sector.name.in(input.lang()));
        look({Facet::Domain, domain.id}, sectors);
    }
    return finder.take(each);
}

FoundGroup find_stories(const Reading& input, std::string_view text, const Query& query, std::size_t each) {
    Finder finder(query, FoundKind::Story, Msg::ViewStories, input.lang());
    matching_stories(input.index.search, text).each([&](std::size_t index) {
        const Story& story = input.snapshot.stories[index];
        const std::string& title = story.title.in(input.lang());
        const int rank = query.is_in(title) ? 0 : 1;
        finder.add({title, rank == 0 ? std::string() : story.summary.in(input.lang()), act::ReadStory{story.id}}, rank);
    });
    return finder.take(each);
}

FoundGroup find_policy(const Reading& input, const Query& query, std::size_t each) {
    Finder finder(query, FoundKind::Policy, Msg::FiguresTexts, input.lang());
    for (const PolicySection& section : input.snapshot.policy) {
        std::vector<std::string> sentences{section.lead.in(input.lang())};
        for (const PolicyItem& item : section.items)
            sentences.push_back(policy_words(input.snapshot, item, input.lang()));
        sentences.push_back(section.remark.in(input.lang()));
        finder.look(section.title.in(input.lang()), sentences,
                    act::OpenSheet{Sheet::SourceList, about::Policy{section.id}});
    }
    return finder.take(each);
}

FoundGroup find_glossary(const Reading& input, const Query& query, std::size_t each) {
    Finder finder(query, FoundKind::Glossary, Msg::GlossaryTitle, input.lang());
    for (const GlossaryTerm& term : input.snapshot.glossary)
        finder.look(term.term.in(input.lang()), {term.meaning.in(input.lang())},
                    act::OpenSheet{Sheet::SourceList, about::Glossary{term.id}});
    return finder.take(each);
}

FoundGroup find_figures(const Reading& input, const Query& query, std::size_t each) {
    Finder finder(query, FoundKind::Figure, Msg::ViewFigures, input.lang());
    for (const Figure& figure : input.snapshot.figures)
        finder.look(figure_words(input.snapshot, figure, input.lang()), {figure.statement.in(input.lang())},
                    act::OpenSheet{Sheet::SourceList, about::Figure{figure.id}});
    return finder.take(each);
}

FoundGroup find_phases(const Reading& input, const Query& query, std::size_t each) {
    Finder finder(query, FoundKind::Phase, Msg::FoundPhases, input.lang());
    const Lang lang = input.lang();
    for (const Phase& phase : input.snapshot.phases) {
        std::vector<std::string> sentences{phase.summary.in(lang)};
        for (const std::vector<Text>* texts : {&phase.objectives, &phase.requirements, &phase.commitments})
            for (std::string& words : in(*texts, lang)) sentences.push_back(std::move(words));
        const std::string title = say(Msg::SheetPhase, lang, {std::to_string(phase.number)}) +
                                  std::string(form(Form::ListColon, lang)) + phase.name.in(lang);
        finder.look(title, sentences, act::OpenSheet{Sheet::Phase, about::Phase{phase.number}});
    }
    return finder.take(each);
}

}

std::vector<FoundGroup> find_beside_clusters(const Reading& input, std::string_view text, std::size_t each) {
    const Query query(text);
    if (query.is_short()) return {};
    std::vector<FoundGroup> groups{find_profiles(input, query, each), find_stories(input, text, query, each),
                                   find_policy(input, query, each),   find_glossary(input, query, each),
                                   find_figures(input, query, each),  find_phases(input, query, each)};
    std::erase_if(groups, [](const FoundGroup& group) { return group.count == 0; });
    return groups;
}

}
