// From the bytes of a snapshot to a Snapshot, or to a list of what is wrong with them. Nothing aborts, whatever the
// bytes: size, depth, string length and record counts are bounded (core/base/json.hpp), and every reference is checked.
// Linear in the size of the file but for sorting the ids. Format: data/README.md and data/snapshot.schema.json.
#pragma once

#include "core/snapshot/snapshot.hpp"

#include <memory>

namespace atlas {

enum class Severity : std::uint8_t { Error, Warning };

struct Diagnostic {
    Severity severity = Severity::Error;
    std::string pointer; // JSON pointer (RFC 6901) of the value; empty: the whole file
    int line = 0;        // from 1; 0: no place
    int column = 0;      // from 1, in code points
    Text message;
};

inline constexpr std::size_t k_max_diagnostics = 50; // of each severity; the last one says how many more there are

struct LoadResult {
    std::shared_ptr<const Snapshot> snapshot; // nothing when there is an error
    std::vector<Diagnostic> errors;
    std::vector<Diagnostic> warnings;
};

LoadResult load_snapshot(std::string_view bytes);

}
