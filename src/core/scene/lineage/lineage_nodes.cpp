#include "core/scene/lineage/lineage_frame.hpp"

#include "core/base/messages.hpp"
#include "core/read/label_words.hpp"

namespace atlas {

namespace {

// "le 12 juil. 2005", "juil. 2005", "2005"
std::string day_words(PartialDate date, Lang lang) {
    const std::string words = format_date(date, lang);
    return date.day == 0 ? words : say(Msg::ChangeOnDay, lang, {words});
}

std::string label_words(const LayoutInput& input, const Label& label) {
    const Lang lang = input.lang();
    const PartialDate stated = label.from_stated;
    if (!stated.is_known()) return interval_words(label, lang);
    if (!label.to) return say(Msg::LineageLabelSince, lang, {day_words(stated, lang)});
    if (!label.to_certain && label.to_earliest)
        return say(Msg::LineageLabelUncertain, lang,
                   {day_words(stated, lang), day_words(partial(*label.to_earliest), lang),
                    day_words(partial(*label.to), lang)});
    const PartialDate end = label.to_stated.value_or(partial(*label.to));
    return say(Msg::LineageLabelBetween, lang, {format_date(stated, lang), format_date(end, lang)});
}

std::string names_before(const LayoutInput& input, ClusterIndex cluster) {
    std::vector<std::string> names;
    const auto spans = time_memo(input).names.of(cluster);
    for (std::size_t i = 0; i + 1 < spans.size(); ++i) names.emplace_back(spans[i].name);
    return names.empty() ? std::string() : say(Msg::LineageFormerNames, input.lang(), {join(names)});
}

std::string parents(const LayoutInput& input, ClusterIndex cluster) {
    std::vector<std::string> names;
    for (const Flow& flow : input.index.lineage.flows_to(cluster))
        names.push_back(input.snapshot.clusters[flow.from].short_name);
    return names.empty() ? std::string() : say(Msg::LineageComesFrom, input.lang(), {join_and(names, input.lang())});
}

}

Node organisation_node(const LayoutInput& input, ClusterIndex index) {
    const Lang lang = input.lang();
    const Cluster& cluster = input.snapshot.clusters[index];
    Node node;
    node.key = {NodeKind::Lane, index};
    node.id = node_id(input.snapshot, node.key);
    node.name = cluster.name;
    std::vector<std::string> facts;
    for (const Label& label : cluster.labels) facts.push_back(label_words(input, label));
    for (const Flow& flow : input.index.lineage.flows_from(index))
        facts.push_back(say(Msg::LineageBecomes, lang,
                            {input.snapshot.clusters[flow.to].short_name, std::to_string(civil(flow.day).year)}));
    node.value = join(facts);
    std::vector<std::string> past;
    for (std::string words : {names_before(input, index), parents(input, index)})
        if (!words.empty()) past.push_back(std::move(words));
    node.hint = join(past, " · ");
    node.zone = Zone::View;
    node.role = Role::Row;
    node.selected = input.state().selected == cluster.id;
    node.action = act::Select{cluster.id};
    return node;
}

}
