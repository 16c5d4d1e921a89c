#include "core/read/figure_words.hpp"

#include "core/base/messages.hpp"
#include "core/read/wording.hpp"

#include <algorithm>

namespace atlas {

namespace {

struct TopicName {
    std::string_view id;
    Msg name;
};
constexpr TopicName k_topics[] = {{"count", Msg::TopicCount},           {"history", Msg::TopicHistory},
                                  {"label-terms", Msg::TopicTerms},     {"members", Msg::TopicMembers},
                                  {"money", Msg::TopicMoney},           {"effects", Msg::TopicEffects},
                                  {"projects", Msg::TopicProjects},     {"europe", Msg::TopicEurope},
                                  {"governance", Msg::TopicGovernance}, {"ecosystem", Msg::TopicEcosystem}};

}

std::string figure_topic_words(std::string_view id, Lang lang) {
    for (const TopicName& topic : k_topics)
        if (topic.id == id) return std::string(say(topic.name, lang));
    return std::string(id);
}

std::vector<std::string_view> figure_topics(const Snapshot& snapshot) {
    std::vector<std::string_view> topics;
    for (const Figure& figure : snapshot.figures)
        if (std::find(topics.begin(), topics.end(), figure.topic) == topics.end()) topics.push_back(figure.topic);
    return topics;
}

std::string figure_source_words(const Snapshot& snapshot, const Figure& figure) {
    if (figure.sources.empty()) return {};
    const Source& source = snapshot.sources[figure.sources.front()];
    return source.publisher.empty() ? source.title : source.publisher;
}

std::string figure_place_words(const Snapshot& snapshot, const Figure& figure, Lang lang) {
    std::vector<std::string> parts{format_date(figure.date, lang)};
    if (figure.phase > 0) parts.push_back(say(Msg::PhaseNumber, lang, {roman(figure.phase)}));
    if (!figure.disputed_by.empty()) parts.insert(parts.begin(), "≠ " + std::string(say(Msg::FiguresDisputed, lang)));
    if (std::string source = figure_source_words(snapshot, figure); !source.empty()) parts.push_back(std::move(source));
    return join(parts, " · ");
}

std::string figure_words(const Snapshot& snapshot, const Figure& figure, Lang lang) {
    return quantity_words(snapshot, figure.quantity, lang, Wording::Words) + ". " + figure.statement.in(lang);
}

std::string statements_of(const Contradiction& contradiction, Lang lang) {
    std::vector<std::string> parts;
    for (const Statement& statement : contradiction.statements) parts.push_back(statement.says.in(lang));
    return join(parts, " ≠ ");
}

std::string contradiction_words(const Contradiction& contradiction, Lang lang) {
    return contradiction.topic.in(lang) + std::string(form(Form::ListColon, lang)) + statements_of(contradiction, lang);
}

}
