#pragma once
// A fixed set of small numbers, 64 to a word: the currency of filtering. Sets that are combined have the same size.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace atlas {

class Bitset {
public:
    Bitset() = default;
    explicit Bitset(std::size_t size) : m_words((size + 63) / 64, 0), m_size(size) {}

    [[nodiscard]] std::size_t size() const { return m_size; }
    void add(std::size_t member) { m_words[member / 64] |= std::uint64_t{1} << (member % 64); }
    [[nodiscard]] bool has(std::size_t member) const { return (m_words[member / 64] >> (member % 64) & 1u) != 0; }
    void fill() {
        for (std::uint64_t& word : m_words) word = ~std::uint64_t{0};
        if (m_size % 64 != 0) m_words.back() = (std::uint64_t{1} << (m_size % 64)) - 1;
    }
    void unite(const Bitset& other) {
        for (std::size_t i = 0; i < m_words.size(); ++i) m_words[i] |= other.m_words[i];
    }
    void intersect(const Bitset& other) {
        for (std::size_t i = 0; i < m_words.size(); ++i) m_words[i] &= other.m_words[i];
    }
    [[nodiscard]] std::uint32_t count() const {
        int sum = 0;
        for (const std::uint64_t word : m_words) sum += std::popcount(word);
        return static_cast<std::uint32_t>(sum);
    }
    [[nodiscard]] std::uint32_t count_common(const Bitset& other) const {
        int sum = 0;
        for (std::size_t i = 0; i < m_words.size(); ++i) sum += std::popcount(m_words[i] & other.m_words[i]);
        return static_cast<std::uint32_t>(sum);
    }
    // Calls visit(member) in rising order.
    template<class Visit>
    void each(Visit visit) const {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            for (std::uint64_t word = m_words[i]; word != 0; word &= word - 1) {
                visit(i * 64 + static_cast<std::size_t>(std::countr_zero(word)));
            }
        }
    }
    bool operator==(const Bitset&) const = default;

private:
    std::vector<std::uint64_t> m_words;
    std::size_t m_size = 0;
};

}
