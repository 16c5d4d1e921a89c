#pragma once
// Reads the members of one JSON object from outside: each is asked for by name and checked, the first thing that is
// wrong is remembered, and finish() refuses what nobody asked for. After a refusal every answer is the fallback.

#include "core/base/json.hpp"
#include "core/base/messages.hpp"
#include "core/state/names.hpp"
#include "core/state/state_json.hpp"

namespace atlas {

enum class Need : std::uint8_t { Required, Optional };

[[nodiscard]] Refusal refuse(Msg message, std::initializer_list<std::string_view> arguments);
[[nodiscard]] Refusal refuse_value(std::string_view key, Msg expected);
[[nodiscard]] Refusal refuse_words(std::string_view key, std::string_view words); // "map, list, …"

class JsonMembers {
public:
    // `path` goes in front of the names in messages: "filter." or nothing.
    JsonMembers(JsonValue object, std::string_view path);

    [[nodiscard]] JsonValue find(std::string_view key, Need need = Need::Optional);
    [[nodiscard]] std::string text(std::string_view key, Need need = Need::Required);
    [[nodiscard]] std::string id(std::string_view key, Need need = Need::Required); // null or "": empty
    [[nodiscard]] double number(std::string_view key, double fallback, Need need = Need::Optional);
    [[nodiscard]] int whole(std::string_view key, int fallback, Need need = Need::Optional); // -12 000 … 12 000
    [[nodiscard]] bool yes(std::string_view key, bool fallback = false);
    [[nodiscard]] std::vector<std::string> ids(std::string_view key);
    [[nodiscard]] std::vector<LngLat> area(std::string_view key);
    [[nodiscard]] PartialDate date(std::string_view key, PartialDate fallback);
    [[nodiscard]] std::optional<PartialDate> date_or_null(std::string_view key);
    // The place of the text in `words`, or 0.
    [[nodiscard]] std::size_t word(std::string_view key, std::span<const std::string_view> words,
                                   Need need = Need::Required);

    void fail(Refusal refusal);
    [[nodiscard]] const std::optional<Refusal>& refusal() const { return m_refusal; }
    [[nodiscard]] std::optional<Refusal> finish();

private:
    [[nodiscard]] std::string full(std::string_view key) const { return m_path + std::string(key); }
    JsonValue m_object;
    std::string m_path;
    std::vector<std::string_view> m_known;
    std::optional<Refusal> m_refusal;
};

// Bounds for texts from the page: a state or an action, never a snapshot.
[[nodiscard]] JsonLimits page_limits();
[[nodiscard]] std::optional<Refusal> refuse_document(const JsonDocument& document);

}
