#include "core/scene/sheet/qr.hpp"

#include <algorithm>
#include <cstdlib>

namespace atlas {

namespace {

constexpr int k_versions = 20;
// Level M, by version.
constexpr std::array<int, k_versions> k_correction{10, 16, 26, 18, 24, 16, 18, 22, 22, 26,
                                                   30, 22, 22, 24, 24, 28, 28, 26, 26, 26};
constexpr std::array<int, k_versions> k_blocks{1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16};

int codewords_of(int version) {
    int modules = (16 * version + 128) * version + 64;
    if (version >= 2) {
        const int alignments = version / 7 + 2;
        modules -= (25 * alignments - 10) * alignments - 55;
        if (version >= 7) modules -= 36;
    }
    return modules / 8;
}

int correction_of(int version) {
    return k_correction[static_cast<std::size_t>(version - 1)];
}
int blocks_of(int version) {
    return k_blocks[static_cast<std::size_t>(version - 1)];
}
int data_codewords_of(int version) {
    return codewords_of(version) - correction_of(version) * blocks_of(version);
}
int length_bits_of(int version) {
    return version <= 9 ? 8 : 16;
}

std::uint8_t multiply(std::uint8_t a, std::uint8_t b) {
    unsigned product = 0;
    for (int i = 7; i >= 0; --i) {
        product = (product << 1) ^ ((product >> 7) * 0x11Du);
        product ^= ((static_cast<unsigned>(b) >> i) & 1u) * a;
    }
    return static_cast<std::uint8_t>(product);
}

std::vector<std::uint8_t> generator(int degree) {
    std::vector<std::uint8_t> poly(static_cast<std::size_t>(degree), 0);
    poly.back() = 1;
    std::uint8_t root = 1;
    for (int i = 0; i < degree; ++i) {
        for (std::size_t j = 0; j < poly.size(); ++j) {
            poly[j] = multiply(poly[j], root);
            if (j + 1 < poly.size()) poly[j] = static_cast<std::uint8_t>(poly[j] ^ poly[j + 1]);
        }
        root = multiply(root, 2);
    }
    return poly;
}

class Bits {
public:
    void put(unsigned value, int count) {
        for (int i = count - 1; i >= 0; --i) {
            if (m_used % 8 == 0) bytes.push_back(0);
            if ((value >> i) & 1u) bytes.back() = static_cast<std::uint8_t>(bytes.back() | (0x80u >> (m_used % 8)));
            ++m_used;
        }
    }
    [[nodiscard]] int used() const { return m_used; }
    std::vector<std::uint8_t> bytes;

private:
    int m_used = 0;
};

std::vector<std::uint8_t> data_of(std::string_view text, int version) {
    const int capacity = data_codewords_of(version) * 8;
    Bits bits;
    bits.put(4, 4);
    bits.put(static_cast<unsigned>(text.size()), length_bits_of(version));
    for (const char c : text) bits.put(static_cast<unsigned char>(c), 8);
    bits.put(0, std::min(4, capacity - bits.used()));
    bits.put(0, (8 - bits.used() % 8) % 8);
    for (unsigned pad = 0xEC; bits.used() < capacity; pad ^= 0xEC ^ 0x11) bits.put(pad, 8);
    return bits.bytes;
}

std::vector<std::uint8_t> interleaved(const std::vector<std::uint8_t>& data, int version) {
    const int blocks = blocks_of(version), degree = correction_of(version), total = codewords_of(version);
    const int short_blocks = blocks - total % blocks, short_data = total / blocks - degree;
    std::vector<std::span<const std::uint8_t>> parts;
    std::vector<std::vector<std::uint8_t>> corrections;
    std::size_t at = 0;
    for (int i = 0; i < blocks; ++i) {
        const auto size = static_cast<std::size_t>(short_data + (i < short_blocks ? 0 : 1));
        parts.push_back(std::span(data).subspan(at, size));
        corrections.push_back(qr_correction(parts.back(), degree));
        at += size;
    }
    std::vector<std::uint8_t> out;
    for (std::size_t i = 0; i <= static_cast<std::size_t>(short_data); ++i)
        for (const auto& part : parts)
            if (i < part.size()) out.push_back(part[i]);
    for (std::size_t i = 0; i < static_cast<std::size_t>(degree); ++i)
        for (const auto& correction : corrections) out.push_back(correction[i]);
    return out;
}

bool is_masked(int mask, int x, int y) {
    switch (mask) {
    case 0:
        return (x + y) % 2 == 0;
    case 1:
        return y % 2 == 0;
    case 2:
        return x % 3 == 0;
    case 3:
        return (x + y) % 3 == 0;
    case 4:
        return (x / 3 + y / 2) % 2 == 0;
    case 5:
        return x * y % 2 + x * y % 3 == 0;
    case 6:
        return (x * y % 2 + x * y % 3) % 2 == 0;
    default:
        return ((x + y) % 2 + x * y % 3) % 2 == 0;
    }
}

class Grid {
public:
    explicit Grid(int version) : m_version(version) {
        code.size = version * 4 + 17;
        code.modules.assign(static_cast<std::size_t>(code.size * code.size), 0);
        m_is_function.assign(code.modules.size(), 0);
        draw_patterns();
    }

    void place(const std::vector<std::uint8_t>& words) {
        std::size_t bit = 0;
        bool upward = true;
        for (int right = code.size - 1; right >= 1; right -= 2, upward = !upward) {
            if (right == 6) right = 5;
            for (int step = 0; step < code.size; ++step)
                for (int x = right; x > right - 2; --x) {
                    const int y = upward ? code.size - 1 - step : step;
                    if (is_function(x, y) || bit >= words.size() * 8) continue;
                    code.modules[index(x, y)] = (words[bit / 8] >> (7 - bit % 8)) & 1u;
                    ++bit;
                }
        }
    }
    void apply_mask(int mask) {
        for (int y = 0; y < code.size; ++y)
            for (int x = 0; x < code.size; ++x)
                if (!is_function(x, y) && is_masked(mask, x, y)) code.modules[index(x, y)] ^= 1u;
        draw_format(mask);
    }
    [[nodiscard]] int penalty() const {
        int sum = 0, dark = 0;
        for (int a = 0; a < code.size; ++a) sum += line_penalty(a, true) + line_penalty(a, false);
        for (int y = 0; y < code.size; ++y)
            for (int x = 0; x < code.size; ++x) {
                dark += code.is_dark(x, y) ? 1 : 0;
                if (x + 1 == code.size || y + 1 == code.size) continue;
                const bool c = code.is_dark(x, y);
                if (c == code.is_dark(x + 1, y) && c == code.is_dark(x, y + 1) && c == code.is_dark(x + 1, y + 1))
                    sum += 3;
            }
        const int total = code.size * code.size;
        return sum + (std::abs(dark * 20 - total * 10) + total - 1) / total * 10 - 10;
    }
    QrCode code;

private:
    [[nodiscard]] std::size_t index(int x, int y) const { return static_cast<std::size_t>(y * code.size + x); }
    [[nodiscard]] bool is_function(int x, int y) const { return m_is_function[index(x, y)] != 0; }
    void set(int x, int y, bool dark) {
        code.modules[index(x, y)] = dark ? 1 : 0;
        m_is_function[index(x, y)] = 1;
    }
    // Runs of five and more, and what looks like a finder.
    [[nodiscard]] int line_penalty(int a, bool is_row) const {
        int sum = 0, run = 0;
        unsigned window = 0;
        bool previous = false;
        for (int b = 0; b < code.size; ++b) {
            const bool dark = is_row ? code.is_dark(b, a) : code.is_dark(a, b);
            run = b > 0 && dark == previous ? run + 1 : 1;
            if (run == 5)
                sum += 3;
            else if (run > 5)
                ++sum;
            previous = dark;
            window = (window << 1 | (dark ? 1u : 0u)) & 0x7FFu;
            if (b >= 10 && (window == 0x05D || window == 0x5D0)) sum += 40;
        }
        return sum;
    }
    void draw_finder(int cx, int cy) {
        for (int dy = -4; dy <= 4; ++dy)
            for (int dx = -4; dx <= 4; ++dx) {
                const int x = cx + dx, y = cy + dy, ring = std::max(std::abs(dx), std::abs(dy));
                if (x >= 0 && y >= 0 && x < code.size && y < code.size) set(x, y, ring != 2 && ring != 4);
            }
    }
    void draw_patterns() {
        const int last = code.size - 1;
        for (int i = 0; i < code.size; ++i) {
            set(6, i, i % 2 == 0);
            set(i, 6, i % 2 == 0);
        }
        draw_finder(3, 3);
        draw_finder(last - 3, 3);
        draw_finder(3, last - 3);
        const std::vector<int> places = alignment_places();
        for (const int y : places)
            for (const int x : places) {
                const bool is_finder = (x == 6 && y == 6) || (x == 6 && y == last - 6) || (x == last - 6 && y == 6);
                if (is_finder) continue;
                for (int dy = -2; dy <= 2; ++dy)
                    for (int dx = -2; dx <= 2; ++dx) set(x + dx, y + dy, std::max(std::abs(dx), std::abs(dy)) != 1);
            }
        draw_format(0);
        draw_version();
    }
    [[nodiscard]] std::vector<int> alignment_places() const {
        if (m_version == 1) return {};
        const int count = m_version / 7 + 2;
        const int step = (m_version * 4 + count * 2 + 1) / (count * 2 - 2) * 2;
        std::vector<int> places{6};
        for (int i = count - 2; i >= 0; --i) places.push_back(code.size - 7 - i * step);
        return places;
    }
    void draw_format(int mask) { // level M is 00
        unsigned rest = static_cast<unsigned>(mask);
        for (int i = 0; i < 10; ++i) rest = (rest << 1) ^ ((rest >> 9) * 0x537u);
        const unsigned bits = (static_cast<unsigned>(mask) << 10 | rest) ^ 0x5412u;
        const auto bit = [&](int i) { return ((bits >> i) & 1u) != 0; };
        const int last = code.size - 1;
        for (int i = 0; i <= 5; ++i) set(8, i, bit(i));
        set(8, 7, bit(6));
        set(8, 8, bit(7));
        set(7, 8, bit(8));
        for (int i = 9; i < 15; ++i) set(14 - i, 8, bit(i));
        for (int i = 0; i < 8; ++i) set(last - i, 8, bit(i));
        for (int i = 8; i < 15; ++i) set(8, code.size - 15 + i, bit(i));
        set(8, code.size - 8, true);
    }
    void draw_version() {
        if (m_version < 7) return;
        unsigned rest = static_cast<unsigned>(m_version);
        for (int i = 0; i < 12; ++i) rest = (rest << 1) ^ ((rest >> 11) * 0x1F25u);
        const unsigned bits = static_cast<unsigned>(m_version) << 12 | rest;
        for (int i = 0; i < 18; ++i) {
            const int a = code.size - 11 + i % 3, b = i / 3;
            set(a, b, ((bits >> i) & 1u) != 0);
            set(b, a, ((bits >> i) & 1u) != 0);
        }
    }

    int m_version;
    std::vector<std::uint8_t> m_is_function;
};

}

std::vector<std::uint8_t> qr_correction(std::span<const std::uint8_t> data, int degree) {
    const std::vector<std::uint8_t> divisor = generator(degree);
    std::vector<std::uint8_t> rest(divisor.size(), 0);
    for (const std::uint8_t byte : data) {
        const auto factor = static_cast<std::uint8_t>(byte ^ rest.front());
        rest.erase(rest.begin());
        rest.push_back(0);
        for (std::size_t i = 0; i < rest.size(); ++i)
            rest[i] = static_cast<std::uint8_t>(rest[i] ^ multiply(divisor[i], factor));
    }
    return rest;
}

std::optional<QrCode> qr_code(std::string_view text) {
    for (int version = 1; version <= k_versions; ++version) {
        const int needed = 4 + length_bits_of(version) + static_cast<int>(std::min<std::size_t>(text.size(), 4096)) * 8;
        if (needed > data_codewords_of(version) * 8) continue;
        Grid blank(version);
        blank.place(interleaved(data_of(text, version), version));
        std::optional<Grid> best;
        for (int mask = 0; mask < 8; ++mask) {
            Grid grid = blank;
            grid.apply_mask(mask);
            if (!best || grid.penalty() < best->penalty()) best = std::move(grid);
        }
        return std::move(best->code);
    }
    return std::nullopt;
}

}
