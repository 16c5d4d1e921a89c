#pragma once
// Permalink: #v1;date=2023;reg=53,52;dom=health;q=photonique;sel=eurobiomed;view=list;lang=fr
// Short, versioned, readable; only what differs from the initial state is written. Reading never fails: what is not
// understood is ignored and named once in `ignored`. Input longer than k_permalink_max bytes is cut, which "…" says.
// Links come back from mail and chats with their separators escaped and trackers behind ("&fbclid=…"): both are read as
// they were meant.

#include "core/snapshot/snapshot.hpp"
#include "core/state/state.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace atlas {

inline constexpr std::size_t k_permalink_max = 8192;

struct PermalinkReading {
    State state;
    std::vector<std::string> ignored;
};

// `lock` is written out where the state chooses nothing narrower: the link may be opened where nothing is locked.
[[nodiscard]] std::string encode_permalink(const State& state, const State& initial, const Filter& lock = {});
[[nodiscard]] PermalinkReading decode_permalink(std::string_view text, const State& initial);
// Adds to `ignored` what was read but not held by the snapshot: `settled` is the reading's state as it came out of it.
void report_unheld(PermalinkReading& reading, const State& settled);

}
