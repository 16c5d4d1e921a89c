// One object from outside while it is read: members asked for by name, each checked. What is wrong is told to the
// complaints, whoever they belong to, and read as if it were not there, so that one pass finds everything. Nothing is
// copied but the answer; a member costs a walk through its object.
#pragma once

#include "core/base/date.hpp"
#include "core/base/json.hpp"

#include <initializer_list>
#include <limits>
#include <optional>
#include <span>

namespace atlas {

enum class Need : std::uint8_t { Optional, Required };
// A file writes null for "not known"; from a page it is a value, mostly of the wrong kind.
enum class NullMeans : std::uint8_t { Unknown, AValue };

// What should have stood there, and the words that come with the complaint.
enum class Want : std::uint8_t {
    Member, // its name; told of the object
    Object,
    List,
    ShortList, // how many items at most
    Text,
    Number,
    NumberBetween, // least, most
    WholeBetween,  // least, most
    Truth,
    DateText,
    Date, // the text that is none
    Word  // the text, the words that are known
};

class JsonComplaints {
public:
    using Words = std::initializer_list<std::string_view>; // clean and short
    virtual void wrong(JsonValue at, Want want, Words words) = 0;

protected:
    ~JsonComplaints() = default;
};

// A foreign text as a message repeats it: clean, and at most 60 bytes of it.
[[nodiscard]] std::string quoted(std::string_view text);

struct Range {
    double least = std::numeric_limits<double>::lowest();
    double most = std::numeric_limits<double>::max();
};

class JsonObject {
public:
    JsonObject(JsonValue object, JsonComplaints& complaints, NullMeans null = NullMeans::Unknown)
        : m_object(object), m_complaints(&complaints), m_null(null) {}

    JsonValue value() const { return m_object; }

    // The member, or nothing when it is not there; a required one is complained of.
    JsonValue field(std::string_view name, Need need = Need::Optional) const;
    JsonValue field(std::string_view name, JsonKind kind, Need need = Need::Optional) const;
    JsonValue list(std::string_view name, std::size_t most, Need need = Need::Optional) const;
    std::optional<double> number(std::string_view name, Range range, Need need = Need::Optional) const;
    std::optional<int> whole(std::string_view name, Range range, Need need = Need::Optional) const; // range: of an int
    std::optional<bool> truth(std::string_view name, Need need = Need::Optional) const;
    std::optional<PartialDate> date(std::string_view name, Need need = Need::Optional) const;
    // The place of the text in `words`, which are the enumerators in order.
    template<class Enum>
    Enum choice(std::string_view name, std::span<const std::string_view> words, Enum otherwise,
                Need need = Need::Optional) const {
        return static_cast<Enum>(choice_index(name, words, static_cast<std::size_t>(otherwise), need));
    }

    // Of a value inside: an item of a list.
    bool is(JsonValue value, JsonKind kind) const; // else complained of
    std::optional<PartialDate> date_of(JsonValue value) const;

private:
    std::size_t choice_index(std::string_view name, std::span<const std::string_view> words, std::size_t otherwise,
                             Need need) const;
    void wrong(JsonValue at, Want want, JsonComplaints::Words words = {}) const {
        m_complaints->wrong(at, want, words);
    }

    JsonValue m_object;
    JsonComplaints* m_complaints;
    NullMeans m_null;
};

}
