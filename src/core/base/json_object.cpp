#include "core/base/json_object.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr std::size_t k_quoted = 60;

std::string whole_text(double value) {
    return std::to_string(static_cast<long long>(value));
}

Want want_of(JsonKind kind) {
    switch (kind) {
    case JsonKind::Object:
        return Want::Object;
    case JsonKind::Array:
        return Want::List;
    case JsonKind::Number:
        return Want::Number;
    case JsonKind::Bool:
        return Want::Truth;
    case JsonKind::String:
    case JsonKind::Missing:
    case JsonKind::Null:
        break;
    }
    return Want::Text;
}

}

std::string quoted(std::string_view text) {
    if (text.size() <= k_quoted) return clean_text(text);
    std::size_t end = k_quoted;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return clean_text(text.substr(0, end)) + "…";
}

JsonValue JsonObject::field(std::string_view name, Need need) const {
    const JsonValue value = m_object.find(name);
    if (value.exists() && (m_null == NullMeans::AValue || !value.is(JsonKind::Null))) return value;
    if (need == Need::Required) wrong(m_object, Want::Member, {name});
    return {};
}

bool JsonObject::is(JsonValue value, JsonKind kind) const {
    if (value.is(kind)) return true;
    wrong(value, want_of(kind));
    return false;
}

JsonValue JsonObject::field(std::string_view name, JsonKind kind, Need need) const {
    const JsonValue value = field(name, need);
    return value.exists() && is(value, kind) ? value : JsonValue();
}

JsonValue JsonObject::list(std::string_view name, std::size_t most, Need need) const {
    const JsonValue value = field(name, JsonKind::Array, need);
    if (value.size() <= most) return value;
    wrong(value, Want::ShortList, {std::to_string(most)});
    return {};
}

std::optional<double> JsonObject::number(std::string_view name, Range range, Need need) const {
    const JsonValue value = field(name, JsonKind::Number, need);
    if (!value.exists()) return std::nullopt;
    if (value.number() >= range.least && value.number() <= range.most) return value.number();
    wrong(value, Want::NumberBetween, {whole_text(range.least), whole_text(range.most)});
    return std::nullopt;
}

std::optional<int> JsonObject::whole(std::string_view name, Range range, Need need) const {
    const JsonValue value = field(name, need);
    if (!value.exists()) return std::nullopt;
    const double number = value.number();
    if (value.is(JsonKind::Number) && number == std::floor(number) && number >= range.least && number <= range.most)
        return static_cast<int>(number);
    wrong(value, Want::WholeBetween, {whole_text(range.least), whole_text(range.most)});
    return std::nullopt;
}

std::optional<bool> JsonObject::truth(std::string_view name, Need need) const {
    const JsonValue value = field(name, JsonKind::Bool, need);
    return value.exists() ? std::optional(value.boolean()) : std::nullopt;
}

std::optional<PartialDate> JsonObject::date_of(JsonValue value) const {
    if (!value.is(JsonKind::String)) {
        wrong(value, Want::DateText);
        return std::nullopt;
    }
    const std::optional<PartialDate> date = parse_partial_date(value.text());
    if (!date) wrong(value, Want::Date, {quoted(value.text())});
    return date;
}

std::optional<PartialDate> JsonObject::date(std::string_view name, Need need) const {
    const JsonValue value = field(name, need);
    return value.exists() ? date_of(value) : std::nullopt;
}

std::size_t JsonObject::choice_index(std::string_view name, std::span<const std::string_view> words,
                                     std::size_t otherwise, Need need) const {
    const JsonValue value = field(name, JsonKind::String, need);
    if (!value.exists()) return otherwise;
    const auto place = std::find(words.begin(), words.end(), value.text());
    if (place != words.end()) return static_cast<std::size_t>(place - words.begin());
    std::string all;
    for (const std::string_view word : words) all += (all.empty() ? "" : ", ") + std::string(word);
    wrong(value, Want::Word, {quoted(value.text()), all});
    return otherwise;
}

}
