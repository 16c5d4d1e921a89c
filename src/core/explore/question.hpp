#pragma once
// What is asked of a snapshot: who, when, and since when. evaluate() (result.hpp) answers it.

#include "core/base/date.hpp"
#include "core/explore/filter.hpp"

#include <optional>

namespace atlas {

struct Question {
    PartialDate date;
    std::optional<PartialDate> compare;
    Filter filter;
    bool operator==(const Question&) const = default;
};

}
