#include "core/state/json_members.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

// Keys come from outside: what a message repeats of them is short and clean.
std::string shown_key(std::string_view key) {
    constexpr std::size_t k_longest = 40;
    std::string clean = clean_text(key);
    return clean.size() <= k_longest ? clean : std::string("…");
}

std::optional<LngLat> read_place(JsonValue value) {
    const JsonValue lng = value.first(), lat = lng.next();
    if (!value.is(JsonKind::Array) || value.size() != 2) return std::nullopt;
    if (!lng.is(JsonKind::Number) || !lat.is(JsonKind::Number)) return std::nullopt;
    if (std::fabs(lng.number()) > 180.0 || std::fabs(lat.number()) > 90.0) return std::nullopt;
    return snapped(LngLat{lng.number(), lat.number()});
}

}

Refusal refuse(Msg message, std::initializer_list<std::string_view> arguments) {
    return {{say(message, Lang::Fr, arguments), say(message, Lang::En, arguments)}};
}

Refusal refuse_value(std::string_view key, Msg expected) {
    const std::string name = shown_key(key);
    return {{say(Msg::RefusedValue, Lang::Fr, {name, say(expected, Lang::Fr)}),
             say(Msg::RefusedValue, Lang::En, {name, say(expected, Lang::En)})}};
}

Refusal refuse_words(std::string_view key, std::string_view words) {
    return refuse(Msg::RefusedValue, {shown_key(key), words});
}

JsonMembers::JsonMembers(JsonValue object, std::string_view path) : m_object(object), m_path(path) {
    if (object.is(JsonKind::Object)) return;
    m_object = {};
    const std::string_view name = path.empty() ? std::string_view("JSON") : path.substr(0, path.size() - 1);
    fail(refuse_value(name, Msg::ExpectedObject));
}

void JsonMembers::fail(Refusal refusal) {
    if (!m_refusal) m_refusal = std::move(refusal);
}

JsonValue JsonMembers::find(std::string_view key, Need need) {
    m_known.push_back(key);
    const JsonValue value = m_object.find(key);
    if (!value.exists() && need == Need::Required) fail(refuse(Msg::RefusedMissing, {full(key)}));
    return value;
}

std::string JsonMembers::text(std::string_view key, Need need) {
    const JsonValue value = find(key, need);
    if (value.exists() && !value.is(JsonKind::String)) fail(refuse_value(full(key), Msg::ExpectedText));
    return bounded_text(value.text());
}

std::string JsonMembers::id(std::string_view key, Need need) {
    const JsonValue value = find(key, need);
    if (!value.exists() || value.is(JsonKind::Null)) return {};
    const bool is_id = value.is(JsonKind::String) && (value.text().empty() || is_plausible_id(value.text()));
    if (!is_id) fail(refuse_value(full(key), Msg::ExpectedId));
    return is_id ? std::string(value.text()) : std::string();
}

double JsonMembers::number(std::string_view key, double fallback, Need need) {
    const JsonValue value = find(key, need);
    if (!value.exists()) return fallback;
    if (!value.is(JsonKind::Number)) fail(refuse_value(full(key), Msg::ExpectedNumber));
    return value.is(JsonKind::Number) ? value.number() : fallback;
}

int JsonMembers::whole(std::string_view key, int fallback, Need need) {
    return static_cast<int>(std::clamp(number(key, fallback, need), -12000.0, 12000.0));
}

bool JsonMembers::yes(std::string_view key, bool fallback) {
    const JsonValue value = find(key);
    if (!value.exists()) return fallback;
    if (!value.is(JsonKind::Bool)) fail(refuse_value(full(key), Msg::ExpectedSwitch));
    return value.boolean();
}

std::vector<std::string> JsonMembers::ids(std::string_view key) {
    const JsonValue list = find(key, Need::Required);
    std::vector<std::string> ids;
    bool is_good = list.is(JsonKind::Array) && list.size() <= k_values_max;
    for (JsonValue item = list.first(); is_good && item.exists(); item = item.next()) {
        is_good = item.is(JsonKind::String) && is_plausible_id(item.text());
        if (is_good) ids.emplace_back(item.text());
    }
    if (!is_good) fail(refuse_value(full(key), Msg::ExpectedIds));
    return ids;
}

std::vector<LngLat> JsonMembers::area(std::string_view key) {
    const JsonValue list = find(key, Need::Required);
    std::vector<LngLat> ring;
    bool is_good = list.is(JsonKind::Array) && list.size() <= k_area_max && list.size() != 1 && list.size() != 2;
    for (JsonValue item = list.first(); is_good && item.exists(); item = item.next()) {
        const std::optional<LngLat> place = read_place(item);
        is_good = place.has_value();
        if (place) ring.push_back(*place);
    }
    if (!is_good) fail(refuse_value(full(key), Msg::ExpectedArea));
    return ring;
}

PartialDate JsonMembers::date(std::string_view key, PartialDate fallback) {
    const JsonValue value = find(key, Need::Required);
    const std::optional<PartialDate> parsed = parse_partial_date(value.text());
    if (!parsed) fail(refuse_value(full(key), Msg::ExpectedDate));
    return parsed.value_or(fallback);
}

std::optional<PartialDate> JsonMembers::date_or_null(std::string_view key) {
    if (m_object.find(key).is(JsonKind::Null)) {
        m_known.push_back(key);
        return std::nullopt;
    }
    return date(key, {});
}

std::size_t JsonMembers::word(std::string_view key, std::span<const std::string_view> words, Need need) {
    const JsonValue value = find(key, need);
    if (!value.exists()) return 0;
    const auto found = std::find(words.begin(), words.end(), value.text());
    if (value.is(JsonKind::String) && found != words.end()) return static_cast<std::size_t>(found - words.begin());
    fail(refuse_words(full(key), join({words.begin(), words.end()})));
    return 0;
}

std::optional<Refusal> JsonMembers::finish() {
    for (JsonValue member = m_object.first(); member.exists() && !m_refusal; member = member.next()) {
        const bool is_known = std::find(m_known.begin(), m_known.end(), member.key()) != m_known.end();
        if (!is_known) fail(refuse(Msg::RefusedUnknownKey, {shown_key(m_path + std::string(member.key()))}));
    }
    return m_refusal;
}

JsonLimits page_limits() {
    JsonLimits limits;
    limits.bytes = std::size_t{128} << 10;
    limits.depth = 6;
    limits.string_bytes = 4096;
    limits.values = 8192;
    return limits;
}

std::optional<Refusal> refuse_document(const JsonDocument& document) {
    if (document.ok()) return std::nullopt;
    return refuse(Msg::RefusedJson, {std::to_string(document.problem().offset + 1)});
}

}
