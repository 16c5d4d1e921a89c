#include "core/read/count_words.hpp"

#include "core/base/messages.hpp"

namespace atlas {

std::string derived_words(const PublishedCount& count, Lang lang) {
    const auto number = [&](int n) { return format_number(n, lang); };
    std::string words = count.derived == count.derived_min
                            ? say(Msg::TimelineDerived, lang, {number(count.derived)})
                            : say(Msg::TimelineDerivedRange, lang, {number(count.derived_min), number(count.derived)});
    if (count.value != count.derived)
        words += ", " + say(Msg::TimelineDifference, lang, {number(count.derived - count.value)});
    return words;
}

const std::string& count_reason(const PublishedCount& count, Lang lang) {
    return count.reason.empty() ? count.note.in(lang) : count.reason.in(lang);
}

}
