#include "core/base/plural_rule.hpp"

namespace atlas {

namespace {

class RuleReader {
public:
    RuleReader(std::string_view rule, std::uint64_t number) : m_rest(rule), m_number(number) {}

    bool any_holds() { // condition = and_condition ("or" and_condition)*
        bool holds = all_hold();
        while (m_is_sound && take("or")) holds = all_hold() || holds;
        skip_spaces();
        return holds && m_is_sound && m_rest.empty();
    }

private:
    bool all_hold() { // and_condition = relation ("and" relation)*
        bool hold = relation_holds();
        while (m_is_sound && take("and")) hold = relation_holds() && hold;
        return hold;
    }

    bool relation_holds() { // relation = operand ("%" value)? ("=" | "!=") range ("," range)*
        std::uint64_t value = operand();
        if (take("%")) {
            const std::uint64_t divisor = number();
            m_is_sound = m_is_sound && divisor > 0;
            if (m_is_sound) value %= divisor;
        }
        const bool is_negated = take("!=");
        m_is_sound = m_is_sound && (is_negated || take("="));
        bool is_in = false;
        do {
            const std::uint64_t from = number();
            const std::uint64_t to = take("..") ? number() : from;
            is_in = is_in || (from <= value && value <= to);
        } while (m_is_sound && take(","));
        return is_in != is_negated;
    }

    std::uint64_t operand() {
        if (take("n") || take("i")) return m_number;
        for (const std::string_view fraction : {"v", "w", "f", "t", "c", "e"})
            if (take(fraction)) return 0;
        m_is_sound = false;
        return 0;
    }

    std::uint64_t number() {
        constexpr std::uint64_t k_most = 1'000'000'000'000;
        skip_spaces();
        std::uint64_t value = 0;
        std::size_t digits = 0;
        while (digits < m_rest.size() && m_rest[digits] >= '0' && m_rest[digits] <= '9' && value < k_most)
            value = value * 10 + static_cast<std::uint64_t>(m_rest[digits++] - '0');
        m_rest.remove_prefix(digits);
        m_is_sound = m_is_sound && digits > 0;
        return value;
    }

    bool take(std::string_view word) {
        skip_spaces();
        if (!m_rest.starts_with(word)) return false;
        m_rest.remove_prefix(word.size());
        return true;
    }

    void skip_spaces() {
        while (m_rest.starts_with(' ')) m_rest.remove_prefix(1);
    }

    std::string_view m_rest;
    std::uint64_t m_number;
    bool m_is_sound = true;
};

}

bool matches_plural_rule(std::string_view rule, std::uint64_t number) {
    return RuleReader(rule, number).any_holds();
}

}
