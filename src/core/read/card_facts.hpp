#pragma once
// What the card of one cluster says, fact by fact: name, value, what is doubtful about it. What is not known says so.

#include "core/read/reading.hpp"
#include "core/read/remark.hpp"

#include <string>
#include <vector>

namespace atlas {

struct CardFact {
    std::string id; // "seat"
    std::string name;
    std::string value; // empty: not known
    Confidence confidence = Confidence::High;
    std::string href{};    // https, of an address that somebody checked
    std::string profile{}; // that tells more of it, "region:53" (state/profile.hpp)
    std::vector<Remark> remarks{};

    [[nodiscard]] bool is_known() const { return !value.empty(); }
    [[nodiscard]] bool is_doubtful() const { return is_known() && confidence == Confidence::Low; }
    [[nodiscard]] std::string said(Lang lang) const; // the value, or that it is not known
};

// Seat, regions, sectors, class, president, website.
[[nodiscard]] std::vector<CardFact> card_facts(const Reading& input, ClusterIndex cluster);
// What policy texts say of it: the list of 2007 as facts, everything else as sentences.
[[nodiscard]] std::vector<CardFact> policy_facts(const Reading& input, ClusterIndex cluster);
[[nodiscard]] std::vector<Remark> policy_remarks(const Reading& input, ClusterIndex cluster);
// As printed in each list, and its other spellings.
[[nodiscard]] std::vector<CardFact> written_facts(const Reading& input, ClusterIndex cluster);

}
