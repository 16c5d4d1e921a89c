#pragma once
// The parts of read(), one file each. Each adds its sections to the document's root, or none where there is nothing.
// They are called by name, never through a table, so that a browser can fetch all of them later (tools/dist/split.mjs).

#include "core/read/reading.hpp"
#include "core/read/section_writer.hpp"

namespace atlas {

struct ReadInput : Reading {
    State initial; // that permalinks leave out
    // The permalink of the same state with this cluster selected.
    [[nodiscard]] std::string link(ClusterIndex cluster) const;
    // A cluster's name that leads to its card.
    [[nodiscard]] Phrase named(ClusterIndex cluster) const { return {snapshot.clusters[cluster].name, link(cluster)}; }
};

void read_changes(const ReadInput& input, SectionWriter& root);
void read_card(const ReadInput& input, SectionWriter& root);
void read_profile(const ReadInput& input, SectionWriter& root);
void read_clusters(const ReadInput& input, SectionWriter& root);
void read_regions(const ReadInput& input, SectionWriter& root);
void read_directory(const ReadInput& input, SectionWriter& root);
void read_strip(const ReadInput& input, SectionWriter& root);
void read_phases(const ReadInput& input, SectionWriter& root);
void read_stories(const ReadInput& input, SectionWriter& root);
void read_figures(const ReadInput& input, SectionWriter& root);
void read_guide(const ReadInput& input, SectionWriter& root);
void read_sources(const ReadInput& input, SectionWriter& root);

}
