#include "core/read/policy_words.hpp"

#include "core/base/messages.hpp"
#include "core/read/wording.hpp"

#include <algorithm>

namespace atlas {

namespace {

std::string country_name(const Snapshot& snapshot, const std::string& code, Lang lang) {
    const auto found = std::find_if(snapshot.countries.begin(), snapshot.countries.end(),
                                    [&](const Named& country) { return country.id == code; });
    return found == snapshot.countries.end() ? code : found->name.in(lang);
}

std::string partner_words(const Snapshot& snapshot, const PolicyPartner& partner, Lang lang) {
    std::vector<std::string> place;
    if (!partner.city.empty()) place.push_back(partner.city);
    if (!partner.country.empty()) place.push_back(country_name(snapshot, partner.country, lang));
    const std::string& name = partner.name.in(lang);
    return place.empty() ? name : name + " (" + join(place) + ")";
}

std::string partners_words(const Snapshot& snapshot, const PolicyItem& item, Lang lang) {
    std::vector<std::string> partners;
    for (const PolicyPartner& partner : item.partners) partners.push_back(partner_words(snapshot, partner, lang));
    return partners.empty() ? std::string() : say(Msg::FiguresPartners, lang, {join(partners)});
}

std::string numbers_words(const Snapshot& snapshot, const PolicyItem& item, Lang lang) {
    std::vector<std::string> numbers;
    for (const Quantity& quantity : item.quantities) {
        const std::string unit = unit_words(snapshot, quantity, lang);
        numbers.push_back(quantity_words(snapshot, quantity, lang) + (unit.empty() ? "" : " " + unit));
    }
    return join(numbers);
}

std::string opening_words(const PolicyItem& item, Lang lang) {
    std::string words = item.text.in(lang);
    if (!item.name.empty())
        words = words.empty() ? item.name.in(lang) : say(Msg::PolicyNamed, lang, {item.name.in(lang), words});
    if (!item.speaker.empty()) words = say(Msg::PolicySaid, lang, {words, item.speaker.in(lang)});
    return words;
}

}

std::string policy_words(const Snapshot& snapshot, const PolicyItem& item, Lang lang, std::optional<ClusterIndex> but) {
    std::vector<std::string> clusters;
    for (const ClusterIndex cluster : item.clusters)
        if (cluster != but) clusters.push_back(snapshot.clusters[cluster].short_name);
    std::string words;
    for (const std::string& part : {opening_words(item, lang), numbers_words(snapshot, item, lang), join(clusters),
                                    partners_words(snapshot, item, lang),
                                    item.date ? format_date(*item.date, lang, DateStyle::Long) : std::string()})
        if (!part.empty()) words += (words.empty() ? "" : " · ") + part;
    return words;
}

}
