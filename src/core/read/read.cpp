#include "core/read/read.hpp"

#include "core/explore/snapshot_index.hpp"
#include "core/read/citation.hpp"
#include "core/read/guide_words.hpp"
#include "core/read/read_parts.hpp"
#include "core/read/wording.hpp"
#include "core/state/permalink.hpp"
#include "core/state/update.hpp"

namespace atlas {

std::string ReadInput::link(ClusterIndex cluster) const {
    State other = state();
    other.selected = snapshot.clusters[cluster].id;
    return encode_permalink(other, initial, environment.locked);
}

Document read(const Reading& input) {
    Document document{input.lang(), {"title", {title_of(input)}}};
    SectionWriter root(document.root, input.lang());
    const ReadInput parts{input,
                          initial_state(input.snapshot, input.index.ground, input.lang(), input.environment.locked)};
    root.paragraph(root.told(input.snapshot.meta.description));
    root.paragraph(result_sentence(input));
    read_changes(parts, root);
    read_card(parts, root);
    read_profile(parts, root);
    read_clusters(parts, root);
    read_regions(parts, root);
    read_directory(parts, root);
    read_strip(parts, root);
    read_guide(parts, root);
    if (!shows_phases(input.snapshot)) read_phases(parts, root); // else a chapter of the guide tells of them
    read_stories(parts, root);
    read_figures(parts, root);
    read_sources(parts, root);
    return document;
}

}
