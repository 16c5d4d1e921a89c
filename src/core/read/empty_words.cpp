#include "core/read/empty_words.hpp"

#include "core/base/messages.hpp"
#include "core/explore/facets.hpp"

namespace atlas {

std::string quoted_culprit(const Reading& input, const Result::Culprit& culprit) {
    const Lang lang = input.lang();
    if (!culprit.facet && culprit.value == k_culprit_area) return std::string(say(Msg::ChipArea, lang));
    const std::string name = culprit.facet ? facet_value_name(input.snapshot, *culprit.facet, culprit.value, lang)
                                           : input.state().filter.text;
    return write_form(Form::Quotation, lang, name);
}

std::string nothing_sentence(const Reading& input) {
    std::vector<std::string> names;
    for (const Result::Culprit& culprit : input.result.culprits) names.push_back(quoted_culprit(input, culprit));
    if (names.empty()) return std::string(say(Msg::NothingAtDate, input.lang()));
    constexpr std::size_t k_named_max = 3;
    if (names.size() > k_named_max) {
        names.resize(k_named_max);
        names.back() = "…";
    }
    return say(Msg::NothingFor, input.lang(), {join_and(names, input.lang())});
}

}
