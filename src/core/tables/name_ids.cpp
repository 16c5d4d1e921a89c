#include "core/tables/name_ids.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <cstdint>

namespace atlas {

namespace {

constexpr std::size_t k_number_bytes = 8; // a hyphen and a number of 32 bits in base 36

bool is_slug_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// What is left of a name in Latin letters and digits.
std::string slug_of(std::string_view name) {
    std::string out;
    bool gap = false;
    for (const char c : fold(name)) {
        if (!is_slug_letter(c)) {
            gap = true;
            continue;
        }
        if (gap && !out.empty()) out += '-';
        gap = false;
        out += c;
    }
    return out.empty() ? "x" : out;
}

// Signs that tell names apart: other scripts, "+", "#"; not the marks between and round words.
bool is_lossy(std::string_view name) {
    const std::string folded = fold(name);
    const bool is_latin =
        std::all_of(folded.begin(), folded.end(), [](char c) { return is_slug_letter(c) || c == ' '; });
    return folded.empty() || !is_latin || name.find_first_of("+#@*=<>^~$%!?") != std::string_view::npos;
}

// FNV-1a, 32 bits, in base 36.
std::string number_of(std::string_view key) {
    std::uint32_t hash = 0x811C9DC5;
    for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193u;
    std::string out;
    for (; hash > 0 || out.empty(); hash /= 36) out += "0123456789abcdefghijklmnopqrstuvwxyz"[hash % 36];
    return out;
}

}

std::string NameIds::key_of(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

std::string NameIds::new_id(const std::string& name, std::string key) const {
    const std::string slug = slug_of(name);
    if (!is_lossy(name) && slug.size() <= m_most_bytes && !m_taken.contains(slug)) return slug;
    for (;; key += '+') {
        std::string id = slug.substr(0, m_most_bytes - k_number_bytes) + "-" + number_of(key);
        if (!m_taken.contains(id)) return id;
    }
}

const std::string& NameIds::id_of(const std::string& name) {
    std::string key = key_of(name);
    if (const auto known = m_ids.find(key); known != m_ids.end()) return known->second;
    const std::string& id = *m_taken.insert(new_id(name, key)).first;
    return m_ids.emplace(std::move(key), id).first->second;
}

bool NameIds::claim(const std::string& name, const std::string& id) {
    if (knows(name) || !m_taken.insert(id).second) return false;
    return m_ids.emplace(key_of(name), id).second;
}

}
