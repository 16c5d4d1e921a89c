// Places of values: nlohmann's SAX events carry none, so they are held against what a writer knows of its own text.
#include "core/base/json.hpp"
#include "core/random_state.hpp"

#include <doctest/doctest.h>

using namespace atlas;

namespace {

// Writes random values with random spaces, and where each begins and ends: the oracle of places.
class RandomDocument {
public:
    struct Place {
        std::size_t begin = 0, end = 0;
    };
    explicit RandomDocument(std::uint32_t seed) : m_random(seed) {
        space();
        value(0);
        space();
    }
    std::string text;
    std::vector<Place> places; // in the order of their beginnings

private:
    void space() {
        for (std::size_t n = m_random.below(3); n > 0; --n) text += " \n\t\r"[m_random.below(4)];
    }
    void string() {
        static constexpr std::string_view k_parts[] = {"a",    "é", "😀", "\\\"", "\\\\", "\\n", "\\u00e9",
                                                       "\\/",  "{", ",", ":",    "]",    "\\b", "\\ud83d\\ude00",
                                                       "true", "12"};
        text += '"';
        for (std::size_t n = m_random.below(6); n > 0; --n) text += k_parts[m_random.below(std::size(k_parts))];
        text += '"';
    }
    void scalar() {
        static constexpr std::string_view k_words[] = {"null",
                                                       "true",
                                                       "false",
                                                       "0",
                                                       "-0",
                                                       "7",
                                                       "-12",
                                                       "18446744073709551615",
                                                       "-9223372036854775808",
                                                       "1e5",
                                                       "-0.5",
                                                       "0e-3",
                                                       "12.50e+2",
                                                       "1E2",
                                                       "0.0",
                                                       "9223372036854775808",
                                                       "18446744073709551616",
                                                       "10"};
        if (m_random.below(3) == 0) return string();
        text += k_words[m_random.below(std::size(k_words))];
    }
    void members(int depth, bool named) {
        const std::size_t count = m_random.below(5);
        text += named ? '{' : '[';
        space();
        for (std::size_t i = 0; i < count; ++i) {
            if (i > 0) text += ',';
            space();
            if (named) {
                text += "\"" + std::to_string(i) + "\\t\"";
                space();
                text += ':';
                space();
            }
            value(depth + 1);
            space();
        }
        text += named ? '}' : ']';
    }
    void value(int depth) {
        const std::size_t index = places.size();
        places.push_back({text.size(), 0});
        const std::size_t kind = depth > 5 ? 2 : m_random.below(4);
        if (kind < 2)
            members(depth, kind == 0);
        else
            scalar();
        places[index].end = text.size();
    }

    test::Random m_random;
};

void collect(JsonValue value, std::vector<JsonValue>& out) {
    out.push_back(value);
    for (JsonValue member = value.first(); member.exists(); member = member.next()) {
        CHECK(member.parent().begin_offset() == value.begin_offset());
        collect(member, out);
    }
}

}

TEST_CASE("every value knows where it begins and ends, whatever stands round it") {
    for (std::uint32_t seed = 1; seed <= 3000; ++seed) {
        const RandomDocument written(seed);
        CAPTURE(written.text);
        const JsonDocument document(written.text);
        REQUIRE(document.ok());
        std::vector<JsonValue> values;
        collect(document.root(), values);
        REQUIRE(values.size() == written.places.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            REQUIRE(values[i].begin_offset() == written.places[i].begin);
            REQUIRE(values[i].end_offset() == written.places[i].end);
        }
    }
}

TEST_CASE("numbers that nothing follows end where the bytes end") {
    for (const std::string_view number : {"0", "-0", "10", "-1", "1.5", "1e9", "18446744073709551616"}) {
        const JsonDocument document(number);
        REQUIRE(document.ok());
        CHECK(document.root().source() == number);
        CHECK(!JsonDocument(std::string(number) + "-").ok());
    }
    const JsonDocument twice("1-");
    CHECK(twice.problem().fault == JsonFault::TrailingCharacters);
    CHECK(twice.problem().offset == 1);
    CHECK(!JsonDocument("\xEF\xBB\xBF\xEF\xBB\xBF{}").ok()); // one byte order mark is enough
}
