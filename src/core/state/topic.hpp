#pragma once
// What a sheet is about: records by their ids, which outlive a snapshot. The page writes a topic as text, "figure:ID".

#include "core/base/date.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace atlas {

namespace about {

struct Cluster {
    std::string id;
    bool operator==(const Cluster&) const = default;
};
struct Figure {
    std::string id;
    bool operator==(const Figure&) const = default;
};
struct Contradiction {
    std::string id;
    bool operator==(const Contradiction&) const = default;
};
struct Story {
    std::string id;
    bool operator==(const Story&) const = default;
};
struct Policy { // a section of the policy's texts
    std::string id;
    bool operator==(const Policy&) const = default;
};
struct Glossary { // a word of it
    std::string id;
    bool operator==(const Glossary&) const = default;
};
struct Phase {
    int number = 0;
    bool operator==(const Phase&) const = default;
};
struct Count { // the published counts of a day
    Date day;
    bool operator==(const Count&) const = default;
};
struct Report { // an error to report; empty: about the atlas
    std::string cluster;
    bool operator==(const Report&) const = default;
};

}

using Topic = std::variant<std::monostate, about::Cluster, about::Figure, about::Contradiction, about::Story,
                           about::Policy, about::Glossary, about::Phase, about::Count, about::Report>;

// "cluster:ID", "figure:ID", "contradiction:ID", "story:ID", "policy:ID", "glossary:ID", "phase:N" or "N",
// "count:YYYY-MM-DD", "report:ID"; nothing for any other text.
[[nodiscard]] Topic topic_of(std::string_view text);

}
