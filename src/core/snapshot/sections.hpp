// The readers of the lists of a snapshot file, each from Records to the vectors of Snapshot. They check one record at a
// time; what concerns several records is in checks.hpp.
#pragma once

#include "core/snapshot/record.hpp"

namespace atlas {

void build_id_tables(JsonValue root, IdTables& tables, Report& report);
void check_unique(const Record& root, std::string_view list); // the ids of a list that nothing refers to

// Vocabulary: what the other lists refer to.
void read_meta(const Record& root, Snapshot& snapshot);
void read_sources(const Record& root, Snapshot& snapshot);
void read_places(const Record& root, Snapshot& snapshot); // regions
void read_fields(const Record& root, Snapshot& snapshot); // domains and sectors
void read_themes(const Record& root, Snapshot& snapshot);

void read_clusters(const Record& root, Snapshot& snapshot);
void read_events(const Record& root, Snapshot& snapshot);

// The policy round the clusters.
void read_phases(const Record& root, Snapshot& snapshot);
void read_figures(const Record& root, Snapshot& snapshot);
void read_stories(const Record& root, Snapshot& snapshot);
void read_policy(const Record& root, Snapshot& snapshot);
void read_guide(const Record& root, Snapshot& snapshot); // after the policy
void read_glossary(const Record& root, Snapshot& snapshot);
void read_contradictions(const Record& root, Snapshot& snapshot);
void read_counts(const Record& root, Snapshot& snapshot);

Quantity read_quantity(const Record& record, Need unit = Need::Required);

}
