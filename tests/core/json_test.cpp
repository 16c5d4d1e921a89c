#include "core/base/decimal.hpp"
#include "core/base/json.hpp"
#include "core/base/json_writer.hpp"

#include <cmath>
#include <doctest/doctest.h>

using namespace atlas;

namespace {

JsonFault fault_of(std::string_view text, const JsonLimits& limits = {}) {
    return JsonDocument(text, limits).problem().fault;
}

// Copies a document through the writer, without recursion on purpose: depth is bounded to 16.
void copy(JsonValue value, JsonWriter& out) {
    switch (value.kind()) {
    case JsonKind::Missing:
    case JsonKind::Null:
        out.null();
        return;
    case JsonKind::Bool:
        out.boolean(value.boolean());
        return;
    case JsonKind::Number:
        out.number(value.number());
        return;
    case JsonKind::String:
        out.string(value.text());
        return;
    case JsonKind::Array:
        out.begin_array();
        for (JsonValue item = value.first(); item.exists(); item = item.next()) copy(item, out);
        out.end_array();
        return;
    case JsonKind::Object:
        out.begin_object();
        for (JsonValue item = value.first(); item.exists(); item = item.next()) {
            out.key(item.key());
            copy(item, out);
        }
        out.end_object();
    }
}

std::string rewritten(std::string_view text) {
    const JsonDocument document(text);
    JsonWriter out;
    copy(document.root(), out);
    return out.take();
}

}

TEST_CASE("values, keys and places") {
    const std::string_view text = R"( {"a": [1, -2.5e1 ,true,null,"x"], "é\n":{"":"\u00e9"} , "n":0} )";
    const JsonDocument document(text);
    REQUIRE(document.ok());
    const JsonValue root = document.root();
    CHECK(root.size() == 3);
    const JsonValue list = root.find("a");
    REQUIRE(list.size() == 5);
    CHECK(list.first().number() == 1);
    CHECK(list.first().next().number() == -25);
    CHECK(list.first().next().source() == "-2.5e1");
    CHECK(list.first().next().next().boolean());
    CHECK(list.first().next().next().source() == "true");
    CHECK(list.first().next().next().next().is(JsonKind::Null));
    CHECK(list.first().next().next().next().next().pointer() == "/a/4");
    const JsonValue inner = root.find("é\n");
    CHECK(inner.source() == R"({"":"\u00e9"})");
    CHECK(inner.first().text() == "é");
    CHECK(inner.first().key().empty());
    CHECK(inner.first().pointer() == "/é\n/");
    CHECK(root.find("n").source() == "0");
    CHECK(!root.find("missing").exists());
    CHECK(root.find("missing").find("further").first().text().empty());
    CHECK(root.source() == text.substr(1, text.size() - 2));
}

TEST_CASE("pointers escape as RFC 6901 says") {
    const JsonDocument document(R"({"a/b":{"m~n":[0,7]}})");
    CHECK(document.root().find("a/b").find("m~n").first().next().pointer() == "/a~1b/m~0n/1");
}

TEST_CASE("each fault has its name and its place") {
    struct Case {
        std::string_view text;
        JsonFault fault;
        std::size_t offset;
    };
    using std::string_view_literals::operator""sv;
    const Case cases[] = {
        {"", JsonFault::Empty, 0},
        {" \n\t", JsonFault::Empty, 0},
        {"\xFF\xFE{\0}\0"sv, JsonFault::Utf16, 0},
        {"\xFE\xFF\0{\0}"sv, JsonFault::Utf16, 0},
        {"{\0}\0"sv, JsonFault::Utf16, 0},
        {"\0{\0}"sv, JsonFault::Utf16, 0},
        {"[\"\xC3\x28\"]", JsonFault::InvalidUtf8, 2},
        {"[1,2", JsonFault::UnexpectedEnd, 4},
        {"{\"a\":", JsonFault::UnexpectedEnd, 5},
        {"[\"abc", JsonFault::UnexpectedEnd, 5},
        {"[1,]", JsonFault::UnexpectedCharacter, 3},
        {"{a:1}", JsonFault::UnexpectedCharacter, 1},
        {"[1 2]", JsonFault::UnexpectedCharacter, 3},
        {"[\"a\nb\"]", JsonFault::ControlCharacter, 3},
        {"[\"a\\qb\"]", JsonFault::BadEscape, 4},
        {"[\"\\ud800\"]", JsonFault::BadEscape, 8},
        {"[1e999]", JsonFault::NumberRange, 1},
        {"[-1e999]", JsonFault::NumberRange, 1},
        {"{\"a\":1,\"a\":2}", JsonFault::DuplicateKey, 11},
        {"{\"a\":1,\"\\u0061\":2}", JsonFault::DuplicateKey, 16},
        {"[\"a\\u0000\"]", JsonFault::NulCharacter, 1},
        {"{} x", JsonFault::TrailingCharacters, 3},
        {"{}{}", JsonFault::TrailingCharacters, 2},
        {"[1] ,", JsonFault::TrailingCharacters, 4},
        {"7:", JsonFault::TrailingCharacters, 1},
        {"{}\0{}"sv, JsonFault::TrailingCharacters, 2},
        {"[2005-07]", JsonFault::UnexpectedCharacter, 5},
        {"[NaN]", JsonFault::UnexpectedCharacter, 1},
        {"[01]", JsonFault::UnexpectedCharacter, 2},
        {"// x\n1", JsonFault::UnexpectedCharacter, 0},
    };
    for (const Case& c : cases) {
        const JsonDocument document(c.text);
        INFO(c.text);
        CHECK(document.problem().fault == c.fault);
        CHECK(document.problem().offset == c.offset);
        CHECK(!document.root().exists());
    }
}

TEST_CASE("the bounds hold exactly") {
    JsonLimits limits;
    limits.bytes = 40;
    limits.depth = 3;
    limits.string_bytes = 4;
    limits.values = 6;
    CHECK(fault_of("[[[1]]]", limits) == JsonFault::None);
    CHECK(fault_of("[[[[1]]]]", limits) == JsonFault::TooDeep);
    CHECK(fault_of("[\"abcd\"]", limits) == JsonFault::None);
    CHECK(fault_of("[\"abcde\"]", limits) == JsonFault::StringTooLong);
    CHECK(fault_of("{\"abcde\":1}", limits) == JsonFault::StringTooLong);
    CHECK(fault_of("[1,2,3,4,5]", limits) == JsonFault::None);
    CHECK(fault_of("[1,2,3,4,5,6]", limits) == JsonFault::TooManyValues);
    CHECK(fault_of("[" + std::string(38, ' ') + "]", limits) == JsonFault::None);
    CHECK(fault_of("[" + std::string(39, ' ') + "]", limits) == JsonFault::TooLarge);
}

TEST_CASE("hostile sizes end soon and with one clear fault") {
    CHECK(fault_of(std::string(1'000'000, '[')) == JsonFault::TooDeep);
    std::string objects;
    for (int i = 0; i < 200'000; ++i) objects += "{\"a\":";
    CHECK(fault_of(objects) == JsonFault::TooDeep);
    CHECK(fault_of("[\"" + std::string(10'000'000, 'x') + "\"]") == JsonFault::StringTooLong);
    CHECK(fault_of("[" + std::string(30'000'000, ' ') + "]") == JsonFault::None);
    std::string numbers = "[0";
    while (numbers.size() < 30'000'000) numbers += ",0";
    CHECK(fault_of(numbers + "]") == JsonFault::TooManyValues);
    CHECK(fault_of(std::string(33 << 20, '1')) == JsonFault::TooLarge);
}

TEST_CASE("a UTF-8 byte order mark is skipped") {
    const JsonDocument document("\xEF\xBB\xBF{\"a\":1}");
    REQUIRE(document.ok());
    CHECK(document.has_byte_order_mark());
    CHECK(document.root().find("a").number() == 1);
    CHECK(document.root().begin_offset() == 3);
}

TEST_CASE("positions count code points and lines") {
    const TextPosition first = position_of("é€x", 5);
    CHECK(first.line == 1);
    CHECK(first.column == 3);
    const TextPosition third = position_of("a\n\nbc", 4);
    CHECK(third.line == 3);
    CHECK(third.column == 2);
}

TEST_CASE("what is written reads back the same") {
    const std::string compact =
        R"({"a":[1,-2.5,true,false,null,"x"],"b":{},"c":[],"d":{"e":[[]]},"é":"\"\\/\u0001 €😀"})";
    CHECK(rewritten(compact) == compact);
    CHECK(rewritten(" [ 1 , { \"a\" : 2 } ] ") == "[1,{\"a\":2}]");
    for (const double value :
         {0.0, 1.0, -1.0, 0.1, 1.0 / 3, 43.6043, 5.5e10, 1e-7, 123456789012345.0, 1e22, 2.2250738585072014e-308}) {
        const std::string text = "[" + shortest_number(value) + "]";
        CHECK(JsonDocument(text).root().first().number() == value);
    }
    CHECK(shortest_number(55000000000.0) == "55000000000");
    CHECK(shortest_number(0.1) == "0.1");
    CHECK(shortest_number(-0.0) == "0");
    CHECK(shortest_number(std::nan("")) == "null");
}

TEST_CASE("written strings are inert inside a script element") {
    std::string out;
    append_json_string(out, "</script>\x7F\xFF");
    CHECK(out == "\"<\\/script>\\u007f\xEF\xBF\xBD\"");
}
