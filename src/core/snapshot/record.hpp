// One object of the file while it is read: the fields that only a snapshot has, beside those of every JSON object.
// What is wrong is reported with its place.
#pragma once

#include "core/base/json_object.hpp"
#include "core/snapshot/id_table.hpp"

namespace atlas {

inline constexpr std::size_t k_max_clusters = 200'000;
inline constexpr std::size_t k_max_records = 100'000; // of every other list of the file
inline constexpr std::size_t k_max_domains = 100;     // each has a colour
inline constexpr std::size_t k_max_list = 1'000;      // of a list inside a record, references to clusters apart

// The lists that references point into.
struct IdTables {
    IdTable sources, regions, domains, sectors, terms, classes, units, rosters, chapters;
    IdTable clusters, figures, stories, themes, policy;
    std::vector<Lang> languages; // of the texts, the one to fall back on first
};

bool is_code(std::string_view text); // of a region or a place: 1 to 12 letters, digits and hyphens
bool is_host(std::string_view text); // a website without "https://"; a path may follow

class Record : public JsonObject {
public:
    Record(JsonValue object, const IdTables& tables, Report& report)
        : JsonObject(object, report), m_tables(&tables), m_report(&report) {}

    Span span() const;
    const IdTables& tables() const { return *m_tables; }
    Report& report() const { return *m_report; }

    std::string id(std::string_view name = "id") const;
    std::string code(std::string_view name, Need need) const; // upper case too
    std::string text(std::string_view name, Need need = Need::Optional) const;
    Text both(std::string_view name, Need need = Need::Optional) const; // a string, or {fr: …, en: …}
    std::string url(std::string_view name) const;
    std::string host(std::string_view name) const;
    std::optional<Date> day(std::string_view name, Need need = Need::Optional) const; // YYYY-MM-DD only
    std::optional<Window> window(std::string_view name) const;
    Confidence confidence(std::string_view name = "confidence") const;
    std::optional<std::uint32_t> reference(std::string_view name, const IdTable& table,
                                           Need need = Need::Optional) const;
    std::vector<std::uint32_t> references(std::string_view name, const IdTable& table,
                                          Need need = Need::Optional) const;
    Sources sources(std::string_view name = "source", Need need = Need::Optional) const {
        return references(name, m_tables->sources, need);
    }
    std::vector<std::string> texts(std::string_view name) const;
    std::vector<Text> both_list(std::string_view name) const;
    // Member objects of a list, checked to be objects and not too many.
    std::vector<Record> records(std::string_view name, std::size_t most = k_max_list, Need need = Need::Optional) const;
    std::optional<Record> record(std::string_view name, Need need = Need::Optional) const;

    std::string clean(JsonValue text) const; // of a String
    Text both_of(JsonValue value) const;
    void add_version(Text& text, Lang lang, JsonValue version) const;

private:
    std::optional<std::uint32_t> reference_of(JsonValue value, const IdTable& table) const;
    void report_repeated(std::string_view name, const IdTable& table, std::uint32_t index) const;
    JsonValue filled_list(std::string_view name, std::size_t most, Need need) const; // a required one holds something
    JsonValue string_field(std::string_view name, Need need) const { return field(name, JsonKind::String, need); }

    const IdTables* m_tables;
    Report* m_report;
};

}
