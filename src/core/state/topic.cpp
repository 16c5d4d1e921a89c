#include "core/state/topic.hpp"

#include <charconv>

namespace atlas {

namespace {

template<class Record>
Topic record_topic(std::string_view id) {
    return Record{std::string(id)};
}

Topic phase_topic(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return {};
    return about::Phase{number};
}

Topic count_topic(std::string_view text) {
    const std::optional<PartialDate> date = parse_partial_date(text);
    return date && date->day != 0 ? Topic(about::Count{first_day(*date)}) : Topic();
}

struct Kind {
    std::string_view word;
    Topic (*read)(std::string_view);
};

constexpr Kind k_kinds[] = {{"cluster", record_topic<about::Cluster>},
                            {"figure", record_topic<about::Figure>},
                            {"contradiction", record_topic<about::Contradiction>},
                            {"story", record_topic<about::Story>},
                            {"policy", record_topic<about::Policy>},
                            {"glossary", record_topic<about::Glossary>},
                            {"phase", phase_topic},
                            {"count", count_topic},
                            {"report", record_topic<about::Report>}};

}

Topic topic_of(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return phase_topic(text);
    for (const Kind& kind : k_kinds)
        if (kind.word == text.substr(0, colon)) return kind.read(text.substr(colon + 1));
    return {};
}

}
