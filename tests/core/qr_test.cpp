// QR codes against ISO/IEC 18004: its worked example of error correction, its tables, and a reader written here that
// knows nothing of the encoder's order of work.
#include "core/scene/sheet/qr.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>

using namespace atlas;

namespace {

// The fifteen format bits round the upper left finder, first module of the row first.
unsigned format_bits(const QrCode& code) {
    unsigned bits = 0;
    const auto take = [&](int x, int y) { bits = bits << 1 | (code.is_dark(x, y) ? 1u : 0u); };
    for (const int x : {0, 1, 2, 3, 4, 5, 7, 8}) take(x, 8);
    for (const int y : {7, 5, 4, 3, 2, 1, 0}) take(8, y);
    return bits;
}

// Table C.1 of the standard, level M, masks 0 to 7.
constexpr unsigned k_formats[8] = {0b101010000010010, 0b101000100100101, 0b101111001111100, 0b101101101001011,
                                   0b100010111111001, 0b100000011001110, 0b100111110010111, 0b100101010100000};

struct Shape {
    int blocks, data, correction; // total data codewords, correction codewords of a block
};
// Table 9, level M.
const std::map<int, Shape> k_shapes{{1, {1, 16, 10}},   {2, {1, 28, 16}},   {3, {1, 44, 26}},
                                    {4, {2, 64, 18}},   {5, {2, 86, 24}},   {7, {4, 124, 18}},
                                    {10, {5, 216, 26}}, {14, {9, 365, 24}}, {20, {16, 669, 26}}};

bool is_reserved(int version, int size, int x, int y) {
    if (x == 6 || y == 6) return true;
    if ((x < 9 && y < 9) || (x < 9 && y >= size - 8) || (x >= size - 8 && y < 9)) return true;
    if (version >= 7 && ((x < 6 && y >= size - 11) || (y < 6 && x >= size - 11))) return true;
    // Table E.1, row and column coordinates of alignment patterns.
    static const std::map<int, std::vector<int>> k_places{
        {1, {}},          {2, {6, 18}},      {3, {6, 22}},          {4, {6, 26}},         {5, {6, 30}},
        {7, {6, 22, 38}}, {10, {6, 28, 50}}, {14, {6, 26, 46, 66}}, {20, {6, 34, 62, 90}}};
    const std::vector<int>& places = k_places.at(version);
    for (const int cy : places)
        for (const int cx : places) {
            const int last = places.back();
            if ((cx == 6 && (cy == 6 || cy == last)) || (cy == 6 && cx == last)) continue;
            if (x >= cx - 2 && x <= cx + 2 && y >= cy - 2 && y <= cy + 2) return true;
        }
    return false;
}

bool is_inverted(int mask, int row, int column) { // Table 10
    const int i = row, j = column;
    const int values[8] = {(i + j) % 2,
                           i % 2,
                           j % 3,
                           (i + j) % 3,
                           (i / 2 + j / 3) % 2,
                           i * j % 2 + i * j % 3,
                           (i * j % 2 + i * j % 3) % 2,
                           ((i + j) % 2 + i * j % 3) % 2};
    return values[mask] == 0;
}

std::vector<std::uint8_t> codewords(const QrCode& code, int mask) {
    const int version = (code.size - 17) / 4;
    std::vector<std::uint8_t> out;
    int bits = 0;
    bool up = true;
    for (int right = code.size - 1; right > 0; right -= 2) {
        if (right == 6) --right;
        for (int k = 0; k < code.size; ++k)
            for (const int x : {right, right - 1}) {
                const int y = up ? code.size - 1 - k : k;
                if (is_reserved(version, code.size, x, y)) continue;
                if (bits % 8 == 0) out.push_back(0);
                out.back() = static_cast<std::uint8_t>(out.back() << 1 |
                                                       (code.is_dark(x, y) != is_inverted(mask, y, x) ? 1 : 0));
                ++bits;
            }
        up = !up;
    }
    if (bits % 8 != 0) out.pop_back(); // remainder bits
    return out;
}

// The text of a code, or a complaint.
std::string read(const QrCode& code) {
    const int version = (code.size - 17) / 4;
    if (!k_shapes.count(version)) return "(version not in the table)";
    int mask = -1;
    for (int m = 0; m < 8; ++m)
        if (k_formats[m] == format_bits(code)) mask = m;
    if (mask < 0) return "(no such format)";
    const Shape shape = k_shapes.at(version);
    const std::vector<std::uint8_t> words = codewords(code, mask);
    if (static_cast<int>(words.size()) != shape.data + shape.blocks * shape.correction)
        return "(wrong number of codewords)";
    const int shorter = shape.data / shape.blocks, longer_blocks = shape.data % shape.blocks;
    std::vector<std::vector<std::uint8_t>> data(static_cast<std::size_t>(shape.blocks)), correction = data;
    std::size_t at = 0;
    for (int i = 0; i <= shorter; ++i)
        for (int b = 0; b < shape.blocks; ++b)
            if (i < shorter || b >= shape.blocks - longer_blocks)
                data[static_cast<std::size_t>(b)].push_back(words[at++]);
    for (int i = 0; i < shape.correction; ++i)
        for (auto& block : correction) block.push_back(words[at++]);
    std::vector<std::uint8_t> all;
    for (std::size_t b = 0; b < data.size(); ++b) {
        if (qr_correction(data[b], shape.correction) != correction[b]) return "(wrong correction)";
        all.insert(all.end(), data[b].begin(), data[b].end());
    }
    std::size_t bit = 0;
    const auto take = [&](int count) {
        unsigned value = 0;
        for (int i = 0; i < count; ++i, ++bit) value = value << 1 | ((all[bit / 8] >> (7 - bit % 8)) & 1u);
        return value;
    };
    if (take(4) != 4) return "(not byte mode)";
    const unsigned length = take(version < 10 ? 8 : 16);
    std::string text;
    for (unsigned i = 0; i < length; ++i) text += static_cast<char>(take(8));
    return text;
}

}

TEST_CASE("error correction is that of the standard's worked example") {
    const std::vector<std::uint8_t> data{0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11,
                                         0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11};
    CHECK(qr_correction(data, 10) ==
          std::vector<std::uint8_t>{0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55});
}

TEST_CASE("codes of many sizes read back") {
    for (const std::size_t length : {0u, 1u, 14u, 20u, 26u, 40u, 60u, 80u, 120u, 200u, 210u, 360u, 600u, 660u}) {
        std::string text = "https://atlas.example/#v1;date=2023;q=";
        for (std::size_t i = text.size(); i < length; ++i) text += static_cast<char>('a' + (i * 7) % 26);
        text.resize(length);
        const auto code = qr_code(text);
        REQUIRE(code.has_value());
        CAPTURE(length);
        if (k_shapes.count((code->size - 17) / 4)) CHECK(read(*code) == text);
    }
    CHECK(read(*qr_code("é€ bytes")) == "é€ bytes");
}

TEST_CASE("the second copy of the format, the version and the dark module are where they belong") {
    const auto code = qr_code(std::string(110, 'x')); // version 7
    REQUIRE(code.has_value());
    REQUIRE(code->size == 45);
    CHECK(code->is_dark(8, code->size - 8));
    unsigned version = 0; // Table D.1: version 7 is 000111110010010100
    for (int i = 17; i >= 0; --i) version = version << 1 | (code->is_dark(code->size - 11 + i % 3, i / 3) ? 1u : 0u);
    CHECK(version == 0b000111110010010100);
    unsigned second = 0;
    for (int y = code->size - 1; y >= code->size - 7; --y) second = second << 1 | (code->is_dark(8, y) ? 1u : 0u);
    for (int x = code->size - 8; x < code->size; ++x) second = second << 1 | (code->is_dark(x, 8) ? 1u : 0u);
    CHECK(second == format_bits(*code));
}

TEST_CASE("what does not fit is refused") {
    CHECK(qr_code(std::string(666, 'x')).has_value());
    CHECK_FALSE(qr_code(std::string(667, 'x')).has_value());
    CHECK_FALSE(qr_code(std::string(100000, 'x')).has_value());
}
