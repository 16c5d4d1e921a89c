// What cards and profiles say that nobody has opened: region by region who sits and who acts there, card by card what
// is known of each cluster. Without scripts nothing can be opened, and a search in the page finds what it says.

#include "core/explore/facets.hpp"
#include "core/explore/snapshot_index.hpp"
#include "core/read/card_facts.hpp"
#include "core/read/label_words.hpp"
#include "core/read/lineage_rows.hpp"
#include "core/read/list_row.hpp"
#include "core/read/profile.hpp"
#include "core/read/read.hpp"
#include "core/read/read_parts.hpp"
#include "core/read/wording.hpp"
#include "core/read/year_events.hpp"
#include "core/state/permalink.hpp"

namespace atlas {

namespace {

constexpr std::size_t k_names_told = 60; // of one region; its profile has them all

std::string titled(const std::string& title, const std::string& words, Lang lang) {
    return title + std::string(form(Form::ListColon, lang)) + words;
}

std::string profile_link(const ReadInput& input, const ProfileTopic& topic) {
    State other = input.state();
    other.selected.clear();
    other.profile = profile_id(topic);
    return encode_permalink(other, input.initial, input.environment.locked);
}

// Of a region where nobody sits or acts: nothing.
std::vector<Phrase> profile_words(const ReadInput& input, const ProfileTopic& topic) {
    const Profile profile = make_profile(input, topic);
    if (profile.members.empty() && profile.others.empty()) return {};
    const Lang lang = input.lang();
    std::vector<Phrase> said{{profile.sentence}};
    const auto name_all = [&](const std::string& title, const std::vector<ClusterIndex>& clusters) {
        if (!clusters.empty())
            said.push_back({titled(title, cluster_names(input.snapshot, clusters, lang, k_names_told), lang)});
    };
    name_all(profile.members_title, profile.members);
    name_all(profile.others_title, profile.others);
    return said;
}

class CardSummary {
public:
    CardSummary(const ReadInput& input, ClusterIndex cluster) : m_input(input), m_cluster(cluster) {}

    Definition all() {
        add(card_facts(m_input, m_cluster));
        add(policy_facts(m_input, m_cluster));
        add_lineage();
        return {m_input.named(m_cluster), std::move(m_said)};
    }

    Definition of_the_past() {
        const Cluster& cluster = m_input.snapshot.clusters[m_cluster];
        m_said.push_back({titled(std::string(say(Msg::CardLabel, m_input.lang())),
                                 label_bar_words(cluster, m_input.lang()), m_input.lang())});
        add_lineage();
        return {m_input.named(m_cluster), std::move(m_said)};
    }

private:
    void add(const std::vector<CardFact>& facts) {
        for (const CardFact& fact : facts) {
            if (!fact.is_known()) continue;
            m_said.push_back({titled(fact.name, fact.value, m_input.lang()), fact.href});
            for (const Remark& remark : fact.remarks) m_said.push_back({remark.words});
        }
    }
    void add_lineage() {
        for (const LineageRow& row : lineage_rows(m_input, m_cluster))
            m_said.push_back({lineage_row_words(row, m_input.lang())});
    }

    const ReadInput& m_input;
    ClusterIndex m_cluster;
    std::vector<Phrase> m_said;
};

bool has_lost_it(const ReadInput& input, ClusterIndex index) {
    const Cluster& cluster = input.snapshot.clusters[index];
    return cluster.kind == ClusterKind::Cluster && input.result.holds[index] == 0 &&
           last_label_by(cluster, last_day(input.state().date)) != nullptr;
}

void read_international(const ReadInput& input, SectionWriter& root) {
    std::vector<Definition> items;
    for (ClusterIndex i = 0; i < input.snapshot.clusters.size(); ++i)
        if (const Cluster& cluster = input.snapshot.clusters[i];
            cluster.kind == ClusterKind::Cluster && cluster.international_2007.value_or(false))
            items.push_back(CardSummary(input, i).of_the_past());
    if (items.empty()) return;
    const auto count = static_cast<std::int64_t>(items.size());
    root.begin("international", {say_count(Plural::TextInternational, input.lang(), count)})
        .definitions(std::move(items));
}

}

void read_regions(const ReadInput& input, SectionWriter& root) {
    std::vector<Definition> items;
    for (const std::string& value : facet_values(input.snapshot, Facet::Region)) {
        const auto topic = find_profile(input.snapshot, profile_id({Facet::Region, value}), input.environment.locked);
        if (!topic) continue;
        std::vector<Phrase> said = profile_words(input, *topic);
        if (said.empty()) continue;
        const std::string name = facet_value_name(input.snapshot, Facet::Region, value, input.lang());
        items.push_back({{name, profile_link(input, *topic)}, std::move(said)});
    }
    if (!items.empty())
        root.begin("regions", {std::string(say(Msg::TextRegions, input.lang()))}).definitions(std::move(items));
}

void read_directory(const ReadInput& input, SectionWriter& root) {
    const std::vector<ClusterIndex> rows = sorted_rows(input.snapshot, input.index, input.result, list_order(input));
    if (rows.empty()) return;
    SectionWriter section = root.begin("directory", {std::string(say(Msg::TextDirectory, input.lang()))});
    std::vector<Definition> cards, former;
    for (const ClusterIndex cluster : rows)
        if (cards.size() < k_document_rows) cards.push_back(CardSummary(input, cluster).all());
    section.definitions(std::move(cards));
    if (!input.state().filter.is_empty()) return; // it asks about those that hold one
    for (ClusterIndex i = 0; i < input.snapshot.clusters.size() && former.size() < k_document_rows; ++i)
        if (has_lost_it(input, i)) former.push_back(CardSummary(input, i).of_the_past());
    if (!former.empty())
        section.begin("directory/former", {std::string(say(Msg::ProfileFormer, input.lang()))})
            .definitions(std::move(former));
    read_international(input, root);
}

}
