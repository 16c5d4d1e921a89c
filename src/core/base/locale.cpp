#include "core/base/locale.hpp"

#include "core/base/json.hpp"

#include <vector>

namespace atlas {

namespace {

constexpr std::size_t k_form_count = static_cast<std::size_t>(Form::Count);
constexpr std::size_t k_message_count = static_cast<std::size_t>(Msg::Count);

std::vector<Locale> read_built_in() {
    std::vector<Locale> all;
    for (const std::string_view text : built_in_locales())
        if (std::optional<Locale> locale = Locale::read(text)) all.push_back(std::move(*locale));
    return all;
}

}

std::optional<Locale> Locale::read(std::string_view compact) {
    const JsonDocument document(compact);
    const JsonValue root = document.root();
    const JsonValue strings = root.find("strings");
    if (root.find("words").text() != k_words_fingerprint || strings.size() != k_strings) return std::nullopt;
    Locale locale;
    locale.m_tag = root.find("language").text();
    locale.m_name = root.find("name").text();
    std::size_t index = 0;
    for (JsonValue string = strings.first(); string.exists(); string = string.next()) {
        locale.m_pool += string.text();
        locale.m_ends[++index] = static_cast<std::uint32_t>(locale.m_pool.size());
    }
    return locale;
}

std::string_view Locale::at(std::size_t index) const {
    return std::string_view(m_pool).substr(m_ends[index], m_ends[index + 1] - m_ends[index]);
}

std::string_view Locale::form(Form form, std::size_t offset) const {
    return at(static_cast<std::size_t>(form) + offset);
}

std::string_view Locale::message(Msg message) const {
    return at(k_form_count + static_cast<std::size_t>(message));
}

std::string_view Locale::plural(Plural plural, PluralCategory category) const {
    const std::size_t first = k_form_count + k_message_count + static_cast<std::size_t>(plural) * k_plural_categories;
    const std::string_view own = at(first + static_cast<std::size_t>(category));
    return own.empty() ? at(first + static_cast<std::size_t>(PluralCategory::Other)) : own;
}

const Locale& locale_of(Lang lang) {
    static const std::vector<Locale> all = read_built_in();
    const std::string_view tag = lang == Lang::Fr ? "fr" : "en";
    for (const Locale& locale : all)
        if (locale.tag() == tag) return locale;
    return all.front();
}

}
