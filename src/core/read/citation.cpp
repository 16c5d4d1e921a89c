#include "core/read/citation.hpp"

#include "core/base/order.hpp"
#include "core/explore/facets.hpp"
#include "core/read/wording.hpp"
#include "core/state/permalink.hpp"
#include "core/state/update.hpp"
#include "core/time/sentence.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr std::size_t k_names_listed = 12;

std::string headline(const Reading& input) {
    const Lang lang = input.lang();
    const auto shown = static_cast<std::int64_t>(input.result.shown_count);
    const std::string number = format_number(static_cast<double>(shown), lang),
                      when = date_phrase(input.state().date, lang);
    if (input.state().filter.is_empty())
        return say(Plural::ListTitle, lang, input.result.total, {holders_words(input), when});
    return say(Plural::ListSome, lang, shown, {number, holders_words(input), when});
}

std::string names_of(const Reading& input) {
    std::vector<std::string> names;
    for (const ClusterIndex index : input.result.shown) names.push_back(input.snapshot.clusters[index].name);
    return join_and(names, input.lang());
}

}

std::vector<std::string> filter_words(const Reading& input) {
    const Filter& filter = input.state().filter;
    std::vector<std::string> words;
    if (!filter.text.empty()) words.push_back(write_form(Form::Quotation, input.lang(), filter.text));
    for (std::size_t facet = 0; facet < k_facet_count; ++facet)
        for (const std::string& value : filter.values[facet])
            words.push_back(facet_chip_name(input.snapshot, static_cast<Facet>(facet), value, input.lang()));
    if (!filter.area.empty()) words.emplace_back(say(Msg::SentenceArea, input.lang()));
    return words;
}

std::string result_sentence(const Reading& input) {
    const Lang lang = input.lang();
    if (input.result.changes && input.state().compare)
        return change_sentence(
                   {input.snapshot, *input.result.changes, *input.state().compare, input.state().date, lang})
            .text;
    std::string sentence = headline(input);
    const std::vector<std::string> words = filter_words(input);
    if (!words.empty()) sentence += " (" + join(words, form(Form::ListSemicolon, lang)) + ")";
    const bool is_short = !input.result.shown.empty() && input.result.shown.size() <= k_names_listed;
    return is_short ? sentence + say(Msg::SentenceNames, lang, {names_of(input)}) : sentence + ".";
}

Sources result_sources(const Reading& input) {
    Sources all;
    for (const ClusterIndex index : input.result.shown) add_sources(all, sources_of(input.snapshot, index));
    sort_stable(all);
    return all;
}

std::string page_link(const Reading& input) {
    const Filter& lock = input.environment.locked;
    const State initial = initial_state(input.snapshot, input.index.ground, input.lang(), lock);
    const std::string permalink = encode_permalink(input.state(), initial, lock);
    return input.environment.page_address + permalink;
}

std::string result_citation(const Reading& input, std::string_view address) {
    const Lang lang = input.lang();
    const Snapshot& snapshot = input.snapshot;
    std::string citation = snapshot.meta.title.in(lang) + ", Cluster Atlas, ";
    citation += say(Msg::CitationData, lang, {format_date(snapshot.meta.snapshot_date, lang, DateStyle::Long)}) + ". ";
    citation += result_sentence(input) + " ";
    if (!address.empty()) citation += std::string(address) + ". ";
    std::vector<std::string> documents;
    for (const Roster& roster : snapshot.rosters)
        for (const SourceIndex source : roster.sources) {
            std::string words = source_words(snapshot.sources[source], lang);
            if (std::find(documents.begin(), documents.end(), words) == documents.end())
                documents.push_back(std::move(words));
        }
    if (!documents.empty())
        citation += say(Msg::CitationSources, lang, {join(documents, form(Form::ListSemicolon, lang))}) + " ";
    return citation + say(Msg::CitationLicence, lang, {snapshot.meta.licence.in(lang)});
}

}
