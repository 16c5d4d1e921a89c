#include "core/tables/encoding.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <cstdint>

namespace atlas {

namespace {

enum class ByteOrder : std::uint8_t { None, Little, Big };

constexpr std::size_t k_looked_at = 512; // bytes, to know UTF-16 without a mark

// 0x80 to 0x9F; what Windows-1252 leaves open is a replacement character. The rest is Latin-1.
constexpr char16_t k_windows_1252[32] = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                         0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                         0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                         0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

// Text of mostly Latin letters has a zero in every other byte.
ByteOrder order_by_zeros(std::string_view bytes) {
    std::size_t zeros[2] = {0, 0};
    const std::size_t size = std::min(bytes.size(), k_looked_at) & ~std::size_t{1};
    for (std::size_t i = 0; i < size; ++i) zeros[i % 2] += bytes[i] == '\0' ? 1u : 0u;
    if (zeros[0] == 0 && zeros[1] > size / 4) return ByteOrder::Little;
    if (zeros[1] == 0 && zeros[0] > size / 4) return ByteOrder::Big;
    return ByteOrder::None;
}

char32_t unit_at(std::string_view bytes, std::size_t at, ByteOrder order) {
    const unsigned first = byte_at(bytes, at), second = byte_at(bytes, at + 1);
    return order == ByteOrder::Little ? first | second << 8 : second | first << 8;
}

std::string from_utf16(std::string_view bytes, ByteOrder order) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        char32_t c = unit_at(bytes, i, order);
        const bool is_high = c >= 0xD800 && c < 0xDC00;
        const char32_t next = is_high && i + 3 < bytes.size() ? unit_at(bytes, i + 2, order) : 0;
        if (next >= 0xDC00 && next < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (next - 0xDC00);
            i += 2;
        }
        append_utf8(out, c >= 0xD800 && c < 0xE000 ? k_replacement_character : c);
    }
    if (bytes.size() % 2 != 0) append_utf8(out, k_replacement_character);
    return out;
}

std::string from_windows_1252(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const unsigned c = byte_at(bytes, i);
        append_utf8(out, c >= 0x80 && c < 0xA0 ? k_windows_1252[c - 0x80] : static_cast<char32_t>(c));
    }
    return out;
}

}

std::string utf8_text(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), ByteOrder::Little);
    if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), ByteOrder::Big);
    if (const ByteOrder order = order_by_zeros(bytes); order != ByteOrder::None) return from_utf16(bytes, order);
    return is_valid_utf8(bytes) ? std::string(bytes) : from_windows_1252(bytes);
}

}
