#include "core/tables/word_bounds.hpp"

#include "core/snapshot/record.hpp"
#include "core/tables/name_ids.hpp"

#include <algorithm>

namespace atlas {

bool WordBounds::Known::takes(std::string_view word) {
    std::string key = NameIds::key_of(word);
    return words.contains(key) || (words.size() < most && words.insert(std::move(key)).second);
}

// One domain is kept for "unknown"; a domain without sectors is a sector too.
WordBounds::WordBounds(RowReader& row)
    : m_row(row), m_domains{k_max_domains - 1}, m_sectors{k_max_list - k_max_domains}, m_classes{k_max_list},
      m_regions{k_max_list} {}

void WordBounds::bound(Column column, std::string& word, Known& known) {
    if (word.empty() || known.takes(word)) return;
    m_row.tell(column, word, Msg::TableTooManyWords, {std::to_string(known.most)}, TableDone::CellLeft);
    word.clear();
}

void WordBounds::bound(Column column, std::vector<std::string>& words, Known& known, const std::string& parent) {
    std::erase_if(words, [&](const std::string& word) {
        if (known.takes(parent.empty() ? word : parent + "/" + word)) return false;
        m_row.tell(column, word, Msg::TableTooManyWords, {std::to_string(known.most)}, TableDone::CellLeft);
        return true;
    });
}

void WordBounds::bound(TableCluster& cluster) {
    bound(Column::Domain, cluster.domain, m_domains);
    bound(Column::Sectors, cluster.sectors, m_sectors, cluster.domain);
    bound(Column::Class, cluster.cluster_class, m_classes);
    bound(Column::Region, cluster.region, m_regions);
    bound(Column::Regions, cluster.regions, m_regions);
}

}
