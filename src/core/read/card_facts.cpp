#include "core/read/card_facts.hpp"

#include "core/base/messages.hpp"
#include "core/read/policy_words.hpp"
#include "core/read/wording.hpp"
#include "core/state/profile.hpp"

#include <algorithm>

namespace atlas {

namespace {

bool has(const std::vector<ClusterIndex>& list, ClusterIndex index) {
    return std::find(list.begin(), list.end(), index) != list.end();
}

class FactWriter {
public:
    FactWriter(const Reading& input, ClusterIndex index)
        : m_snapshot(input.snapshot), m_cluster(input.snapshot.clusters[index]), m_lang(input.lang()) {}

    std::vector<CardFact> facts() {
        add_seat();
        add("regions", Msg::CardFactRegions, region_names());
        doubt(m_cluster.regions_confidence, Msg::CardDoubtRegions);
        add("sectors", Msg::CardFactSectors, sector_names());
        doubt(m_cluster.sectors_confidence, Msg::CardDoubtSectors);
        if (m_cluster.cluster_class) {
            add("class", Msg::CardFactClass, m_snapshot.classes[*m_cluster.cluster_class].name.in(m_lang));
            doubt(m_cluster.class_confidence, Msg::CardDoubtClass);
        }
        add_president();
        add_website();
        return std::move(m_facts);
    }

private:
    CardFact& add(std::string id, Msg name, std::string value) {
        m_facts.push_back({std::move(id), std::string(say(name, m_lang)), std::move(value)});
        return m_facts.back();
    }
    // Of the last fact.
    void doubt(Confidence confidence, Msg why) {
        CardFact& fact = m_facts.back();
        fact.confidence = confidence;
        if (fact.is_doubtful()) remark("doubt", say(why, m_lang));
    }
    void remark(std::string_view id, std::string_view words) {
        CardFact& fact = m_facts.back();
        fact.remarks.push_back({fact.id + "/" + std::string(id), std::string(words)});
    }

    void add_seat() {
        const auto& seat = m_cluster.seat;
        if (!seat || seat->kind == SeatKind::None) {
            const bool is_in_region = seat && seat->region;
            add("seat", Msg::CardFactSeat,
                is_in_region ? m_snapshot.regions[*seat->region].name.in(m_lang) : std::string());
            add_profile();
            return;
        }
        const bool is_anchor = seat->kind == SeatKind::Anchor;
        add("seat", is_anchor ? Msg::CardFactAnchor : Msg::CardFactSeat, seat_words(*seat, m_lang));
        add_profile();
        doubt(seat->confidence, Msg::CardDoubtSeat);
        if (is_recollected(seat->sources)) remark("recollected", say(Msg::CardSeatRecollected, m_lang));
        if (is_anchor)
            remark("anchor", say(Msg::CardFactAnchorNote, m_lang));
        else if (!seat->note.empty())
            remark("note", seat->note.in(m_lang));
        if (!seat->earlier.empty()) add("seat/earlier", Msg::CardFactEarlierSeat, earlier_seats(*seat));
    }

    // Of the seat's region.
    void add_profile() {
        const auto& seat = m_cluster.seat;
        if (seat && seat->region)
            m_facts.back().profile = profile_id({Facet::Region, m_snapshot.regions[*seat->region].code});
    }

    static std::string earlier_seats(const Seat& seat) {
        std::vector<std::string> earlier;
        for (const EarlierSeat& place : seat.earlier) {
            std::string words = place.city;
            if (place.from && place.to) words += " (" + year_span(place.from->year, place.to->year) + ")";
            earlier.push_back(std::move(words));
        }
        return join(earlier);
    }

    void add_president() {
        const auto& president = m_cluster.president;
        if (!president) {
            add("president", Msg::CardFactPresident, {});
            return;
        }
        add("president", Msg::CardFactPresident, president->name + " (" + format_date(president->date, m_lang) + ")");
        if (!president->note.empty()) remark("note", president->note.in(m_lang));
    }

    void add_website() {
        const Website& site = m_cluster.website;
        add("website", Msg::CardFactWebsite, site.address);
        doubt(site.confidence, Msg::CardDoubtWebsite);
        if (site.linkable()) m_facts.back().href = "https://" + site.address;
    }

    [[nodiscard]] bool is_recollected(const Sources& sources) const {
        return !sources.empty() && std::all_of(sources.begin(), sources.end(), [&](SourceIndex source) {
            return m_snapshot.sources[source].kind == SourceKind::Recollection;
        });
    }
    [[nodiscard]] std::string region_names() const {
        std::vector<std::string> names;
        for (const RegionIndex region : m_cluster.regions_covered)
            names.push_back(m_snapshot.regions[region].name.in(m_lang));
        return join(names);
    }
    [[nodiscard]] std::string sector_names() const {
        std::vector<std::string> names;
        for (const SectorIndex sector : m_cluster.sectors) names.push_back(m_snapshot.sectors[sector].name.in(m_lang));
        return join(names);
    }

    const Snapshot& m_snapshot;
    const Cluster& m_cluster;
    Lang m_lang;
    std::vector<CardFact> m_facts;
};

}

std::string CardFact::said(Lang lang) const {
    return is_known() ? value : std::string(say(Msg::Unknown, lang));
}

std::vector<CardFact> card_facts(const Reading& input, ClusterIndex cluster) {
    return FactWriter(input, cluster).facts();
}

std::vector<CardFact> policy_facts(const Reading& input, ClusterIndex index) {
    const Cluster& cluster = input.snapshot.clusters[index];
    if (cluster.industry_2007.empty()) return {};
    CardFact fact{"industry-2007", std::string(say(Msg::CardFactIndustry2007, input.lang())),
                  cluster.industry_2007.in(input.lang())};
    if (cluster.international_2007.value_or(false))
        fact.remarks.push_back({"international-2007", std::string(say(Msg::CardInternational2007, input.lang()))});
    return {std::move(fact)};
}

std::vector<Remark> policy_remarks(const Reading& input, ClusterIndex index) {
    const Lang lang = input.lang();
    std::vector<Remark> said;
    for (const PolicySection& section : input.snapshot.policy)
        for (const PolicyItem& item : section.items)
            if (has(item.clusters, index))
                said.push_back({"policy/" + std::to_string(said.size()),
                                say(Msg::PolicyNamed, lang,
                                    {section.title.in(lang), policy_words(input.snapshot, item, lang, index)})});
    return said;
}

std::vector<CardFact> written_facts(const Reading& input, ClusterIndex index) {
    const Lang lang = input.lang();
    const Cluster& cluster = input.snapshot.clusters[index];
    std::vector<CardFact> facts;
    for (const RosterName& entry : cluster.rosters) {
        const Roster& roster = input.snapshot.rosters[entry.roster];
        facts.push_back({"roster/" + roster.id, say(Msg::CardFactList, lang, {roster.id}), entry.name});
    }
    if (!cluster.aliases.empty())
        facts.push_back({"aliases", std::string(say(Msg::CardFactAliases, lang)), join(cluster.aliases)});
    return facts;
}

}
