// A table imported in a test: as the page and the command line do, and loaded.
#pragma once

#include "core/base/locale.hpp"
#include "core/snapshot/load.hpp"
#include "core/tables/import.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace atlas {

inline const Date k_import_day = from_civil(2026, 11, 27);

struct Imported {
    ImportedTable table;
    std::shared_ptr<const Snapshot> snapshot;

    explicit Imported(std::string_view bytes, const MapGeometry* map = nullptr, DayOrder order = DayOrder::Unknown)
        : table(import_table({bytes, "table.csv", k_import_day, order, map, map == nullptr ? "" : "x.map"})) {
        if (table.snapshot.empty()) return;
        LoadResult loaded = load_snapshot(table.snapshot);
        for (const Diagnostic& error : loaded.errors) FAIL(error.pointer << ": " << error.message.in(Lang::En));
        CHECK(loaded.warnings.empty());
        snapshot = std::move(loaded.snapshot);
        REQUIRE(snapshot);
        REQUIRE(snapshot->clusters.size() == table.taken);
    }

    const Cluster& operator[](std::string_view name) const {
        for (const Cluster& cluster : snapshot->clusters)
            if (cluster.name == name) return cluster;
        FAIL("no cluster " << name);
        return snapshot->clusters.front();
    }
    std::string since(std::string_view name) const { return to_string((*this)[name].labels.front().from_stated); }
    // "row column value what is done", in order
    std::vector<std::string> problems() const {
        std::vector<std::string> out;
        for (const TableProblem& problem : table.problems.kept) {
            std::string line = std::to_string(problem.row);
            for (const std::string_view part :
                 {std::string_view(problem.column), std::string_view(problem.value), word_of(problem.done)})
                (line += '|') += part;
            out.push_back(line);
        }
        return out;
    }
    std::vector<std::string> sentences(Lang lang) const {
        std::vector<std::string> out;
        for (const TableProblem& problem : table.problems.kept) out.push_back(sentence_of(problem, lang));
        return out;
    }
};

}
