#include "core/tables/problem.hpp"

#include "core/base/locale.hpp"

namespace atlas {

namespace {

struct DoneWords {
    std::string_view word;
    std::optional<Msg> said;
};

constexpr DoneWords k_done[] = {
    {"said", {}},
    {"year", Msg::TableYearTaken},
    {"sign", Msg::TableSignTaken},
    {"no-place", Msg::TableNoPlace},
    {"cell", Msg::TableCellLeft},
    {"column", Msg::TableColumnLeft},
    {"row", Msg::TableRowLeft},
    {"table", {}},
};

std::string say_list(Msg message, Lang lang, const std::vector<std::string>& arguments) {
    const auto at = [&](std::size_t i) { return i < arguments.size() ? std::string_view(arguments[i]) : ""; };
    return say(message, lang, {at(0), at(1), at(2)});
}

// A date is a partial date as a file writes it; here it is said in the reader's way.
std::vector<std::string> said_arguments(const TableProblem& problem, Lang lang) {
    std::vector<std::string> out = problem.arguments;
    const bool has_dates = problem.reason == Msg::TableDateAmbiguous || problem.reason == Msg::TableDateReadAs;
    for (std::size_t i = 1; has_dates && i < out.size(); ++i)
        if (const auto date = parse_partial_date(out[i])) out[i] = format_date(*date, lang, DateStyle::Long);
    return out;
}

}

std::string_view word_of(TableDone done) {
    return k_done[static_cast<std::size_t>(done)].word;
}

std::string sentence_of(const TableProblem& problem, Lang lang) {
    std::string said = say_list(problem.reason, lang, said_arguments(problem, lang));
    if (const auto done = k_done[static_cast<std::size_t>(problem.done)].said)
        said = say(Msg::TableAndDone, lang, {said, say(*done, lang)});
    const std::string row = std::to_string(problem.row);
    if (problem.row != 0 && !problem.column.empty()) return say(Msg::TableAtCell, lang, {row, problem.column, said});
    if (problem.row != 0) return say(Msg::TableAtRow, lang, {row, said});
    if (!problem.column.empty()) return say(Msg::TableAtColumn, lang, {problem.column, said});
    return say(Msg::TableAtNone, lang, {said});
}

Text sentence_of(const TableProblem& problem) {
    Text out;
    for (const Language& language : languages())
        if (language.words != nullptr) out.add(language.lang, sentence_of(problem, language.lang));
    return out;
}

}
