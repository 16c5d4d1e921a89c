#pragma once
// What a table defines by using it is bounded as the lists of a snapshot are: a value beyond that is left out, and
// told.

#include "core/tables/table_row.hpp"

#include <string>
#include <unordered_set>

namespace atlas {

class WordBounds {
public:
    explicit WordBounds(RowReader& row);
    // Takes out of the row that was read last what has no room any more.
    void bound(TableCluster& cluster);

private:
    struct Known {
        std::size_t most;
        std::unordered_set<std::string> words = {}; // by NameIds::key_of
        [[nodiscard]] bool takes(std::string_view word);
    };
    void bound(Column column, std::string& word, Known& known);
    void bound(Column column, std::vector<std::string>& words, Known& known, const std::string& parent = {});

    RowReader& m_row;
    Known m_domains, m_sectors, m_classes, m_regions;
};

}
