#include "core/state/page_object.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

std::optional<LngLat> read_place(JsonValue value) {
    const JsonValue lng = value.first(), lat = lng.next();
    if (!value.is(JsonKind::Array) || value.size() != 2) return std::nullopt;
    if (!lng.is(JsonKind::Number) || !lat.is(JsonKind::Number)) return std::nullopt;
    if (std::fabs(lng.number()) > 180.0 || std::fabs(lat.number()) > 90.0) return std::nullopt;
    return snapped(LngLat{lng.number(), lat.number()});
}

// "filter.regions"; keys come from outside.
std::string path_of(JsonValue value) {
    std::string path(value.key());
    for (JsonValue owner = value.parent(); !owner.key().empty(); owner = owner.parent())
        path = std::string(owner.key()) + "." + path;
    return quoted(path);
}

Refusal refusal_of(Msg message, JsonComplaints::Words words) {
    return {tell(message, words)};
}

Msg phrase_of(Want want) {
    switch (want) {
    case Want::List:
    case Want::ShortList:
        return Msg::ExpectedIds;
    case Want::Number:
    case Want::NumberBetween:
    case Want::WholeBetween:
        return Msg::ExpectedNumber;
    case Want::Truth:
        return Msg::ExpectedSwitch;
    case Want::Date:
    case Want::DateText:
        return Msg::ExpectedDate;
    case Want::Text:
        return Msg::ExpectedText;
    case Want::Object:
    case Want::Member:
    case Want::Word:
        break;
    }
    return Msg::ExpectedObject;
}

}

void Refusals::refuse(Msg message, Words words) {
    if (!m_first) m_first = refusal_of(message, words);
}

void Refusals::expected(JsonValue at, Msg what) {
    if (m_first) return;
    const std::string path = at.parent().exists() ? path_of(at) : "JSON";
    m_first = {tell(Msg::RefusedValue, path, what)};
}

void Refusals::unknown(JsonValue member) {
    refuse(Msg::RefusedUnknownKey, {path_of(member)});
}

void Refusals::wrong(JsonValue at, Want want, Words words) {
    if (want == Want::Word) return refuse(Msg::RefusedValue, {path_of(at), words.begin()[1]});
    if (want != Want::Member) return expected(at, phrase_of(want));
    const std::string owner = path_of(at), name(*words.begin());
    refuse(Msg::RefusedMissing, {owner.empty() ? name : owner + "." + name});
}

PageObject::PageObject(JsonValue object, Refusals& refusals)
    : m_object(object, refusals, NullMeans::AValue), m_refusals(&refusals) {
    (void)m_object.is(object, JsonKind::Object);
}

const JsonObject& PageObject::ask(std::string_view key) {
    m_known.push_back(key);
    return m_object;
}

std::string PageObject::text(std::string_view key, Need need) {
    return bounded_text(ask(key).field(key, JsonKind::String, need).text());
}

std::string PageObject::id(std::string_view key, Need need) {
    const JsonValue value = ask(key).field(key, need);
    if (!value.exists() || value.is(JsonKind::Null)) return {};
    const bool is_id = value.is(JsonKind::String) && (value.text().empty() || is_plausible_id(value.text()));
    if (!is_id) m_refusals->expected(value, Msg::ExpectedId);
    return is_id ? std::string(value.text()) : std::string();
}

double PageObject::number(std::string_view key, double fallback, Need need) {
    return ask(key).number(key, {}, need).value_or(fallback);
}

int PageObject::step(std::string_view key, int fallback) {
    return static_cast<int>(std::clamp(number(key, fallback), -12000.0, 12000.0));
}

bool PageObject::truth(std::string_view key, bool fallback) {
    return ask(key).truth(key).value_or(fallback);
}

std::vector<std::string> PageObject::ids(std::string_view key) {
    const JsonValue list = ask(key).list(key, k_values_max, Need::Required);
    std::vector<std::string> ids;
    for (JsonValue item = list.first(); item.exists(); item = item.next()) {
        if (!item.is(JsonKind::String) || !is_plausible_id(item.text())) {
            m_refusals->expected(list, Msg::ExpectedIds);
            return {};
        }
        ids.emplace_back(item.text());
    }
    return ids;
}

std::vector<LngLat> PageObject::area(std::string_view key) {
    const JsonValue list = ask(key).field(key, Need::Required);
    std::vector<LngLat> ring;
    bool is_good = list.is(JsonKind::Array) && list.size() <= k_area_max && list.size() != 1 && list.size() != 2;
    for (JsonValue item = list.first(); is_good && item.exists(); item = item.next()) {
        const std::optional<LngLat> place = read_place(item);
        is_good = place.has_value();
        if (place) ring.push_back(*place);
    }
    if (list.exists() && !is_good) m_refusals->expected(list, Msg::ExpectedArea);
    return ring;
}

PartialDate PageObject::date(std::string_view key, PartialDate fallback) {
    return ask(key).date(key, Need::Required).value_or(fallback);
}

std::optional<PartialDate> PageObject::date_or_null(std::string_view key) {
    if (ask(key).field(key).is(JsonKind::Null)) return std::nullopt;
    return date(key, {});
}

std::optional<Lang> PageObject::lang(std::string_view key) {
    const JsonObject& object = ask(key);
    const std::optional<Lang> lang = lang_of(object.value().find(key).text());
    if (!lang) (void)object.choice<std::size_t>(key, lang_names(), 0, Need::Required); // complains, naming them all
    return lang;
}

PageObject PageObject::inside(std::string_view key) {
    const JsonValue object = ask(key).field(key, JsonKind::Object, Need::Required);
    return {object, *m_refusals};
}

void PageObject::finish() {
    for (JsonValue member = m_object.value().first(); member.exists(); member = member.next())
        if (std::find(m_known.begin(), m_known.end(), member.key()) == m_known.end()) m_refusals->unknown(member);
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
    return refusal_of(Msg::RefusedJson, {std::to_string(document.problem().offset + 1)});
}

}
