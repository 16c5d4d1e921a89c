#pragma once
// The languages that a reader can switch to: those of the snapshot's texts whose words are offered, and the one in use.

#include "core/read/reading.hpp"

#include <string>
#include <vector>

namespace atlas {

struct LanguageChoice {
    Lang lang;
    std::string label; // "FR"
    std::string name;  // "Français"
};

[[nodiscard]] std::vector<LanguageChoice> language_choices(const Reading& input);

}
