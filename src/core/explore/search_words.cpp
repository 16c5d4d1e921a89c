#include "core/explore/search_words.hpp"

#include "core/base/order.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace atlas {

namespace {

constexpr std::size_t k_longest_word = 40;

std::vector<std::string_view> trigrams(std::string_view word) {
    std::vector<std::string_view> groups;
    for (std::size_t i = 0; i + 3 <= word.size(); ++i) groups.push_back(word.substr(i, 3));
    sort_stable(groups);
    return groups;
}

}

std::vector<std::string_view> split_words(std::string_view folded) {
    std::vector<std::string_view> words;
    for (std::size_t begin = 0; begin < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', begin), folded.size());
        if (end > begin) words.push_back(folded.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

bool is_stop_word(std::string_view word) {
    constexpr std::array<std::string_view, 20> k_words = {"a",   "and", "au",  "aux", "d",   "de", "des",
                                                          "du",  "en",  "et",  "in",  "l",   "la", "le",
                                                          "les", "of",  "par", "sur", "the", "to"};
    return std::binary_search(k_words.begin(), k_words.end(), word);
}

std::size_t typing_distance(std::string_view typed, std::string_view word, std::size_t most) {
    typed = typed.substr(0, k_longest_word);
    word = word.substr(0, std::min(k_longest_word, typed.size() + most));
    using Row = std::array<std::size_t, k_longest_word + 1>;
    Row before_last{}, last{}, row{};
    for (std::size_t j = 0; j <= word.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= typed.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= word.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (typed[i - 1] == word[j - 1] ? 0 : 1);
            row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
            const bool is_swap = i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1];
            if (is_swap) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        before_last = last;
        last = row;
    }
    const auto end = last.begin() + static_cast<std::ptrdiff_t>(word.size()) + 1;
    return std::min(*std::min_element(last.begin(), end), most + 1);
}

double shared_trigrams(std::string_view a, std::string_view b) {
    const std::vector<std::string_view> of_a = trigrams(a), of_b = trigrams(b);
    if (of_a.empty() || of_b.empty()) return 0.0;
    std::vector<std::string_view> shared;
    std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(), std::back_inserter(shared));
    return 2.0 * static_cast<double>(shared.size()) / static_cast<double>(of_a.size() + of_b.size());
}

}
