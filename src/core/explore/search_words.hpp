#pragma once
// Words of folded texts, and how far apart two words are. Bytes are characters here: folded text is nearly all ASCII.

#include <cstddef>
#include <string_view>
#include <vector>

namespace atlas {

[[nodiscard]] std::vector<std::string_view> split_words(std::string_view folded);
// "de", "la", "the": too common to ask for beside other words.
[[nodiscard]] bool is_stop_word(std::string_view word);

// Insertions, deletions, replacements and swaps of neighbours that turn `typed` into `word` or, if the reader has not
// finished typing, into a beginning of it. More than `most` counts as most + 1. O(typed * word).
[[nodiscard]] std::size_t typing_distance(std::string_view typed, std::string_view word, std::size_t most);
// Dice coefficient of the three-letter groups: high for the same syllables in another order, "medeurobio".
[[nodiscard]] double shared_trigrams(std::string_view a, std::string_view b);

}
