// Whatever snapshot loads: it can be read in every state, and what is read is well-formed HTML in valid UTF-8.
#include "core/read/document_html.hpp"
#include "core/read/read.hpp"
#include "core/snapshot/load.hpp"
#include "core/state/update.hpp"

#include "../support/markup.hpp"

#include <cstdlib>

using namespace atlas;

namespace {

void check_reading(const Snapshot& snapshot, const SnapshotIndex& index, const Session& session) {
    const Environment environment;
    const Result result = evaluate(snapshot, index, session.state);
    const std::string html = document_html(read({snapshot, index, session, result, environment}));
    std::vector<MarkupTag> tags;
    if (!read_markup(html, tags).empty() || !is_valid_utf8(html)) std::abort();
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const LoadResult loaded = load_snapshot({reinterpret_cast<const char*>(data), size});
    if (!loaded.snapshot) return 0;
    const Snapshot& snapshot = *loaded.snapshot;
    const auto index = build_snapshot_index(snapshot);
    Session session;
    session.state = initial_state(snapshot, index->ground, Lang::En);
    check_reading(snapshot, *index, session);
    if (!snapshot.clusters.empty()) session.state.selected = snapshot.clusters.front().id;
    const auto steps = index->labels.steps();
    if (!steps.empty()) session.state.compare = partial(steps.front().from);
    session.state.lang = Lang::Fr;
    check_reading(snapshot, *index, session);
    return 0;
}
