#pragma once
// Steps of the date handle, inside the time that the snapshot speaks of. The stated precision is kept where it can be:
// a step by months gives a month ("2023-03"), a step by phases the last day of a phase.

#include "core/snapshot/snapshot.hpp"

namespace atlas {

[[nodiscard]] PartialDate first_date(const Snapshot& snapshot); // month of the first label
[[nodiscard]] PartialDate last_date(const Snapshot& snapshot);  // end of the last decided phase, or the snapshot's date
[[nodiscard]] PartialDate clamp_date(const Snapshot& snapshot, PartialDate date);
[[nodiscard]] PartialDate month_step(PartialDate date, int months);
[[nodiscard]] PartialDate phase_step(const Snapshot& snapshot, PartialDate date, int step);
// The phase that a day lies in; null before the first and after the last.
[[nodiscard]] const Phase* phase_at(const Snapshot& snapshot, Date day);

}
