#include "core/snapshot/record.hpp"

#include "core/base/order.hpp"

#include <algorithm>

namespace atlas {

namespace {

bool is_url_character(char c) {
    return static_cast<unsigned char>(c) > 0x20 && c != '"' && c != '<' && c != '>' && c != '\\' && c != '`' &&
           c != 0x7F;
}

bool is_url(std::string_view text) {
    const bool known = text.substr(0, 8) == "https://" || text.substr(0, 7) == "http://";
    return known && text.size() > 8 && text.size() <= 2048 && std::all_of(text.begin(), text.end(), is_url_character);
}

}

bool is_code(std::string_view text) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    };
    return !text.empty() && text.size() <= 12 && std::all_of(text.begin(), text.end(), fits);
}

bool is_host(std::string_view text) {
    const std::string_view host = text.substr(0, text.find('/'));
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'; };
    return host.size() >= 4 && host.find('.') != std::string_view::npos &&
           std::all_of(host.begin(), host.end(), fits) && text.size() <= 253 &&
           std::all_of(text.begin(), text.end(), is_url_character);
}

Span Record::span() const {
    return {static_cast<std::uint32_t>(value().begin_offset()), static_cast<std::uint32_t>(value().end_offset())};
}

std::string Record::id(std::string_view name) const {
    const JsonValue value = string_field(name, Need::Required);
    if (value.exists() && !is_id(value.text())) m_report->error(value, Msg::BadId, {quoted(value.text())});
    return std::string(value.text());
}

std::string Record::code(std::string_view name, Need need) const {
    const JsonValue value = string_field(name, need);
    if (value.exists() && !is_code(value.text())) m_report->error(value, Msg::BadId, {quoted(value.text())});
    return std::string(value.text());
}

std::string Record::clean(JsonValue text) const {
    std::string out = clean_text(text.text());
    if (out.size() != text.text().size()) m_report->warn(text, Msg::InvisibleRemoved);
    return out;
}

std::string Record::text(std::string_view name, Need need) const {
    const JsonValue value = string_field(name, need);
    if (!value.exists()) return {};
    std::string out = clean(value);
    if (need == Need::Required && out.empty()) m_report->error(value, Msg::TextIsEmpty);
    return out;
}

void Record::add_version(Text& text, Lang lang, JsonValue version) const {
    if (!version.is(JsonKind::String)) return m_report->error(version, Msg::TextExpected);
    std::string words = clean(version);
    if (words.empty()) return m_report->error(version, Msg::TextIsEmpty);
    text.add(lang, std::move(words));
}

Text Record::both_of(JsonValue value) const {
    if (value.is(JsonKind::String)) {
        const std::string same = clean(value);
        if (same.empty()) m_report->error(value, Msg::TextIsEmpty);
        return Text(same);
    }
    if (!value.is(JsonKind::Object)) {
        m_report->error(value, Msg::BilingualExpected);
        return {};
    }
    Text text;
    const std::vector<Lang>& order = m_tables->languages;
    for (const Lang lang : order)
        if (const JsonValue version = value.find(lang.tag()); version.exists()) add_version(text, lang, version);
    for (JsonValue version = value.first(); version.exists(); version = version.next()) {
        const std::optional<Lang> lang = Lang::parse(version.key());
        if (!lang || lang->tag() != version.key())
            m_report->error(version, Msg::BadLanguage, {quoted(version.key())});
        else if (std::find(order.begin(), order.end(), *lang) == order.end())
            add_version(text, *lang, version);
    }
    if (value.size() == 0) m_report->error(value, Msg::BilingualExpected);
    return text;
}

Text Record::both(std::string_view name, Need need) const {
    const JsonValue value = field(name, need);
    return value.exists() ? both_of(value) : Text();
}

std::string Record::url(std::string_view name) const {
    const JsonValue value = string_field(name, Need::Optional);
    if (!value.exists()) return {};
    if (is_url(value.text())) return std::string(value.text());
    m_report->error(value, Msg::BadUrl);
    return {};
}

std::string Record::host(std::string_view name) const {
    const JsonValue value = string_field(name, Need::Required);
    if (!value.exists() || is_host(value.text())) return std::string(value.text());
    m_report->error(value, Msg::BadHost);
    return {};
}

std::optional<Date> Record::day(std::string_view name, Need need) const {
    const std::optional<PartialDate> read = date(name, need);
    if (!read) return std::nullopt;
    if (read->day != 0) return first_day(*read);
    m_report->error(field(name), Msg::DayExpected);
    return std::nullopt;
}

std::optional<Window> Record::window(std::string_view name) const {
    const JsonValue pair = list(name, 2, Need::Optional);
    if (!pair.exists()) return std::nullopt;
    if (pair.size() != 2) {
        m_report->error(pair, Msg::PairExpected);
        return std::nullopt;
    }
    const std::optional<PartialDate> earliest = date_of(pair.first());
    const std::optional<PartialDate> latest = date_of(pair.first().next());
    if (!earliest || !latest) return std::nullopt;
    if (last_day(*latest) < first_day(*earliest)) m_report->error(pair, Msg::EndBeforeBegin);
    return Window{*earliest, *latest};
}

Confidence Record::confidence(std::string_view name) const {
    static constexpr std::string_view k_words[] = {"high", "medium", "low", "unknown"};
    return choice(name, k_words, Confidence::Unknown);
}

std::optional<std::uint32_t> Record::reference_of(JsonValue value, const IdTable& table) const {
    if (!is(value, JsonKind::String)) return std::nullopt;
    const std::optional<std::uint32_t> index = table.find(value.text());
    if (!index) m_report->error(value, Msg::IdUnknown, {quoted(value.text()), table.name()});
    return index;
}

std::optional<std::uint32_t> Record::reference(std::string_view name, const IdTable& table, Need need) const {
    const JsonValue value = field(name, need);
    return value.exists() ? reference_of(value, table) : std::nullopt;
}

JsonValue Record::filled_list(std::string_view name, std::size_t most, Need need) const {
    const JsonValue value = list(name, most, need);
    if (need == Need::Required && value.exists() && value.size() == 0) m_report->error(value, Msg::ListIsEmpty);
    return value;
}

std::vector<std::uint32_t> Record::references(std::string_view name, const IdTable& table, Need need) const {
    std::vector<std::uint32_t> out;
    const std::size_t most = &table == &m_tables->clusters ? k_max_clusters : k_max_list;
    for (JsonValue item = filled_list(name, most, need).first(); item.exists(); item = item.next()) {
        if (const auto index = reference_of(item, table)) out.push_back(*index);
    }
    std::vector<std::uint32_t> sorted = out;
    sort_stable(sorted);
    const auto twice = std::adjacent_find(sorted.begin(), sorted.end());
    if (twice != sorted.end()) report_repeated(name, table, *twice);
    return out;
}

void Record::report_repeated(std::string_view name, const IdTable& table, std::uint32_t index) const {
    bool seen = false;
    for (JsonValue item = field(name).first(); item.exists(); item = item.next()) {
        if (table.find(item.text()) != index) continue;
        if (seen) return m_report->error(item, Msg::IdRepeated, {quoted(item.text())});
        seen = true;
    }
}

std::vector<std::string> Record::texts(std::string_view name) const {
    std::vector<std::string> out;
    for (JsonValue item = list(name, k_max_list, Need::Optional).first(); item.exists(); item = item.next()) {
        if (!is(item, JsonKind::String)) continue;
        out.push_back(clean(item));
        if (out.back().empty()) m_report->error(item, Msg::TextIsEmpty);
    }
    return out;
}

std::vector<Text> Record::both_list(std::string_view name) const {
    std::vector<Text> out;
    for (JsonValue item = list(name, k_max_list, Need::Optional).first(); item.exists(); item = item.next())
        out.push_back(both_of(item));
    return out;
}

std::vector<Record> Record::records(std::string_view name, std::size_t most, Need need) const {
    std::vector<Record> out;
    const JsonValue all = filled_list(name, most, need);
    out.reserve(all.size());
    for (JsonValue item = all.first(); item.exists(); item = item.next()) {
        if (is(item, JsonKind::Object)) out.emplace_back(item, *m_tables, *m_report);
    }
    return out;
}

std::optional<Record> Record::record(std::string_view name, Need need) const {
    const JsonValue value = field(name, JsonKind::Object, need);
    return value.exists() ? std::optional(Record(value, *m_tables, *m_report)) : std::nullopt;
}

}
