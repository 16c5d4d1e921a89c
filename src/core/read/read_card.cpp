// The card of the selected cluster: every fact that is drawn on it.

#include "core/read/card_facts.hpp"
#include "core/read/label_words.hpp"
#include "core/read/lineage_rows.hpp"
#include "core/read/read_parts.hpp"
#include "core/read/source_notes.hpp"
#include "core/read/source_uses.hpp"
#include "core/read/story_words.hpp"
#include "core/read/wording.hpp"

namespace atlas {

namespace {

class CardReader {
public:
    CardReader(const ReadInput& input, ClusterIndex index)
        : m_input(input), m_snapshot(input.snapshot), m_cluster(input.snapshot.clusters[index]), m_index(index),
          m_lang(input.lang()) {}

    void read(SectionWriter card) {
        if (const std::string* then = former_name_on(m_cluster, day()))
            card.paragraph(say(Msg::CardNameThen, m_lang, {std::to_string(civil(day()).year), *then}));
        card.paragraph(card.told(m_cluster.focus));
        std::vector<Definition> facts{
            {{std::string(say(Msg::FacetDomain, m_lang))}, {card.told(m_snapshot.domains[m_cluster.domain].name)}}};
        add_facts(facts, card_facts(m_input, m_index));
        card.definitions(std::move(facts));
        card.paragraph(card.told(m_cluster.note));
        read_label(card.begin("card/label", {std::string(say(Msg::CardLabel, m_lang))}));
        read_lineage(card.begin("card/names", {std::string(say(Msg::CardNames, m_lang))}));
        read_policy_facts(card);
        read_stories_about(card.begin("card/stories", {std::string(say(Msg::CardStories, m_lang))}));
        read_written(card);
        read_card_sources(card.begin("card/sources", {std::string(say(Msg::SheetSources, m_lang))}));
    }

private:
    [[nodiscard]] Date day() const { return last_day(m_input.state().date); }

    void add_facts(std::vector<Definition>& to, const std::vector<CardFact>& facts) const {
        for (const CardFact& fact : facts) {
            Definition made{{fact.name}, {{fact.said(m_lang), fact.href}}};
            if (fact.confidence == Confidence::Medium)
                made.said.push_back({std::string(say(Msg::CardDoubtMedium, m_lang))});
            for (const Remark& remark : fact.remarks) made.said.push_back({remark.words});
            to.push_back(std::move(made));
        }
    }

    static std::vector<std::string> words_of(const std::vector<Remark>& remarks) {
        std::vector<std::string> words;
        for (const Remark& remark : remarks) words.push_back(remark.words);
        return words;
    }

    void read_label(SectionWriter section) const {
        section.paragraph(label_caption(m_input, m_index));
        if (m_cluster.kind == ClusterKind::Partner) section.paragraph(say(Msg::CardPartner, m_lang));
        if (!m_cluster.labels.empty()) section.paragraph(label_bar_words(m_cluster, m_lang));
        section.list(words_of(label_remarks(m_input, m_index)));
    }

    void read_lineage(SectionWriter section) const {
        std::vector<Phrase> items;
        for (const LineageRow& row : lineage_rows(m_input, m_index)) {
            std::string words = lineage_row_words(row, m_lang);
            if (!row.hint.empty()) words += ". " + row.hint;
            items.push_back({std::move(words), row.target ? m_input.link(*row.target) : std::string()});
        }
        section.list(std::move(items));
    }

    void read_policy_facts(SectionWriter& card) const {
        std::vector<Definition> facts;
        add_facts(facts, policy_facts(m_input, m_index));
        const std::vector<Remark> said = policy_remarks(m_input, m_index);
        if (facts.empty() && said.empty()) return;
        SectionWriter section = card.begin("card/policy", {std::string(say(Msg::CardPolicy, m_lang))});
        section.definitions(std::move(facts));
        section.list(words_of(said));
    }

    // Titles and figures: the stories themselves stand further down.
    void read_stories_about(SectionWriter section) const {
        std::vector<std::string> items;
        for (const Story* story : stories_of(m_snapshot, m_index)) {
            std::string words = story->title.in(m_lang);
            if (!story->figures.empty())
                words += std::string(form(Form::ListColon, m_lang)) +
                         story_figure_words(m_snapshot, story->figures.front(), m_lang);
            const std::string others = other_clusters_words(m_input, *story, m_index);
            items.push_back(others.empty() ? words : words + " (" + others + ")");
        }
        if (items.empty()) section.paragraph(say(Msg::CardNoStory, m_lang));
        section.list(items);
    }

    void read_written(SectionWriter& card) const {
        std::vector<Definition> facts;
        add_facts(facts, written_facts(m_input, m_index));
        if (facts.empty()) return;
        card.begin("card/written", {std::string(say(Msg::CardWritten, m_lang))}).definitions(std::move(facts));
    }

    void read_card_sources(SectionWriter section) const {
        std::vector<Definition> items;
        for (const SourceUse& use : source_uses(m_snapshot, m_index, m_lang)) {
            const Source& source = m_snapshot.sources[use.source];
            items.push_back({{source.title, source.url},
                             {{source_about_words(source, m_lang)}, {say(Msg::SourceFor, m_lang, {join(use.parts)})}}});
        }
        section.definitions(std::move(items));
    }

    const ReadInput& m_input;
    const Snapshot& m_snapshot;
    const Cluster& m_cluster;
    ClusterIndex m_index;
    Lang m_lang;
};

}

void read_card(const ReadInput& input, SectionWriter& root) {
    const auto index = input.snapshot.find_cluster(input.state().selected);
    if (index) CardReader(input, *index).read(root.begin("card", {input.snapshot.clusters[*index].name}));
}

}
