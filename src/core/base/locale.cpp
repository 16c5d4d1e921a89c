#include "core/base/locale.hpp"

#include "core/base/json.hpp"

#include <memory>
#include <vector>

namespace atlas {

namespace {

constexpr std::size_t k_form_count = static_cast<std::size_t>(Form::Count);
constexpr std::size_t k_message_count = static_cast<std::size_t>(Msg::Count);

class Languages {
public:
    Languages() {
        for (const std::string_view text : built_in_locales())
            if (std::optional<Locale> locale = Locale::read(text)) learn(std::move(*locale));
    }

    [[nodiscard]] const std::vector<Language>& all() const { return m_all; }

    Language& offer(Lang lang, std::string name) {
        for (Language& known : m_all)
            if (known.lang == lang) return known;
        return m_all.emplace_back(Language{lang, std::move(name), nullptr});
    }

    // Words that were said before may still be shown: earlier ones stay in memory.
    void learn(Locale locale) {
        const Locale& kept = *m_kept.emplace_back(std::make_unique<Locale>(std::move(locale)));
        offer(kept.lang(), kept.name()).words = &kept;
    }

private:
    std::vector<Language> m_all;
    std::vector<std::unique_ptr<Locale>> m_kept;
};

Languages& registry() {
    static Languages known;
    return known;
}

}

std::optional<Locale> Locale::read(std::string_view compact) {
    constexpr JsonLimits k_limits{std::size_t{1} << 20, 4, std::size_t{16} << 10, 8192};
    const JsonDocument document(compact, k_limits);
    const JsonValue root = document.root();
    const JsonValue strings = root.find("strings");
    if (root.find("words").text() != k_words_fingerprint || strings.size() != k_strings) return std::nullopt;
    const std::optional<Lang> lang = Lang::parse(root.find("language").text());
    if (!lang) return std::nullopt;
    Locale locale;
    locale.m_lang = *lang;
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

const std::vector<Language>& languages() {
    return registry().all();
}

const Language* find_language(Lang lang) {
    const Language* akin = nullptr;
    for (const Language& language : languages()) {
        if (language.lang == lang) return &language;
        if (akin == nullptr && language.lang.is_akin(lang)) akin = &language;
    }
    return akin;
}

void offer_language(Lang lang, std::string name) {
    registry().offer(lang, std::move(name));
}

void learn_language(Locale locale) {
    registry().learn(std::move(locale));
}

const Locale& locale_of(Lang lang) {
    static const Locale k_wordless;
    for (const Lang wanted : {lang, Lang::En})
        if (const Language* found = find_language(wanted); found != nullptr && found->words != nullptr)
            return *found->words;
    for (const Language& language : languages())
        if (language.words != nullptr) return *language.words;
    return k_wordless;
}

}
