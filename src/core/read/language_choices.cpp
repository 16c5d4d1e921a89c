#include "core/read/language_choices.hpp"

#include "core/base/locale.hpp"

#include <algorithm>

namespace atlas {

namespace {

// "FR", "PT-BR"
std::string label_of(Lang lang) {
    std::string label(lang.tag());
    for (char& c : label)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return label;
}

}

std::vector<LanguageChoice> language_choices(const Reading& input) {
    std::vector<LanguageChoice> choices;
    const auto add = [&](const Language* language) {
        const auto is_this = [&](const LanguageChoice& choice) { return choice.lang == language->lang; };
        if (language == nullptr || std::any_of(choices.begin(), choices.end(), is_this)) return;
        choices.push_back({language->lang, label_of(language->lang), language->name});
    };
    for (const Lang lang : input.snapshot.meta.languages) add(find_language(lang));
    if (input.snapshot.meta.languages.empty())
        for (const Language& language : languages()) add(&language);
    add(find_language(input.lang()));
    return choices;
}

}
