#pragma once
// Objects that the page sends, states and actions: what is wrong first is the refusal of the whole, and members that
// nobody asked for are refused too. After a refusal every answer is the fallback.

#include "core/base/json_object.hpp"
#include "core/base/messages.hpp"
#include "core/state/names.hpp"
#include "core/state/state_json.hpp"

namespace atlas {

// Keeps the first thing that is wrong, in a sentence that names it: "filter.regions: expected an array of ids."
class Refusals final : public JsonComplaints {
public:
    void wrong(JsonValue at, Want want, Words words) override;
    void expected(JsonValue at, Msg what); // a phrase: "an array of ids"
    void unknown(JsonValue member);
    void refuse(Msg message, Words words);
    [[nodiscard]] const std::optional<Refusal>& first() const { return m_first; }

private:
    std::optional<Refusal> m_first;
};

class PageObject {
public:
    PageObject(JsonValue object, Refusals& refusals);

    [[nodiscard]] bool has(std::string_view key) const { return m_object.value().find(key).exists(); }
    [[nodiscard]] std::string text(std::string_view key, Need need = Need::Required);
    [[nodiscard]] std::string id(std::string_view key, Need need = Need::Required); // null or "": empty
    [[nodiscard]] double number(std::string_view key, double fallback, Need need = Need::Optional);
    [[nodiscard]] int step(std::string_view key, int fallback); // a whole number within ± 12 000
    [[nodiscard]] bool truth(std::string_view key, bool fallback = false);
    [[nodiscard]] std::vector<std::string> ids(std::string_view key);
    [[nodiscard]] std::vector<LngLat> area(std::string_view key);
    [[nodiscard]] PartialDate date(std::string_view key, PartialDate fallback);
    [[nodiscard]] std::optional<PartialDate> date_or_null(std::string_view key);
    [[nodiscard]] std::optional<Lang> lang(std::string_view key); // required, one that is offered
    // The enumerator at the place of the text in `words`, or the first one.
    template<class Enum>
    [[nodiscard]] Enum word(std::string_view key, std::span<const std::string_view> words) {
        return ask(key).choice(key, words, Enum(), Need::Required);
    }
    [[nodiscard]] PageObject inside(std::string_view key); // {"camera":{"lng":…}}

    void finish(); // refuses what nobody asked for

private:
    const JsonObject& ask(std::string_view key);

    JsonObject m_object;
    Refusals* m_refusals;
    std::vector<std::string_view> m_known;
};

// Bounds for texts from the page: a state or an action, never a snapshot.
[[nodiscard]] JsonLimits page_limits();
[[nodiscard]] std::optional<Refusal> refuse_document(const JsonDocument& document);

}
