#include "core/snapshot/report.hpp"

#include "core/base/order.hpp"

namespace atlas {

namespace {

Msg message_of(JsonFault fault) {
    switch (fault) {
    case JsonFault::Empty:
        return Msg::JsonEmpty;
    case JsonFault::TooLarge:
        return Msg::JsonTooLarge;
    case JsonFault::Utf16:
        return Msg::JsonUtf16;
    case JsonFault::InvalidUtf8:
        return Msg::JsonInvalidUtf8;
    case JsonFault::UnexpectedEnd:
        return Msg::JsonUnexpectedEnd;
    case JsonFault::ControlCharacter:
        return Msg::JsonControlCharacter;
    case JsonFault::BadEscape:
        return Msg::JsonBadEscape;
    case JsonFault::NumberRange:
        return Msg::JsonNumberRange;
    case JsonFault::TooDeep:
        return Msg::JsonTooDeep;
    case JsonFault::StringTooLong:
        return Msg::JsonStringTooLong;
    case JsonFault::TooManyValues:
        return Msg::JsonTooManyValues;
    case JsonFault::DuplicateKey:
        return Msg::JsonDuplicateKey;
    case JsonFault::NulCharacter:
        return Msg::JsonNulCharacter;
    case JsonFault::TrailingCharacters:
        return Msg::JsonTrailingCharacters;
    case JsonFault::None:
    case JsonFault::UnexpectedCharacter:
        break;
    }
    return Msg::JsonUnexpectedCharacter;
}

Msg message_of(Want want) {
    switch (want) {
    case Want::Member:
        return Msg::FieldMissing;
    case Want::Object:
        return Msg::ObjectExpected;
    case Want::List:
        return Msg::ListExpected;
    case Want::ShortList:
        return Msg::TooManyItems;
    case Want::Number:
        return Msg::NumberExpected;
    case Want::NumberBetween:
        return Msg::NumberOutOfRange;
    case Want::WholeBetween:
        return Msg::WholeNumberExpected;
    case Want::Truth:
        return Msg::TruthExpected;
    case Want::Date:
        return Msg::BadDate;
    case Want::Word:
        return Msg::ValueUnknown;
    case Want::Text:
    case Want::DateText:
        break;
    }
    return Msg::TextExpected;
}

std::string argument_of(const JsonProblem& problem) {
    switch (problem.fault) {
    case JsonFault::TooLarge:
        return std::to_string(problem.limit >> 20);
    case JsonFault::StringTooLong:
        return std::to_string(problem.limit >> 10);
    case JsonFault::TooDeep:
    case JsonFault::TooManyValues:
        return std::to_string(problem.limit);
    default:
        return clean_text(problem.detail);
    }
}

}

void Report::wrong(JsonValue at, Want want, Words words) {
    error(at, message_of(want), words);
}

void Report::add(List& list, JsonValue at, Msg message, Arguments arguments) {
    if (list.kept.size() >= k_max_diagnostics) {
        ++list.left_out;
        return;
    }
    list.kept.push_back({at.begin_offset(), {list.severity, at.pointer(), 0, 0, tell(message, arguments)}});
}

void Report::problem(const JsonProblem& problem) {
    const std::string argument = argument_of(problem);
    m_errors.kept.push_back({problem.offset, {Severity::Error, {}, 0, 0, tell(message_of(problem.fault), {argument})}});
}

void Report::finish(List& list, std::vector<Diagnostic>& out) {
    sort_stable(list.kept, [](const Located& a, const Located& b) { return a.offset < b.offset; });
    // one walk through the source for all of them
    TextPosition place;
    std::size_t walked = 0;
    for (Located& located : list.kept) {
        const TextPosition further = position_of(m_source.substr(walked), located.offset - walked);
        place.column = further.line == 1 ? place.column + further.column - 1 : further.column;
        place.line += further.line - 1;
        walked = located.offset;
        located.diagnostic.line = place.line;
        located.diagnostic.column = place.column;
        out.push_back(std::move(located.diagnostic));
    }
    if (list.left_out == 0) return;
    // the last one kept makes room for the sentence that says how many were left out
    out.back() = {list.severity, {}, 0, 0, tell(Msg::MoreProblems, {std::to_string(list.left_out + 1)})};
}

void Report::finish(LoadResult& result) {
    finish(m_errors, result.errors);
    finish(m_warnings, result.warnings);
}

}
