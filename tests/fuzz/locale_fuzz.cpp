// The words of a language come from a file: it is taken whole or not at all, and whatever is taken can be said.
#include "core/base/locale.hpp"
#include "core/base/plural_rule.hpp"

#include <cstdlib>

using namespace atlas;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    (void)matches_plural_rule(text, size);
    const std::optional<Locale> locale = Locale::read(text);
    if (!locale) return 0;
    if (locale->lang().is_empty()) std::abort();
    for (std::size_t i = 0; i < static_cast<std::size_t>(Msg::Count); ++i)
        if (!is_valid_utf8(locale->message(static_cast<Msg>(i)))) std::abort();
    for (std::size_t i = 0; i < static_cast<std::size_t>(Plural::Count); ++i)
        for (std::size_t j = 0; j < k_plural_categories; ++j)
            (void)locale->plural(static_cast<Plural>(i), static_cast<PluralCategory>(j));
    return 0;
}
