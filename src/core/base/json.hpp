// A bounded JSON reader (RFC 8259): nlohmann's parser, by its public SAX interface, into a flat arena of values.
// Nothing aborts and nothing recurses, whatever the bytes; the first fault ends the reading. Lines and columns are only
// counted when a message needs them. The bytes must outlive the document.
//
// Why an arena and not nlohmann::json: a value here knows where it stands in the bytes and whose member it is, which
// messages, pointers and copies of parts are made of; an object's members keep their order; and a hostile file costs at
// most 32 bytes a value (plus 8 a number), in one block, instead of a node of a map, a string and a stack frame each.
// Why not the events alone: a reference may stand before what it refers to. The bundled snapshot has 15 000 values:
// 0.5 MB, which is freed when the snapshot is made.
//
// The public interface tells no places, so the builder looks for each token's beginning again. Loading the bundled
// snapshot (make bench) took 5.5 to 6.1 ms as wasm with the lexer of nlohmann's private templates, and takes 6.4 to 6.8
// ms with the public interface; natively it became quicker.
#pragma once

#include "core/base/text.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace atlas {

struct JsonLimits {
    std::size_t bytes = std::size_t{32} << 20;
    std::size_t depth = 16;
    std::size_t string_bytes = std::size_t{64} << 10;
    std::size_t values = 3'000'000;
};

enum class JsonFault : std::uint8_t {
    None,
    Empty,
    TooLarge,
    Utf16,
    InvalidUtf8,
    UnexpectedEnd,
    UnexpectedCharacter,
    ControlCharacter,
    BadEscape,
    NumberRange,
    TooDeep,
    StringTooLong,
    TooManyValues,
    DuplicateKey,
    NulCharacter,
    TrailingCharacters
};

struct JsonProblem {
    JsonFault fault = JsonFault::None;
    std::size_t offset = 0;
    std::size_t limit = 0; // the bound that was passed, where there is one
    std::string detail;    // the key or the character
};

enum class JsonKind : std::uint8_t { Missing, Null, Bool, Number, String, Array, Object };

class JsonDocument;

// A cheap handle. The empty one stands for a value that is not there: kind() is Missing and it has no members.
class JsonValue {
public:
    JsonValue() = default;

    JsonKind kind() const;
    bool exists() const { return m_document != nullptr; }
    bool is(JsonKind expected) const { return kind() == expected; }
    bool boolean() const;          // of a Bool, else false
    double number() const;         // of a Number, else 0
    std::string_view text() const; // of a String, else empty; valid as long as the document
    std::string_view key() const;  // of a member of an object, else empty
    std::size_t size() const;      // members of an array or object
    JsonValue first() const;       // first member
    JsonValue next() const;        // next member of the same parent
    JsonValue parent() const;
    JsonValue find(std::string_view key) const; // linear
    std::size_t begin_offset() const;
    std::size_t end_offset() const;
    std::string_view source() const; // the value as written
    std::string pointer() const;     // RFC 6901

private:
    friend class JsonDocument;
    JsonValue(const JsonDocument* document, std::uint32_t index) : m_document(document), m_index(index) {}
    const JsonDocument* m_document = nullptr;
    std::uint32_t m_index = 0;
};

class JsonDocument {
public:
    explicit JsonDocument(std::string_view source, const JsonLimits& limits = {});
    JsonDocument(const JsonDocument&) = delete;
    JsonDocument& operator=(const JsonDocument&) = delete;

    bool ok() const { return m_problem.fault == JsonFault::None; }
    const JsonProblem& problem() const { return m_problem; }
    bool has_byte_order_mark() const { return m_has_byte_order_mark; }
    JsonValue root() const; // Missing when not ok
    std::string_view source() const { return m_source; }

private:
    friend class JsonValue;
    friend class JsonBuilder;

    static constexpr std::uint32_t k_none = 0xFFFFFFFF;
    struct Node {
        std::uint32_t begin = 0; // offsets into the source
        std::uint32_t end = 0;
        std::uint32_t parent = k_none;
        std::uint32_t next = k_none;
        std::uint32_t first = k_none; // first child; the text of a string, or its place in m_numbers
        std::uint32_t count = 0;      // children, or bytes of text
        std::uint32_t key = k_none;   // place of the key's text
        std::uint32_t key_size : 24;
        std::uint32_t kind : 4;
        std::uint32_t is_true : 1;
        std::uint32_t text_in_pool : 1; // an escaped string, decoded into m_pool; else it lies in the source
        std::uint32_t key_in_pool : 1;
        Node() : key_size(0), kind(0), is_true(0), text_in_pool(0), key_in_pool(0) {}
    };

    std::string_view m_source;
    std::vector<Node> m_nodes;
    std::vector<double> m_numbers;
    std::string m_pool;
    JsonProblem m_problem;
    bool m_has_byte_order_mark = false;
};

struct TextPosition {
    int line = 1;   // from 1
    int column = 1; // from 1, in code points
};
TextPosition position_of(std::string_view source, std::size_t offset);

}
