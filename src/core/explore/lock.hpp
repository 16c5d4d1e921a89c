#pragma once
// What a host limits an atlas to, as to one region: no reader can leave it. Of a Filter, the values of facets that do
// not change with the date count. Not part of the State: what a reader chose inside is.

#include "core/explore/filter.hpp"
#include "core/snapshot/snapshot.hpp"

#include <memory>

namespace atlas {

// Without values that this snapshot does not know, and without facets that a host can't lock.
[[nodiscard]] Filter known_lock(const Snapshot& snapshot, const Filter& lock);

// The same snapshot, with everything outside the lock as if it had never held the label: it is not counted, found or
// opened, and stays only where the history of others names it. Stories, events and published counts about others alone
// are left out, and the title says what it is about. `lock`: a known one. O(snapshot); nothing is copied when nothing
// is locked.
[[nodiscard]] std::shared_ptr<const Snapshot> locked_snapshot(std::shared_ptr<const Snapshot> whole,
                                                              const Filter& lock);

// A choice inside the lock: other values go, and all of the lock's own together say nothing.
[[nodiscard]] Filter inside_lock(Filter filter, const Filter& lock);
// The same answer for an atlas that is not locked, as a link needs it.
[[nodiscard]] Filter with_lock(Filter filter, const Filter& lock);

}
