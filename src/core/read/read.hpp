#pragma once
// read(): snapshot + state -> Document. Everything that the state shows or could show, in words and tables: title and
// sentence, the comparison, the card of the selection, the clusters asked for, who sits and acts in each region, what
// cards say of each cluster and of those that no longer hold the label, the strip as a table, every phase, story,
// figure, contradiction, policy text and source. Pure; O(regions × clusters + snapshot). Words facts with the functions
// that the screens use.

#include "core/read/document.hpp"
#include "core/read/reading.hpp"

namespace atlas {

// Rows of a table beyond these are counted, for a page can't hold the largest snapshots; the CSV has them all.
inline constexpr std::size_t k_document_rows = 2000;

[[nodiscard]] Document read(const Reading& input);

}
