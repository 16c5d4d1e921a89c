#pragma once
// A point of a policy text in words, for the guide, the sheet of the text and the cards of the clusters it concerns:
// name and text, or a quotation and who said it; then numbers, clusters, partners with town and country, date.

#include "core/snapshot/snapshot.hpp"

#include <string>

namespace atlas {

// `but`: a cluster that need not be named, because the words stand on its card.
[[nodiscard]] std::string policy_words(const Snapshot& snapshot, const PolicyItem& item, Lang lang,
                                       std::optional<ClusterIndex> but = {});

}
