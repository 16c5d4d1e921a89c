#pragma once
// Numbers and lines out of a fuzzer's bytes; zeros and nothing once they are used up.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace atlas::fuzz {

class ByteSource {
public:
    ByteSource(const std::uint8_t* data, std::size_t size) : m_rest(reinterpret_cast<const char*>(data), size) {}

    [[nodiscard]] bool is_empty() const { return m_rest.empty(); }
    std::uint8_t byte() {
        if (m_rest.empty()) return 0;
        const auto byte = static_cast<std::uint8_t>(m_rest.front());
        m_rest.remove_prefix(1);
        return byte;
    }
    unsigned below(unsigned end) { return byte() % end; }
    bool flag() { return (byte() & 1) != 0; }
    unsigned word() {
        const unsigned high = byte();
        return high << 8 | byte();
    }
    // In 65 536 steps.
    float between(float low, float high) { return low + (high - low) * static_cast<float>(word()) / 65535.0f; }
    std::string_view line() {
        const std::size_t end = m_rest.find('\n');
        const std::string_view line = m_rest.substr(0, end);
        m_rest.remove_prefix(end == m_rest.npos ? m_rest.size() : end + 1);
        return line;
    }

private:
    std::string_view m_rest;
};

}
