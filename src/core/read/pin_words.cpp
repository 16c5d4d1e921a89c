#include "core/read/pin_words.hpp"

#include "core/base/messages.hpp"
#include "core/read/list_row.hpp"
#include "core/read/wording.hpp"
#include "core/time/printed_list.hpp"
#include "core/time/roster.hpp"

namespace atlas {

namespace {

// Nothing where its absence is what the label's words say.
std::string list_words(const Reading& input, const Cluster& cluster, Date day) {
    const std::optional<RosterIndex> list = list_at(input.snapshot, day);
    if (!list || label_at(cluster, day) == nullptr) return {};
    const Msg words = is_on(cluster, *list) ? Msg::LegendOnList : Msg::LegendAbsent;
    return say(words, input.lang(), {std::to_string(input.snapshot.rosters[*list].date.year)});
}

}

std::string pin_label_words(const Reading& input, ClusterIndex index) {
    const Cluster& cluster = input.snapshot.clusters[index];
    const Date day = last_day(input.state().date);
    const Label* label = label_at(cluster, day);
    const Lang lang = input.lang();
    if (label == nullptr) {
        const auto roster = input.snapshot.rosters.empty() ? 0 : input.snapshot.rosters.back().date.year;
        const bool is_unknown = !cluster.labels.empty() && !cluster.labels.back().to_certain;
        return is_unknown ? say(Msg::MapAbsent, lang, {std::to_string(roster)}) : std::string();
    }
    std::string line = label->from_stated.is_known()
                           ? say(Msg::TipLabelSince, lang, {std::to_string(civil(label->from).year)})
                           : std::string(say(Msg::StatusLabelled, lang));
    if (const std::optional<TermIndex> term = term_at(input.snapshot, index, day))
        line = say(Msg::TipLabelTerm, lang, {line, input.snapshot.terms[*term].name.in(lang)});
    return line;
}

std::string pin_words(const Reading& input, ClusterIndex index) {
    const Cluster& cluster = input.snapshot.clusters[index];
    const Lang lang = input.lang();
    std::vector<std::string> parts;
    if (cluster.seat) {
        parts.push_back(cluster.seat->city);
        if (cluster.seat->region) parts.push_back(input.snapshot.regions[*cluster.seat->region].name.in(lang));
    }
    parts.push_back(input.snapshot.domains[cluster.domain].name.in(lang));
    parts.push_back(pin_label_words(input, index));
    parts.push_back(list_words(input, cluster, last_day(input.state().date)));
    if (input.result.changes) parts.push_back(change_mark_words(change_of(*input.result.changes, index), lang));
    std::erase_if(parts, [](const std::string& part) { return part.empty(); });
    return join(parts);
}

}
