#include "core/base/order.hpp"
#include "core/explore/search.hpp"
#include "core/explore/search_words.hpp"
#include "core/time/lineage.hpp"

#include <algorithm>
#include <deque>
#include <unordered_map>

namespace atlas {

namespace {

constexpr std::size_t k_ancestors_max = 24;

bool is_name(HitKind kind) {
    return kind <= HitKind::Predecessor;
}

// What people type besides the words as written: "nextmove" for "next move", "moveo" for "Mov’eo", "iar" for
// "Industries et Agro-Ressources".
std::vector<std::string> derived_words(const std::vector<std::string_view>& words) {
    std::vector<std::string> derived;
    std::string joined, initials;
    for (std::size_t i = 0; i < words.size(); ++i) {
        joined += words[i];
        if (!is_stop_word(words[i])) initials += words[i][0];
        if (i > 0) derived.push_back(std::string(words[i - 1]) + std::string(words[i]));
    }
    if (words.size() > 2) derived.push_back(joined);
    if (initials.size() > 2) derived.push_back(initials);
    return derived;
}

// A text as it was written, read once however many clusters it stands with: regions and sectors stand with most.
struct KnownText {
    std::string folded;
    std::uint32_t text = 0;             // SearchIndex::texts
    std::uint32_t same = 0;             // the first text with these folded words
    std::vector<std::uint32_t> numbers; // of its words
};

class Builder {
public:
    Builder(const Snapshot& snapshot, const Lineage& lineage) : m_snapshot(snapshot), m_lineage(lineage) {}

    SearchIndex build() {
        m_index.cluster_count = m_snapshot.clusters.size();
        m_policy.resize(m_snapshot.clusters.size());
        for (const PolicySection& section : m_snapshot.policy)
            for (const PolicyItem& item : section.items)
                for (const ClusterIndex cluster : item.clusters) m_policy[cluster].push_back(&item);
        for (ClusterIndex i = 0; i < m_snapshot.clusters.size(); ++i) {
            if (m_snapshot.clusters[i].kind == ClusterKind::Cluster) add_cluster(i);
        }
        for (const Story& story : m_snapshot.stories) add_story(story);
        sort_words();
        return std::move(m_index);
    }

private:
    void add_cluster(ClusterIndex i) {
        const Cluster& cluster = m_snapshot.clusters[i];
        m_cluster = i;
        m_seen.clear();
        add(HitKind::Name, cluster.name);
        add(HitKind::Name, cluster.short_name);
        for (const NameInterval& name : cluster.names) add(HitKind::FormerName, name.name);
        for (const std::string& alias : cluster.aliases) add(HitKind::Alias, alias);
        for (const RosterName& roster : cluster.rosters) add(HitKind::Alias, roster.name);
        add_predecessors(i);
        if (cluster.seat) add_seat(*cluster.seat);
        for (const RegionIndex region : cluster.regions_covered) add(HitKind::Region, m_snapshot.regions[region].name);
        for (const SectorIndex sector : cluster.sectors) {
            add(HitKind::Sector, m_snapshot.sectors[sector].name);
            add(HitKind::Sector, m_snapshot.domains[m_snapshot.sectors[sector].domain].name);
        }
        if (cluster.president) add(HitKind::President, cluster.president->name);
        add(HitKind::Focus, cluster.focus);
        add(HitKind::Focus, cluster.industry_2007);
        for (const PolicyItem* item : m_policy[i]) add_policy(*item);
    }

    // Projects, partners and what a text says of the cluster.
    void add_policy(const PolicyItem& item) {
        add(HitKind::Focus, item.name);
        add(HitKind::Focus, item.text);
        for (const PolicyPartner& partner : item.partners) {
            add(HitKind::Focus, partner.name);
            add(HitKind::Focus, partner.city);
        }
    }

    void add_predecessors(ClusterIndex i) {
        std::size_t count = 0;
        for (const ClusterIndex ancestor : m_lineage.ancestors(i)) {
            if (++count > k_ancestors_max) return;
            add(HitKind::Predecessor, m_snapshot.clusters[ancestor].name);
            for (const NameInterval& name : m_snapshot.clusters[ancestor].names) add(HitKind::Predecessor, name.name);
        }
    }

    void add_seat(const Seat& seat) {
        add(HitKind::City, seat.city);
        if (const Named* department = m_snapshot.find_department(seat.department))
            add(HitKind::Department, department->name);
        if (seat.region) add(HitKind::Region, m_snapshot.regions[*seat.region].name);
    }

    void add(HitKind kind, const Text& text) {
        for (const Text::Version& version : text.versions()) add(kind, version.words);
    }

    void add(HitKind kind, std::string_view text) {
        const KnownText& known = read(text);
        if (known.folded.empty() || std::find(m_seen.begin(), m_seen.end(), known.same) != m_seen.end()) return;
        m_seen.push_back(known.same);
        const std::uint32_t entry =
            add_entry({m_cluster, kind, static_cast<std::uint16_t>(known.numbers.size()), known.text});
        for (const std::uint32_t number : known.numbers) place(number, entry, kind <= HitKind::President);
        if (!is_name(kind)) return;
        for (const std::string& word : derived_words(split_words(known.folded))) place(number_of(word), entry, true);
    }

    const KnownText& read(std::string_view text) {
        const auto [found, is_new] = m_by_text.try_emplace(text, static_cast<std::uint32_t>(m_known.size()));
        if (!is_new) return m_known[found->second];
        KnownText& known = m_known.emplace_back();
        known.folded = fold(text);
        known.same = m_by_folded.try_emplace(known.folded, found->second).first->second;
        if (known.folded.empty()) return known;
        known.text = add_text(text);
        for (const std::string_view word : split_words(known.folded)) known.numbers.push_back(number_of(word));
        return known;
    }

    // A story is found by its title, summary and figures; what is shown of it is the title.
    void add_story(const Story& story) {
        std::vector<std::uint32_t> numbers;
        for (const auto& [lang, title] : story.title.versions()) {
            std::string told = title + " " + story.summary.in(lang);
            for (const StoryFigure& figure : story.figures) told += " " + figure.label.in(lang);
            for (const std::string& name : story.named) told += " " + name;
            const std::string folded = fold(told);
            const std::uint32_t shown = add_text(title);
            std::vector<std::uint32_t> entries;
            for (const ClusterIndex cluster : story.clusters)
                entries.push_back(add_entry({cluster, HitKind::Story, 0, shown}));
            for (const std::string_view word : split_words(folded)) {
                const std::uint32_t number = number_of(word);
                numbers.push_back(number);
                for (const std::uint32_t entry : entries) m_places[number].push_back(entry);
            }
        }
        sort_stable(numbers);
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
        m_index.story_words.push_back(std::move(numbers));
    }

    std::uint32_t add_entry(const SearchEntry& entry) {
        m_index.entries.push_back(entry);
        return static_cast<std::uint32_t>(m_index.entries.size() - 1);
    }

    std::uint32_t add_text(std::string_view text) {
        m_index.texts.emplace_back(text);
        return static_cast<std::uint32_t>(m_index.texts.size() - 1);
    }

    std::uint32_t number_of(std::string_view word) {
        const auto found = m_numbers.find(word);
        if (found != m_numbers.end()) return found->second;
        const auto number = static_cast<std::uint32_t>(m_places.size());
        m_numbers.emplace(m_words.emplace_back(word), number);
        m_places.emplace_back();
        m_in_name.push_back(false);
        return number;
    }

    void place(std::uint32_t number, std::uint32_t entry, bool in_name) {
        m_places[number].push_back(entry);
        if (in_name) m_in_name[number] = true;
    }

    // Numbers were given as words came; from now on a word's number is its place in the sorted list.
    void sort_words() {
        std::vector<std::pair<std::string_view, std::uint32_t>> sorted(m_numbers.begin(), m_numbers.end());
        sort_stable(sorted);
        std::vector<std::uint32_t> renumbered(sorted.size());
        for (std::uint32_t i = 0; i < sorted.size(); ++i) {
            const std::uint32_t number = sorted[i].second;
            renumbered[number] = i;
            std::vector<std::uint32_t>& places = m_places[number];
            places.erase(std::unique(places.begin(), places.end()), places.end());
            const auto first = static_cast<std::uint32_t>(m_index.places.size());
            m_index.words.push_back(
                {std::string(sorted[i].first), first, static_cast<std::uint32_t>(places.size()), m_in_name[number]});
            m_index.places.insert(m_index.places.end(), places.begin(), places.end());
        }
        for (std::vector<std::uint32_t>& words : m_index.story_words) {
            for (std::uint32_t& word : words) word = renumbered[word];
            sort_stable(words);
        }
    }

    const Snapshot& m_snapshot;
    const Lineage& m_lineage;
    SearchIndex m_index;
    std::vector<std::vector<const PolicyItem*>> m_policy; // per cluster
    ClusterIndex m_cluster = 0;
    std::vector<std::uint32_t> m_seen; // folded texts of the cluster at hand: the weightiest kind comes first
    std::deque<KnownText> m_known;     // what the maps look at must not move
    std::deque<std::string> m_words;
    std::unordered_map<std::string_view, std::uint32_t> m_by_text, m_by_folded, m_numbers;
    std::vector<std::vector<std::uint32_t>> m_places;
    std::vector<bool> m_in_name;
};

}

SearchIndex build_search_index(const Snapshot& snapshot, const Lineage& lineage) {
    return Builder(snapshot, lineage).build();
}

}
