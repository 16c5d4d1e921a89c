// Whatever the bytes: a snapshot, or at least one error with a sentence in both languages; never both, never a crash.
#include "core/snapshot/load.hpp"

#include <cstdlib>

using namespace atlas;

namespace {

void check_diagnostics(const std::vector<Diagnostic>& diagnostics) {
    if (diagnostics.size() > k_max_diagnostics) std::abort();
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.message.in(Lang::Fr).empty() || diagnostic.message.in(Lang::En).empty()) std::abort();
        if (!is_valid_utf8(diagnostic.message.in(Lang::Fr)) || !is_valid_utf8(diagnostic.message.in(Lang::En)))
            std::abort();
    }
}

// What a reader of a valid snapshot relies on.
void check_snapshot(const Snapshot& snapshot) {
    for (const Cluster& cluster : snapshot.clusters) {
        if (snapshot.find_cluster(cluster.id) == std::nullopt) std::abort();
        if (cluster.domain >= snapshot.domains.size() || cluster.short_name.empty()) std::abort();
        if (snapshot.text_of(cluster.span).empty() || snapshot.text_of(cluster.span).front() != '{') std::abort();
        for (const Label& label : cluster.labels) {
            if (label.to && *label.to <= label.from) std::abort();
        }
    }
    for (const Event& event : snapshot.events) {
        for (const ClusterIndex index : event.from) {
            if (index >= snapshot.clusters.size()) std::abort();
        }
    }
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const LoadResult result = load_snapshot({reinterpret_cast<const char*>(data), size});
    if ((result.snapshot != nullptr) != result.errors.empty()) std::abort();
    check_diagnostics(result.errors);
    check_diagnostics(result.warnings);
    if (result.snapshot) check_snapshot(*result.snapshot);
    return 0;
}
