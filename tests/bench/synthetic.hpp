// Snapshots of any size, made up but shaped like the real one: seats crowd in towns whose sizes follow Zipf's law,
// names are made of syllables, labels begin and end over twenty years. The same count and seed give the same snapshot.
// The vocabulary (regions, domains, sectors, phases) is that of the bundled snapshot.
#pragma once

#include "core/explore/result.hpp"
#include "core/snapshot/snapshot.hpp"

#include <memory>

namespace atlas::bench {

[[nodiscard]] std::shared_ptr<const Snapshot> bundled_snapshot();
[[nodiscard]] Snapshot synthetic_snapshot(std::size_t clusters, unsigned seed);
// Everybody who holds the label, unfiltered, without evaluating facets.
[[nodiscard]] Result everybody(const Snapshot& snapshot, Date day);

}
