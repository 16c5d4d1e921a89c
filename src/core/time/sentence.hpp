#pragma once
// What changed between two dates, in a sentence that a journalist can quote, in French and English. The numbers come
// from counts that add up (changes.hpp), and the sum is part of the text:
// « Entre février 2019 et mars 2023, 56 pôles deviennent 55 : 2 entrées, 2 sorties, 2 fusions (2 labels de moins).
//   Images & Réseaux et TES, comptés ensemble à la première date, le sont séparément à la seconde :
//   56 + 2 − 2 − 2 + 1 = 55, chacun compté une fois. »
// A date stated as a year means its last day and is written "fin 2019".

#include "core/time/changes.hpp"

namespace atlas {

struct ChangeSentence {
    std::string lead;     // "Entre février 2019 et mars 2023"
    std::string headline; // "56 pôles deviennent 55 : 2 entrées, …"; without full stop
    std::string sum;      // "56 + 2 − 2 − 2 + 1 = 55"
    std::string remark;   // on joint labels; may be empty
    std::string account;  // remark and sum, and that nobody is counted twice
    std::string text;     // all of it, to copy
};

struct SentenceInput {
    const Snapshot& snapshot;
    const Changes& changes;
    PartialDate earlier, later; // as stated
    Lang lang;
};

[[nodiscard]] ChangeSentence change_sentence(const SentenceInput& input);
// "56 + 2 − 2 − 2 + 1 = 55": both rosters and every kind that changes the number; zeros are left out.
[[nodiscard]] std::string change_sum(const Changes& changes, Lang lang);
// "février 2019", "le 5 février 2019", "fin 2019": a date inside a sentence.
[[nodiscard]] std::string date_in_sentence(PartialDate date, Lang lang);

}
