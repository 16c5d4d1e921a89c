#pragma once
// What became of the clusters between the two dates compared: the sentence, and each kind of change with its names.

#include "core/read/reading.hpp"
#include "core/time/sentence.hpp"

#include <string>
#include <vector>

namespace atlas {

struct ChangeColumn {
    ChangeKind kind = ChangeKind::Entered;
    std::int32_t count = 0;
    std::string words;              // "entrées", without the number
    std::vector<std::string> names; // "ENTER", "PICOM → Cap Digital"
};
// Entered, left, merged, renamed, continued, in this order, zeros included.
[[nodiscard]] std::vector<ChangeColumn> change_columns(const Reading& input, const Changes& changes);
// From the earlier date to the later. For a state with a compared date (and so with changes in its result) only.
[[nodiscard]] ChangeSentence compare_sentence(const Reading& input);

}
