#pragma once
// The snapshot that a table's clusters make, as JSON text: with the domains, sectors, classes and regions that the rows
// name, and the table itself as the source of every fact. What a row does not tell is not in it.

#include "core/base/json_writer.hpp"
#include "core/tables/map_regions.hpp"
#include "core/tables/table_row.hpp"
#include "core/tables/word_list.hpp"

namespace atlas {

struct TableOrigin {
    std::string file_name;
    Date today;
    std::string map_name; // of the map file that the clusters lie on; empty: a plain one
};

class TableSnapshot {
public:
    // `map`: null when the clusters do not lie on it
    TableSnapshot(TableOrigin origin, const MapGeometry* map) : m_origin(std::move(origin)), m_map(map) {
        m_clusters.begin_array();
    }

    void add(const TableCluster& cluster, const std::string& id); // ids are distinct
    [[nodiscard]] std::string take();                             // once

private:
    std::string domain_of(const TableCluster& cluster);
    std::string region_called(const std::string& name);
    std::string region_of(const TableCluster& cluster);
    void write_identity(const TableCluster& cluster, const std::string& id);
    void write_activity(const TableCluster& cluster);
    void write_seat(const TableCluster& cluster);
    void write_label(const TableCluster& cluster);
    void write_contact(const TableCluster& cluster);
    void write_meta(JsonWriter& out) const;
    void write_domains(JsonWriter& out) const;

    TableOrigin m_origin;
    MapRegions m_map;
    JsonWriter m_clusters;
    WordList m_domains, m_sectors, m_classes, m_regions{NameIds::k_short};
};

}
