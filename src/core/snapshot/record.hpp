// One object of the file while it is read: typed fields, each checked, null meaning "not known". A field that is wrong
// is reported and read as if it were not there, so that one pass finds everything that is wrong.
#pragma once

#include "core/snapshot/id_table.hpp"

#include <array>
#include <span>

namespace atlas {

enum class Need : std::uint8_t { Optional, Required };

inline constexpr std::size_t k_max_clusters = 200'000;
inline constexpr std::size_t k_max_records = 100'000; // of every other list of the file
inline constexpr std::size_t k_max_list = 1'000;      // of a list inside a record, references to clusters apart

// The lists that references point into.
struct IdTables {
    IdTable sources, regions, domains, sectors, terms, classes, units, rosters, chapters;
    IdTable clusters, figures, stories, themes;
};

struct Range {
    double least = 0;
    double most = 0;
};

class Record {
public:
    Record(JsonValue object, const IdTables& tables, Report& report)
        : m_object(object), m_tables(&tables), m_report(&report) {}

    JsonValue value() const { return m_object; }
    Span span() const;
    const IdTables& tables() const { return *m_tables; }
    Report& report() const { return *m_report; }

    // The member, or nothing when it is absent or null; a required one is reported.
    JsonValue field(std::string_view name, Need need = Need::Optional) const;
    std::string id(std::string_view name = "id") const;
    std::string code(std::string_view name, Need need) const; // upper case too
    std::string text(std::string_view name, Need need = Need::Optional) const;
    Text both(std::string_view name, Need need = Need::Optional) const; // a string, or {fr, en}
    std::string url(std::string_view name) const;
    std::string host(std::string_view name) const;
    std::optional<double> number(std::string_view name, Range range, Need need = Need::Optional) const;
    std::optional<int> whole(std::string_view name, Range range, Need need = Need::Optional) const;
    std::optional<bool> truth(std::string_view name) const;
    std::optional<PartialDate> date(std::string_view name, Need need = Need::Optional) const;
    std::optional<Date> day(std::string_view name, Need need = Need::Optional) const; // YYYY-MM-DD only
    std::optional<Window> window(std::string_view name) const;
    Confidence confidence(std::string_view name = "confidence") const;
    // The place of the text in `words`, which are the enumerators in order.
    template<class Enum>
    Enum choice(std::string_view name, std::span<const std::string_view> words, Enum otherwise,
                Need need = Need::Optional) const {
        return static_cast<Enum>(choice_index(name, words, static_cast<std::size_t>(otherwise), need));
    }
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

private:
    std::size_t choice_index(std::string_view name, std::span<const std::string_view> words, std::size_t otherwise,
                             Need need) const;
    std::optional<PartialDate> date_of(JsonValue value) const;
    std::optional<std::uint32_t> reference_of(JsonValue value, const IdTable& table) const;
    void report_repeated(std::string_view name, const IdTable& table, std::uint32_t index) const;
    JsonValue list(std::string_view name, std::size_t most, Need need) const;
    JsonValue string_field(std::string_view name, Need need) const;

    JsonValue m_object;
    const IdTables* m_tables;
    Report* m_report;
};

}
